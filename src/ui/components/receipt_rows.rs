//! What a receipt says, and what the code on its paper says.

use leptos::prelude::*;

use super::{AccountRows, Row};
use crate::{
    browser::clock,
    contract::{ChangeKind, Receipt, ReceiptCode},
    i18n::{Texts, assurance, change_kind, holder_number, scheme},
    ui::state::App,
};

/// The rows of a receipt.
#[component]
pub fn ReceiptRows(receipt: Receipt) -> impl IntoView {
    let app = App::get();
    let term = move |text: fn(&'static Texts) -> &'static str| Signal::derive(move || text(app.texts()).to_owned());
    let date_and_time = move |at| clock::date_and_time(app.language.get(), at);
    let Receipt { number, change, holder_name, previous, caseworker, committed_at, authenticated_at, .. } = receipt;
    let (level, check_code) = (receipt.assurance, receipt.check_code);
    let kind = ChangeKind::of(&change.action);
    let new_account = change.account().cloned();
    let holder = change.holder;
    let login = move || {
        let texts = app.texts();
        (texts.receipt.login_with)(&date_and_time(authenticated_at), assurance(texts, &level))
    };
    view! {
        <dl class="rows" id="receipt">
            <Row term=term(|texts| texts.receipt.number)><strong class="number" id="receipt-number">{number}</strong></Row>
            <Row term=term(|texts| texts.receipt.committed_at)>{move || date_and_time(committed_at)}</Row>
            <Row term=term(|texts| texts.receipt.holder)>
                <strong>{holder_name}</strong>
                <br/>
                <span class="number">{move || holder_number(app.language.get(), &holder)}</span>
            </Row>
            <Row term=term(|texts| texts.receipt.change)>{move || change_kind(app.texts(), kind)}</Row>
            {new_account.map(|account| view! {
                <Row term=term(|texts| texts.receipt.new_account)>
                    <AccountRows account=Some(account) none=Signal::derive(move || app.texts().receipt.none)/>
                </Row>
                <Row term=term(|texts| texts.receipt.previous_account)>
                    <AccountRows account=previous none=Signal::derive(move || app.texts().receipt.none)/>
                </Row>
            })}
            <Row term=term(|texts| texts.receipt.caseworker)>
                {move || caseworker.name.clone().unwrap_or_else(|| app.texts().frame.hidden_name.to_owned())}
            </Row>
            <Row term=term(|texts| texts.receipt.authority)>{format!("{} (CVR {})", caseworker.authority.name, caseworker.authority.cvr)}</Row>
            <Row term=term(|texts| texts.receipt.login_at)>{login}</Row>
            <Row term=term(|texts| texts.receipt.check_code)>{check_code}</Row>
        </dl>
    }
}

/// The rows of the code on the paper of a receipt, in the order of the receipt.
#[component]
pub fn ReceiptCodeRows(code: ReceiptCode) -> impl IntoView {
    let app = App::get();
    let term = move |text: fn(&'static Texts) -> &'static str| Signal::derive(move || text(app.texts()).to_owned());
    let ReceiptCode { number, committed_at, kind, authority, check_code, holder, account, .. } = code;
    let holder = move || format!("{} {holder}", scheme(app.texts(), code.scheme));
    view! {
        <dl class="rows" id="receipt-code">
            <Row term=term(|texts| texts.receipt.number)><strong class="number">{number}</strong></Row>
            <Row term=term(|texts| texts.receipt.committed_at)>{move || clock::date_and_time(app.language.get(), committed_at)}</Row>
            <Row term=term(|texts| texts.receipt.holder)><span class="number">{holder}</span></Row>
            <Row term=term(|texts| texts.receipt.change)>{move || change_kind(app.texts(), kind)}</Row>
            {account.map(|account| view! {
                <Row term=term(|texts| texts.receipt.new_account)><span class="number">{account}</span></Row>
            })}
            <Row term=term(|texts| texts.receipt.authority)>{authority}</Row>
            <Row term=term(|texts| texts.receipt.check_code)>{check_code}</Row>
        </dl>
    }
}
