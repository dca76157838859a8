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
    let app = App::get();
    let texts = move || &app.texts().history;
    let is_about_holder = holder.is_some();
    let parent = holder.clone().map_or(Route::BenefitTypes, Route::Overview);
    let title = Signal::derive(move || if is_about_holder { texts().title } else { texts().types_title }.to_owned());
    view! {
        <p>
            <Link to=parent class="back-link" id="back">
                {move || if is_about_holder { app.texts().change_page.back } else { app.texts().change_page.back_to_types }}
            </Link>
        </p>
        {match holder {
            Some(key) => {
                let children = Callback::new(move |overview: AccountOverview| {
                    let of = Some(overview.handle);
                    view! {
                        <PageHeading text=title/>
                        <HolderRows holder=overview.holder name=overview.name/>
                        <Entries of/>
                    }
                    .into_any()
                });
                view! { <WithOverview key children/> }.into_any()
            }
            None => view! { <PageHeading text=title/><Entries of=None/> }.into_any(),
        }}
    }
}

#[component]
fn Entries(of: Option<HolderHandle>) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().history;
    let fetched = Fetched {
        entries: RwSignal::new(Vec::new()),
        next: RwSignal::new(None),
        is_loading: RwSignal::new(false),
        failure: RwSignal::new(None),
    };
    let load = Callback::new(move |cursor| load(app, of.clone(), cursor, fetched));
    load.run(None);
    let retry = move || load.run(fetched.next.get_untracked());
    let count = move || fetched.entries.with(Vec::len);
    let indices = Memo::new(move |_| count());
    view! {
        <ol class="history" id="entries">
            <For each=move || 0..indices.get() key=|index| *index let:index>
                {fetched.entries.with_untracked(|entries| entries.get(index).cloned()).map(|entry| view! { <Happened entry index/> })}
            </For>
        </ol>
        {move || fetched.failure.get().map(|failure| {
            let words = failure_sentence(app.language.get(), &failure);
            view! {
                <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert>
                <button class="button button-secondary" type="button" id="try-again" on:click=move |_| retry()>
                    {move || app.texts().problem.try_again}
                </button>
            }
        })}
        {move || fetched.is_loading.get().then(|| view! { <Waiting text=Signal::derive(move || texts().loading.to_owned())/> })}
        <p class="history-end" role="status" id="shown">{move || {
            let is_done = !fetched.is_loading.get() && fetched.failure.with(Option::is_none);
            is_done.then(|| match (count(), fetched.next.with(Option::is_none)) {
                (0, _) => texts().none.to_owned(),
                (count, true) => format!("{}. {}", (texts().shown)(count), texts().no_more),
                (count, false) => (texts().shown)(count),
            })
        }}</p>
        {move || (fetched.next.with(Option::is_some) && !fetched.is_loading.get() && fetched.failure.with(Option::is_none)).then(|| view! {
            <button class="button button-secondary" type="button" id="older" on:click=move |_| load.run(fetched.next.get_untracked())>
                {move || texts().older}
            </button>
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
    let app = App::get();
    let HistoryEntry { at, event, names, by, caseworker, receipt } = entry;
    let benefit_type = match &event {
        HistoryEvent::Changed { change } => change.benefit_type().cloned(),
        HistoryEvent::Promoted { of } => Some(of.benefit_type.clone()),
        HistoryEvent::Registered { .. } => None,
    };
    let named = benefit_type.map(|code| names.with_code(&code));
    let owner = names.authority.filter(|owner| *owner != by);
    let is_promotion = matches!(event, HistoryEvent::Promoted { .. });
    let what = {
        let (event, named) = (event.clone(), named.clone().unwrap_or_default());
        move || {
            let texts = &app.texts().changes;
            match &event {
                HistoryEvent::Changed { change } => (texts.done)(change.kind()).to_owned(),
                HistoryEvent::Registered { .. } => texts.registered.to_owned(),
                HistoryEvent::Promoted { .. } => (texts.promoted)(&named),
            }
        }
    };
    let result = match event {
        HistoryEvent::Changed { change } => change.after(None),
        HistoryEvent::Registered { account } => Some(Registered::Account { account, valid_from: None, locked: None }),
        HistoryEvent::Promoted { .. } => None,
    };
    view! {
        <li class="history-entry" id=id_of(index) tabindex="-1">
            <h2 class="h4">{what}</h2>
            // The words of a promotion name the benefit type already.
            {named.filter(|_| !is_promotion).map(|name| view! { <p>{name}</p> })}
            {owner.map(|owner| view! { <p>{move || (app.texts().changes.belongs_to)(&owner)}</p> })}
            {result.map(|entry| view! { <RegisteredRows entry=Some(entry) none=Signal::derive(move || app.texts().changes.none)/> })}
            <p class="registered">
                {move || clock::date_and_time(app.language.get(), at)}
                ". "
                {move || match &caseworker {
                    Some(caseworker) => (app.texts().history.by_caseworker)(caseworker, &by),
                    None => (app.texts().history.by)(&by),
                }}
            </p>
            {receipt.map(|number| {
                let to = Route::Receipt(number.clone());
                view! { <p><Link to class="function-link">{move || (app.texts().history.receipt)(&number)}</Link></p> }
            })}
        </li>
    }
}

fn id_of(index: usize) -> String {
    format!("entry-{index}")
}
