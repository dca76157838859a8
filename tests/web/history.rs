//! Coming back to a history that was read further.

use crate::{
    support::{authority, change, names, overview, receipt, session, signed_receipt},
    verbs::{App, answer, appears, asked, click, element, exists, has_focus, log_in, mount, text, until},
};
use leptos::prelude::*;
use nemkonto::{
    browser::location,
    contract::{HistoryCursor, HistoryEntry, HistoryEvent, HistoryPage, Timestamp},
    relogin::Event,
    ui::{pages::Page, route::Route},
};
use wasm_bindgen_test::wasm_bindgen_test;

const HISTORY: &str = "/api/account-holders/holder-handle/history";
const A_PAGE: usize = 25;

fn page(of: &str, next: Option<&str>) -> HistoryPage {
    let entry = HistoryEntry {
        at: Timestamp(1_695_033_720),
        event: HistoryEvent::Changed { change: change() },
        names: names(),
        by: authority().name,
        caseworker: Some(of.to_owned()),
        payee: None,
        receipt: Some(receipt().number),
    };
    HistoryPage { entries: vec![entry; A_PAGE], next: next.map(|next| HistoryCursor(next.into())) }
}

fn at() -> Route {
    Route::History(overview().handle)
}

/// Somebody who has read two pages of a history and follows the link of an entry far down.
async fn read_on_and_leave() -> (App, f64) {
    let app = mount(|| view! { <Page/> });
    log_in(app, session());
    app.fetched.set_overview(Some(overview()));
    answer(HISTORY, 200, &page("Newest", Some("older")));
    app.journey.go(&at());
    appears("#older").await;
    answer(HISTORY, 200, &page("Older", None));
    click("older");
    appears("#entry-49").await;
    answer(HISTORY, 200, &page("Again", None));
    answer(&format!("/api/receipts/{}", receipt().number), 200, &signed_receipt());
    until(|| has_focus("entry-25")).await;
    let link = element("receipt-40");
    link.scroll_into_view();
    link.focus().unwrap();
    let scrolled = window().scroll_y().unwrap();
    assert!(scrolled > 0.0);
    click("receipt-40");
    appears("#receipt-number").await;
    (app, scrolled)
}

/// The browser's "back" or "forward" to the history.
async fn come_back(app: App) {
    location::push(&at().path());
    app.journey.arrive(at());
    appears("#entries").await;
}

#[wasm_bindgen_test]
async fn b18_who_comes_back_to_a_history_finds_it_as_it_was_left() {
    let (app, scrolled) = read_on_and_leave().await;
    come_back(app).await;
    until(|| has_focus("receipt-40")).await;
    assert!(exists("#entry-49") && text("entry-0").contains("Newest") && text("entry-49").contains("Older"));
    assert!(text("shown").contains("50"));
    until(|| (window().scroll_y().unwrap() - scrolled).abs() < 2.0).await;
    assert_eq!(asked(HISTORY), 2, "nothing is fetched again");
}

#[wasm_bindgen_test]
async fn b18_a_history_that_is_opened_anew_is_fetched_anew() {
    let (app, _) = read_on_and_leave().await;
    app.journey.go(&at());
    until(|| exists("#entry-0") && text("entry-0").contains("Again")).await;
    assert!(!exists("#entry-25"));
    until(|| has_focus("page-heading")).await;
}

#[wasm_bindgen_test]
async fn b18_a_history_is_gone_with_the_session() {
    let (app, _) = read_on_and_leave().await;
    app.journey.dispatch(Event::SessionEnded);
    app.journey.dispatch(Event::LogInPressed);
    log_in(app, session());
    come_back(app).await;
    until(|| exists("#entry-0") && text("entry-0").contains("Again")).await;
    assert!(!exists("#entry-25"));
}

/// In another tab a change was made, or another unit chosen.
#[wasm_bindgen_test]
async fn b18_a_history_that_is_forgotten_while_it_is_read_is_fetched_anew() {
    let (app, _) = read_on_and_leave().await;
    answer("/api/benefit-types/history", 200, &page("Ours", None));
    app.journey.go(&Route::BenefitTypeHistory);
    until(|| exists("#entry-0") && text("entry-0").contains("Ours")).await;
    let mut elsewhere = session();
    elsewhere.caseworker.unit.name = "En anden enhed".into();
    answer("/api/benefit-types/history", 200, &page("Theirs", None));
    app.journey.dispatch(Event::SessionRenewed(Box::new(elsewhere)));
    until(|| exists("#entry-0") && text("entry-0").contains("Theirs")).await;
    assert!(exists("#entry-24") && !exists("#entry-25"));
}
