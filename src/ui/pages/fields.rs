//! The fields of the forms.

mod account;
mod benefit_type;
mod domestic;
mod fi;
mod iban;
mod number;

use leptos::prelude::*;

use crate::{
    contract::BenefitTypes,
    domain::{change_kind::ChangeKind, draft::Field},
    ui::{
        change_form::ChangeForm,
        components::{Alert, AlertKind, CheckBox, Select, SelectOption},
        language::texts,
    },
};
use account::AccountFields;
use benefit_type::BenefitTypeFields;
use domestic::ValidFrom;

/// The fields of a kind of change, in page order.
#[component]
pub fn Fields(form: ChangeForm, kind: ChangeKind, types: Option<BenefitTypes>) -> impl IntoView {
    match kind {
        ChangeKind::AssignNemKonto => view! { <AccountFields form kind/><ValidFrom form/> }.into_any(),
        ChangeKind::CreateSpecific => {
            view! { <BenefitTypeChoice form types/><AccountFields form kind/><Lock form/> }.into_any()
        }
        ChangeKind::ReplaceSpecific => view! { <AccountFields form kind/> }.into_any(),
        ChangeKind::CreateBenefitType | ChangeKind::EditBenefitType => {
            view! { <BenefitTypeFields form kind/> }.into_any()
        }
        ChangeKind::DeleteNemKonto
        | ChangeKind::DeleteSpecific
        | ChangeKind::LockSpecific
        | ChangeKind::UnlockSpecific
        | ChangeKind::DeleteBenefitType => ().into_any(),
    }
}

/// The element to which an error of a field leads.
#[must_use]
pub fn target(field: Field) -> &'static str {
    match field {
        Field::AccountType => account::FIRST_FORM,
        Field::Slip => fi::FIRST_SLIP,
        field => field.name(),
    }
}

/// In place of a form for a specific account, where there is no benefit that could go to it.
#[component]
pub fn NoBenefitTypes() -> impl IntoView {
    view! {
        <div id="no-benefit-types"><Alert kind=AlertKind::Warning heading=texts().change_page.no_benefit_types/></div>
    }
}

/// The benefit types that the unit pays, to choose one.
#[component]
fn BenefitTypeChoice(form: ChangeForm, types: Option<BenefitTypes>) -> impl IntoView {
    let texts = &texts().fields;
    let options: Vec<_> = types
        .map(|types| types.payable)
        .unwrap_or_default()
        .into_iter()
        .map(|own| SelectOption { value: own.code.as_str().to_owned(), label: own.to_string() })
        .collect();
    view! {
        <Select
            id=Field::BenefitType.name()
            label=(texts.field)(Field::BenefitType).label
            hint=(texts.field)(Field::BenefitType).hint
            options
            value=Signal::derive(move || form.value(Field::BenefitType))
            on_change=form.typed_into(Field::BenefitType)
            error=form.error(Field::BenefitType)
        />
    }
}

#[component]
fn Lock(form: ChangeForm) -> impl IntoView {
    let texts = &texts().fields;
    view! {
        <CheckBox
            id=Field::Locked.name()
            legend=(texts.field)(Field::Locked).label
            label=(texts.field)(Field::Locked).tick
            checked=Signal::derive(move || form.draft().is_ticked(Field::Locked))
            on_change=form.ticked(Field::Locked)
            error=form.error(Field::Locked)
            hint=(texts.field)(Field::Locked).hint
        />
    }
}
