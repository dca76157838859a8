//! The real app and an API that answers each call in every wrong way. Whatever comes, the app goes on, waits for nothing that is over,
//! says of a change only what the answer proves, and is no wider than the screen.
//!
//! What it reports of that to the agency holds nothing of the answer, of an address or of a login.
//!
//! Every run tries some of the answers, `tests/hostile` all of them. A test that fails names the answer.

mod changes;
mod mutation;
mod page;
mod reading;
mod reports;
mod session;

use leptos::prelude::*;
use nemkonto::{
    contract::LoginCallback,
    relogin::SessionState,
    ui::{frame::Frame, route::Route},
};
use serde::Serialize;
use serde_json::Value;

use crate::{
    support::{prepared, session},
    verbs::{App, fresh_tab, log_in, reload},
};
use mutation::{Answer, instead_of};
use page::{Watched, serve, until_it_is_heard};

/// Lets the API answer a call with each wrong answer in turn. `begin` makes the app call; `check` says what the answer proves.
async fn each(path: &str, right: &impl Serialize, begin: impl AsyncFn() -> App, check: impl Fn(&Answer, App, &str)) {
    each_of(instead_of(right), path, begin, check).await;
}

async fn each_of(answers: Vec<Answer>, path: &str, begin: impl AsyncFn() -> App, check: impl Fn(&Answer, App, &str)) {
    let page = Watched::open().await;
    let mut reported = 0;
    for answer in answers {
        let about = format!("{path}, where {}", answer.what);
        fresh_tab();
        serve(path, &answer);
        let app = begin().await;
        until_it_is_heard(path, &about).await;
        page.assert_well(&about);
        check(&answer, app, &about);
        reported += reports::take(&answer, &about);
    }
    assert!(reported > 0, "{path}: nothing was reported");
}

fn draw() -> App {
    reload(|| view! { <Frame/> })
}

/// Somebody is logged in and looks at a page.
fn at(route: Route) -> App {
    let app = draw();
    log_in(app, session());
    app.page.show(route);
    app
}

fn is_logged_in(app: App) -> bool {
    matches!(app.machine().session, SessionState::LoggedIn(_))
}

fn login() -> LoginCallback {
    LoginCallback { code: "code".into(), state: prepared().state, iss: None }
}

/// A member of what was answered, if that is an answer at all.
fn told(answer: &Answer, name: &str) -> Value {
    answer.accepted().map_or(Value::Null, |told| told[name].clone())
}

/// Whether all of a value was told. What else may be there the app does not read.
fn is_told(all: &Value, of: &Value) -> bool {
    match (all, of) {
        (Value::Object(all), Value::Object(of)) => {
            all.iter().all(|(name, all)| of.get(name).is_some_and(|of| is_told(all, of)))
        }
        _ => all == of,
    }
}

fn value(of: &impl serde::Serialize) -> Value {
    serde_json::to_value(of).unwrap()
}
