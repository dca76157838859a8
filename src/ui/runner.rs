//! Does what the re-login's machine asks for, and tells it how it went.

use leptos::{prelude::*, task::spawn_local};

use super::{
    route::{FormRoute, Route},
    state::App,
};
use crate::{
    api,
    api_error::ApiError,
    browser::{location, network, storage},
    contract::{AccountOverview, ProblemType},
    domain::draft::Draft,
    relogin::{Callback, Effect, Event, Notice, RecordError, State, StoredRecord, step},
};

impl App {
    /// Feeds an event to the machine and does what follows.
    pub fn dispatch(self, event: Event) {
        let (state, effects) = step(self.relogin.get_untracked(), event);
        if let State::Done(confirmed) = &state {
            self.begin(confirmed.session.clone(), false);
        }
        self.relogin.set(state);
        for effect in effects {
            self.run(effect);
        }
    }

    /// The provider sent the browser back. Called before anything is drawn or awaited.
    pub fn came_back(self, callback: Callback) {
        let record = callback.state().ok_or(RecordError::Missing).and_then(|state| {
            let key = StoredRecord::key_for(state);
            let text = storage::read(&key).ok_or(RecordError::Missing)?;
            StoredRecord::from_text(&key, &text).inspect_err(|_| storage::remove(&key))
        });
        self.dispatch(Event::CameBack(callback, record));
    }

    fn run(self, effect: Effect) {
        match effect {
            Effect::Prepare(request) => {
                let asked = self.relogin.get_untracked();
                spawn_local(async move {
                    let answer = api::prepare(&request).await;
                    let refused_as = answer
                        .as_ref()
                        .err()
                        .inspect(|failure| self.note_failure(failure))
                        .and_then(ApiError::problem_type);
                    // The caseworker may have left for another form, and may be saving that by now.
                    if self.relogin.with_untracked(|now| *now == asked) {
                        self.dispatch(Event::PrepareAnswered(answer.map(Box::new)));
                    }
                    // The form stays, above it what is registered now.
                    if matches!(refused_as, Some(ProblemType::AccountsChanged | ProblemType::NotRegistered)) {
                        self.forget_what_was_fetched();
                    }
                });
            }
            Effect::Store(record) => {
                let stored = storage::store(&record.key, &record.to_text());
                self.dispatch(Event::Stored(stored.map_err(|_| ())));
            }
            Effect::GoTo(_) if !network::is_online() => self.dispatch(Event::WentOffline),
            Effect::GoTo(url) => spawn_local(async move {
                let form = match self.route.get_untracked() {
                    Route::Form(form) => Some(form),
                    _ => None,
                };
                self.keep_drafts(form.as_ref()).await;
                location::leave_for(&url);
            }),
            Effect::Confirm(change_id, request) => spawn_local(async move {
                let answer = api::confirm(&change_id, &request).await;
                self.dispatch(Event::ConfirmAnswered(answer.map(Box::new)));
            }),
            Effect::Reopen(request) => spawn_local(async move {
                let answer = api::reopen(&request).await;
                self.dispatch(Event::ReopenAnswered(answer));
            }),
            Effect::WaitSeconds(seconds) => {
                set_timeout(move || self.dispatch(Event::TryAgain), std::time::Duration::from_secs(seconds.into()));
            }
            Effect::Forget(record) => storage::remove(&record.key),
            Effect::OpenForm(overview, draft, notice) => self.open_form(overview.map(|it| *it), draft, notice),
            Effect::ShowReceipt(number) => {
                if let Route::Form(form) = self.route.get_untracked() {
                    self.drafts.update(|drafts| {
                        drafts.remove(&form);
                    });
                }
                self.forget_what_was_fetched();
                self.route.set(Route::Receipt(number.clone()));
                location::replace(&Route::Receipt(number).path());
                self.load_session_if_unknown();
            }
        }
    }

    fn open_form(self, overview: Option<AccountOverview>, draft: Draft, notice: Notice) {
        let Some(form) = FormRoute::of(overview.as_ref().map(|overview| overview.handle.clone()), &draft) else {
            return;
        };
        self.drafts.update(|drafts| drafts.extend([(form.clone(), draft)]));
        self.benefit_types.set(None);
        self.overview.set(overview);
        self.notice.set(Some(notice));
        self.go_instead(&Route::Form(form));
    }
}
