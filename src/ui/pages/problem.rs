//! Pages that say what went wrong, all in one way: what happened, what became of the change, what to do next, what to quote.

use leptos::prelude::*;

use crate::{
    api_error::ApiError,
    browser::clock,
    contract::{ProblemType, Timestamp},
    i18n::{Texts, failure_sentence, problem, refusal},
    relogin::{Event, Outcome, Problem},
    ui::{
        components::{Button, Link, PageHeading},
        journey::Journey,
        language::{language, localised, texts},
        route::Route,
        stores::Fetched,
    },
};

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
    #[prop(into)] title: String,
    /// What became of the change.
    outcome: &'static str,
    #[prop(into)] next_step: String,
    #[prop(optional)] reference: Option<Reference>,
    /// Ways on.
    children: Children,
) -> impl IntoView {
    let texts = &texts().problem;
    view! {
        <PageHeading text=title/>
        <h2 class="h3">{texts.what_became}</h2>
        <p id="outcome">{outcome}</p>
        <h2 class="h3">{texts.next_step}</h2>
        <p id="next-step">{next_step}</p>
        {reference.map(|reference| view! { <ReferenceLine reference/> })}
        <div class="button-row">{children()}</div>
    }
}

/// What to quote to support.
#[component]
pub fn ReferenceLine(reference: Reference) -> impl IntoView {
    let texts = &texts().problem;
    let words = match &reference {
        Reference::Named(name) => (texts.reference)(name),
        Reference::Moment(at) => (texts.moment)(&clock::date_and_time(language(), *at)),
    };
    view! { <p class="reference" id="reference" translate="no">{words}</p> }
}

/// The re-login has stopped.
#[component]
pub fn ProblemPage(
    stopped_by: Problem,
    /// Whether the form can be had back.
    has_record: bool,
) -> impl IntoView {
    let journey = Journey::get();
    Fetched::get().load_configuration();
    let is_logged_out = stopped_by.api_error().and_then(ApiError::problem_type) == Some(ProblemType::NotLoggedIn);
    let reference = reference_of(stopped_by.api_error());
    let log_in_again = move |()| journey.dispatch(Event::LogInPressed);
    localised(move || {
        let texts = &texts().problem;
        let words = problem(language(), &stopped_by);
        let (outcome, back) = match stopped_by.outcome() {
            Outcome::NotCarriedOut => (texts.not_carried_out, texts.back_to_form),
            Outcome::Unknown => (texts.unknown, texts.try_again),
        };
        view! {
            <Template title=words.title outcome next_step=words.next_step reference=reference.clone()>
                {is_logged_out.then(|| view! {
                    <Button id="log-in-again" text=texts.log_in_again on_press=log_in_again is_primary=true/>
                })}
                {(has_record && !is_logged_out).then(|| view! {
                    <Button id="back-to-form" text=back on_press=move |()| journey.dispatch(Event::EditPressed) is_primary=true/>
                })}
                {(!is_logged_out).then(|| view! { <ToStart/> })}
            </Template>
        }
    })
}

/// A page could not be fetched.
#[component]
pub fn FailurePage(
    failure: ApiError,
    retry: Callback<()>,
    /// What became of changes; nothing, unless the page says otherwise.
    #[prop(optional_no_strip)]
    outcome: Option<fn(&'static Texts) -> &'static str>,
    /// Whether this is shown at every address, so that there is none to go to.
    #[prop(optional)]
    is_everywhere: bool,
) -> impl IntoView {
    let reference = reference_of(Some(&failure));
    let is_transient =
        is_everywhere || failure.is_transient() || failure.problem_type() == Some(ProblemType::ProviderUnavailable);
    localised(move || {
        let words = failure_sentence(language(), &failure);
        let outcome = outcome.map_or(texts().problem.nothing_changed, |outcome| outcome(texts()));
        view! {
            <Template title=words.title outcome next_step=words.next_step reference=reference.clone()>
                {is_transient.then(|| view! {
                    <Button id="try-again" text=texts().problem.try_again on_press=retry is_primary=true/>
                })}
                {(!is_everywhere).then(|| view! { <ToStart/> })}
            </Template>
        }
    })
}

/// The caseworker may not do what the page is for.
#[component]
pub fn NoRightPage() -> impl IntoView {
    localised(|| {
        let words = refusal(language(), ProblemType::NoRight);
        let outcome = texts().problem.nothing_changed;
        view! { <Template title=words.title outcome next_step=words.next_step><ToStart/></Template> }
    })
}

/// An address that is no page.
#[component]
pub fn NotFound() -> impl IntoView {
    localised(|| {
        let texts = &texts().problem;
        view! {
            <Template title=texts.not_found_title outcome=texts.nothing_changed next_step=texts.not_found><ToStart/></Template>
        }
    })
}

#[component]
fn ToStart() -> impl IntoView {
    view! { <p><Link to=Route::Start id="to-start">{texts().problem.to_start}</Link></p> }
}

/// What support finds a failure by, if the API said it; else by when it was.
pub fn reference_of(failure: Option<&ApiError>) -> Reference {
    match failure {
        Some(ApiError::Refused(problem)) => Reference::Named(problem.reference.clone()),
        _ => Reference::Moment(clock::now()),
    }
}
