//! The fields of a foreign account without IBAN. The country comes first: it decides the others.

use leptos::prelude::*;

use super::{
    account::{BankFields, DifferentCountries},
    iban::{BicField, BicHelp},
};
use crate::{
    browser::{document, names},
    domain::{
        account::AccountType,
        country::Country,
        draft::Field,
        foreign_number::{ForeignNumber, Layout, Presence, layout},
    },
    i18n::field_texts,
    ui::{
        change_form::ChangeForm,
        components::{Select, SelectOption, TextField},
        language::{language, texts},
    },
};

/// The country, and then what accounts there consist of.
#[component]
pub fn NumberFields(form: ChangeForm) -> impl IntoView {
    let (language, texts) = (language(), &texts().fields);
    let mut options: Vec<_> = Country::all()
        .map(|country| SelectOption { value: country.as_str().to_owned(), label: names::country(language, country) })
        .collect();
    names::sort(language, &mut options, |option| &option.label);
    let country = Memo::new(move |_| form.draft().country());
    view! {
        <Select
            id=Field::Country.name()
            label=(texts.field)(Field::Country).label
            hint=(texts.field)(Field::Country).hint
            options
            value=Signal::derive(move || form.value(Field::Country))
            on_change=form.typed_into(Field::Country)
            error=form.error(Field::Country)
        />
        {move || country.get().map(|country| match layout(country) {
            Some(layout) => view! { <PartFields form layout/> }.into_any(),
            None => view! { <OtherForm form country/> }.into_any(),
        })}
    }
}

/// What the country has for bank and account.
#[component]
fn PartFields(form: ChangeForm, layout: Layout) -> impl IntoView {
    let (language, optional) = (language(), texts().fields.optional);
    let Layout { bank_code_presence, bic, .. } = layout;
    let (has_code, is_optional) = (bank_code_presence != Presence::Absent, bank_code_presence == Presence::Optional);
    let texts = move |field| untrack(|| field_texts(language, field, &form.draft()));
    let number_as_read = Memo::new(move |_| {
        let code = if has_code { form.value(Field::BankCode) } else { String::new() };
        ForeignNumber::parse(form.draft().country()?, &code, &form.value(Field::ForeignAccount)).ok()
    });
    view! {
        {has_code.then(|| view! {
            <TextField
                id=Field::BankCode.name()
                label={
                    let label = texts(Field::BankCode).label;
                    if is_optional { optional(label) } else { label.to_owned() }
                }
                hint=texts(Field::BankCode).hint
                value=Signal::derive(move || form.value(Field::BankCode))
                on_input=form.typed_into(Field::BankCode)
                error=form.error(Field::BankCode)
                echo=Signal::derive(move || number_as_read.get()?.bank_code_in_groups())
                width="input-char-16"
                optional=is_optional
            />
        })}
        <TextField
            id=Field::ForeignAccount.name()
            label=texts(Field::ForeignAccount).label
            hint=texts(Field::ForeignAccount).hint
            value=Signal::derive(move || form.value(Field::ForeignAccount))
            on_input=form.typed_into(Field::ForeignAccount)
            error=form.error(Field::ForeignAccount)
            echo=Signal::derive(move || Some(number_as_read.get()?.account_in_groups()))
            width="input-width-l"
        />
        <BicField form optional=bic != Presence::Required/>
        <DifferentCountries form/>
        <BicHelp/>
        <BankFields form/>
    }
}

/// The country's accounts have an IBAN, or are domestic: the way to the form that fits.
#[component]
fn OtherForm(form: ChangeForm, country: Country) -> impl IntoView {
    let texts = &texts().fields;
    let (other, first_field) = if country.is_domestic() {
        (AccountType::Domestic, Field::RegistrationNumber)
    } else {
        (AccountType::Iban, Field::Bic)
    };
    let words = {
        let error = if other == AccountType::Domestic {
            crate::domain::draft::FieldError::CountryDomestic(country)
        } else {
            crate::domain::draft::FieldError::CountryWithIban(country)
        };
        crate::i18n::field_error(language(), &error)
    };
    let switch = move |_| {
        form.update(|draft| draft.set(Field::AccountType, other.name()));
        request_animation_frame(move || document::focus(first_field.name()));
    };
    view! {
        <p id="other-form" role="status">{words}</p>
        <button class="button button-secondary" type="button" id="use-other-form" on:click=switch>
            {move || if other == AccountType::Domestic { texts.use_domestic } else { texts.use_iban }}
        </button>
    }
}
