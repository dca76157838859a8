//! The fields of a domestic account: registration number and account number, and from when a `NemKonto` is used.

use leptos::prelude::*;

use crate::{
    domain::{
        domestic::{AccountNumber, DomesticAccount, DomesticCountry, RegistrationNumber},
        draft::Field,
    },
    ui::{change_form::ChangeForm, components::TextField, language::texts},
};

/// Two fields for the two parts. A whole account pasted into either is spread over both, a foreign IBAN goes into its own form.
#[component]
pub fn DomesticFields(form: ChangeForm) -> impl IntoView {
    let texts = &texts().fields;
    let account_as_read = Signal::derive(move || {
        let registration_number = RegistrationNumber::parse(&form.value(Field::RegistrationNumber)).ok()?;
        let account_number = AccountNumber::parse(&form.value(Field::AccountNumber)).ok()?;
        let account = DomesticAccount::new(registration_number, account_number);
        Some((texts.account_as_read)(&account.to_string(), &account.to_iban(DomesticCountry::Denmark).to_string()))
    });
    view! {
        <TextField
            id=Field::RegistrationNumber.name()
            label=(texts.field)(Field::RegistrationNumber).label
            hint=(texts.field)(Field::RegistrationNumber).hint
            value=Signal::derive(move || form.value(Field::RegistrationNumber))
            on_input=form.typed_into(Field::RegistrationNumber)
            on_paste=form.pasted_account(Field::RegistrationNumber)
            error=form.error(Field::RegistrationNumber)
            width="input-char-4"
            numeric=true
        />
        <TextField
            id=Field::AccountNumber.name()
            label=(texts.field)(Field::AccountNumber).label
            hint=(texts.field)(Field::AccountNumber).hint
            value=Signal::derive(move || form.value(Field::AccountNumber))
            on_input=form.typed_into(Field::AccountNumber)
            on_paste=form.pasted_account(Field::AccountNumber)
            error=form.error(Field::AccountNumber)
            echo=account_as_read
            width="input-char-10"
            numeric=true
        />
    }
}

/// From when a `NemKonto` is used.
#[component]
pub fn ValidFrom(form: ChangeForm) -> impl IntoView {
    let texts = &texts().fields;
    view! {
        <TextField
            id=Field::ValidFrom.name()
            label=(texts.optional)((texts.field)(Field::ValidFrom).label)
            hint=(texts.field)(Field::ValidFrom).hint
            value=Signal::derive(move || form.value(Field::ValidFrom))
            on_input=form.typed_into(Field::ValidFrom)
            error=form.error(Field::ValidFrom)
            width="input-char-10"
            optional=true
        />
    }
}
