//! The accounts of a holder.

use leptos::{prelude::*, task::spawn_local};

use super::problem::FailurePage;
use crate::{
    api,
    browser::clock,
    contract::{AccountOverview, ApiFailure, HolderKey, HolderStatus, Registration, Right, SpecificAccount},
    domain::draft::Kind,
    i18n::Texts,
    ui::{
        components::{AccountRows, Alert, AlertKind, HolderRows, Link, PageHeading, Row, Waiting},
        route::Route,
        state::{App, SessionState},
    },
};

/// Shows the accounts, fetching them unless they were just fetched.
#[component]
pub fn Overview(key: HolderKey) -> impl IntoView {
    view! { <WithOverview key children=|overview| view! { <Accounts overview/> }.into_any()/> }
}

/// Draws something that needs the accounts of a holder, once they are here.
#[component]
pub fn WithOverview(key: HolderKey, children: fn(AccountOverview) -> AnyView) -> impl IntoView {
    let app = App::get();
    let failure = RwSignal::new(None::<ApiFailure>);
    let load = {
        let key = key.clone();
        move || {
            let key = key.clone();
            failure.set(None);
            spawn_local(async move {
                match api::overview(&key).await {
                    Ok(overview) => app.overview.set(Some(overview)),
                    Err(refused) => {
                        app.note_failure(&refused);
                        failure.set(Some(refused));
                    }
                }
            });
        }
    };
    let here = {
        let key = key.clone();
        Memo::new(move |_| app.overview.get().filter(|overview| overview.key == key))
    };
    if here.with_untracked(Option::is_none) {
        load();
    }
    let retry = Callback::new(move |()| load());
    move || match (here.get(), failure.get()) {
        (Some(overview), _) => children(overview),
        (None, Some(failure)) => view! { <FailurePage failure retry/> }.into_any(),
        (None, None) => {
            view! { <Waiting text=Signal::derive(move || app.texts().overview.loading.to_owned())/> }.into_any()
        }
    }
}

#[component]
fn Accounts(overview: AccountOverview) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().overview;
    let may_change = move || match app.session.get() {
        SessionState::LoggedIn(session) => session.caseworker.may(Right::ChangeNemKonto),
        _ => false,
    };
    let AccountOverview { key, holder, name, status, nemkonto, pending, specific_accounts, .. } = overview;
    let in_force = nemkonto.as_ref().map(|nemkonto| nemkonto.account.clone());
    let has_nemkonto = nemkonto.is_some();
    let registration = nemkonto.map(|nemkonto| nemkonto.registration);
    view! {
        <p><Link to=Route::Start class="back-link">{move || texts().back}</Link></p>
        <PageHeading text=Signal::derive(move || texts().title.to_owned())/>
        <HolderRows holder name/>
        <Status status/>
        <section aria-labelledby="nemkonto-heading">
            <h2 class="h2" id="nemkonto-heading">{move || texts().nemkonto}</h2>
            <div id="nemkonto"><AccountRows account=in_force none=Signal::derive(move || texts().no_nemkonto)/></div>
            {registration.map(|registration| view! { <RegisteredBy registration/> })}
        </section>
        {pending.map(|pending| view! {
            <section aria-labelledby="pending-heading">
                <h2 class="h2" id="pending-heading">{move || texts().pending}</h2>
                <div id="pending"><AccountRows account=Some(pending.account) none=Signal::derive(move || texts().no_nemkonto)/></div>
                <p>{move || (texts().pending_note)(&clock::date(app.language.get(), pending.activate_by))}</p>
                {pending.valid_from.map(|date| view! {
                    <p>{move || (texts().valid_from)(&clock::date(app.language.get(), date))}</p>
                })}
                <RegisteredBy registration=pending.registration/>
            </section>
        })}
        <div class="button-row">
            {move || if may_change() {
                view! {
                    <Link to=Route::Form(key.clone(), Kind::DomesticNemKonto) class="button button-primary" id="change-domestic">
                        {move || texts().change_domestic}
                    </Link>
                    <Link to=Route::Form(key.clone(), Kind::ForeignNemKonto) class="button button-secondary" id="change-foreign">
                        {move || texts().change_foreign}
                    </Link>
                    {has_nemkonto.then(|| view! {
                        <Link to=Route::Form(key.clone(), Kind::DeleteNemKonto) class="button button-secondary" id="delete-nemkonto">
                            {move || texts().delete}
                        </Link>
                    })}
                }.into_any()
            } else {
                view! { <p id="no-right">{move || texts().no_right}</p> }.into_any()
            }}
        </div>
        <section aria-labelledby="specific-heading">
            <h2 class="h2" id="specific-heading">{move || texts().specific}</h2>
            {if specific_accounts.is_empty() {
                view! { <p>{move || texts().no_specific}</p> }.into_any()
            } else {
                specific_accounts.into_iter().map(|account| view! { <Specific account/> }).collect_view().into_any()
            }}
        </section>
    }
}

#[component]
fn Status(status: HolderStatus) -> impl IntoView {
    let app = App::get();
    let word = match status {
        HolderStatus::Active => None,
        HolderStatus::Deceased => Some((|texts| texts.overview.deceased) as fn(&'static Texts) -> &'static str),
        HolderStatus::Closed => Some((|texts| texts.overview.closed) as fn(&'static Texts) -> &'static str),
    };
    word.map(|word| {
        view! {
            <Alert kind=AlertKind::Warning heading=Signal::derive(move || word(app.texts()).to_owned())/>
        }
    })
}

#[component]
fn RegisteredBy(registration: Registration) -> impl IntoView {
    let app = App::get();
    view! {
        <p class="registered">{move || {
            let at = clock::date_and_time(app.language.get(), registration.at);
            format!("{}: {}", app.texts().overview.registered, (app.texts().overview.registered_by)(&registration.by, &at))
        }}</p>
    }
}

#[component]
fn Specific(account: SpecificAccount) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().overview;
    let SpecificAccount { benefit_type, account, locked, registration } = account;
    view! {
        <dl class="rows specific-account">
            <Row term=Signal::derive(move || texts().benefit_type.to_owned())>{format!("{} ({})", benefit_type.name, benefit_type.code)}</Row>
            <Row term=Signal::derive(move || texts().account.to_owned())>
                <AccountRows account=Some(account) none=Signal::derive(move || texts().no_nemkonto)/>
            </Row>
            <Row term=Signal::derive(move || texts().lock.to_owned())>{move || if locked { texts().locked } else { texts().unlocked }}</Row>
            <Row term=Signal::derive(move || texts().registered.to_owned())>{move || {
                let at = clock::date_and_time(app.language.get(), registration.at);
                (texts().registered_by)(&registration.by, &at)
            }}</Row>
        </dl>
    }
}
