//! The fields of an authority's own benefit type.

use leptos::prelude::*;

use crate::{
    domain::{change_kind::ChangeKind, draft::Field},
    ui::{
        change_form::ChangeForm,
        components::{CheckBox, TextField},
        state::App,
    },
};

/// The code, which cannot be changed later, the name and the lock.
#[component]
pub fn BenefitTypeFields(form: ChangeForm, kind: ChangeKind) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().fields;
    let is_new = kind == ChangeKind::CreateBenefitType;
    view! {
        {is_new.then(|| view! {
            <TextField
                id=Field::Code.name()
                label=Signal::derive(move || (texts().field)(Field::Code).label.to_owned())
                hint=Signal::derive(move || (texts().field)(Field::Code).hint.to_owned())
                value=Signal::derive(move || form.value(Field::Code))
                on_input=form.typed_into(Field::Code)
                error=form.error(Field::Code)
                width="input-char-10"
            />
        })}
        <TextField
            id=Field::Name.name()
            label=Signal::derive(move || (texts().field)(Field::Name).label.to_owned())
            hint=Signal::derive(move || (texts().field)(Field::Name).hint.to_owned())
            value=Signal::derive(move || form.value(Field::Name))
            on_input=form.typed_into(Field::Name)
            error=form.error(Field::Name)
            width="input-width-l"
        />
        <CheckBox
            id=Field::TypeLocked.name()
            legend=Signal::derive(move || (texts().field)(Field::TypeLocked).label)
            label=Signal::derive(move || (texts().field)(Field::TypeLocked).tick.to_owned())
            checked=Signal::derive(move || form.draft().is_ticked(Field::TypeLocked))
            on_change=form.ticked(Field::TypeLocked)
            error=form.error(Field::TypeLocked)
            hint=Signal::derive(move || Some((texts().field)(Field::TypeLocked).hint))
        />
    }
}
