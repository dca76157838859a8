//! The choice of the form of an account, and the fields of that form.

use leptos::prelude::*;

use super::{domestic::DomesticFields, fi::FiFields, iban::IbanFields, number::NumberFields};
use crate::{
    browser::names,
    domain::{account::AccountType, change_kind::ChangeKind, draft::Field},
    ui::{
        change_form::ChangeForm,
        components::{CheckBox, Choice, RadioGroup, TextField},
        language::{language, texts},
    },
};

pub(super) const FIRST_FORM: &str = id_of(AccountType::Domestic);

/// What kind of account it is, and the fields that such an account has. What was typed into the fields of another kind stays.
#[component]
pub fn AccountFields(form: ChangeForm, kind: ChangeKind) -> impl IntoView {
    let texts = &texts().fields;
    let forms = kind.account_types();
    let chosen = Memo::new(move |_| form.draft().account_type());
    let choices = forms.iter().map(|own| Choice { id: id_of(*own), label: (texts.account_type)(*own) }).collect();
    let choose = move |id: &'static str| {
        if let Some(chosen) = forms.iter().find(|own| id_of(**own) == id) {
            form.update(|draft| draft.set(Field::AccountType, chosen.name()));
        }
    };
    view! {
        <RadioGroup
            name=Field::AccountType.name()
            legend=(texts.field)(Field::AccountType).label
            choices
            chosen=Signal::derive(move || Some(id_of(chosen.get())))
            on_change=Callback::new(choose)
            error=form.error(Field::AccountType)
        />
        {move || match chosen.get() {
            AccountType::Domestic => view! { <DomesticFields form/> }.into_any(),
            AccountType::Iban => view! { <IbanFields form/> }.into_any(),
            AccountType::Number => view! { <NumberFields form/> }.into_any(),
            AccountType::Fi => view! { <FiFields form/> }.into_any(),
        }}
    }
}

const fn id_of(form: AccountType) -> &'static str {
    match form {
        AccountType::Domestic => "account-type-domestic",
        AccountType::Iban => "account-type-iban",
        AccountType::Number => "account-type-number",
        AccountType::Fi => "account-type-fi",
    }
}

/// The tick for account and bank in different countries, once it is needed.
#[component]
pub fn DifferentCountries(form: ChangeForm) -> impl IntoView {
    let (language, texts) = (language(), &texts().fields);
    let differing = Memo::new(move |_| form.draft().differing_countries());
    let name = move |country| names::country(language, country);
    move || {
        differing.get().map(|(account, bic)| {
            view! {
                <CheckBox
                    id=Field::DifferentCountries.name()
                    legend=(texts.field)(Field::DifferentCountries).label
                    label=(texts.countries_tick)(&name(account), &name(bic))
                    checked=Signal::derive(move || form.draft().is_ticked(Field::DifferentCountries))
                    on_change=form.ticked(Field::DifferentCountries)
                    error=form.error(Field::DifferentCountries)
                />
            }
        })
    }
}

/// The foreign bank and the currency of the account.
#[component]
pub fn BankFields(form: ChangeForm, #[prop(optional)] optional: bool) -> impl IntoView {
    let (language, texts) = (language(), &texts().fields);
    let currency = Signal::derive(move || {
        let currency = crate::domain::currency::Currency::parse(&form.value(Field::Currency)).ok()?;
        Some(names::currency(language, &currency))
    });
    let label = move |field: Field| {
        let label = (texts.field)(field).label;
        if optional { (texts.optional)(label) } else { label.to_owned() }
    };
    view! {
        <fieldset class="group">
            <legend class="form-label">{texts.bank_heading}</legend>
            <TextField
                id=Field::BankName.name()
                label=label(Field::BankName)
                hint=(texts.field)(Field::BankName).hint
                value=Signal::derive(move || form.value(Field::BankName))
                on_input=form.typed_into(Field::BankName)
                error=form.error(Field::BankName)
                width="input-width-l"
                optional
            />
            <TextField
                id=Field::BankStreet.name()
                label=label(Field::BankStreet)
                hint=(texts.field)(Field::BankStreet).hint
                value=Signal::derive(move || form.value(Field::BankStreet))
                on_input=form.typed_into(Field::BankStreet)
                error=form.error(Field::BankStreet)
                width="input-width-l"
                optional
            />
            <TextField
                id=Field::BankCity.name()
                label=label(Field::BankCity)
                hint=(texts.field)(Field::BankCity).hint
                value=Signal::derive(move || form.value(Field::BankCity))
                on_input=form.typed_into(Field::BankCity)
                error=form.error(Field::BankCity)
                width="input-width-l"
                optional
            />
        </fieldset>
        <TextField
            id=Field::Currency.name()
            label=label(Field::Currency)
            hint=(texts.field)(Field::Currency).hint
            value=Signal::derive(move || form.value(Field::Currency))
            on_input=form.typed_into(Field::Currency)
            error=form.error(Field::Currency)
            echo=currency
            width="input-char-4"
            optional
        />
    }
}
