//! What has happened to the accounts of a holder, or to the authority's benefit types; the newest first.

use leptos::prelude::*;

use super::loaded::WithOverview;
use crate::{
    api,
    api_error::ApiError,
    browser::{clock, document},
    contract::{AccountOverview, HistoryEntry, HistoryEvent, HistoryPage, HolderHandle},
    domain::change::Registered,
    i18n::{acknowledged, failure_sentence},
    ui::{
        components::{Button, FailureAlert, HolderRows, Link, PageHeading, RegisteredRows, Waiting},
        journey::Journey,
        language::{language, localised, texts},
        reaction::react,
        route::Route,
        stores::{CurrentSession, HistoryOf, ReadHistory, View},
        task::TaskScope,
    },
};

/// Fetching a history, piece by piece.
#[derive(Clone, Copy)]
struct Fetching {
    of: StoredValue<HistoryOf>,
    read: ReadHistory,
    is_loading: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
    journey: Journey,
    page: TaskScope,
}

impl Fetching {
    fn new(of: HistoryOf) -> Self {
        Self {
            of: StoredValue::new(of),
            read: ReadHistory::get(),
            is_loading: RwSignal::new(false),
            failure: RwSignal::new(None),
            journey: Journey::get(),
            page: TaskScope::here(),
        }
    }

    /// Shows what is here of the history, as it was left, or fetches its beginning.
    fn open(self) {
        if let Some(left) = self.of.with_value(|of| self.read.open(of)) {
            View::get().restore(left);
        }
        if self.read.is_empty() {
            self.load_more();
        }
    }

    /// Fetches the first entries, or older ones than those that are here.
    fn load_more(self) {
        if self.is_loading.get_untracked() {
            return;
        }
        self.is_loading.set(true);
        self.failure.set(None);
        let (of, cursor) = (self.of.get_value(), untrack(|| self.read.next()));
        self.page.spawn(async move { api::history(of.as_ref(), cursor.as_ref()).await }, move |answer| {
            match answer {
                Ok(page) => self.take(page),
                Err(refused) => {
                    self.journey.note_failure(&refused);
                    self.failure.set(Some(refused));
                }
            }
            self.is_loading.set(false);
        });
    }

    fn take(self, page: HistoryPage) {
        let before = untrack(|| self.read.len());
        self.read.take(page);
        if before > 0 {
            // The button that was pressed may be gone; reading goes on where the new entries begin.
            request_animation_frame(move || document::focus(&id_of(before)));
        }
    }
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
    let loading = Fetching::new(about.as_ref().map(|overview| overview.handle.clone()));
    let session = CurrentSession::get();
    loading.open();
    // It is forgotten while the page is shown where it has changed, or is another unit's.
    react(move || {
        if loading.read.is_forgotten() && untrack(|| session.caseworker()).is_some() {
            loading.open();
        }
    });
    localised(move || {
        let texts = &texts().history;
        let title = if about.is_some() { texts.title } else { texts.types_title };
        view! {
            <PageHeading text=title/>
            {about.clone().map(|overview| view! { <HolderRows holder=overview.holder name=overview.name/> })}
            <List loading/>
        }
    })
}

#[component]
fn List(loading: Fetching) -> impl IntoView {
    let (history, problem) = (&texts().history, &texts().problem);
    let Fetching { read, is_loading, failure, .. } = loading;
    let count = Memo::new(move |_| read.len());
    let has_more = Memo::new(move |_| read.next().is_some());
    let is_quiet = move || !is_loading.get() && failure.with(Option::is_none);
    view! {
        <ol class="history" id="entries">
            <For each=move || 0..count.get() key=|index| *index let:index>
                {read.entry(index).map(|entry| view! { <Happened entry index/> })}
            </For>
        </ol>
        <FailureAlert failure words=failure_sentence/>
        {move || failure.with(Option::is_some).then(|| view! {
            <Button id="try-again" text=problem.try_again on_press=move |()| loading.load_more()/>
        })}
        {move || is_loading.get().then(|| view! { <Waiting text=history.loading/> })}
        <p class="history-end" role="status" id="shown">{move || {
            match (count.get(), has_more.get()) {
                _ if !is_quiet() => String::new(),
                (0, _) => history.none.to_owned(),
                (count, false) => format!("{}. {}", (history.shown)(count), history.no_more),
                (count, true) => (history.shown)(count),
            }
        }}</p>
        {move || (has_more.get() && is_quiet()).then(|| view! {
            <Button id="older" text=history.older on_press=move |()| loading.load_more()/>
        })}
    }
}

#[component]
fn Happened(entry: HistoryEntry, index: usize) -> impl IntoView {
    let (changes, history) = (&texts().changes, &texts().history);
    let HistoryEntry { at, event, names, by, caseworker, payee, receipt } = entry;
    let benefit_type = match &event {
        HistoryEvent::Changed { change } => change.benefit_type(),
        HistoryEvent::BecameNemKonto { id } => Some(&id.benefit_type),
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
        HistoryEvent::BecameNemKonto { .. } => ((changes.promoted)(&named.take().unwrap_or_default()), None),
    };
    view! {
        <li class="history-entry" id=id_of(index) tabindex="-1">
            <h2 class="h4">{what}</h2>
            {named.map(|name| view! { <p translate="no">{name}</p> })}
            {owner.map(|owner| view! { <p>{(changes.belongs_to)(&owner)}</p> })}
            {result.map(|entry| view! { <RegisteredRows entry=Some(entry) none=changes.none/> })}
            {payee.map(|record| view! {
                <p>
                    {(texts().payee.record)(record.answer)}
                    ". "
                    {record.acknowledged.map(|said| acknowledged(language(), &said))}
                </p>
            })}
            <p class="registered" translate="no">
                {clock::date_and_time(language(), at)}
                ". "
                {match &caseworker {
                    Some(caseworker) => (history.by_caseworker)(caseworker, &by),
                    None => (history.by)(&by),
                }}
            </p>
            {receipt.map(|number| {
                let words = (history.receipt)(&number);
                let id = format!("receipt-{index}");
                view! { <p><Link to=Route::Receipt(number) class="function-link" id>{words}</Link></p> }
            })}
        </li>
    }
}

fn id_of(index: usize) -> String {
    format!("entry-{index}")
}
