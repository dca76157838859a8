//! Calls about the session.

use nemkonto::{
    api,
    contract::{Assignment, LoginStarted, SessionExpiry, Unit, UnitId},
    relogin::{Callback, Event, LoggedOut, SessionState},
    ui::route::Route,
};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{
    at, draw, each, instead_of, is_logged_in, login,
    page::{appears, serve, until},
};
use crate::{
    support::{self, authority, configuration, session},
    verbs::{click, exists, fresh_tab, log_in},
};

#[wasm_bindgen_test]
async fn a18_hostile_answers_to_who_is_logged_in() {
    // What the session says of itself goes with the next request.
    let begin = async || {
        let app = draw();
        app.journey.dispatch(Event::Opened);
        until(|| !matches!(app.machine().session, SessionState::Asking(_))).await;
        app.page.show(Route::BenefitTypes);
        app
    };
    each("/api/session", &session(), begin, |answer, app, about| {
        assert!(!is_logged_in(app) || answer.accepted().is_some(), "{about}");
    })
    .await;
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_about_what_the_agency_has_configured() {
    let begin = async || {
        let app = at(Route::Start);
        app.fetched.load_configuration();
        app
    };
    each("/api/configuration", &configuration(), begin, |_, app, about| assert!(is_logged_in(app), "{about}")).await;
}

/// Where the provider lives is not known, so nothing that is answered is followed.
#[wasm_bindgen_test]
async fn a18_hostile_answers_to_a_login() {
    let started = LoginStarted { authorization_url: support::prepared().authorization_url };
    let begin = async || {
        let app = draw();
        app.journey.dispatch(Event::SessionEnded);
        app.journey.dispatch(Event::LogInPressed);
        app
    };
    each("/api/login", &started, begin, |_, app, about| {
        assert!(matches!(app.machine().session, SessionState::LoggedOut(_, Some(_))), "{about}");
        assert!(exists("#log-in"), "{about}");
    })
    .await;
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_to_a_login_that_is_back() {
    let begin = async || {
        let app = draw();
        app.journey.dispatch(Event::CameBackFromLogin(Callback::Login(login())));
        app
    };
    each("/api/login/complete", &session(), begin, |answer, app, about| {
        assert!(!is_logged_in(app) || answer.accepted().is_some(), "{about}");
    })
    .await;
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_to_a_log_out() {
    let begin = async || {
        let app = at(Route::Start);
        app.journey.dispatch(Event::LogOutPressed);
        app
    };
    each("/api/logout", &Value::Null, begin, |answer, app, about| {
        let is_done = app.machine().session == SessionState::LoggedOut(LoggedOut::ByChoice, None);
        assert!(!is_done || answer.accepted().is_some() || answer.status == Some(204), "{about}");
    })
    .await;
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_to_another_unit() {
    let other = Unit { id: UnitId("other".into()), name: "Løn".into() };
    let mut right = session();
    right.assignments.push(Assignment { authority: authority(), unit: other });
    let two = right.clone();
    let begin = async || {
        let app = draw();
        log_in(app, two.clone());
        app.page.show(Route::Units);
        appears("#unit-1").await;
        click("unit-1");
        click("switch-unit");
        app
    };
    each("/api/session/unit", &right, begin, |_, _, _| ()).await;
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_about_the_end_of_the_session() {
    for answer in instead_of(&SessionExpiry { expires_in: 1800 }) {
        fresh_tab();
        serve("/api/session/expiry", &answer);
        let heard = api::session_expiry().await;
        assert!(heard.is_err() || answer.accepted().is_some(), "{answer:?}");
    }
}
