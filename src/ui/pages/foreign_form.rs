//! The form "Udenlandsk NemKonto": BIC and IBAN.

use leptos::prelude::*;

use super::overview::WithOverview;
use crate::{
    browser::names,
    contract::{AccountOverview, HolderKey},
    domain::{
        bic::Bic,
        draft::{Field, Kind},
        iban::Iban,
    },
    i18n::problem,
    relogin::{Notice, Problem, State},
    ui::{
        change_form::ChangeForm,
        components::{
            AccountRows, Alert, AlertKind, CheckBox, ErrorSummary, HolderRows, Link, PageHeading, Row, SubmitButton,
            TextField,
        },
        confirmation::Confirmation,
        route::Route,
        state::App,
    },
};

/// The form for the holder at the address.
#[component]
pub fn ForeignForm(key: HolderKey) -> impl IntoView {
    view! { <WithOverview key children=|overview| view! { <Form overview/> }.into_any()/> }
}

#[component]
fn Form(overview: AccountOverview) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().form;
    let form = ChangeForm::new(app, &overview, Kind::ForeignNemKonto);
    let AccountOverview { key, holder, name, nemkonto, .. } = overview;
    let present = nemkonto.map(|nemkonto| nemkonto.account);
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
        differing.get().map_or_else(String::new, |(iban, bic)| {
            let language = app.language.get();
            (texts().countries_tick)(&names::country(language, iban), &names::country(language, bic))
        })
    });
    view! {
        <p><Link to=Route::Overview(key) class="back-link">{move || texts().back}</Link></p>
        <ErrorSummary items=form.summary attempt=form.attempt/>
        <Messages/>
        <PageHeading
            text=Signal::derive(move || texts().foreign_title.to_owned())
            has_errors=Signal::derive(move || form.summary.with(|items| !items.is_empty()))
        />
        <div class="box">
            <HolderRows holder name/>
            <dl class="rows">
                <Row term=Signal::derive(move || texts().present.to_owned())>
                    <AccountRows account=present none=Signal::derive(move || texts().none)/>
                </Row>
            </dl>
        </div>
        <form novalidate=true on:submit=move |event| {
            event.prevent_default();
            form.save();
        }>
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
            <SubmitButton
                id="save"
                text=Signal::derive(move || texts().save)
                busy_text=Signal::derive(move || texts().saving)
                is_busy=form.is_saving
            />
        </form>
        <Confirmation/>
    }
}

/// Why the form is open again, and what stopped the last attempt.
#[component]
fn Messages() -> impl IntoView {
    let app = App::get();
    let stopped_by = Memo::new(move |_| match app.relogin.get() {
        State::Editing(stopped_by) => stopped_by,
        _ => None,
    });
    view! {
        {move || app.notice.get().map(|notice| {
            let texts = &app.texts().form;
            let words = match notice {
                Notice::Cancelled => texts.cancelled_notice,
                Notice::Interrupted => texts.interrupted_notice,
                Notice::Asked => texts.asked_notice,
            };
            view! { <Alert kind=AlertKind::Info heading=texts.notice_heading.to_owned()><p id="notice">{words}</p></Alert> }
        })}
        {move || stopped_by.get().filter(|problem| !problem.is_at_fields()).map(|stopped_by: Problem| {
            let words = problem(app.language.get(), &stopped_by);
            view! { <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert> }
        })}
    }
}
