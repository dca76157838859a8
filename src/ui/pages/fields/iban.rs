//! The fields of a foreign account with IBAN.

use leptos::prelude::*;

use super::account::{BankFields, DifferentCountries};
use crate::{
    browser::{document, names},
    domain::{
        account::AccountType,
        bic::Bic,
        country::Country,
        draft::Field,
        iban::{Iban, IbanError},
    },
    ui::{
        change_form::ChangeForm,
        components::TextField,
        language::{language, texts},
    },
};

/// BIC, IBAN, and what may be known of the bank.
#[component]
pub fn IbanFields(form: ChangeForm) -> impl IntoView {
    let (language, texts) = (language(), &texts().fields);
    let iban_as_read = Signal::derive(move || {
        let iban = Iban::parse(&form.value(Field::Iban)).ok()?;
        Some(format!("{iban} · {}", names::country(language, iban.country())))
    });
    let is_domestic = Memo::new(move |_| Iban::parse(&form.value(Field::Iban)).is_ok_and(|iban| iban.is_domestic()));
    let switch = move |_| {
        let iban = untrack(|| form.value(Field::Iban));
        form.update(|draft| {
            draft.spread(Field::Iban, &iban);
            draft.set(Field::Iban, "");
        });
        request_animation_frame(|| document::focus(Field::RegistrationNumber.name()));
    };
    let country_without_iban = Memo::new(move |_| match Iban::parse(&form.value(Field::Iban)) {
        Err(IbanError::CountryWithoutIban { country }) => Some(country),
        _ => None,
    });
    let use_number = move |country: Country| {
        form.update(|draft| {
            draft.set(Field::AccountType, AccountType::Number.name());
            draft.set(Field::Country, country.as_str());
        });
        request_animation_frame(|| document::focus(Field::Country.name()));
    };
    view! {
        <BicField form/>
        <TextField
            id=Field::Iban.name()
            label=(texts.field)(Field::Iban).label
            hint=(texts.field)(Field::Iban).hint
            value=Signal::derive(move || form.value(Field::Iban))
            on_input=form.typed_into(Field::Iban)
            on_paste=form.pasted_account(Field::Iban)
            error=form.error(Field::Iban)
            echo=iban_as_read
            width="input-width-l"
        />
        {move || is_domestic.get().then(|| view! {
            <button class="button button-secondary" type="button" id="use-domestic" on:click=switch>{texts.use_domestic}</button>
        })}
        {move || country_without_iban.get().map(|country| view! {
            <button class="button button-secondary" type="button" id="use-number" on:click=move |_| use_number(country)>
                {texts.use_number}
            </button>
        })}
        <DifferentCountries form/>
        <BicHelp/>
        <BankFields form optional=true/>
    }
}

/// The BIC, with the country of the bank as it was understood.
#[component]
pub fn BicField(form: ChangeForm, #[prop(optional)] optional: bool) -> impl IntoView {
    let (language, texts) = (language(), &texts().fields);
    let country_of_bic = Signal::derive(move || {
        let bic = Bic::parse(&form.value(Field::Bic)).ok()?;
        let country = names::country(language, bic.country());
        Some(if bic.has_unusual_prefix() { (texts.bic_unusual)(&country) } else { country })
    });
    view! {
        <TextField
            id=Field::Bic.name()
            label={
                let label = (texts.field)(Field::Bic).label;
                if optional { (texts.optional)(label) } else { label.to_owned() }
            }
            hint=(texts.field)(Field::Bic).hint
            value=Signal::derive(move || form.value(Field::Bic))
            on_input=form.typed_into(Field::Bic)
            on_paste=form.pasted_account(Field::Bic)
            error=form.error(Field::Bic)
            echo=country_of_bic
            width="input-char-11"
            optional
        />
    }
}

/// Where the BIC is to be found.
#[component]
pub fn BicHelp() -> impl IntoView {
    let texts = &texts().fields;
    view! {
        <details class="help">
            <summary>{texts.bic_help_heading}</summary>
            <p>{texts.bic_help}</p>
        </details>
    }
}
