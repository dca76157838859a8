//! Does what the machine asks for, and tells it how it went. Nothing is decided here.

use std::time::Duration;

use leptos::prelude::*;

use super::{Journey, Stores, stored_record};
use crate::{
    api,
    api_error::ApiError,
    browser::{first_page, location, network, storage, tabs},
    contract::{AccountOverview, ActingAs, Session},
    domain::draft::Draft,
    relogin::{Effect, Event, Notice, RequestId, Storage, StoredRecord, WaitingRecord},
    ui::route::{FormRoute, Route},
};

impl Journey {
    pub(super) fn run(self, effect: Effect) {
        let Stores { view, expiry, fetched, history, forms, .. } = self.stores();
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
            Effect::GoTo(url) => self.leave_for(url, self.form_shown()),
            Effect::OpenForm(overview, draft, notice) => self.open_form(overview.map(|it| *it), draft, notice),
            Effect::ShowReceipt(number) => {
                if let Some(form) = self.form_shown() {
                    forms.close(&form);
                }
                view.replace(Route::Receipt(number));
            }
            Effect::ForgetFetched => {
                fetched.forget();
                history.forget();
            }

            Effect::AskSession(id) => {
                fetched.load_configuration();
                self.ask(api::session(), self.session_answered(id));
            }
            Effect::CompleteLogin(id, callback) => {
                fetched.load_configuration();
                self.ask(async move { api::complete_login(&callback).await }, self.session_answered(id));
            }
            Effect::StartLogin(id) => self.ask(api::start_login(), move |answer| Event::LoginStarted(id, answer)),
            Effect::GoToLogin(url) => self.leave_for(url, None),
            Effect::LogOut(id) => self.ask(api::log_out(), move |answer| Event::LogOutAnswered(id, answer)),
            Effect::BeginSession(session) => self.begin_session(&session),
            Effect::GoBackToPage => forms.go_back_once_restored(),
            Effect::ForgetRecent => self.forget_what_was_read(),
            Effect::TellOtherTabs(now) => tabs::tell(now.as_ref().map_or("", |ActingAs(now)| now)),
            Effect::EndSession => {
                first_page::note_session(false);
                expiry.forget();
                self.forget_what_was_read();
            }
            Effect::ForgetTyped => forms.forget(),
            Effect::ShowStart => view.replace(Route::Start),
        }
    }

    fn forget_what_was_read(self) {
        let Stores { fetched, history, .. } = self.stores();
        fetched.forget_recent();
        history.forget();
    }

    fn ask<T: 'static>(self, call: impl Future<Output = T> + 'static, event: impl FnOnce(T) -> Event + 'static) {
        self.tasks.spawn(call, move |answer| self.dispatch(event(answer)));
    }

    fn session_answered(self, id: RequestId) -> impl FnOnce(Result<Session, ApiError>) -> Event {
        move |answer| Event::SessionAnswered(id, answer.map(Box::new), self.waiting_record())
    }

    /// What session storage has to say when it becomes known who is logged in.
    fn waiting_record(self) -> WaitingRecord {
        let Stores { view, forms, .. } = self.stores();
        let is_in_the_way = untrack(|| !forms.drafts().is_empty() || matches!(view.route(), Route::Receipt(_)));
        WaitingRecord { record: stored_record(), is_in_the_way }
    }

    /// Leaves for the provider once what is typed is kept. The form of a change that is being confirmed is kept in its record. Where the
    /// provider lives is asked for if it was not known when the app opened.
    fn leave_for(self, url: String, confirmed: Option<FormRoute>) {
        let Stores { view, fetched, forms, .. } = self.stores();
        let known = untrack(|| fetched.configuration()).and_then(|configuration| configuration.login_origin);
        let page = untrack(|| view.route());
        let is_left = confirmed.is_none() && page != Route::Start;
        let work = async move {
            forms.keep(&page, confirmed.as_ref(), is_left).await;
            if known.is_some() { known } else { api::configuration().await.ok()?.login_origin }
        };
        self.tasks.spawn(work, move |origin| {
            let goes = |origin: String| location::leave_for(&url, &origin).is_ok();
            // Nobody is taken away who was told meanwhile that it takes too long.
            if self.machine().is_leaving() && !origin.is_some_and(goes) {
                self.dispatch(Event::NotFollowed);
            }
        });
    }

    fn open_form(self, overview: Option<AccountOverview>, draft: Draft, notice: Notice) {
        let Stores { view, fetched, forms, .. } = self.stores();
        let handle = overview.as_ref().map(|overview| overview.handle.clone());
        let Some(form) = FormRoute::of(handle, &draft) else { return };
        fetched.set_overview(overview);
        forms.reopen(form.clone(), draft, notice);
        view.replace(Route::Form(form));
    }

    /// Takes up what belongs to the session, and opens what was typed before it.
    fn begin_session(self, session: &Session) {
        let Stores { view, expiry, forms, .. } = self.stores();
        first_page::note_session(true);
        forms.seal_with(&session.draft_key);
        expiry.lasts(session.expires_in);
        if untrack(|| forms.is_keeping()) {
            return;
        }
        self.tasks.spawn(forms.restore(), move |left| {
            let goes_back = forms.goes_back() && untrack(|| view.route()) == Route::Start;
            if let Some(left) = left.filter(|_| goes_back) {
                view.replace(left);
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
