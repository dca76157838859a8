//! What has happened to the accounts of a holder, or to the authority's benefit types; the newest first.

use leptos::{prelude::*, task::spawn_local};

use super::loaded::WithOverview;
use crate::{
    api,
    api_error::ApiError,
    browser::{clock, document},
    contract::{AccountOverview, HistoryCursor, HistoryEntry, HistoryEvent, HolderHandle},
    domain::change::Registered,
    i18n::failure_sentence,
    ui::{
        components::{Alert, AlertKind, HolderRows, Link, PageHeading, RegisteredRows, Waiting},
        language::{language, localised, texts},
        route::Route,
        state::App,
    },
};

/// What has been fetched of a history.
#[derive(Clone, Copy)]
struct Fetched {
    entries: RwSignal<Vec<HistoryEntry>>,
    next: RwSignal<Option<HistoryCursor>>,
    is_loading: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
}

/// The history of a holder; of the benefit types where none is given.
#[component]
pub fn HistoryPage(holder: Option<HolderHandle>) -> impl IntoView {
    let is_about_holder = holder.is_some();
    let parent = holder.clone().map_or(Route::BenefitTypes, Route::Overview);
    view! {
        {localised(move || {
            let texts = &texts().change_page;
            view! {
                <p>
                    <Link to=parent.clone() class="back-link" id="back">
                        {if is_about_holder { texts.back } else { texts.back_to_types }}
                    </Link>
                </p>
            }
        })}
        {match holder {
            Some(key) => {
                let children = Callback::new(|overview: AccountOverview| {
                    view! { <History about=Some(overview)/> }.into_any()
                });
                view! { <WithOverview key children/> }.into_any()
            }
            None => view! { <History about=None/> }.into_any(),
        }}
    }
}

#[component]
fn History(about: Option<AccountOverview>) -> impl IntoView {
    let app = App::get();
    let fetched = Fetched {
        entries: RwSignal::new(Vec::new()),
        next: RwSignal::new(None),
        is_loading: RwSignal::new(false),
        failure: RwSignal::new(None),
    };
    let of = about.as_ref().map(|overview| overview.handle.clone());
    let load = Callback::new(move |cursor| load(app, of.clone(), cursor, fetched));
    load.run(None);
    localised(move || {
        let texts = &texts().history;
        let title = if about.is_some() { texts.title } else { texts.types_title };
        view! {
            <PageHeading text=title/>
            {about.clone().map(|overview| view! { <HolderRows holder=overview.holder name=overview.name/> })}
            <Entries fetched load/>
        }
    })
}

#[component]
fn Entries(fetched: Fetched, load: Callback<Option<HistoryCursor>>) -> impl IntoView {
    let language = language();
    let (history, problem) = (&texts().history, &texts().problem);
    let load_more = move |_| load.run(fetched.next.get_untracked());
    let count = move || fetched.entries.with(Vec::len);
    let indices = Memo::new(move |_| count());
    let is_quiet = move || !fetched.is_loading.get() && fetched.failure.with(Option::is_none);
    view! {
        <ol class="history" id="entries">
            <For each=move || 0..indices.get() key=|index| *index let:index>
                {fetched.entries.with_untracked(|entries| entries.get(index).cloned()).map(|entry| view! { <Happened entry index/> })}
            </For>
        </ol>
        {move || fetched.failure.get().map(|failure| {
            let words = failure_sentence(language, &failure);
            view! {
                <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert>
                <button class="button button-secondary" type="button" id="try-again" on:click=load_more>{problem.try_again}</button>
            }
        })}
        {move || fetched.is_loading.get().then(|| view! { <Waiting text=history.loading/> })}
        <p class="history-end" role="status" id="shown">{move || {
            is_quiet().then(|| match (count(), fetched.next.with(Option::is_none)) {
                (0, _) => history.none.to_owned(),
                (count, true) => format!("{}. {}", (history.shown)(count), history.no_more),
                (count, false) => (history.shown)(count),
            })
        }}</p>
        {move || (fetched.next.with(Option::is_some) && is_quiet()).then(|| view! {
            <button class="button button-secondary" type="button" id="older" on:click=load_more>{history.older}</button>
        })}
    }
}

fn load(app: App, of: Option<HolderHandle>, cursor: Option<HistoryCursor>, fetched: Fetched) {
    if fetched.is_loading.get_untracked() {
        return;
    }
    fetched.is_loading.set(true);
    fetched.failure.set(None);
    spawn_local(async move {
        let is_first = cursor.is_none();
        match api::history(of.as_ref(), cursor.as_ref()).await {
            Ok(page) => {
                let before = fetched.entries.with_untracked(Vec::len);
                fetched.next.set(page.next);
                fetched.entries.update(|entries| entries.extend(page.entries));
                if !is_first {
                    // The button that was pressed may be gone; reading goes on where the new entries begin.
                    request_animation_frame(move || document::focus(&id_of(before)));
                }
            }
            Err(refused) => {
                app.note_failure(&refused);
                fetched.failure.set(Some(refused));
            }
        }
        fetched.is_loading.set(false);
    });
}

#[component]
fn Happened(entry: HistoryEntry, index: usize) -> impl IntoView {
    let (changes, history) = (&texts().changes, &texts().history);
    let HistoryEntry { at, event, names, by, caseworker, receipt } = entry;
    let benefit_type = match &event {
        HistoryEvent::Changed { change } => change.benefit_type(),
        HistoryEvent::Promoted { of } => Some(&of.benefit_type),
        HistoryEvent::Registered { .. } => None,
    };
    let mut named = benefit_type.map(|code| names.with_code(code));
    let owner = names.authority.filter(|owner| *owner != by);
    let (what, result) = match event {
        HistoryEvent::Changed { change } => ((changes.done)(change.kind()).to_owned(), change.after(None)),
        HistoryEvent::Registered { account } => {
            let account = Registered::Account { account, valid_from: None, locked: None };
            (changes.registered.to_owned(), Some(account))
        }
        // Its words name the benefit type already.
        HistoryEvent::Promoted { .. } => ((changes.promoted)(&named.take().unwrap_or_default()), None),
    };
    view! {
        <li class="history-entry" id=id_of(index) tabindex="-1">
            <h2 class="h4">{what}</h2>
            {named.map(|name| view! { <p>{name}</p> })}
            {owner.map(|owner| view! { <p>{(changes.belongs_to)(&owner)}</p> })}
            {result.map(|entry| view! { <RegisteredRows entry=Some(entry) none=changes.none/> })}
            <p class="registered">
                {clock::date_and_time(language(), at)}
                ". "
                {match &caseworker {
                    Some(caseworker) => (history.by_caseworker)(caseworker, &by),
                    None => (history.by)(&by),
                }}
            </p>
            {receipt.map(|number| {
                let words = (history.receipt)(&number);
                view! { <p><Link to=Route::Receipt(number) class="function-link">{words}</Link></p> }
            })}
        </li>
    }
}

fn id_of(index: usize) -> String {
    format!("entry-{index}")
}
