//! Does what the machine asks for, and tells it how it went. Nothing is decided here.

use std::{collections::HashMap, time::Duration};

use leptos::{prelude::*, task::spawn_local};

use super::{
    route::{FormRoute, Route},
    state::App,
};
use crate::{
    api,
    api_error::ApiError,
    browser::{location, network, storage},
    contract::{AccountOverview, Session},
    domain::draft::Draft,
    relogin::{Callback, Effect, Event, Notice, RecordError, RequestId, Storage, StoredRecord},
};

impl App {
    /// Feeds an event to the machine and does what follows.
    pub fn dispatch(self, event: Event) {
        let (machine, effects) = self.machine.get_untracked().step(event);
        self.machine.set(machine);
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
            Effect::Prepare(id, request) => self.ask(async move { api::prepare(&request).await }, move |answer| {
                Event::PrepareAnswered(id, answer.map(Box::new))
            }),
            Effect::Confirm(id, change_id, request) => {
                self.ask(async move { api::confirm(&change_id, &request).await }, move |answer| {
                    Event::ConfirmAnswered(id, answer.map(Box::new))
                });
            }
            Effect::Reopen(id, request) => {
                self.ask(async move { api::reopen(&request).await }, move |answer| Event::ReopenAnswered(id, answer));
            }
            Effect::Probe(id) => self.ask(api::session_expiry(), move |answer| {
                Event::Probed(id, answer.err() != Some(ApiError::Unreachable))
            }),
            Effect::Pause(id, seconds) => {
                let is_over = move || self.dispatch(Event::PauseOver(id));
                set_timeout(is_over, Duration::from_secs(seconds.into()));
            }
            Effect::Store(record) => self.dispatch(Event::Stored(store(&record))),
            Effect::Forget(record) => storage::remove(record.key()),
            Effect::GoTo(url) => spawn_local(async move {
                let form = match self.route.get_untracked() {
                    Route::Form(form) => Some(form),
                    _ => None,
                };
                self.keep_drafts(form.as_ref()).await;
                self.leave_for(&url);
            }),
            Effect::OpenForm(overview, draft, notice) => self.open_form(overview.map(|it| *it), draft, notice),
            Effect::ShowReceipt(number) => self.show_receipt(number),
            Effect::ForgetFetched => {
                self.overview.set(None);
                self.benefit_types.set(None);
            }

            Effect::AskSession(id) => {
                self.load_configuration();
                self.ask(api::session(), self.session_answered(id));
            }
            Effect::CompleteLogin(id, callback) => {
                self.load_configuration();
                self.ask(async move { api::complete_login(&callback).await }, self.session_answered(id));
            }
            Effect::StartLogin(id) => self.ask(api::start_login(), move |answer| Event::LoginStarted(id, answer)),
            Effect::GoToLogin(url) => spawn_local(async move {
                self.keep_drafts(None).await;
                self.leave_for(&url);
            }),
            Effect::LogOut(id) => self.ask(api::log_out(), move |answer| Event::LogOutAnswered(id, answer)),
            Effect::BeginSession(session) => self.begin_session(&session),
            Effect::GoBackToPage => self.sealing.update_value(|sealing| sealing.goes_back = true),
            Effect::ForgetRecent => self.recent.update(Vec::clear),
            Effect::EndSession => {
                self.expiry().forget();
                self.recent.update(Vec::clear);
            }
            Effect::ForgetTyped => {
                self.drafts.update(HashMap::clear);
                self.forget_kept_drafts();
            }
            Effect::ShowStart => self.replace(Route::Start),
        }
    }

    fn ask<T>(self, call: impl Future<Output = T> + 'static, event: impl FnOnce(T) -> Event + 'static) {
        spawn_local(async move { self.dispatch(event(call.await)) });
    }

    fn session_answered(self, id: RequestId) -> impl FnOnce(Result<Session, ApiError>) -> Event {
        move |answer| Event::SessionAnswered(id, answer.map(Box::new), self.waiting_record())
    }

    fn leave_for(self, url: &str) {
        if location::leave_for(url).is_err() {
            self.dispatch(Event::NotFollowed);
        }
    }

    fn open_form(self, overview: Option<AccountOverview>, draft: Draft, notice: Notice) {
        let handle = overview.as_ref().map(|overview| overview.handle.clone());
        let Some(form) = FormRoute::of(handle, &draft) else { return };
        self.drafts.update(|drafts| drafts.extend([(form.clone(), draft)]));
        self.overview.set(overview);
        self.notice.set(Some(notice));
        self.replace(Route::Form(form));
    }

    fn show_receipt(self, number: String) {
        if let Route::Form(form) = self.route.get_untracked() {
            self.drafts.update(|drafts| {
                drafts.remove(&form);
            });
        }
        self.replace(Route::Receipt(number));
    }

    /// Takes up what belongs to the session, and opens what was typed before it.
    fn begin_session(self, session: &Session) {
        self.sealing.update_value(|sealing| sealing.key = Some(session.draft_key.clone()));
        self.session_lasts(session);
        if self.is_keeping.get_untracked() {
            return;
        }
        spawn_local(async move {
            let left = self.restore_drafts().await;
            self.is_keeping.set(true);
            if let Some(left) = left
                && self.sealing.with_value(|sealing| sealing.goes_back)
                && self.route.get_untracked() == Route::Start
            {
                self.replace(left);
            }
        });
    }
}

fn store(record: &StoredRecord) -> Storage {
    match storage::store(record.key(), &record.to_text()) {
        Ok(()) if network::is_online() => Storage::Kept,
        Ok(()) => Storage::KeptButSeemsOffline,
        Err(_) => Storage::Refused,
    }
}
