//! The bank that a field names, below it.

use leptos::prelude::*;

use crate::{
    browser::document,
    contract::FoundBank,
    domain::draft::Field,
    ui::{change_form::ChangeForm, components::Button, language::texts},
};

/// The name of the bank, once it is known, or that the directory does not know it, which stops nobody.
#[component]
pub fn BankOf(form: ChangeForm, field: Field) -> impl IntoView {
    let texts = &texts().fields;
    let words = move || match form.bank(field) {
        Some(FoundBank { bank: Some(bank), .. }) => format!("{}: {bank}", texts.bank),
        Some(_) => texts.bank_unknown.to_owned(),
        None => String::new(),
    };
    view! { <Note id=format!("{}-bank", field.name()) class="field-bank" words=Signal::derive(words)/> }
}

/// What follows from the bank that the IBAN names: its BIC, to be filled in, and whether the BIC is that of another one.
#[component]
pub fn BankOfIban(form: ChangeForm) -> impl IntoView {
    let texts = &texts().fields;
    let differ = move || if form.names_two_banks() { texts.banks_differ.to_owned() } else { String::new() };
    let is_offered = Memo::new(move |_| form.offered_bic().is_some());
    let fill_in = move |()| {
        if let Some(bic) = untrack(|| form.offered_bic()) {
            form.update(|draft| draft.set(Field::Bic, bic.as_str()));
            // The button is no longer there.
            document::focus(Field::Bic.name());
        }
    };
    view! {
        <BankOf form field=Field::Iban/>
        <Note id="banks-differ".to_owned() class="field-bank field-warning" words=Signal::derive(differ)/>
        {move || is_offered.get().then(|| view! { <Button id="use-bic" text=texts.use_bic on_press=fill_in/> })}
    }
}

/// Words that come and go, and are read out when they come.
#[component]
fn Note(id: String, class: &'static str, words: Signal<String>) -> impl IntoView {
    view! { <p class=class id=id role="status" translate="no">{move || words.get()}</p> }
}
