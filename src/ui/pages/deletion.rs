//! What to know before a `NemKonto` is deleted: what may take its place.

use leptos::prelude::*;

use crate::{
    contract::{AccountOverview, HolderHandle, SpecificAccount, Warning},
    domain::{change_kind::ChangeKind, right::Right, specific::can_become_nemkonto},
    i18n::warning,
    ui::{
        components::Link,
        language::{language, texts},
        route::{FormRoute, Route},
        stores::CurrentSession,
    },
};

/// Explains which specific accounts could become the `NemKonto`, with the way to lock them, and that an account that waits still can.
#[component]
pub fn Deletion(overview: AccountOverview) -> impl IntoView {
    let texts = texts();
    let AccountOverview { handle, pending, specific_accounts, .. } = overview;
    let can_take_over = |specific: &SpecificAccount| {
        specific.in_force.as_ref().is_some_and(|in_force| can_become_nemkonto(&in_force.account, specific.locks))
    };
    let promotable: Vec<_> = specific_accounts.into_iter().filter(can_take_over).collect();
    let waits = pending.is_some_and(|pending| !pending.is_expired);
    view! {
        {if promotable.is_empty() {
            view! { <p id="no-promotion">{texts.change_page.delete_none_takes_over}</p> }.into_any()
        } else {
            view! {
                <p>{texts.change_page.delete_takes_over}</p>
                <ul id="promotable">
                    {promotable.into_iter().map(|account| view! { <Promotable holder=handle.clone() account/> }).collect_view()}
                </ul>
            }.into_any()
        }}
        {waits.then(|| view! { <p id="still-waits">{warning(language(), Warning::StillWaits)}</p> })}
    }
}

#[component]
fn Promotable(holder: HolderHandle, account: SpecificAccount) -> impl IntoView {
    let (session, texts) = (CurrentSession::get(), texts());
    let is_own = session.caseworker().is_some_and(|caseworker| caseworker.authority.cvr == account.authority.cvr);
    let name = account.benefit_type.to_string();
    let lock = Route::Form(FormRoute::Specific(holder, account.id(), ChangeKind::LockSpecific));
    view! {
        <li>
            <span translate="no">{format!("{name} · {}", account.authority.name)}</span>
            ". "
            {if !is_own {
                view! { <span>{texts.change_page.only_owner_locks}</span> }.into_any()
            } else if session.may(Right::ChangeSpecificAccounts) {
                view! {
                    <Link to=lock class="function-link">
                        {(texts.overview.action)(ChangeKind::LockSpecific)}
                        <span class="sr-only">" "{(texts.overview.action_on)(&name)}</span>
                    </Link>
                }.into_any()
            } else {
                ().into_any()
            }}
        </li>
    }
}
