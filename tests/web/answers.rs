//! Answers that are none: about something else, from somewhere else, with numbers that no calendar has.

use crate::{
    support::{self, agreed, overview, receipt, session, signed_receipt, signing::Signer},
    verbs::{
        App, answer, answer_as, answer_text, answer_with_header, appears, asked, click, fresh_tab, log_in, mount,
        reload, state, text, type_into, until, value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    api,
    browser::{location, storage},
    contract::{AccountOverview, HolderHandle, LoginCallback, ProblemDetails, ProblemType, Receipt},
    domain::holder::{HolderId, Scheme},
    relogin::{Callback, Event, State, StoredRecord},
    ui::{pages::Page, route::Route},
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// The words for an answer that nobody understands.
const UNREADABLE: &str = "NemKonto gav et svar, vi ikke forstår";

fn at(route: Route) -> App {
    let app = mount(|| view! { <Page/> });
    log_in(app, session());
    app.page.show(route);
    app
}

#[wasm_bindgen_test]
async fn a11_a_confirmation_that_is_led_elsewhere_is_not_said_to_be_refused() {
    fresh_tab();
    let record = StoredRecord::new(&agreed());
    storage::store(record.key(), &record.to_text()).unwrap();
    answer_text(&format!("/api/changes/{}/confirm", record.change_id().0), 302, "");
    let app = reload(|| view! { <Page/> });
    let state_of_login = support::prepared().state;
    app.journey.came_back(Callback::Login(LoginCallback { code: "code".into(), state: state_of_login, iss: None }));
    appears("#try-now").await;
    assert!(matches!(state(app), State::Submitting(..)));
    assert!(text("mounted").contains("Vi prøver selv igen"));
}

#[wasm_bindgen_test]
async fn a12_the_accounts_of_another_holder_are_not_shown() {
    let app = at(Route::Start);
    let citizen = HolderId::parse(Scheme::Cpr, "0101901234", support::today()).unwrap();
    let other = AccountOverview { holder: citizen, name: "En anden".into(), ..overview() };
    answer("/api/account-holders/lookup", 200, &other);
    appears("#holder-number").await;
    type_into("holder-number", support::CVR);
    click("look-up");
    until(|| text("mounted").contains(UNREADABLE)).await;
    assert_eq!(app.route(), Route::Start);
    assert!(!text("mounted").contains("En anden"));
}

#[wasm_bindgen_test]
async fn a12_an_overview_of_another_holder_does_not_load_for_ever() {
    let handle = HolderHandle("another".into());
    let app = at(Route::NotFound);
    answer("/api/account-holders/another", 200, &overview());
    app.page.show(Route::Overview(handle));
    appears("#try-again").await;
    assert!(text("page-heading").contains(UNREADABLE));
    answer(
        "/api/account-holders/another",
        200,
        &AccountOverview { handle: HolderHandle("another".into()), ..overview() },
    );
    click("try-again");
    appears("#nemkonto").await;
}

#[wasm_bindgen_test]
async fn a12_the_receipt_with_another_number_is_not_shown() {
    let app = at(Route::NotFound);
    let another = Receipt { number: "NK-2023-000002".into(), ..receipt() };
    answer(&format!("/api/receipts/{}", receipt().number), 200, &Signer::ours().receipt(&another));
    app.page.show(Route::Receipt(receipt().number));
    appears("#try-again").await;
    assert!(!text("mounted").contains("NK-2023-000002"));
    answer(&format!("/api/receipts/{}", receipt().number), 200, &signed_receipt());
    click("try-again");
    appears("#receipt-number").await;
}

#[wasm_bindgen_test]
async fn a13_a_moment_that_no_calendar_has_is_an_answer_that_nobody_understands() {
    let app = at(Route::NotFound);
    let entries = r#"{"entries":[{"at":8640000000001,"event":{"registered":{"account":null}},"names":{},"by":"x","caseworker":null,"receipt":null}],"next":null}"#;
    answer_text("/api/benefit-types/history", 200, entries);
    app.page.show(Route::BenefitTypeHistory);
    appears("#try-again").await;
    assert!(text("mounted").contains(UNREADABLE));
}

#[wasm_bindgen_test]
async fn a14_a_media_type_in_capital_letters_is_the_same() {
    at(Route::NotFound);
    answer_as("/api/benefit-types", "Application/JSON; charset=UTF-8", &support::benefit_types());
    let types = api::benefit_types().await;
    assert_eq!(types, Ok(support::benefit_types()));
}

#[wasm_bindgen_test]
fn a15_what_the_api_calls_its_holders_stays_one_part_of_the_address() {
    for name in ["../benefit-types", "a/b", "x?y#z", "æ ø", "%2e%2e"] {
        let route = Route::Overview(HolderHandle(name.into()));
        let path = route.path();
        assert_eq!(path.matches('/').count(), 2, "{path}");
        assert!(!path.contains(['?', '#', ' ']), "{path}");
        assert_eq!(Route::from_path(&path), route);
        let receipt = Route::Receipt(name.into());
        assert_eq!(Route::from_path(&receipt.path()), receipt);
        location::replace(&path);
        assert_eq!(location::path(), path, "the browser reads nothing else into it");
        location::replace("/");
    }
}

#[wasm_bindgen_test]
async fn a10_who_has_looked_up_too_often_is_told_when_to_try_again() {
    let app = at(Route::Start);
    let refused = ProblemDetails::new(ProblemType::TooManyAttempts, "abc123");
    let told = ProblemDetails { retry_after: Some(37), ..refused.clone() };
    appears("#holder-number").await;
    type_into("holder-number", "0101901234");
    answer("/api/account-holders/lookup", 429, &told);
    click("look-up");
    until(|| text("mounted").contains("Vent 37 sekunder, og prøv igen.")).await;
    answer_with_header("/api/account-holders/lookup", 429, &refused, "Retry-After", "41");
    click("look-up");
    until(|| text("mounted").contains("Vent 41 sekunder, og prøv igen.")).await;
    assert!(!text("mounted").contains("kontooversigten") && value("holder-number") == "0101901234");
    assert_eq!(app.route(), Route::Start);
}

/// What early.js has asked, and what became of it.
fn asked_early(outcome: &JsValue) {
    let set =
        js_sys::Function::new_with_args("outcome", "window.askedEarly = { '/api/session': Promise.resolve(outcome) };");
    set.call1(&JsValue::NULL, outcome).unwrap();
}

#[wasm_bindgen_test]
async fn a16_who_waits_for_the_first_answer_does_not_wait_twice() {
    // The app of the test before may still be about to ask who is logged in, and must not take the answer.
    crate::verbs::settle().await;
    fresh_tab();
    answer("/api/session", 200, &session());
    let app = reload(|| view! { <Page/> });
    // At the last moment: an app that was drawn before may ask, too.
    asked_early(&JsValue::NULL);
    app.journey.dispatch(Event::Opened);
    appears("#try-again").await;
    assert_eq!(text("page-heading"), "NemKonto svarer ikke");
    assert_eq!(asked("/api/session"), 0);
    click("try-again");
    appears("#holder-number").await;
    asked_early(&JsValue::UNDEFINED);
    assert!(api::session().await.is_ok() && asked("/api/session") == 2, "what failed is asked again");
}

#[wasm_bindgen_test]
async fn a16_the_first_answer_is_waited_for_ten_seconds() {
    fresh_tab();
    let script = "const genuine = window.setTimeout; window.pauses = [];                   window.setTimeout = (then, pause) => { window.pauses.push(pause); return genuine(then, pause); };                   return () => { window.setTimeout = genuine; };";
    let restore: js_sys::Function =
        js_sys::Function::new_no_args(script).call0(&JsValue::NULL).unwrap().unchecked_into();
    let _ = api::session().await;
    restore.call0(&JsValue::NULL).unwrap();
    let pauses = js_sys::Reflect::get(&window(), &"pauses".into()).unwrap();
    let pauses: Vec<_> = js_sys::Array::from(&pauses).iter().map(|pause| pause.as_f64().unwrap()).collect();
    assert_eq!(pauses, [10_000.0]);
}
