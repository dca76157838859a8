//! Which page is shown.

mod benefit_types;
mod change_page;
mod deletion;
mod fields;
mod history;
mod holder_search;
mod loaded;
mod login;
mod lookup;
mod other_unit;
mod overview;
mod problem;
mod receipt;
mod relogin;
mod still_logged_in;
mod units;
mod verify;

use leptos::prelude::*;

use super::{
    components::Waiting,
    journey::Journey,
    language::{localised, texts},
    reaction::react,
    route::Route,
    stores::{CurrentSession, View},
};
use crate::{
    api_error::ApiError,
    browser::first_page,
    contract::{Assignment, Caseworker},
    relogin::{Event, LoggedOut, Problem, SessionState, State},
};
use benefit_types::BenefitTypesPage;
use change_page::ChangePage;
use history::HistoryPage;
use login::Login;
use lookup::Lookup;
use other_unit::OtherUnit;
use overview::Overview;
use problem::{FailurePage, NotFound, ProblemPage};
use receipt::ReceiptPage;
use relogin::{ReopeningPage, SubmittingPage};
use still_logged_in::StillLoggedIn;
use units::UnitsPage;
use verify::Verify;

/// What decides which page is shown. Everything else changes inside a page.
#[derive(Clone, PartialEq)]
enum Shown {
    Submitting,
    Reopening,
    /// The re-login has stopped; with a record that may lead back to the form, or without.
    Stuck(Problem, bool),
    Loading,
    LoggedOut(LoggedOut),
    SessionFailed(ApiError),
    NotLoggedOut(ApiError),
    OtherUnit(Assignment),
    At(Route),
}

/// The page for the present state and address.
#[component]
pub fn Page() -> impl IntoView {
    let (journey, session, page) = (Journey::get(), CurrentSession::get(), View::get());
    let shown = Memo::new(move |_| {
        let by_state = match journey.state() {
            State::Submitting(..) => Some(Shown::Submitting),
            State::Reopening(..) => Some(Shown::Reopening),
            State::Stuck(problem, record) => Some(Shown::Stuck(problem, record.is_some())),
            _ => None,
        };
        let by_session = || match session.state() {
            SessionState::Unknown
            | SessionState::Asking(_)
            | SessionState::CompletingLogin
            | SessionState::LoggingOut => Shown::Loading,
            SessionState::Failed(failure) => Shown::SessionFailed(failure),
            SessionState::NotLoggedOut(failure) => Shown::NotLoggedOut(failure),
            SessionState::LoggedOut(why, _) | SessionState::LoggingIn(why) => Shown::LoggedOut(why),
            SessionState::OtherUnit(session) => {
                let Caseworker { authority, unit, .. } = session.caseworker;
                Shown::OtherUnit(Assignment { authority, unit })
            }
            SessionState::LoggedIn(_) => Shown::At(page.route()),
        };
        // Anyone can check a receipt.
        let is_open_to_all = page.route() == Route::Verify;
        by_state.unwrap_or_else(|| if is_open_to_all { Shown::At(Route::Verify) } else { by_session() })
    });
    react(move || {
        if shown.with(|shown| *shown != Shown::Loading) {
            first_page::give_way();
        }
    });
    move || {
        let shown = shown.get();
        untrack(|| draw(shown))
    }
}

fn draw(shown: Shown) -> AnyView {
    match shown {
        Shown::Submitting => view! { <SubmittingPage/> }.into_any(),
        Shown::Reopening => view! { <ReopeningPage/> }.into_any(),
        Shown::Stuck(stopped_by, has_record) => view! { <ProblemPage stopped_by has_record/> }.into_any(),
        Shown::Loading => localised(|| view! { <Waiting text=texts().frame.loading is_page=true/> }).into_any(),
        Shown::LoggedOut(why) => view! { <Login why/> }.into_any(),
        Shown::SessionFailed(failure) => view! { <SessionFailed failure/> }.into_any(),
        Shown::NotLoggedOut(failure) => view! { <StillLoggedIn failure/> }.into_any(),
        Shown::OtherUnit(now) => view! { <OtherUnit now/> }.into_any(),
        Shown::At(Route::Start | Route::LoginReturn | Route::Return) => view! { <Lookup/> }.into_any(),
        Shown::At(Route::Overview(key)) => view! { <Overview key/> }.into_any(),
        Shown::At(Route::History(key)) => view! { <HistoryPage holder=Some(key)/> }.into_any(),
        Shown::At(Route::BenefitTypes) => view! { <BenefitTypesPage/> }.into_any(),
        Shown::At(Route::BenefitTypeHistory) => view! { <HistoryPage holder=None/> }.into_any(),
        Shown::At(Route::Form(form)) => view! { <ChangePage form/> }.into_any(),
        Shown::At(Route::Units) => view! { <UnitsPage/> }.into_any(),
        Shown::At(Route::Receipt(number)) => view! { <ReceiptPage number/> }.into_any(),
        Shown::At(Route::Verify) => view! { <Verify/> }.into_any(),
        Shown::At(Route::NotFound) => view! { <NotFound/> }.into_any(),
    }
}

#[component]
fn SessionFailed(failure: ApiError) -> impl IntoView {
    let journey = Journey::get();
    let retry = Callback::new(move |()| journey.dispatch(Event::AskAgainPressed));
    view! { <FailurePage failure is_everywhere=true retry/> }
}
