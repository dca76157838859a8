//! Pages that say what went wrong, all in one way: what happened, what became of the change, what to do next, what to quote.

use leptos::prelude::*;

use crate::{
    api_error::ApiError,
    browser::clock,
    contract::{ProblemType, Timestamp},
    i18n::{Texts, failure_sentence, problem, refusal},
    relogin::{Event, Outcome, State},
    ui::{
        components::{Link, PageHeading},
        route::Route,
        state::App,
    },
};

/// Chooses a sentence of the present language.
type Sentence = fn(&'static Texts) -> &'static str;

/// What support can find the problem by.
#[derive(Clone)]
pub enum Reference {
    /// In the log of the API.
    Named(String),
    /// The API has not said anything, so only by when it was.
    Moment(Timestamp),
}

/// The order in which every problem is told.
#[component]
fn Template(
    #[prop(into)] title: Signal<String>,
    /// What became of the change.
    outcome: Sentence,
    #[prop(into)] next_step: Signal<String>,
    #[prop(optional)] reference: Option<Reference>,
    /// Ways on.
    children: Children,
) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().problem;
    view! {
        <PageHeading text=title/>
        <h2 class="h3">{move || texts().what_became}</h2>
        <p id="outcome">{move || outcome(app.texts())}</p>
        <h2 class="h3">{move || texts().next_step}</h2>
        <p id="next-step">{move || next_step.get()}</p>
        {reference.map(|reference| view! { <ReferenceLine reference/> })}
        <div class="button-row">{children()}</div>
    }
}

/// What to quote to support.
#[component]
pub fn ReferenceLine(reference: Reference) -> impl IntoView {
    let app = App::get();
    let words = move || match &reference {
        Reference::Named(name) => (app.texts().problem.reference)(name),
        Reference::Moment(at) => (app.texts().problem.moment)(&clock::date_and_time(app.language.get(), *at)),
    };
    view! { <p class="reference" id="reference">{words}</p> }
}

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
            let failure = stopped_by.api_error();
            let is_logged_out = failure.and_then(ApiError::problem_type) == Some(ProblemType::NotLoggedIn);
            let reference = reference_of(failure);
            let outcome = stopped_by.outcome();
            let title = {
                let stopped_by = stopped_by.clone();
                Signal::derive(move || problem(app.language.get(), &stopped_by).title)
            };
            let next_step = Signal::derive(move || problem(app.language.get(), &stopped_by).next_step);
            let became: Sentence = match outcome {
                Outcome::NotCarriedOut => |texts| texts.problem.not_carried_out,
                Outcome::Unknown => |texts| texts.problem.unknown,
            };
            view! {
                <Template title outcome=became next_step reference>
                    {is_logged_out.then(|| view! {
                        <button class="button button-primary" type="button" id="log-in-again" on:click=move |_| app.dispatch(Event::LogInPressed)>
                            {move || app.texts().problem.log_in_again}
                        </button>
                    })}
                    {(has_record && !is_logged_out).then(|| view! {
                        <button class="button button-primary" type="button" id="back-to-form" on:click=move |_| app.dispatch(Event::EditPressed)>
                            {move || if outcome == Outcome::Unknown { app.texts().problem.try_again } else { app.texts().problem.back_to_form }}
                        </button>
                    })}
                    {(!is_logged_out).then(|| view! { <ToStart/> })}
                </Template>
            }
        })
    }
}

/// A page could not be fetched.
#[component]
pub fn FailurePage(
    failure: ApiError,
    retry: Callback<()>,
    /// What became of changes; nothing, unless the page says otherwise.
    #[prop(optional)]
    outcome: Option<Sentence>,
    /// Whether this is shown at every address, so that there is none to go to.
    #[prop(optional)]
    is_everywhere: bool,
) -> impl IntoView {
    let app = App::get();
    let reference = reference_of(Some(&failure));
    let is_transient =
        is_everywhere || failure.is_transient() || failure.problem_type() == Some(ProblemType::ProviderUnavailable);
    let words = Memo::new(move |_| {
        let texts = failure_sentence(app.language.get(), &failure);
        (texts.title, texts.next_step)
    });
    view! {
        <Template
            title=Signal::derive(move || words.get().0)
            outcome=outcome.unwrap_or(|texts| texts.problem.nothing_changed)
            next_step=Signal::derive(move || words.get().1)
            reference
        >
            {is_transient.then(|| view! {
                <button class="button button-primary" type="button" id="try-again" on:click=move |_| retry.run(())>
                    {move || app.texts().problem.try_again}
                </button>
            })}
            {(!is_everywhere).then(|| view! { <ToStart/> })}
        </Template>
    }
}

/// The caseworker may not do what the page is for.
#[component]
pub fn NoRightPage() -> impl IntoView {
    let app = App::get();
    let words = move || refusal(app.language.get(), ProblemType::NoRight);
    view! {
        <Template
            title=Signal::derive(move || words().title)
            outcome=|texts| texts.problem.nothing_changed
            next_step=Signal::derive(move || words().next_step)
        ><ToStart/></Template>
    }
}

/// An address that is no page.
#[component]
pub fn NotFound() -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().problem;
    view! {
        <Template
            title=Signal::derive(move || texts().not_found_title.to_owned())
            outcome=|texts| texts.problem.nothing_changed
            next_step=Signal::derive(move || texts().not_found.to_owned())
        ><ToStart/></Template>
    }
}

#[component]
fn ToStart() -> impl IntoView {
    let app = App::get();
    view! { <p><Link to=Route::Start id="to-start">{move || app.texts().problem.to_start}</Link></p> }
}

/// What support finds a failure by, if the API said it; else by when it was.
pub fn reference_of(failure: Option<&ApiError>) -> Reference {
    match failure {
        Some(ApiError::Refused(problem)) => Reference::Named(problem.reference.clone()),
        _ => Reference::Moment(clock::now()),
    }
}
