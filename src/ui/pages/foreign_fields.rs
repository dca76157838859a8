//! The fields of a foreign account: BIC and IBAN.

use leptos::prelude::*;

use crate::{
    browser::names,
    domain::{bic::Bic, draft::Field, iban::Iban},
    ui::{
        change_form::ChangeForm,
        components::{CheckBox, TextField},
        state::App,
    },
};

/// BIC, IBAN, and the tick for different countries once it is needed.
#[component]
pub fn ForeignFields(form: ChangeForm) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().form;
    let country_of_bic = Signal::derive(move || {
        let bic = Bic::parse(&form.value(Field::Bic)).ok()?;
        Some(names::country(app.language.get(), bic.country()))
    });
    let iban_as_read = Signal::derive(move || {
        let iban = Iban::parse(&form.value(Field::Iban)).ok()?;
        Some(format!("{iban} · {}", names::country(app.language.get(), iban.country())))
    });
    let differing = Memo::new(move |_| form.draft().differing_countries());
    let tick_label = Signal::derive(move || {
        let language = app.language.get();
        differing.get().map_or_else(String::new, |(iban, bic)| {
            (texts().countries_tick)(&names::country(language, iban), &names::country(language, bic))
        })
    });
    view! {
        <TextField
            id=Field::Bic.name()
            label=Signal::derive(move || texts().bic_label)
            hint=Signal::derive(move || texts().bic_hint)
            value=Signal::derive(move || form.value(Field::Bic))
            on_input=form.typed_into(Field::Bic)
            error=form.error(Field::Bic)
            echo=country_of_bic
            width="input-char-11"
        />
        <TextField
            id=Field::Iban.name()
            label=Signal::derive(move || texts().iban_label)
            hint=Signal::derive(move || texts().iban_hint)
            value=Signal::derive(move || form.value(Field::Iban))
            on_input=form.typed_into(Field::Iban)
            error=form.error(Field::Iban)
            echo=iban_as_read
            width="input-width-l"
        />
        {move || differing.get().is_some().then(|| view! {
            <CheckBox
                id=Field::DifferentCountries.name()
                legend=Signal::derive(move || texts().countries_legend)
                label=tick_label
                checked=Signal::derive(move || form.draft().is_ticked(Field::DifferentCountries))
                on_change=form.ticked(Field::DifferentCountries)
                error=form.error(Field::DifferentCountries)
            />
        })}
        <details class="help">
            <summary>{move || texts().bic_help_heading}</summary>
            <p>{move || texts().bic_help}</p>
        </details>
    }
}
