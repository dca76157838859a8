//! Any field of a form.

use leptos::prelude::*;

use super::{
    description::{Control, Description, id_of_slip, id_of_type},
    echo::echo,
};
use crate::{
    browser::names,
    contract::BenefitType,
    domain::{country::Country, draft::Draft, fi::Slip},
    ui::{
        change_form::ChangeForm,
        components::{CheckBox, Choice, RadioGroup, Select, SelectOption, TextField},
        language::{language, texts},
    },
};

/// A field with all that belongs to it. Everything follows from its description and from the form.
#[component]
pub fn FormField(
    form: ChangeForm,
    field: Description,
    /// The benefit types that the unit pays.
    types: StoredValue<Vec<BenefitType>>,
) -> impl IntoView {
    match field.control() {
        Control::Text { width, is_numeric, takes_accounts } => {
            view! { <Text form field width is_numeric takes_accounts/> }.into_any()
        }
        Control::Tick => {
            let label = field.tick.to_owned();
            view! { <Tick form field label/> }.into_any()
        }
        Control::CountriesTick => view! { <CountriesTick form field/> }.into_any(),
        Control::AccountTypes => {
            let name = texts().fields.account_type;
            let choices = form.account_types().iter().map(|own| (id_of_type(*own), name(*own), own.name())).collect();
            view! { <Choices form field choices/> }.into_any()
        }
        Control::Slips => {
            let name = texts().fields.slip;
            let choices = Slip::ALL.iter().map(|slip| (id_of_slip(*slip), name(*slip), slip.code())).collect();
            view! { <Choices form field choices/> }.into_any()
        }
        Control::Countries => view! { <List form field options=countries()/> }.into_any(),
        Control::BenefitTypes => {
            let option =
                |own: &BenefitType| SelectOption { value: own.code.as_str().to_owned(), label: own.to_string() };
            let options: Vec<_> = types.with_value(|types| types.iter().map(option).collect());
            view! { <List form field options/> }.into_any()
        }
        Control::Nothing => ().into_any(),
    }
}

#[component]
fn Text(
    form: ChangeForm,
    field: Description,
    width: &'static str,
    is_numeric: bool,
    takes_accounts: bool,
) -> impl IntoView {
    let language = language();
    let Description { field, label, hint, is_optional, .. } = field;
    view! {
        <TextField
            id=field.name()
            label
            hint
            value=Signal::derive(move || form.value(field))
            on_input=form.typed_into(field)
            on_paste=takes_accounts.then(|| form.pasted_account(field))
            on_leave=takes_accounts.then(|| form.typed_account(field))
            error=form.error(field)
            echo=Memo::new(move |_| form.with_draft(|draft| echo(language, field, draft)))
            width
            numeric=is_numeric
            optional=is_optional
        />
    }
}

#[component]
fn Tick(form: ChangeForm, field: Description, label: String) -> impl IntoView {
    let Description { field, label: legend, hint, .. } = field;
    view! {
        <CheckBox
            id=field.name()
            legend
            label
            checked=Signal::derive(move || form.is_ticked(field))
            on_change=form.ticked(field)
            error=form.error(field)
            hint=(!hint.is_empty()).then_some(hint)
        />
    }
}

/// The tick for account and bank in different countries, once it is needed.
#[component]
fn CountriesTick(form: ChangeForm, field: Description) -> impl IntoView {
    let (language, label) = (language(), texts().fields.countries_tick);
    let differing = Memo::new(move |_| form.with_draft(Draft::differing_countries));
    let name = move |country| names::country(language, country);
    move || {
        let (account, bic) = differing.get()?;
        Some(view! { <Tick form field=field.clone() label=label(&name(account), &name(bic))/> })
    }
}

/// Radio buttons; of each choice the id, the words, and what is written into the draft.
#[component]
fn Choices(
    form: ChangeForm,
    field: Description,
    choices: Vec<(&'static str, &'static str, &'static str)>,
) -> impl IntoView {
    let Description { field, label, .. } = field;
    let buttons = choices.iter().map(|&(id, label, _)| Choice { id, label }).collect();
    let choices = StoredValue::new(choices);
    let chosen = move || {
        let chosen = form.chosen(field)?;
        choices.with_value(|choices| choices.iter().find(|(.., value)| *value == chosen).map(|(id, ..)| *id))
    };
    let choose = move |chosen: &'static str| {
        let value = choices.with_value(|choices| choices.iter().find(|(id, ..)| *id == chosen).map(|(.., own)| *own));
        if let Some(value) = value {
            form.update(|draft| draft.set(field, value));
        }
    };
    view! {
        <RadioGroup
            name=field.name()
            legend=label
            choices=buttons
            chosen=Signal::derive(chosen)
            on_change=Callback::new(choose)
            error=form.error(field)
        />
    }
}

#[component]
fn List(form: ChangeForm, field: Description, options: Vec<SelectOption>) -> impl IntoView {
    let Description { field, label, hint, .. } = field;
    view! {
        <Select
            id=field.name()
            label
            hint
            options
            value=Signal::derive(move || form.value(field))
            on_change=form.typed_into(field)
            error=form.error(field)
        />
    }
}

fn countries() -> Vec<SelectOption> {
    let language = language();
    let option = |country: Country| {
        let label = names::country(language, country);
        SelectOption { value: country.as_str().to_owned(), label }
    };
    names::sorted(language, Country::all().map(option), |option| &option.label)
}
