//! Pages that say what went wrong: what happened, what became of the change, what to do next.

use leptos::prelude::*;

use crate::{
    contract::{ApiFailure, ProblemKind},
    i18n::{failure_sentence, problem},
    relogin::{Event, Outcome, State},
    ui::{
        components::{Link, PageHeading},
        route::Route,
        state::{App, LoggedOut, SessionState},
    },
};

/// The re-login has stopped.
#[component]
pub fn ProblemPage() -> impl IntoView {
    let app = App::get();
    app.load_configuration();
    let stuck = Memo::new(move |_| match app.relogin.get() {
        State::Stuck(problem, record) => Some((problem, record.is_some())),
        _ => None,
    });
    move || {
        stuck.get().map(|(stopped_by, has_record)| {
            let failure = stopped_by.failure();
            let is_logged_out = failure.and_then(ApiFailure::kind) == Some(ProblemKind::NotLoggedIn);
            let reference = failure.and_then(reference_of);
            let outcome = stopped_by.outcome();
            let heading = {
                let stopped_by = stopped_by.clone();
                Signal::derive(move || problem(app.language.get(), &stopped_by).title)
            };
            view! {
                <PageHeading text=heading/>
                <h2 class="h3">{move || app.texts().problem.what_became}</h2>
                <p id="outcome">{move || match outcome {
                    Outcome::NotCarriedOut => app.texts().problem.not_carried_out,
                    Outcome::Unknown => app.texts().problem.unknown,
                }}</p>
                <h2 class="h3">{move || app.texts().problem.next_step}</h2>
                <p>{move || problem(app.language.get(), &stopped_by).next_step}</p>
                <Reference reference/>
                <div class="button-row">
                    {is_logged_out.then(|| view! {
                        <button class="button button-primary" type="button" id="log-in-again" on:click=move |_| {
                            app.session.set(SessionState::LoggedOut(LoggedOut::NotYet));
                            app.relogin.set(State::Editing(None));
                        }>{move || app.texts().problem.log_in_again}</button>
                    })}
                    {(has_record && !is_logged_out).then(|| view! {
                        <button class="button button-primary" type="button" id="back-to-form" on:click=move |_| app.dispatch(Event::EditPressed)>
                            {move || if outcome == Outcome::Unknown { app.texts().problem.try_again } else { app.texts().problem.back_to_form }}
                        </button>
                    })}
                    {(!is_logged_out).then(|| view! { <ToStart/> })}
                </div>
            }
        })
    }
}

/// A page could not be fetched.
#[component]
pub fn FailurePage(failure: ApiFailure, retry: Callback<()>) -> impl IntoView {
    let app = App::get();
    let reference = reference_of(&failure);
    let is_passing = failure.is_passing() || failure.kind() == Some(ProblemKind::ProviderUnavailable);
    let texts = Memo::new(move |_| {
        let texts = failure_sentence(app.language.get(), &failure);
        (texts.title, texts.next_step)
    });
    view! {
        <PageHeading text=Signal::derive(move || texts.get().0)/>
        <p>{move || texts.get().1}</p>
        <Reference reference/>
        <div class="button-row">
            {is_passing.then(|| view! {
                <button class="button button-primary" type="button" id="try-again" on:click=move |_| retry.run(())>
                    {move || app.texts().problem.try_again}
                </button>
            })}
            <ToStart/>
        </div>
    }
}

#[component]
fn Reference(reference: Option<String>) -> impl IntoView {
    let app = App::get();
    reference.map(|reference| view! { <p class="reference">{move || (app.texts().problem.reference)(&reference)}</p> })
}

#[component]
fn ToStart() -> impl IntoView {
    let app = App::get();
    view! { <p><Link to=Route::Start id="to-start">{move || app.texts().problem.to_start}</Link></p> }
}

fn reference_of(failure: &ApiFailure) -> Option<String> {
    match failure {
        ApiFailure::Refused(problem) => Some(problem.reference.clone()),
        _ => None,
    }
}
