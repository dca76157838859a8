//! What stands below some fields: help, and the way to the type of account that fits what was typed.

use leptos::prelude::*;

use super::bank::{BankOf, BankOfIban};
use crate::{
    browser::document,
    domain::{
        account::AccountType,
        country::Country,
        draft::{Field, FieldError},
        iban::{Iban, IbanError},
    },
    i18n::field_error,
    ui::{
        change_form::ChangeForm,
        components::Button,
        language::{language, texts},
    },
};

/// What follows a field.
#[component]
pub fn WaysOn(form: ChangeForm, field: Field) -> impl IntoView {
    match field {
        Field::RegistrationNumber | Field::Bic => view! { <BankOf form field/> }.into_any(),
        Field::Iban => view! { <BankOfIban form/><FromIban form/> }.into_any(),
        Field::Country => view! { <FromCountry form/> }.into_any(),
        Field::DifferentCountries => view! { <BicHelp/> }.into_any(),
        _ => ().into_any(),
    }
}

/// The IBAN is that of a domestic account, or of a country that has none.
#[component]
fn FromIban(form: ChangeForm) -> impl IntoView {
    let texts = &texts().fields;
    let fits = Memo::new(move |_| match Iban::parse(&form.value(Field::Iban)) {
        Ok(iban) if iban.is_domestic() => Some(AccountType::Domestic),
        Err(IbanError::CountryWithoutIban { .. }) => Some(AccountType::Number),
        _ => None,
    });
    let use_domestic = move |()| {
        let iban = untrack(|| form.value(Field::Iban));
        form.update(|draft| {
            draft.paste(Field::Iban, &iban);
            draft.set(Field::Iban, "");
        });
        focus_later(Field::RegistrationNumber);
    };
    let use_number = move |()| {
        let Err(IbanError::CountryWithoutIban { country }) = Iban::parse(&untrack(|| form.value(Field::Iban))) else {
            return;
        };
        form.update(|draft| {
            draft.set(Field::AccountType, AccountType::Number.name());
            draft.set(Field::Country, country.as_str());
        });
        focus_later(Field::Country);
    };
    view! {
        {move || (fits.get() == Some(AccountType::Domestic)).then(|| view! {
            <Button id="use-domestic" text=texts.use_domestic on_press=use_domestic/>
        })}
        {move || (fits.get() == Some(AccountType::Number)).then(|| view! {
            <Button id="use-number" text=texts.use_number on_press=use_number/>
        })}
    }
}

/// The country's accounts have an IBAN, or are domestic.
#[component]
fn FromCountry(form: ChangeForm) -> impl IntoView {
    let country = Memo::new(move |_| {
        let draft = form.draft();
        draft.country().filter(|_| draft.layout().is_none())
    });
    move || country.get().map(|country| view! { <OtherType form country/> })
}

#[component]
fn OtherType(form: ChangeForm, country: Country) -> impl IntoView {
    let texts = &texts().fields;
    let (other, first_field, button, error) = if country.is_domestic() {
        let error = FieldError::CountryDomestic(country);
        (AccountType::Domestic, Field::RegistrationNumber, texts.use_domestic, error)
    } else {
        (AccountType::Iban, Field::Bic, texts.use_iban, FieldError::CountryWithIban(country))
    };
    let switch = move |()| {
        form.update(|draft| draft.set(Field::AccountType, other.name()));
        focus_later(first_field);
    };
    view! {
        <p id="other-form" role="status">{field_error(language(), &error)}</p>
        <Button id="use-other-form" text=button on_press=switch/>
    }
}

/// Where the BIC is to be found.
#[component]
fn BicHelp() -> impl IntoView {
    let texts = &texts().fields;
    view! {
        <details class="help">
            <summary>{texts.bic_help_heading}</summary>
            <p>{texts.bic_help}</p>
        </details>
    }
}

/// The field is not in the page yet.
fn focus_later(field: Field) {
    request_animation_frame(move || document::focus(field.name()));
}
