//! The fields of a domestic account: registration number and account number, and from when a `NemKonto` is used.

use leptos::prelude::*;

use crate::{
    domain::{
        domestic::{AccountNumber, DomesticAccount, DomesticCountry, RegistrationNumber},
        draft::Field,
    },
    ui::{change_form::ChangeForm, components::TextField, state::App},
};

/// Two fields for the two parts. A whole account pasted into either is spread over both, a foreign IBAN goes into its own form.
#[component]
pub fn DomesticFields(form: ChangeForm) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().fields;
    let account_as_read = Signal::derive(move || {
        let registration_number = RegistrationNumber::parse(&form.value(Field::RegistrationNumber)).ok()?;
        let account_number = AccountNumber::parse(&form.value(Field::AccountNumber)).ok()?;
        let account = DomesticAccount::new(registration_number, account_number);
        Some((texts().account_as_read)(&account.to_string(), &account.to_iban(DomesticCountry::Denmark).to_string()))
    });
    view! {
        <TextField
            id=Field::RegistrationNumber.name()
            label=Signal::derive(move || (texts().field)(Field::RegistrationNumber).label.to_owned())
            hint=Signal::derive(move || (texts().field)(Field::RegistrationNumber).hint.to_owned())
            value=Signal::derive(move || form.value(Field::RegistrationNumber))
            on_input=form.typed_into(Field::RegistrationNumber)
            on_paste=form.pasted_account(Field::RegistrationNumber)
            error=form.error(Field::RegistrationNumber)
            width="input-char-4"
            numeric=true
        />
        <TextField
            id=Field::AccountNumber.name()
            label=Signal::derive(move || (texts().field)(Field::AccountNumber).label.to_owned())
            hint=Signal::derive(move || (texts().field)(Field::AccountNumber).hint.to_owned())
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
    let app = App::get();
    let texts = move || &app.texts().fields;
    view! {
        <TextField
            id=Field::ValidFrom.name()
            label=Signal::derive(move || (texts().optional)((texts().field)(Field::ValidFrom).label))
            hint=Signal::derive(move || (texts().field)(Field::ValidFrom).hint.to_owned())
            value=Signal::derive(move || form.value(Field::ValidFrom))
            on_input=form.typed_into(Field::ValidFrom)
            error=form.error(Field::ValidFrom)
            width="input-char-10"
            optional=true
        />
    }
}
