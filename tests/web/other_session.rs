//! Another session than the page shows, in a browser: somebody else logs in in another tab, or another unit is chosen there.

use crate::{
    support::{authority, overview, session},
    verbs::{
        App, answer, appears, asked, click, element, exists, logged_in, mount, open_confirmation, refuse,
        session_storage, settle, shown_to, text, type_into, until, value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    contract::{ActingAs, DraftKey, LoginCallback, ProblemType, Session, UnitId},
    domain::change_kind::ChangeKind,
    relogin::{Callback, Event, LoggedOut, SessionState, State},
    ui::{
        confirmation::Confirmation,
        frame::Frame,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const SESSION: &str = "/api/session";
const TYPES: &str = "/api/benefit-types";

fn clara() -> Session {
    let mut clara = session();
    (clara.acting_as, clara.draft_key) = (ActingAs("clara".into()), DraftKey("B".repeat(43)));
    clara.caseworker.name = Some("Clara Dyrholt".into());
    clara
}

fn in_other_unit() -> Session {
    let mut other = session();
    other.acting_as = ActingAs("signe-elsewhere".into());
    (other.caseworker.unit.id, other.caseworker.unit.name) = (UnitId("pay".into()), "Lønkontoret".into());
    other
}

/// The app with somebody who is filling in a form.
async fn filling_in() -> App {
    let app = mount(|| view! { <Frame/> });
    app.journey.keep_what_is_typed();
    app.fetched.set_overview(Some(overview()));
    logged_in(app, session()).await;
    app.page.show(Route::Form(FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto)));
    appears("#account-number").await;
    type_into("account-number", "123456");
    until(|| !session_storage().is_empty()).await;
    app
}

/// The same, when the next call is refused; and the API says whose session it is.
async fn refused_as(now: &Session) -> App {
    let app = filling_in().await;
    answer(SESSION, 200, now);
    refuse(TYPES, ProblemType::SessionDiffers);
    let before = app.route();
    app.page.show(Route::BenefitTypes);
    until(|| asked(SESSION) == 1).await;
    app.page.show(before);
    app
}

/// What other tabs hear, from now on.
fn other_tab_listens() {
    run("window.heard = []; window.tab?.close(); window.tab = new BroadcastChannel('nemkonto.session'); \
         window.tab.onmessage = event => window.heard.push(event.data);");
}

fn other_tab_tells(text: &str) {
    run(&format!(
        "window.tab?.close(); window.tab = new BroadcastChannel('nemkonto.session'); window.tab.postMessage('{text}');"
    ));
}

fn heard() -> String {
    run("return window.heard.join();").as_string().unwrap()
}

fn run(script: &str) -> JsValue {
    js_sys::Function::new_no_args(script).call0(&JsValue::NULL).unwrap()
}

#[wasm_bindgen_test]
async fn s12_a_log_out_in_another_tab_clears_this_screen_at_once() {
    let app = filling_in().await;
    app.journey.listen_to_other_tabs();
    other_tab_tells("");
    appears("#ended").await;
    assert_eq!(app.machine().session, SessionState::LoggedOut(LoggedOut::InOtherTab, None));
    assert!(text("ended").contains("i en anden fane"));
    assert!(!exists("#caseworker") && !text("mounted").contains("Sandby Cykler"));
    assert!(text("kept").contains("ikke tabt"));

    // The same caseworker is back in the other tab, and so here.
    answer(SESSION, 200, &session());
    other_tab_tells(&session().acting_as.0);
    appears("#account-number").await;
    assert_eq!(value("account-number"), "123456");
}

#[wasm_bindgen_test]
async fn s11_a_login_of_somebody_else_in_another_tab_is_told_at_once() {
    let app = filling_in().await;
    app.journey.listen_to_other_tabs();
    other_tab_tells(&session().acting_as.0);
    answer(SESSION, 200, &clara());
    settle().await;
    assert_eq!(asked(SESSION), 0, "nothing is new");
    other_tab_tells(&clara().acting_as.0);
    appears("#somebody-else").await;
    assert!(!text("mounted").contains("Clara"));
}

#[wasm_bindgen_test]
async fn s11_a_page_that_the_browser_had_kept_asks_whether_it_is_still_right() {
    let app = filling_in().await;
    app.journey.listen_to_other_tabs();
    nemkonto::browser::tabs::stop_listening();
    other_tab_tells(&clara().acting_as.0);
    answer(SESSION, 200, &clara());
    refuse("/api/session/expiry", ProblemType::SessionDiffers);
    app.journey.was_restored();
    appears("#somebody-else").await;

    answer(SESSION, 200, &session());
    other_tab_tells(&session().acting_as.0);
    appears("#account-number").await;
}

#[wasm_bindgen_test]
async fn s11_other_tabs_hear_of_login_unit_and_log_out() {
    other_tab_listens();
    let app = mount(|| view! { <Frame/> });
    app.journey.listen_to_other_tabs();
    logged_in(app, session()).await;
    app.journey.dispatch(Event::SessionRenewed(Box::new(in_other_unit())));
    answer("/api/logout", 200, &serde_json::Value::Null);
    click("log-out");
    until(|| heard() == format!("{},{},", session().acting_as.0, in_other_unit().acting_as.0)).await;
    assert_eq!(shown_to("/api/logout"), in_other_unit().acting_as.0, "nobody else is logged out");
}

#[wasm_bindgen_test]
async fn s11_a_browser_without_channels_finds_out_by_its_next_request() {
    let without = run("const before = window.BroadcastChannel; delete window.BroadcastChannel; return before;");
    let app = filling_in().await;
    app.journey.listen_to_other_tabs();
    answer("/api/logout", 200, &serde_json::Value::Null);
    click("log-out");
    appears("#log-in").await;
    let again = js_sys::Function::new_with_args("before", "window.BroadcastChannel = before;");
    again.call1(&JsValue::NULL, &without).unwrap();
}

#[wasm_bindgen_test]
async fn s13_a_forged_return_from_the_login_leaves_the_caseworker_logged_in() {
    let app = mount(|| view! { <Frame/> });
    refuse("/api/login/complete", ProblemType::LoginUnknown);
    answer(SESSION, 200, &session());
    let forged = LoginCallback { code: "x".into(), state: "y".into(), iss: None };
    app.journey.dispatch(Event::CameBackFromLogin(Callback::Login(forged.clone())));
    appears("#caseworker").await;
    assert_eq!(app.route(), Route::Start);

    // Nobody was logged in: the browser has kept no cookie.
    let app = mount(|| view! { <Frame/> });
    refuse("/api/login/complete", ProblemType::LoginUnknown);
    refuse(SESSION, ProblemType::NotLoggedIn);
    app.journey.dispatch(Event::CameBackFromLogin(Callback::Login(forged)));
    appears("#next-step").await;
    assert_eq!(text("page-heading"), "Browseren kender ikke dette login");
    assert!(text("next-step").contains("tillad cookies"));
}

#[wasm_bindgen_test]
async fn s11_every_request_says_whom_its_page_shows() {
    let app = filling_in().await;
    assert_eq!(shown_to("/api/login/complete"), "", "whom it shows is not known yet");
    app.page.show(Route::BenefitTypes);
    until(|| asked(TYPES) == 1).await;
    assert_eq!(shown_to(TYPES), session().acting_as.0);
    let _ = nemkonto::api::session_expiry().await;
    assert_eq!(shown_to("/api/session/expiry"), session().acting_as.0);
}

#[wasm_bindgen_test]
async fn s11_a_page_says_that_somebody_else_is_logged_in_and_shows_nothing_of_either() {
    let app = refused_as(&clara()).await;
    appears("#somebody-else").await;
    assert_eq!(shown_to(SESSION), "", "who is logged in is asked as nobody");
    assert_eq!(app.machine().session, SessionState::LoggedOut(LoggedOut::SomebodyElse, None));
    assert_eq!(text("page-heading"), "En anden er logget på nu");
    let shown = text("mounted");
    for hidden in ["Clara", "Signe", "Sandby Cykler", "123456"] {
        assert!(!shown.contains(hidden), "“{hidden}” in {shown}");
    }
    assert!(text("kept").contains("ikke tabt"));
    assert!(!session_storage().is_empty(), "what was typed waits for whom it belongs to");
    assert!(exists("#log-in"));
}

#[wasm_bindgen_test]
async fn s11_who_goes_on_finds_no_form_of_somebody_else() {
    let app = refused_as(&clara()).await;
    appears("#go-on").await;
    click("go-on");
    until(|| app.machine().caseworker().is_some()).await;
    appears("#caseworker").await;
    assert!(text("caseworker").contains("Clara"));
    assert_eq!(app.route(), Route::Start);
    assert!(session_storage().is_empty());
    app.fetched.set_overview(Some(overview()));
    app.page.show(Route::Form(FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto)));
    appears("#account-number").await;
    assert_eq!(value("account-number"), "");
}

#[wasm_bindgen_test]
async fn s11_another_unit_is_named_and_agreed_to_and_the_form_stays() {
    let app = refused_as(&in_other_unit()).await;
    appears("#other-unit").await;
    assert_eq!(text("page-heading"), "Du har valgt en anden enhed");
    assert!(text("other-unit").contains(&format!("Lønkontoret, {}", authority().name)));
    assert!(!exists("#caseworker") && !exists("#account-number"));
    answer(&format!("/api/account-holders/{}", overview().handle.0), 200, &overview());
    click("go-on");
    appears("#account-number").await;
    assert_eq!(value("account-number"), "123456");
    assert!(text("caseworker").contains("Lønkontoret"));
    assert_eq!(app.machine().session, SessionState::LoggedIn(Box::new(in_other_unit())));
}

#[wasm_bindgen_test]
async fn s11_an_open_confirmation_is_closed() {
    let app = mount(|| view! { <Confirmation/> });
    logged_in(app, session()).await;
    open_confirmation(app, crate::support::answer());
    settle().await;
    assert!(element("confirmation").has_attribute("open"));
    answer(SESSION, 200, &in_other_unit());
    app.journey.dispatch(Event::SessionDiffers);
    until(|| matches!(app.machine().session, SessionState::OtherUnit(_))).await;
    assert_eq!(app.machine().state, State::Editing(None));
    assert!(!element("confirmation").has_attribute("open"));
}
