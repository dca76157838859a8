//! What a receipt says, and what the code on its paper says.

use leptos::prelude::*;

use super::{Comparison, CopyButton, Row};
use crate::{
    browser::clock,
    contract::{Receipt, ReceiptCode},
    i18n::{Texts, assurance, masked_holder_number, scheme},
    ui::state::App,
};

/// The rows of a receipt, and what is registered now beside what was.
#[component]
pub fn ReceiptRows(receipt: Receipt) -> impl IntoView {
    let app = App::get();
    let term = move |text: fn(&'static Texts) -> &'static str| Signal::derive(move || text(app.texts()).to_owned());
    let date_and_time = move |at| clock::date_and_time(app.language.get(), at);
    let Receipt { number, change, names, before, caseworker, committed_at, authenticated_at, .. } = receipt;
    let (level, check_code) = (receipt.assurance, receipt.check_code);
    let kind = change.kind();
    let benefit_type = names.benefit_type_of(&change);
    let owner = names.authority.filter(|owner| *owner != caseworker.authority.name);
    let login = move || {
        let texts = app.texts();
        (texts.receipt.login_with)(&date_and_time(authenticated_at), assurance(texts, &level))
    };
    view! {
        <div id="receipt">
            <dl class="rows">
                <Row term=term(|texts| texts.receipt.number)>
                    <strong class="number" id="receipt-number">{number.clone()}</strong>
                    " "
                    <CopyButton text=number what=Signal::derive(move || app.texts().copy.receipt_number)/>
                </Row>
                <Row term=term(|texts| texts.receipt.committed_at)>{move || date_and_time(committed_at)}</Row>
                {change.holder().cloned().map(|holder| view! {
                    <Row term=term(|texts| texts.receipt.holder)>
                        <strong>{names.holder.unwrap_or_default()}</strong>
                        <br/>
                        <span class="number">{move || masked_holder_number(app.language.get(), &holder)}</span>
                    </Row>
                })}
                <Row term=term(|texts| texts.receipt.change)>{move || (app.texts().changes.done)(kind)}</Row>
                {benefit_type.map(|name| view! {
                    <Row term=term(|texts| texts.receipt.benefit_type)>
                        {name}
                        {owner.map(|owner| view! { <br/>{move || (app.texts().changes.belongs_to)(&owner)} })}
                    </Row>
                })}
                <Row term=term(|texts| texts.receipt.caseworker)>
                    {move || caseworker.name.clone().unwrap_or_else(|| app.texts().frame.hidden_name.to_owned())}
                </Row>
                <Row term=term(|texts| texts.receipt.authority)>{format!("{} (CVR {})", caseworker.authority.name, caseworker.authority.cvr)}</Row>
                <Row term=term(|texts| texts.receipt.login_at)>{login}</Row>
                <Row term=term(|texts| texts.receipt.check_code)>{check_code}</Row>
            </dl>
            {(!kind.is_deletion()).then(|| view! { <Comparison change before is_done=true/> })}
        </div>
    }
}

/// The rows of the code on the paper of a receipt, in the order of the receipt.
#[component]
pub fn ReceiptCodeRows(code: ReceiptCode) -> impl IntoView {
    let app = App::get();
    let term = move |text: fn(&'static Texts) -> &'static str| Signal::derive(move || text(app.texts()).to_owned());
    let ReceiptCode { number, committed_at, kind, authority, check_code, holder, benefit_type, account, .. } = code;
    let holder = holder.zip(code.scheme);
    view! {
        <dl class="rows" id="receipt-code">
            <Row term=term(|texts| texts.receipt.number)><strong class="number">{number}</strong></Row>
            <Row term=term(|texts| texts.receipt.committed_at)>{move || clock::date_and_time(app.language.get(), committed_at)}</Row>
            {holder.map(|(holder, kind)| view! {
                <Row term=term(|texts| texts.receipt.holder)>
                    <span class="number">{move || format!("{} {holder}", scheme(app.texts(), kind))}</span>
                </Row>
            })}
            <Row term=term(|texts| texts.receipt.change)>{move || (app.texts().changes.done)(kind)}</Row>
            {benefit_type.map(|code| view! { <Row term=term(|texts| texts.receipt.benefit_type)>{code.to_string()}</Row> })}
            {account.map(|account| view! {
                <Row term=term(|texts| texts.receipt.account)><span class="number">{account}</span></Row>
            })}
            <Row term=term(|texts| texts.receipt.authority)>{authority}</Row>
            <Row term=term(|texts| texts.receipt.check_code)>{check_code}</Row>
        </dl>
    }
}
