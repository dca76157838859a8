//! The receipt: what was committed, and what happens next.

use leptos::{prelude::*, task::spawn_local};

use super::problem::FailurePage;
use crate::{
    api,
    browser::{document, location},
    contract::{ApiFailure, SignedReceipt},
    domain::change::Action,
    relogin::State,
    ui::{
        components::{Alert, AlertKind, DownloadLink, Link, PageHeading, QrCodeOf, ReceiptRows, Waiting},
        route::Route,
        state::App,
    },
};

/// A signed document in one line (RFC 7515 section 9.2.1).
const MEDIA_TYPE: &str = "application/jose";

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
fn Content(receipt: SignedReceipt) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().receipt;
    let verify = location::address_of(&Route::Verify.path());
    let address = format!("{verify}#{}", receipt.code());
    let document = receipt.document().to_owned();
    let number = receipt.number.clone();
    let is_deletion = receipt.change.action == Action::DeleteNemKonto;
    view! {
        <Alert kind=AlertKind::Success heading=Signal::derive(move || if is_deletion { texts().deleted_success } else { texts().success }.to_owned())/>
        <PageHeading text=Signal::derive(move || texts().title.to_owned())/>
        <ReceiptRows receipt=(*receipt).clone()/>
        <h2 class="h2">{move || texts().next_heading}</h2>
        {if is_deletion {
            view! { <p>{move || texts().next_deleted}" "{move || texts().next_deleted_new}</p> }.into_any()
        } else {
            view! {
                <p>{move || texts().next_activation}</p>
                <p>{move || texts().next_until_then}" "{move || texts().next_urgent}</p>
            }.into_any()
        }}
        <div class="receipt-code">
            <QrCodeOf address label=Signal::derive(move || texts().qr_code)/>
            <p>{move || (texts().qr_code_note)(&verify)}</p>
        </div>
        <div class="button-row no-print">
            <button class="button button-primary" type="button" id="print" on:click=|_| document::print()>{move || texts().print}</button>
            <DownloadLink
                text=document
                media_type=MEDIA_TYPE
                name=Signal::derive(move || (texts().download_name)(&number))
                class="button button-secondary"
                id="download"
            >{move || texts().download}</DownloadLink>
            <Link to=Route::Start class="button button-secondary" id="new-change">{move || texts().new_change}</Link>
        </div>
    }
}
