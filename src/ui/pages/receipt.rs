//! The receipt: what was committed, and what happens next.

use leptos::{prelude::*, task::spawn_local};

use super::problem::FailurePage;
use crate::{
    api,
    browser::{clock, document, location},
    contract::{ApiFailure, Names, Receipt},
    i18n::holder_number,
    relogin::State,
    ui::{
        components::{Alert, AlertKind, Comparison, Link, PageHeading, QrCodeOf, Row, Waiting},
        route::Route,
        state::App,
    },
};

/// The receipt with a number: the one that `confirm` has just answered, or fetched from the API.
#[component]
pub fn ReceiptPage(number: String) -> impl IntoView {
    let app = App::get();
    let receipt = RwSignal::new(app.relogin.with_untracked(|state| match state {
        State::Done(confirmed) if confirmed.receipt.number == number => Some(confirmed.receipt.clone()),
        _ => None,
    }));
    let failure = RwSignal::new(None::<ApiFailure>);
    let load = move || {
        let number = number.clone();
        failure.set(None);
        spawn_local(async move {
            match api::receipt(&number).await {
                Ok(found) => receipt.set(Some(found)),
                Err(refused) => {
                    app.note_failure(&refused);
                    failure.set(Some(refused));
                }
            }
        });
    };
    if receipt.with_untracked(Option::is_none) {
        load();
    }
    app.load_configuration();
    let retry = Callback::new(move |()| load());
    move || match (receipt.get(), failure.get()) {
        (Some(receipt), _) => view! { <Content receipt/> }.into_any(),
        (None, Some(failure)) => view! { <FailurePage failure retry/> }.into_any(),
        (None, None) => {
            view! { <Waiting text=Signal::derive(move || app.texts().receipt.loading.to_owned())/> }.into_any()
        }
    }
}

#[component]
fn Content(receipt: Receipt) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().receipt;
    let Receipt { number, change, names, before, caseworker, committed_at, authenticated_at, check_code, .. } = receipt;
    let address = location::address_of(&Route::Receipt(number.clone()).path());
    let kind = change.kind();
    let changes = move || &app.texts().changes;
    let holder = change.holder().cloned();
    let is_about_holder = holder.is_some();
    let benefit_type = change.benefit_type().map(|code| match &names.benefit_type {
        Some(name) => format!("{name} ({code})"),
        None => code.to_string(),
    });
    let Names { holder: holder_name, .. } = names;
    let date_and_time = move |at| clock::date_and_time(app.language.get(), at);
    view! {
        <Alert kind=AlertKind::Success heading=Signal::derive(move || (changes().success)(kind).to_owned())/>
        <PageHeading text=Signal::derive(move || texts().title.to_owned())/>
        <div id="receipt">
        <dl class="rows">
            <Row term=Signal::derive(move || texts().number.to_owned())><strong class="number" id="receipt-number">{number}</strong></Row>
            <Row term=Signal::derive(move || texts().committed_at.to_owned())>{move || date_and_time(committed_at)}</Row>
            {holder.map(|holder| view! {
                <Row term=Signal::derive(move || texts().holder.to_owned())>
                    <strong>{holder_name.unwrap_or_default()}</strong>
                    <br/>
                    <span class="number">{move || holder_number(app.language.get(), &holder)}</span>
                </Row>
            })}
            <Row term=Signal::derive(move || texts().change.to_owned())>{move || (changes().done)(kind)}</Row>
            {benefit_type.map(|name| view! {
                <Row term=Signal::derive(move || texts().benefit_type.to_owned())>{name}</Row>
            })}
            <Row term=Signal::derive(move || texts().caseworker.to_owned())>
                {move || caseworker.name.clone().unwrap_or_else(|| app.texts().frame.hidden_name.to_owned())}
            </Row>
            <Row term=Signal::derive(move || texts().authority.to_owned())>{format!("{} (CVR {})", caseworker.authority.name, caseworker.authority.cvr)}</Row>
            <Row term=Signal::derive(move || texts().login_at.to_owned())>{move || date_and_time(authenticated_at)}</Row>
            <Row term=Signal::derive(move || texts().check_code.to_owned())>{check_code}</Row>
        </dl>
        {(!kind.is_deletion()).then(|| view! { <Comparison change before/> })}
        </div>
        <div class="receipt-code">
            <QrCodeOf address label=Signal::derive(move || texts().qr_code)/>
            <p>{move || texts().qr_code_note}</p>
        </div>
        <h2 class="h2">{move || texts().next_heading}</h2>
        {move || (changes().next)(kind).iter().map(|sentence| view! { <p>{*sentence}</p> }).collect_view()}
        <div class="button-row no-print">
            <button class="button button-primary" type="button" id="print" on:click=|_| document::print()>{move || texts().print}</button>
            {if is_about_holder {
                view! { <Link to=Route::Start class="button button-secondary" id="new-change">{move || texts().new_change}</Link> }.into_any()
            } else {
                view! { <Link to=Route::BenefitTypes class="button button-secondary" id="to-benefit-types">{move || texts().back_to_types}</Link> }.into_any()
            }}
        </div>
    }
}
