//! The page for those who are not logged in.

use leptos::prelude::*;

use crate::{
    i18n::login_problem,
    relogin::{Event, LoggedOut, SessionState},
    ui::{
        components::{FailureAlert, PageHeading, SubmitButton},
        journey::{Journey, stored_record},
        language::{language, localised, texts},
        pages::problem::{ReferenceLine, reference_of},
        stores::{CurrentSession, Forms, has_kept_drafts},
    },
};

/// Says who can log in, or why nobody is logged in any more, and starts a login.
#[component]
pub fn Login(why: LoggedOut) -> impl IntoView {
    let (journey, session) = (Journey::get(), CurrentSession::get());
    let is_starting = Memo::new(move |_| matches!(session.state(), SessionState::LoggingIn(_)));
    let failed = Memo::new(move |_| match session.state() {
        SessionState::LoggedOut(_, problem) => problem,
        _ => None,
    });
    let is_for_another = why == LoggedOut::SomebodyElse;
    let has_ended = matches!(why, LoggedOut::Ended | LoggedOut::InOtherTab | LoggedOut::SomebodyElse);
    let reference = match &why {
        LoggedOut::Refused(problem) => Some(reference_of(problem.api_error())),
        _ => None,
    };
    localised(move || {
        let (language, texts) = (language(), &texts().login);
        let is_repeated = has_ended || reference.is_some();
        let word = match why {
            LoggedOut::ByChoice => Some(texts.logged_out),
            LoggedOut::Cancelled => Some(texts.cancelled),
            LoggedOut::NotYet
            | LoggedOut::Ended
            | LoggedOut::InOtherTab
            | LoggedOut::SomebodyElse
            | LoggedOut::Refused(_) => None,
        };
        let (title, lead) = match &why {
            LoggedOut::Refused(problem) => {
                let words = login_problem(language, problem);
                (words.title, view! { <p class="font-lead" id="next-step">{words.next_step}</p> }.into_any())
            }
            LoggedOut::Ended | LoggedOut::InOtherTab => {
                let lead = if why == LoggedOut::Ended { texts.ended } else { texts.ended_in_other_tab };
                (texts.ended_title.to_owned(), view! { <p class="font-lead" id="ended">{lead}</p> }.into_any())
            }
            LoggedOut::SomebodyElse => {
                let lead = view! { <p class="font-lead" id="somebody-else">{texts.somebody}</p> };
                (texts.somebody_title.to_owned(), lead.into_any())
            }
            LoggedOut::NotYet | LoggedOut::ByChoice | LoggedOut::Cancelled => {
                (texts.title.to_owned(), view! { <p class="font-lead">{texts.lead}</p><p>{texts.who}</p> }.into_any())
            }
        };
        view! {
            <FailureAlert failure=failed words=login_problem/>
            {word.map(|word| view! { <p class="status-word" role="status">{word}</p> })}
            <PageHeading text=title/>
            {lead}
            {reference.clone().map(|reference| view! { <ReferenceLine reference/> })}
            <Kept has_ended/>
            <form novalidate=true on:submit=move |event| {
                event.prevent_default();
                journey.dispatch(Event::LogInPressed);
            }>
                <SubmitButton
                    id="log-in"
                    text=if is_repeated { texts.again } else { texts.button }
                    busy_text=texts.starting
                    is_busy=is_starting
                />
            </form>
            {is_for_another.then(|| view! {
                <p>{texts.go_on_hint}</p>
                <button class="button button-secondary" type="button" id="go-on" on:click=move |_| journey.dispatch(Event::GoOnPressed)>
                    {texts.go_on}
                </button>
            })}
        }
    })
}

/// What has become of what was typed, and of a change that was being confirmed.
#[component]
fn Kept(has_ended: bool) -> impl IntoView {
    let forms = Forms::get();
    let texts = &texts().login;
    let is_under_way = stored_record().is_some();
    let typed = move || match (has_kept_drafts(), forms.has_drafts(), has_ended) {
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
