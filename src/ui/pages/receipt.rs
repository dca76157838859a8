//! The receipt: what was committed, and what happens next.

use leptos::{prelude::*, task::spawn_local};

use super::problem::FailurePage;
use crate::{
    api,
    api_error::ApiError,
    browser::{document, location},
    contract::SignedReceipt,
    domain::holder::HolderId,
    i18n::failure_sentence,
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
        State::Done(receipt) if receipt.number == number => Some((**receipt).clone()),
        _ => None,
    }));
    let failure = RwSignal::new(None::<ApiError>);
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
        (None, Some(failure)) => {
            view! { <FailurePage failure retry outcome=|texts| texts.problem.receipts_of_changes/> }.into_any()
        }
        (None, None) => {
            view! { <Waiting text=Signal::derive(move || app.texts().receipt.loading.to_owned()) is_page=true/> }
                .into_any()
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
    let kind = receipt.change.kind();
    let holder = receipt.change.holder().cloned();
    let changes = move || &app.texts().changes;
    let warnings = receipt.warnings.clone();
    let next = move || {
        let as_told = warnings.iter().filter_map(|warning| (changes().next_as_told)(kind, *warning));
        (changes().next)(kind).iter().copied().chain(as_told).map(|sentence| view! { <p>{sentence}</p> }).collect_view()
    };
    view! {
        <Alert kind=AlertKind::Success heading=Signal::derive(move || (changes().success)(kind).to_owned())/>
        <PageHeading text=Signal::derive(move || texts().title.to_owned())/>
        <ReceiptRows receipt=(*receipt).clone()/>
        <h2 class="h2">{move || texts().next_heading}</h2>
        <div id="next">{next}</div>
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
            {if let Some(holder) = holder {
                view! {
                    <SameHolder holder/>
                    <Link to=Route::Start class="button button-secondary" id="new-change">{move || texts().new_change}</Link>
                }.into_any()
            } else {
                view! { <Link to=Route::BenefitTypes class="button button-secondary" id="to-benefit-types">{move || texts().back_to_types}</Link> }.into_any()
            }}
        </div>
    }
}

/// Leads to the accounts of the same holder. Its number is in no address, so it is looked up again.
#[component]
fn SameHolder(holder: HolderId) -> impl IntoView {
    let app = App::get();
    let is_searching = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let open = move |_| {
        if is_searching.get_untracked() {
            return;
        }
        is_searching.set(true);
        let holder = holder.clone();
        spawn_local(async move {
            if let Err(refused) = app.open_accounts(&holder).await {
                failure.set(Some(refused));
                is_searching.set(false);
            }
        });
    };
    view! {
        <button class="button button-secondary" type="button" id="same-holder" aria-busy=move || is_searching.get().to_string() on:click=open>
            {move || if is_searching.get() { app.texts().lookup.searching } else { app.texts().receipt.same_holder }}
        </button>
        {move || failure.get().map(|failure| {
            let words = failure_sentence(app.language.get(), &failure);
            view! { <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert> }
        })}
    }
}
