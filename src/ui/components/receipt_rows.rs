//! What a receipt says, and what the code on its paper says.

use leptos::prelude::*;

use super::{Comparison, CopyButton, Row};
use crate::{
    browser::clock,
    contract::{Receipt, ReceiptCode},
    i18n::{acknowledged, assurance, masked_holder_number, scheme},
    ui::language::{language, texts},
};

/// The rows of a receipt, and what is registered now beside what was.
#[component]
pub fn ReceiptRows(receipt: Receipt) -> impl IntoView {
    let (language, texts) = (language(), texts());
    let terms = &texts.receipt;
    let Receipt { number, change, names, before, payee, caseworker, committed_at, authenticated_at, .. } = receipt;
    let kind = change.kind();
    let holder = change.holder().map(|holder| masked_holder_number(language, holder));
    let benefit_type = names.benefit_type_of(&change);
    let of_banks = names.clone();
    let owner = names.authority.filter(|owner| *owner != caseworker.authority.name);
    let authenticated_at = clock::date_and_time(language, authenticated_at);
    view! {
        <div id="receipt">
            <dl class="rows">
                <Row term=terms.number>
                    <strong class="number" id="receipt-number" translate="no">{number.clone()}</strong>
                    " "
                    <CopyButton text=number what=texts.copy.receipt_number/>
                </Row>
                <Row term=terms.committed_at>{clock::date_and_time(language, committed_at)}</Row>
                {holder.map(|number| view! {
                    <Row term=terms.holder>
                        <strong translate="no">{names.holder.unwrap_or_default()}</strong>
                        <br/>
                        <span class="number" translate="no">{number}</span>
                    </Row>
                })}
                <Row term=terms.change>{(texts.changes.done)(kind)}</Row>
                {benefit_type.map(|name| view! {
                    <Row term=terms.benefit_type>
                        <span translate="no">{name}</span>
                        {owner.map(|owner| view! { <br/>{(texts.changes.belongs_to)(&owner)} })}
                    </Row>
                })}
                {payee.map(|record| view! {
                    <Row term=texts.payee.term>
                        <span id="payee-record">{(texts.payee.record)(record.answer)}</span>
                        {record.acknowledged.map(|said| view! { <br/>{acknowledged(language, &said)} })}
                    </Row>
                })}
                <Row term=terms.caseworker>
                    <span translate="no">{caseworker.name.unwrap_or_else(|| texts.frame.hidden_name.to_owned())}</span>
                </Row>
                <Row term=terms.authority>
                    <span translate="no">{format!("{} (CVR {})", caseworker.authority.name, caseworker.authority.cvr)}</span>
                </Row>
                <Row term=terms.login_at>{(terms.login_with)(&authenticated_at, assurance(texts, &receipt.assurance))}</Row>
                <Row term=terms.check_code><span translate="no">{receipt.check_code}</span></Row>
            </dl>
            {(!kind.is_deletion()).then(|| view! { <Comparison change before names=of_banks is_done=true/> })}
        </div>
    }
}

/// The rows of the code on the paper of a receipt, in the order of the receipt.
#[component]
pub fn ReceiptCodeRows(code: ReceiptCode) -> impl IntoView {
    let texts = texts();
    let terms = &texts.receipt;
    let ReceiptCode { number, committed_at, kind, authority, check_code, holder, benefit_type, account, .. } = code;
    let holder = holder.zip(code.scheme);
    view! {
        <dl class="rows" id="receipt-code">
            <Row term=terms.number><strong class="number" translate="no">{number}</strong></Row>
            <Row term=terms.committed_at>{clock::date_and_time(language(), committed_at)}</Row>
            {holder.map(|(holder, kind)| view! {
                <Row term=terms.holder><span class="number" translate="no">{format!("{} {holder}", scheme(texts, kind))}</span></Row>
            })}
            <Row term=terms.change>{(texts.changes.done)(kind)}</Row>
            {benefit_type.map(|code| view! { <Row term=terms.benefit_type><span translate="no">{code.to_string()}</span></Row> })}
            {account.map(|account| view! { <Row term=terms.account><span class="number" translate="no">{account}</span></Row> })}
            <Row term=terms.authority><span translate="no">{authority}</span></Row>
            <Row term=terms.check_code><span translate="no">{check_code}</span></Row>
        </dl>
    }
}
