//! The receipt: what was committed, and what happens next.

use leptos::prelude::*;

use super::{
    holder_search::HolderSearch,
    loaded::{Answered, Loaded},
};
use crate::{
    api,
    browser::{document, location},
    contract::SignedReceipt,
    domain::holder::HolderId,
    i18n::failure_sentence,
    relogin::State,
    ui::{
        components::{
            Alert, AlertKind, BusyButton, Button, DownloadLink, FailureAlert, Link, PageHeading, QrCodeOf, ReceiptRows,
        },
        journey::Journey,
        language::{localised, texts},
        route::Route,
        stores::Fetched,
    },
};

/// A signed document in one line (RFC 7515 section 9.2.1).
const MEDIA_TYPE: &str = "application/jose";

/// The receipt with a number: the one that `confirm` has just answered, or fetched from the API.
#[component]
pub fn ReceiptPage(number: String) -> impl IntoView {
    let state = untrack(|| Journey::get().state());
    let receipt = RwSignal::new(match state {
        State::Done(receipt) if receipt.number == number => Some(*receipt),
        _ => None,
    });
    let ask = Callback::new(move |answered: Answered| {
        let number = number.clone();
        answered.by(async move { api::receipt(&number).await }, move |found| receipt.set(Some(found)));
    });
    let search = HolderSearch::new();
    let children = Callback::new(move |receipt: SignedReceipt| {
        localised(move || view! { <Content receipt=receipt.clone() search/> }).into_any()
    });
    Fetched::get().load_configuration();
    view! {
        <Loaded
            here=receipt
            ask
            waiting=|texts| texts.receipt.loading
            outcome=|texts| texts.problem.receipts_of_changes
            children
        />
    }
}

#[component]
fn Content(receipt: SignedReceipt, search: HolderSearch) -> impl IntoView {
    let (changes, texts) = (&texts().changes, &texts().receipt);
    let verify = location::address_of(&Route::Verify.path());
    let kind = receipt.change.kind();
    let as_told = receipt.warnings.iter().filter_map(|warning| (changes.next_as_told)(kind, *warning));
    let next = (changes.next)(kind).iter().copied().chain(as_told);
    view! {
        <Alert kind=AlertKind::Success heading=(changes.success)(kind)/>
        <PageHeading text=texts.title/>
        <ReceiptRows receipt=(*receipt).clone()/>
        <h2 class="h2">{texts.next_heading}</h2>
        <div id="next">{next.map(|sentence| view! { <p>{sentence}</p> }).collect_view()}</div>
        <div class="receipt-code">
            <QrCodeOf address=format!("{verify}#{}", receipt.code()) label=texts.qr_code/>
            <p>{(texts.qr_code_note)(&verify)}</p>
        </div>
        <div class="button-row no-print">
            <Button id="print" text=texts.print on_press=|()| document::print() is_primary=true/>
            <DownloadLink
                text=receipt.document().to_owned()
                media_type=MEDIA_TYPE
                name=(texts.download_name)(&receipt.number)
                class="button button-secondary"
                id="download"
            >{texts.download}</DownloadLink>
            {if let Some(holder) = receipt.change.holder().cloned() {
                view! {
                    <SameHolder holder search/>
                    <Link to=Route::Start class="button button-secondary" id="new-change">{texts.new_change}</Link>
                }.into_any()
            } else {
                view! { <Link to=Route::BenefitTypes class="button button-secondary" id="to-benefit-types">{texts.back_to_types}</Link> }.into_any()
            }}
        </div>
    }
}

/// Leads to the accounts of the same holder. Its number is in no address, so it is looked up again.
#[component]
fn SameHolder(holder: HolderId, search: HolderSearch) -> impl IntoView {
    let texts = texts();
    view! {
        <BusyButton
            id="same-holder"
            text=texts.receipt.same_holder
            busy_text=texts.lookup.searching
            is_busy=search.is_searching
            on_press=move |()| search.open(Some(holder.scheme()), &holder)
        />
        <FailureAlert failure=search.failure words=failure_sentence/>
    }
}
