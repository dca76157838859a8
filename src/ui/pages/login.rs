//! The page for those who are not logged in.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    api_error::ApiError,
    browser::location,
    i18n::login_problem,
    relogin::{Callback as ProviderCallback, Problem, ProviderError},
    ui::{
        components::{Alert, AlertKind, PageHeading, SubmitButton},
        pages::problem::{ReferenceLine, reference_of},
        route::Route,
        state::{App, LoggedOut, SessionState, stored_record},
    },
};

/// Says who can log in, and starts a login.
#[component]
pub fn Login() -> impl IntoView {
    let app = App::get();
    let is_starting = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
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
    let has_ended = Memo::new(move |_| matches!(app.session.get(), SessionState::LoggedOut(LoggedOut::Ended)));
    let refused_by = Memo::new(move |_| match app.session.get() {
        SessionState::LoggedOut(LoggedOut::Refused(problem)) => Some(problem),
        _ => None,
    });
    let is_repeated = move || has_ended.get() || refused_by.with(Option::is_some);
    let title = move || match refused_by.get() {
        Some(problem) => login_problem(app.language.get(), &problem).title,
        None if has_ended.get() => app.texts().login.ended_title.to_owned(),
        None => app.texts().login.title.to_owned(),
    };
    let word = move || match app.session.get() {
        SessionState::LoggedOut(LoggedOut::ByChoice) => Some(app.texts().login.logged_out),
        SessionState::LoggedOut(LoggedOut::Cancelled) => Some(app.texts().login.cancelled),
        _ => None,
    };
    view! {
        {move || failure.get().map(|failure| {
            let words = login_problem(app.language.get(), &Problem::Api(failure));
            view! { <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert> }
        })}
        {move || word().map(|word| view! { <p class="status-word" role="status">{word}</p> })}
        <PageHeading text=Signal::derive(title)/>
        {move || match refused_by.get() {
            Some(problem) => {
                let reference = reference_of(problem.failure());
                view! {
                    <p class="font-lead" id="next-step">{move || login_problem(app.language.get(), &problem).next_step}</p>
                    <ReferenceLine reference/>
                }.into_any()
            }
            None if has_ended.get() => view! { <p class="font-lead" id="ended">{move || app.texts().login.ended}</p> }.into_any(),
            None => view! {
                <p class="font-lead">{move || app.texts().login.lead}</p>
                <p>{move || app.texts().login.who}</p>
            }.into_any(),
        }}
        <Kept has_ended/>
        <form novalidate=true on:submit=move |event| {
            event.prevent_default();
            start();
        }>
            <SubmitButton
                id="log-in"
                text=Signal::derive(move || if is_repeated() { app.texts().login.again } else { app.texts().login.button })
                busy_text=Signal::derive(move || app.texts().login.starting)
                is_busy=is_starting
            />
        </form>
    }
}

/// What has become of what was typed, and of a change that was being confirmed.
#[component]
fn Kept(#[prop(into)] has_ended: Signal<bool>) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().login;
    let is_under_way = stored_record().is_some();
    let typed = move || match (App::has_kept_drafts(), app.has_drafts(), has_ended.get()) {
        (true, ..) => Some(texts().kept),
        (false, true, true) => Some(texts().not_kept),
        (false, false, true) if !is_under_way => Some(texts().nothing_typed),
        _ => None,
    };
    view! {
        {move || typed().map(|words| view! { <p id="kept">{words}</p> })}
        {is_under_way.then(|| view! { <p id="under-way">{move || texts().change_under_way}</p> })}
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
                        Err(failure) if failure.is_transient() => self.session.set(SessionState::Failed(failure)),
                        Err(failure) => {
                            self.session.set(SessionState::LoggedOut(LoggedOut::Refused(Problem::Api(failure))));
                        }
                    }
                });
            }
            // Whoever is still logged in stays so: anyone can make a link that looks like a login that failed.
            ProviderCallback::Error { error: ProviderError::Cancelled, .. } => {
                self.load_session_or(LoggedOut::Cancelled);
            }
            ProviderCallback::Error { error, .. } => {
                self.load_session_or(LoggedOut::Refused(Problem::Provider(error)));
            }
            ProviderCallback::Foreign => self.load_session(),
        }
    }
}
