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
        language::{language, localised, texts},
        pages::problem::{ReferenceLine, reference_of},
        route::Route,
        state::{App, LoggedOut, SessionState, stored_record},
    },
};

/// Says who can log in, or why nobody is logged in any more, and starts a login.
#[component]
pub fn Login(why: LoggedOut) -> impl IntoView {
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
    let has_ended = why == LoggedOut::Ended;
    let reference = match &why {
        LoggedOut::Refused(problem) => Some(reference_of(problem.failure())),
        _ => None,
    };
    localised(move || {
        let (language, texts) = (language(), &texts().login);
        let is_repeated = has_ended || reference.is_some();
        let word = match why {
            LoggedOut::ByChoice => Some(texts.logged_out),
            LoggedOut::Cancelled => Some(texts.cancelled),
            LoggedOut::NotYet | LoggedOut::Ended | LoggedOut::Refused(_) => None,
        };
        let (title, lead) = match &why {
            LoggedOut::Refused(problem) => {
                let words = login_problem(language, problem);
                (words.title, view! { <p class="font-lead" id="next-step">{words.next_step}</p> }.into_any())
            }
            LoggedOut::Ended => {
                (texts.ended_title.to_owned(), view! { <p class="font-lead" id="ended">{texts.ended}</p> }.into_any())
            }
            LoggedOut::NotYet | LoggedOut::ByChoice | LoggedOut::Cancelled => {
                (texts.title.to_owned(), view! { <p class="font-lead">{texts.lead}</p><p>{texts.who}</p> }.into_any())
            }
        };
        view! {
            {move || failure.get().map(|failure| {
                let words = login_problem(language, &Problem::Api(failure));
                view! { <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert> }
            })}
            {word.map(|word| view! { <p class="status-word" role="status">{word}</p> })}
            <PageHeading text=title/>
            {lead}
            {reference.clone().map(|reference| view! { <ReferenceLine reference/> })}
            <Kept has_ended/>
            <form novalidate=true on:submit=move |event| {
                event.prevent_default();
                start();
            }>
                <SubmitButton
                    id="log-in"
                    text=if is_repeated { texts.again } else { texts.button }
                    busy_text=texts.starting
                    is_busy=is_starting
                />
            </form>
        }
    })
}

/// What has become of what was typed, and of a change that was being confirmed.
#[component]
fn Kept(has_ended: bool) -> impl IntoView {
    let app = App::get();
    let texts = &texts().login;
    let is_under_way = stored_record().is_some();
    let typed = move || match (App::has_kept_drafts(), app.has_drafts(), has_ended) {
        (true, ..) => Some(texts.kept),
        (false, true, true) => Some(texts.not_kept),
        (false, false, true) if !is_under_way => Some(texts.nothing_typed),
        _ => None,
    };
    view! {
        {move || typed().map(|words| view! { <p id="kept">{words}</p> })}
        {is_under_way.then(|| view! { <p id="under-way">{texts.change_under_way}</p> })}
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
