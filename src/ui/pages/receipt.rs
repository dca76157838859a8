//! The receipt: what was committed, and what happens next.

use leptos::{prelude::*, task::spawn_local};

use super::problem::FailurePage;
use crate::{
    api,
    browser::{clock, document, location},
    contract::{ApiFailure, Receipt},
    domain::change::Action,
    i18n::holder_number,
    relogin::State,
    ui::{
        components::{AccountRows, Alert, AlertKind, Link, PageHeading, QrCodeOf, Row, Waiting},
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
    let Receipt {
        number, change, holder_name, previous, caseworker, committed_at, authenticated_at, check_code, ..
    } = receipt;
    let address = location::address_of(&Route::Receipt(number.clone()).path());
    let new_account = change.account().cloned();
    let is_deletion = change.action == Action::DeleteNemKonto;
    let holder = change.holder;
    let date_and_time = move |at| clock::date_and_time(app.language.get(), at);
    view! {
        <Alert kind=AlertKind::Success heading=Signal::derive(move || if is_deletion { texts().deleted_success } else { texts().success }.to_owned())/>
        <PageHeading text=Signal::derive(move || texts().title.to_owned())/>
        <dl class="rows" id="receipt">
            <Row term=Signal::derive(move || texts().number.to_owned())><strong class="number" id="receipt-number">{number}</strong></Row>
            <Row term=Signal::derive(move || texts().committed_at.to_owned())>{move || date_and_time(committed_at)}</Row>
            <Row term=Signal::derive(move || texts().holder.to_owned())>
                <strong>{holder_name}</strong>
                <br/>
                <span class="number">{move || holder_number(app.language.get(), &holder)}</span>
            </Row>
            <Row term=Signal::derive(move || texts().change.to_owned())>{move || if is_deletion { texts().delete_nemkonto } else { texts().assign_nemkonto }}</Row>
            {new_account.map(|account| view! {
                <Row term=Signal::derive(move || texts().new_account.to_owned())>
                    <AccountRows account=Some(account) none=Signal::derive(move || texts().none)/>
                </Row>
                <Row term=Signal::derive(move || texts().previous_account.to_owned())>
                    <AccountRows account=previous none=Signal::derive(move || texts().none)/>
                </Row>
            })}
            <Row term=Signal::derive(move || texts().caseworker.to_owned())>
                {move || caseworker.name.clone().unwrap_or_else(|| app.texts().frame.hidden_name.to_owned())}
            </Row>
            <Row term=Signal::derive(move || texts().authority.to_owned())>{format!("{} (CVR {})", caseworker.authority.name, caseworker.authority.cvr)}</Row>
            <Row term=Signal::derive(move || texts().login_at.to_owned())>{move || date_and_time(authenticated_at)}</Row>
            <Row term=Signal::derive(move || texts().check_code.to_owned())>{check_code}</Row>
        </dl>
        <div class="receipt-code">
            <QrCodeOf address label=Signal::derive(move || texts().qr_code)/>
            <p>{move || texts().qr_code_note}</p>
        </div>
        <h2 class="h2">{move || texts().next_heading}</h2>
        {if is_deletion {
            view! { <p>{move || texts().next_deleted}" "{move || texts().next_deleted_new}</p> }.into_any()
        } else {
            view! {
                <p>{move || texts().next_activation}</p>
                <p>{move || texts().next_until_then}" "{move || texts().next_urgent}</p>
            }.into_any()
        }}
        <div class="button-row no-print">
            <button class="button button-primary" type="button" id="print" on:click=|_| document::print()>{move || texts().print}</button>
            <Link to=Route::Start class="button button-secondary" id="new-change">{move || texts().new_change}</Link>
        </div>
    }
}
