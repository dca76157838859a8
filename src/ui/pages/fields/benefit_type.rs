//! The fields of an authority's own benefit type.

use leptos::prelude::*;

use crate::{
    domain::{change_kind::ChangeKind, draft::Field},
    ui::{
        change_form::ChangeForm,
        components::{CheckBox, TextField},
        language::texts,
    },
};

/// The code, which cannot be changed later, the name and the lock.
#[component]
pub fn BenefitTypeFields(form: ChangeForm, kind: ChangeKind) -> impl IntoView {
    let texts = &texts().fields;
    let is_new = kind == ChangeKind::CreateBenefitType;
    view! {
        {is_new.then(|| view! {
            <TextField
                id=Field::Code.name()
                label=(texts.field)(Field::Code).label
                hint=(texts.field)(Field::Code).hint
                value=Signal::derive(move || form.value(Field::Code))
                on_input=form.typed_into(Field::Code)
                error=form.error(Field::Code)
                width="input-char-10"
            />
        })}
        <TextField
            id=Field::Name.name()
            label=(texts.field)(Field::Name).label
            hint=(texts.field)(Field::Name).hint
            value=Signal::derive(move || form.value(Field::Name))
            on_input=form.typed_into(Field::Name)
            error=form.error(Field::Name)
            width="input-width-l"
        />
        <CheckBox
            id=Field::TypeLocked.name()
            legend=(texts.field)(Field::TypeLocked).label
            label=(texts.field)(Field::TypeLocked).tick
            checked=Signal::derive(move || form.draft().is_ticked(Field::TypeLocked))
            on_change=form.ticked(Field::TypeLocked)
            error=form.error(Field::TypeLocked)
            hint=(texts.field)(Field::TypeLocked).hint
        />
    }
}
