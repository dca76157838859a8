//! The accounts of a holder.

mod specific;

use leptos::prelude::*;

use super::loaded::WithOverview;
use crate::{
    browser::clock,
    contract::{AccountOverview, HolderHandle, HolderStatus, InForce, Pending, Registration, SpecificAccount},
    domain::{change_kind::ChangeKind, right::Right},
    ui::{
        components::{AccountRows, Alert, AlertKind, HolderRows, Link, PageHeading},
        language::{language, localised, texts},
        route::{FormRoute, Route},
        stores::{CurrentSession, Fetched},
    },
};
use specific::Specific;

/// Shows the accounts, fetching them unless they were just fetched.
#[component]
pub fn Overview(key: HolderHandle) -> impl IntoView {
    let fetched = Fetched::get();
    let children = Callback::new(move |overview: AccountOverview| {
        fetched.remember_look_up(&overview);
        localised(move || view! { <Accounts overview=overview.clone()/> }).into_any()
    });
    view! { <WithOverview key children/> }
}

#[component]
fn Accounts(overview: AccountOverview) -> impl IntoView {
    let texts = &texts().overview;
    let AccountOverview { handle, holder, name, status, nemkonto, pending, specific_accounts, .. } = overview;
    view! {
        <p><Link to=Route::Start class="back-link">{texts.back}</Link></p>
        <PageHeading text=texts.title/>
        <HolderRows holder name is_whole=true/>
        <p><Link to=Route::History(handle.clone()) class="function-link" id="history">{texts.history}</Link></p>
        <Status status/>
        <NemKonto holder=handle.clone() nemkonto pending/>
        <SpecificAccounts holder=handle specific_accounts/>
    }
}

#[component]
fn NemKonto(holder: HolderHandle, nemkonto: Option<InForce>, pending: Option<Pending>) -> impl IntoView {
    let texts = &texts().overview;
    let has_nemkonto = nemkonto.is_some();
    let link = move |kind| Route::Form(FormRoute::Holder(holder.clone(), kind));
    view! {
        <section aria-labelledby="nemkonto-heading">
            <h2 class="h2" id="nemkonto-heading">{texts.nemkonto}</h2>
            <div id="nemkonto">
                {match nemkonto {
                    Some(InForce { account, bank, registration }) => {
                        view! { <AccountRows account bank/><RegisteredBy registration/> }.into_any()
                    }
                    None => view! { <p>{texts.no_nemkonto}</p> }.into_any(),
                }}
            </div>
            {pending.map(|pending| view! {
                <div id="pending">
                    <h3 class="h3" id="pending-heading">
                        {if pending.is_expired { texts.not_activated } else { texts.pending }}
                    </h3>
                    <PendingRows pending/>
                </div>
            })}
            <div class="button-row">
                {if CurrentSession::get().may(Right::ChangeNemKonto) {
                    view! {
                        <Link to=link(ChangeKind::AssignNemKonto) class="button button-primary" id="assign-nemkonto">
                            {if has_nemkonto { texts.replace } else { texts.assign }}
                        </Link>
                        {has_nemkonto.then(|| view! {
                            <Link to=link(ChangeKind::DeleteNemKonto) class="button button-secondary" id="delete-nemkonto">
                                {texts.delete}
                            </Link>
                        })}
                    }.into_any()
                } else {
                    view! { <p id="no-right">{texts.no_right}</p> }.into_any()
                }}
            </div>
        </section>
    }
}

#[component]
fn SpecificAccounts(holder: HolderHandle, specific_accounts: Vec<SpecificAccount>) -> impl IntoView {
    let texts = &texts().overview;
    let create = Route::Form(FormRoute::Holder(holder.clone(), ChangeKind::CreateSpecific));
    view! {
        <section aria-labelledby="specific-heading">
            <h2 class="h2" id="specific-heading">{texts.specific}</h2>
            {if specific_accounts.is_empty() {
                view! { <p>{texts.no_specific}</p> }.into_any()
            } else {
                specific_accounts
                    .into_iter()
                    .map(|account| view! { <Specific holder=holder.clone() account/> })
                    .collect_view()
                    .into_any()
            }}
            <div class="button-row">
                {if CurrentSession::get().may(Right::ChangeSpecificAccounts) {
                    view! { <Link to=create class="button button-secondary" id="create-specific">{texts.create_specific}</Link> }
                        .into_any()
                } else {
                    view! { <p id="no-right-specific">{texts.no_right_specific}</p> }.into_any()
                }}
            </div>
        </section>
    }
}

/// An account that waits for its holder, and how long it will.
#[component]
pub fn PendingRows(pending: Pending) -> impl IntoView {
    let texts = &texts().overview;
    let Pending { account, bank, registration, letter_date, activate_by, is_expired, valid_from } = pending;
    let date = |date| clock::date(language(), date);
    let note = if is_expired { texts.expired_note } else { texts.pending_note };
    view! {
        <AccountRows account bank/>
        <p>
            {(texts.letter_sent)(&date(letter_date))}
            " "
            {note(&date(activate_by))}
            {valid_from.map(|from| view! { " "{(texts.valid_from)(&date(from))} })}
        </p>
        <RegisteredBy registration/>
    }
}

/// Who registered an account, and when.
#[component]
pub fn RegisteredBy(registration: Registration) -> impl IntoView {
    let texts = &texts().overview;
    let at = clock::date_and_time(language(), registration.at);
    view! { <p class="registered" translate="no">{format!("{}: {}", texts.registered, (texts.registered_by)(&registration.by, &at))}</p> }
}

#[component]
fn Status(status: HolderStatus) -> impl IntoView {
    let texts = &texts().overview;
    let heading = match status {
        HolderStatus::Active => None,
        HolderStatus::Deceased => Some(texts.deceased),
        HolderStatus::Closed => Some(texts.closed),
    };
    heading.map(|heading| view! { <Alert kind=AlertKind::Warning heading/> })
}
