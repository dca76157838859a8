//! One of the accounts for single benefit types: what is registered, and what may be done to it.

use leptos::prelude::*;

use super::{PendingRows, RegisteredBy};
use crate::{
    contract::{HolderHandle, InForce, SpecificAccount},
    domain::{
        account::Account,
        change_kind::ChangeKind,
        right::Right,
        specific::{SpecificAccountError, check_allowed},
    },
    i18n::refusal,
    ui::{
        components::{AccountRows, Link, Row},
        language::{language, texts},
        route::{FormRoute, Route},
        stores::CurrentSession,
    },
};

/// The account with links to what the caseworker may do, or with words that say why not.
#[component]
pub fn Specific(holder: HolderHandle, account: SpecificAccount) -> impl IntoView {
    let texts = &texts().overview;
    let name = account.benefit_type.to_string();
    let id = anchor(&account);
    let actions = CurrentSession::get().may(Right::ChangeSpecificAccounts).then(|| account.clone());
    let can_be_nemkonto = account.account().is_some_and(Account::can_be_nemkonto);
    let SpecificAccount { authority, in_force, pending, locks, .. } = account;
    let lock = if locks.benefit_type {
        texts.locked_type
    } else if locks.account {
        texts.locked_account
    } else if can_be_nemkonto {
        texts.unlocked
    } else {
        texts.unlocked_creditor
    };
    view! {
        <div class="specific-account" id=id>
            <h3 class="h4" translate="no">{name}</h3>
            <dl class="rows">
                <Row term=texts.authority><span translate="no">{authority.name}</span></Row>
                {in_force.map(|InForce { account, bank, registration }| view! {
                    <Row term=texts.account><AccountRows account bank/><RegisteredBy registration/></Row>
                })}
                {pending.map(|pending| {
                    let term = if pending.is_expired { texts.not_activated_specific } else { texts.pending_specific };
                    view! { <Row term><PendingRows pending/></Row> }
                })}
                <Row term=texts.lock>{lock}</Row>
            </dl>
            {actions.map(|account| view! { <Actions holder account/> })}
        </div>
    }
}

#[component]
fn Actions(holder: HolderHandle, account: SpecificAccount) -> impl IntoView {
    let (session, texts) = (CurrentSession::get(), &texts().overview);
    let key = account.id();
    let name = account.benefit_type.to_string();
    let acting = session.caseworker().map_or_else(|| key.authority.clone(), |caseworker| caseworker.authority.cvr);
    let refused_as = |kind| check_allowed(kind, account.locks, &key.authority, &acting).err();
    let lock_kind = if account.locks.account { ChangeKind::UnlockSpecific } else { ChangeKind::LockSpecific };
    let (allowed, refused): (Vec<_>, Vec<_>) = [ChangeKind::ReplaceSpecific, ChangeKind::DeleteSpecific, lock_kind]
        .into_iter()
        .map(|kind| (kind, refused_as(kind)))
        .partition(|(_, error)| error.is_none());
    let mut reasons: Vec<SpecificAccountError> = refused.into_iter().filter_map(|(_, error)| error).collect();
    reasons.dedup();
    view! {
        {reasons.into_iter().map(|reason| view! { <p class="refusal">{words(reason)}</p> }).collect_view()}
        <ul class="actions">
            {allowed.into_iter().map(|(kind, _)| {
                let to = Route::Form(FormRoute::Specific(holder.clone(), key.clone(), kind));
                let on = (texts.action_on)(&name);
                view! {
                    <li>
                        <Link to class="function-link">
                            {(texts.action)(kind)}
                            <span class="sr-only">" "{on}</span>
                        </Link>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
}

/// Why something cannot be done: the words with which the API would refuse it.
fn words(error: SpecificAccountError) -> String {
    let words = refusal(language(), error.into());
    format!("{}. {}", words.title, words.next_step)
}

/// Names the account in the page: `specific-NKSSOP-98765409`.
fn anchor(account: &SpecificAccount) -> String {
    format!("specific-{}-{}", account.benefit_type.code, account.authority.cvr.as_str())
}
