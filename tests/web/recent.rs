//! The look-up page, in a browser: where the focus is, and the look-ups of this session, one key away.

use crate::{
    support::{other_authority, overview, session, today},
    verbs::{
        App, all, answer, click, element, exists, has_focus, log_in, mount, press, press_with, session_storage, settle,
        text, type_into, until, value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    contract::{AccountOverview, Assignment, Authority, HolderHandle, Session, UnitId},
    domain::{
        holder::{HolderId, Scheme},
        right::Right,
    },
    relogin::Event,
    ui::{pages::Page, route::Route, stores::MOST},
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

const FIELD: &str = "holder-number";

fn citizen() -> AccountOverview {
    AccountOverview {
        handle: HolderHandle("citizen-handle".into()),
        holder: HolderId::parse(Scheme::Cpr, "010158-5018", today()).unwrap(),
        name: "Dora Opdigtet".into(),
        ..overview()
    }
}

fn numbered(number: usize) -> AccountOverview {
    AccountOverview { handle: HolderHandle(format!("key-{number}")), name: format!("Nr. {number}"), ..overview() }
}

async fn look_at(app: App, overview: AccountOverview) {
    let key = overview.handle.clone();
    app.fetched.set_overview(Some(overview));
    app.page.show(Route::Overview(key));
    settle().await;
}

/// Somebody who has looked at a company and then at a citizen, and is back at the look-up page.
async fn looked_up() -> App {
    let app = mount(|| view! { <Page/> });
    log_in(app, session());
    settle().await;
    look_at(app, overview()).await;
    look_at(app, citizen()).await;
    app.page.show(Route::Start);
    settle().await;
    settle().await;
    app
}

#[wasm_bindgen_test]
async fn the_newest_is_first_and_a_cpr_number_is_masked() {
    let app = looked_up().await;
    let entries: Vec<_> = all("#recent a").iter().map(HtmlElement::inner_text).collect();
    assert_eq!(entries, ["Dora Opdigtet, CPR-nummer 010158-••••", "Sandby Cykler ApS, CVR-nummer 12 34 56 74"]);
    assert_eq!(element("recent-1").get_attribute("href").unwrap(), "/account-holders/citizen-handle");
    look_at(app, overview()).await;
    app.page.show(Route::Start);
    settle().await;
    assert!(text("recent-1").starts_with("Sandby Cykler") && !exists("#recent-3"), "each once");
}

#[wasm_bindgen_test]
async fn nothing_of_it_is_stored_or_in_the_address() {
    looked_up().await;
    assert_eq!(session_storage(), []);
    let local = window().local_storage().unwrap().unwrap();
    for index in 0..local.length().unwrap() {
        let value = local.get_item(&local.key(index).unwrap().unwrap()).unwrap().unwrap();
        assert!(!value.contains("citizen-handle") && !value.contains("Dora"), "{value}");
    }
    let address = window().location().href().unwrap();
    assert!(!address.contains("0101585018") && !document().title().contains("Dora"), "{address}");
}

#[wasm_bindgen_test]
async fn only_so_many_are_remembered() {
    let app = looked_up().await;
    for number in 0..MOST + 2 {
        app.fetched.remember_look_up(&numbered(number));
    }
    settle().await;
    assert_eq!(all("#recent a").len(), MOST);
    assert!(text("recent-1").starts_with(&format!("Nr. {}", MOST + 1)));
}

#[wasm_bindgen_test]
async fn arrow_down_leads_there_and_escape_back() {
    looked_up().await;
    assert!(text("holder-number-hint").contains("Pil ned"), "the field says so");
    element(FIELD).focus().unwrap();
    assert!(press(FIELD, "ArrowDown"));
    assert!(has_focus("recent-1"));
    press("recent-1", "ArrowDown");
    assert!(has_focus("recent-2"));
    press("recent-2", "ArrowDown");
    assert!(has_focus("recent-2"), "the list ends there");
    press("recent-2", "ArrowUp");
    assert!(has_focus("recent-1"));
    press("recent-1", "ArrowUp");
    assert!(has_focus(FIELD));
    press(FIELD, "ArrowDown");
    press("recent-1", "Escape");
    assert!(has_focus(FIELD));
}

#[wasm_bindgen_test]
async fn no_letter_and_no_key_of_a_screen_reader_is_taken() {
    looked_up().await;
    element(FIELD).focus().unwrap();
    for key in ["h", "r", "1", "ArrowUp", "ArrowLeft", "Enter", "Escape", "Insert", "CapsLock", "Tab"] {
        assert!(!press(FIELD, key), "{key}");
    }
    assert!(!press_with(FIELD, "ArrowDown", |held| held.set_alt_key(true)));
    assert!(!press_with(FIELD, "ArrowDown", |held| held.set_ctrl_key(true)));
    press(FIELD, "ArrowDown");
    for key in ["Enter", "Tab", "h", "Home"] {
        assert!(!press("recent-1", key), "{key}");
    }
}

#[wasm_bindgen_test]
async fn arrows_among_the_kinds_of_number_stay_there() {
    looked_up().await;
    type_into(FIELD, "1010501004");
    settle().await;
    if let Some(choice) = all("input[name=holder-scheme]").first() {
        choice.focus().unwrap();
        assert!(!press(&choice.id(), "ArrowDown"));
    } else {
        panic!("the number can be of one kind only");
    }
}

#[wasm_bindgen_test]
async fn where_nobody_was_looked_at_there_is_no_list_and_no_key() {
    let app = mount(|| view! { <Page/> });
    log_in(app, session());
    settle().await;
    assert!(!exists("#recent") && !text("holder-number-hint").contains("Pil ned"));
    element(FIELD).focus().unwrap();
    assert!(!press(FIELD, "ArrowDown"));
}

#[wasm_bindgen_test]
async fn the_field_takes_the_focus_whenever_another_page_leads_to_it_but_not_on_arrival() {
    let app = mount(|| view! { <Page/> });
    log_in(app, session());
    settle().await;
    assert!(!has_focus(FIELD), "the page is read from its beginning first");
    look_at(app, overview()).await;
    assert!(has_focus("page-heading"));
    app.page.show(Route::Start);
    until(|| has_focus(FIELD)).await;
    assert_eq!(value(FIELD), "");
}

#[wasm_bindgen_test]
async fn logging_out_and_the_end_of_the_session_forget_it() {
    let app = looked_up().await;
    answer("/api/logout", 200, &serde_json::Value::Null);
    app.journey.dispatch(Event::LogOutPressed);
    until(|| untrack(|| app.fetched.recent()).is_empty()).await;
    let app = looked_up().await;
    app.journey.dispatch(Event::SessionEnded);
    assert!(untrack(|| app.fetched.recent()).is_empty());
}

/// Switches to another unit, as which the caseworker is this.
async fn switched(change: impl FnOnce(&mut Session)) -> App {
    let app = looked_up().await;
    let mut session = session();
    let unit = nemkonto::contract::Unit { id: UnitId("other".into()), name: "Løn".into() };
    session.assignments.push(Assignment { authority: session.caseworker.authority.clone(), unit: unit.clone() });
    log_in(app, session.clone());
    session.caseworker.unit = unit;
    change(&mut session);
    answer("/api/session/unit", 200, &session);
    app.page.show(Route::Units);
    settle().await;
    click("unit-1");
    click("switch-unit");
    until(|| exists("#holder-number")).await;
    app
}

#[wasm_bindgen_test]
async fn another_unit_with_the_same_rights_keeps_it_and_others_do_not() {
    let app = switched(|_| ()).await;
    assert_eq!(untrack(|| app.fetched.recent()).len(), 2);
    let app = switched(|session| session.caseworker.rights = vec![Right::ViewAccounts]).await;
    assert!(untrack(|| app.fetched.recent()).is_empty());
    let app = switched(|session| session.caseworker.authority = Authority { ..other_authority() }).await;
    assert!(untrack(|| app.fetched.recent()).is_empty());
}
