//! The page for those who are not logged in.

use leptos::prelude::*;

use crate::{
    i18n::login_problem,
    relogin::{Event, LoggedOut, SessionState},
    ui::{
        components::{Alert, AlertKind, PageHeading, SubmitButton},
        pages::problem::{ReferenceLine, reference_of},
        state::{App, stored_record},
    },
};

/// Says who can log in, and starts a login.
#[component]
pub fn Login() -> impl IntoView {
    let app = App::get();
    let is_starting = Memo::new(move |_| matches!(app.session.get(), SessionState::LoggingIn(_)));
    let why = Memo::new(move |_| match app.session.get() {
        SessionState::LoggedOut(why, _) | SessionState::LoggingIn(why) => why,
        _ => LoggedOut::NotYet,
    });
    let failed = Memo::new(move |_| match app.session.get() {
        SessionState::LoggedOut(_, problem) => problem,
        _ => None,
    });
    let has_ended = Memo::new(move |_| why.get() == LoggedOut::Ended);
    let refused_by = Memo::new(move |_| match why.get() {
        LoggedOut::Refused(problem) => Some(problem),
        _ => None,
    });
    let is_repeated = move || has_ended.get() || refused_by.with(Option::is_some);
    let title = move || match refused_by.get() {
        Some(problem) => login_problem(app.language.get(), &problem).title,
        None if has_ended.get() => app.texts().login.ended_title.to_owned(),
        None => app.texts().login.title.to_owned(),
    };
    let word = move || match why.get() {
        LoggedOut::ByChoice => Some(app.texts().login.logged_out),
        LoggedOut::Cancelled => Some(app.texts().login.cancelled),
        _ => None,
    };
    view! {
        {move || failed.get().map(|problem| {
            let words = login_problem(app.language.get(), &problem);
            view! { <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert> }
        })}
        {move || word().map(|word| view! { <p class="status-word" role="status">{word}</p> })}
        <PageHeading text=Signal::derive(title)/>
        {move || match refused_by.get() {
            Some(problem) => {
                let reference = reference_of(problem.api_error());
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
            app.dispatch(Event::LogInPressed);
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
