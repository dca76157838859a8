//! The page for those who are not logged in.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    browser::location,
    contract::ApiFailure,
    i18n::failure_sentence,
    relogin::{Callback as ProviderCallback, ProviderError},
    ui::{
        components::{Alert, AlertKind, PageHeading, SubmitButton},
        route::Route,
        state::{App, LoggedOut, SessionState},
    },
};

/// Says who can log in, and starts a login.
#[component]
pub fn Login() -> impl IntoView {
    let app = App::get();
    let is_starting = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiFailure>);
    let start = move || {
        if is_starting.get_untracked() {
            return;
        }
        is_starting.set(true);
        spawn_local(async move {
            match api::start_login().await {
                Ok(started) => {
                    app.keep_drafts(None).await;
                    location::leave_for(&started.authorization_url);
                }
                Err(refused) => {
                    failure.set(Some(refused));
                    is_starting.set(false);
                }
            }
        });
    };
    let has_drafts = move || {
        let is_ended = matches!(app.session.get(), SessionState::LoggedOut(LoggedOut::NotYet));
        is_ended && app.drafts.with(|drafts| drafts.iter().any(|(form, draft)| *draft != form.empty_draft()))
    };
    let word = move || match app.session.get() {
        SessionState::LoggedOut(LoggedOut::ByChoice) => Some(app.texts().login.logged_out),
        SessionState::LoggedOut(LoggedOut::Cancelled) => Some(app.texts().login.cancelled),
        _ => None,
    };
    view! {
        {move || failure.get().map(|failure| {
            let texts = failure_sentence(app.language.get(), &failure);
            view! { <Alert kind=AlertKind::Error heading=texts.title><p>{texts.next_step}</p></Alert> }
        })}
        {move || word().map(|word| view! { <p class="status-word" role="status">{word}</p> })}
        {move || has_drafts().then(|| view! {
            <Alert kind=AlertKind::Info heading=app.texts().login.ended.to_owned()><p id="kept">{app.texts().login.kept}</p></Alert>
        })}
        <PageHeading text=Signal::derive(move || app.texts().login.title.to_owned())/>
        <p class="font-lead">{move || app.texts().login.lead}</p>
        <p>{move || app.texts().login.who}</p>
        <form novalidate=true on:submit=move |event| {
            event.prevent_default();
            start();
        }>
            <SubmitButton
                id="log-in"
                text=Signal::derive(move || app.texts().login.button)
                busy_text=Signal::derive(move || app.texts().login.starting)
                is_busy=is_starting
            />
        </form>
    }
}

impl App {
    /// Finishes a login with what the provider sent back.
    pub fn finish_login(self, callback: ProviderCallback) {
        location::replace(&Route::Start.path());
        self.route.set(Route::Start);
        match callback {
            ProviderCallback::Login(callback) => {
                self.load_configuration();
                spawn_local(async move {
                    match api::complete_login(&callback).await {
                        Ok(session) => self.logged_in(session),
                        Err(failure) => self.session.set(SessionState::Failed(failure)),
                    }
                });
            }
            ProviderCallback::Error { error: ProviderError::Cancelled, .. } => {
                self.load_configuration();
                self.session.set(SessionState::LoggedOut(LoggedOut::Cancelled));
            }
            ProviderCallback::Error { .. } | ProviderCallback::Foreign => self.load_session(),
        }
    }
}
