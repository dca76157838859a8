//! The confirmation, in a browser: what it shows, how it is left, what it stores.

use crate::{
    support::{self, agreed, change, configuration, prepared, reading},
    verbs::{
        self, App, answer, asked, click, element, exists, has_focus, hold, mount, mount_from, open_confirmation,
        press_escape, session_storage, settle, state, text, until,
    },
};
use js_sys::Promise;
use leptos::prelude::*;
use nemkonto::{
    browser::location,
    contract::{Assignment, Configuration, Next, PrepareAnswer, Prepared, Reading},
    domain::{account::Account, change::Registered, currency::Currency},
    relogin::{Event, Machine, Problem, SessionState, State, StoredRecord},
    ui::confirmation::Confirmation,
};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

/// The API has read this, and there is a login for it.
fn with(reading: Reading) -> PrepareAnswer {
    PrepareAnswer { reading, ..support::answer() }
}

/// Mounts the dialog in the state in which the API has answered.
async fn open() -> App {
    let app = mount(|| view! { <Confirmation/> });
    open_confirmation(app, support::answer());
    settle().await;
    app
}

#[wasm_bindgen_test]
async fn shows_the_reading_of_the_api_with_date_and_time() {
    let _app = open().await;
    let shown = text("confirmation");
    for expected in [
        "Bekræftelse",
        "18-09-2023 12:42",
        "Du skal nu bekræfte ændringen med MitID Erhverv",
        "For CVR-nummer:",
        "12345674",
        "Ny udenlandsk NemKonto:",
        "BIC-kode (SWIFT)",
        "REVOLT21",
        "IBAN-kode",
        "LT12 1000 0111 0100 1000",
        "kan ikke garantere",
        "4821",
    ] {
        assert!(shown.contains(expected), "“{expected}” is missing in: {shown}");
    }
    assert_eq!(element("confirmation").get_attribute("aria-labelledby").unwrap(), "confirmation-heading");
    assert!(has_focus("confirmation-heading"), "the heading takes the focus");
}

#[wasm_bindgen_test]
async fn s10_names_the_unit_and_the_authority_that_the_change_is_made_for() {
    let app = open().await;
    assert_eq!(text("acts-for"), "Ydelsesservice, Sandby Kommune");
    assert!(text("confirmation").contains("Du handler for:"));
    let acts_for = Assignment { authority: support::other_authority(), unit: support::unit() };
    open_confirmation(app, with(Reading { acts_for, ..reading() }));
    settle().await;
    assert_eq!(text("acts-for"), "Ydelsesservice, Nordby Kommune", "as the API has sealed it");
}

#[wasm_bindgen_test]
async fn what_differs_from_the_present_account_is_marked() {
    let app = open().await;
    assert_eq!(text("before").split_whitespace().collect::<Vec<_>>(), ["Nuværende", "NemKonto:", "Ingen"]);
    assert!(!exists("#after .changed"), "where there was nothing, all is new");
    let mut replaced = reading();
    let old = Account::Iban(match support::other_change().account() {
        Some(Account::Iban(account)) => account.clone(),
        _ => panic!("no IBAN"),
    });
    replaced.before = Some(Registered::Account { account: old, valid_from: None, locked: None });
    open_confirmation(app, with(replaced));
    settle().await;
    assert!(text("before").contains("LT60 1010 0123 4567 8901"));
    let changed = document().query_selector_all("#after .changed").unwrap();
    assert_eq!(changed.length(), 1, "the IBAN differs, the BIC does not");
    assert!(text("after").contains("LT12 1000 0111 0100 1000 ændret"));
    assert!(!exists("#before .changed"));
}

#[wasm_bindgen_test]
async fn what_is_left_out_is_marked_where_it_was() {
    let app = open().await;
    let mut poorer = reading();
    let Some(Account::Iban(mut richer)) = poorer.change.account().cloned() else { panic!("no IBAN") };
    richer.currency = Some(Currency::parse("EUR").unwrap());
    poorer.before = Some(Registered::Account { account: Account::Iban(richer), valid_from: None, locked: None });
    open_confirmation(app, with(poorer));
    settle().await;
    let marked = document().query_selector_all("#confirmation .changed").unwrap();
    assert_eq!(marked.length(), 1);
    assert!(text("before").contains("euro (EUR) udgår"), "{}", text("before"));
}

#[wasm_bindgen_test]
async fn every_kind_of_change_can_be_shown() {
    let app = open().await;
    let account = change().account().unwrap().clone();
    for draft in support::filled_forms() {
        let change = support::check(&draft).unwrap();
        let before = Some(Registered::Account { account: account.clone(), valid_from: None, locked: Some(true) });
        open_confirmation(app, with(Reading { change, before, ..reading() }));
        settle().await;
        assert!(exists("#confirmation[open] #before") && exists("#confirmation[open] #after"), "{draft:?}");
        assert_eq!(exists("#confirmed-holder"), draft.kind().is_about_holder());
        assert_eq!(text("after").contains("Slettes"), draft.kind().is_deletion(), "{}", text("after"));
    }
}

#[wasm_bindgen_test]
async fn cancel_closes_it_and_stores_nothing() {
    let app = open().await;
    click("cancel");
    settle().await;
    assert_eq!(verbs::state(app), State::Editing(None));
    assert!(!element("confirmation").has_attribute("open"));
    assert_eq!(session_storage(), Vec::<(String, String)>::new());
}

#[wasm_bindgen_test]
async fn escape_is_a_cancel() {
    let app = open().await;
    press_escape("confirmation");
    settle().await;
    assert_eq!(verbs::state(app), State::Editing(None));
    assert!(!element("confirmation").has_attribute("open"));
}

#[wasm_bindgen_test]
fn b12_only_addresses_of_the_provider_are_followed() {
    let followed = [
        ("https://login.example/authorize?request_uri=urn:x", "https://login.example"),
        ("https://login.example:443/", "https://login.example"),
        ("HTTPS://LOGIN.example/", "https://login.example"),
        ("http://127.0.0.1:8081/authorize", "http://127.0.0.1:8081"),
        ("http://localhost:8081/", "http://localhost:8081"),
        ("http://[::1]:8081/", "http://[::1]:8081"),
    ];
    for (url, origin) in followed {
        assert!(location::is_followed(url, origin), "{url}");
    }
    let refused = [
        ("https://elsewhere.example/authorize", "https://login.example"),
        ("https://login.example@elsewhere.example/", "https://login.example"),
        ("https://login.example.elsewhere.example/", "https://login.example"),
        ("https://login.example:8443/", "https://login.example"),
        ("http://login.example/", "https://login.example"),
        ("http://login.example/", "http://login.example"),
        ("http://127.0.0.1:8082/", "http://127.0.0.1:8081"),
        ("javascript:alert(1)//https://login.example", "null"),
        ("data:text/html,x", "null"),
        ("//login.example/", "https://login.example"),
        ("/authorize", "https://login.example"),
        ("", "https://login.example"),
        ("https://login.example/", ""),
    ];
    for (url, origin) in refused {
        assert!(!location::is_followed(url, origin), "{url}");
    }
}

#[wasm_bindgen_test]
async fn b12_an_address_of_somebody_else_is_not_followed() {
    let app = open().await;
    for login_origin in [Some("https://elsewhere.example".into()), None] {
        answer("/api/configuration", 200, &Configuration { login_origin, ..configuration() });
        let before = asked("/api/configuration");
        click("confirm");
        until(|| matches!(state(app), State::Confirming(_, Some(Problem::DidNotLeave)))).await;
        assert_eq!(asked("/api/configuration"), before + 1, "where the provider lives is asked for");
        assert!(exists("#confirmation[open]") && text("confirmation").contains("Login-siden åbner ikke"));
    }
}

/// Where the provider lives comes late: the caseworker has been told already that the login page does not open.
#[wasm_bindgen_test]
async fn b12_nobody_is_taken_away_after_all() {
    let app = open().await;
    answer("/api/configuration", 200, &Configuration { login_origin: Some(location_origin()), ..configuration() });
    let here = Prepared { authorization_url: format!("{}/elsewhere", location_origin()), ..prepared() };
    open_confirmation(app, PrepareAnswer { next: Next::Login(Box::new(here)), ..support::answer() });
    let release = hold("/api/configuration");
    settle().await;
    click("confirm");
    until(|| asked("/api/configuration") == 1).await;
    app.journey.dispatch(Event::NotFollowed);
    release();
    settle().await;
    assert!(matches!(state(app), State::Confirming(_, Some(Problem::DidNotLeave))));
}

fn location_origin() -> String {
    window().location().origin().unwrap()
}

#[wasm_bindgen_test]
async fn b16_a_browser_that_closes_it_without_asking_cancels() {
    let app = open().await;
    close_natively();
    until(|| state(app) == State::Editing(None)).await;
    // "Gem" works.
    open_confirmation(app, support::answer());
    settle().await;
    assert!(matches!(state(app), State::Confirming(..)) && exists("#confirmation[open]"));
    // What is told late of one dialog does not close the next.
    click("cancel");
    let told = Rc::new(Cell::new(false));
    let notes = Rc::clone(&told);
    let listener = Closure::<dyn Fn()>::new(move || notes.set(true));
    element("confirmation").add_event_listener_with_callback("close", listener.as_ref().unchecked_ref()).unwrap();
    while exists("#confirmation[open]") {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
    assert!(!told.get());
    open_confirmation(app, support::answer());
    until(|| told.get()).await;
    settle().await;
    assert!(matches!(state(app), State::Confirming(..)) && exists("#confirmation[open]"));
}

#[wasm_bindgen_test]
async fn b16_on_the_way_to_the_login_it_is_shown_again() {
    let leaving = Machine::new(State::Leaving(Box::new(agreed())), SessionState::Unknown);
    let app = mount_from(leaving, || view! { <Confirmation/> });
    settle().await;
    close_natively();
    assert!(!exists("#confirmation[open]"));
    until(|| exists("#confirmation[open]")).await;
    assert!(matches!(state(app), State::Leaving(_)) && text("confirm").contains("Sender dig til MitID"));
    until(|| has_focus("confirmation-heading")).await;
}

/// As a browser does at the second Escape, or when a device asks it to.
fn close_natively() {
    element("confirmation").unchecked_into::<HtmlDialogElement>().close();
}

#[wasm_bindgen_test]
async fn stores_only_the_sealed_record() {
    let app = open().await;
    // The address is no web address, so the browser stays; everything before leaving happens.
    let mut elsewhere = prepared();
    elsewhere.authorization_url = "urn:nowhere".into();
    open_confirmation(app, PrepareAnswer { next: Next::Login(Box::new(elsewhere)), ..support::answer() });
    settle().await;
    click("confirm");
    until(|| matches!(state(app), State::Confirming(_, Some(Problem::DidNotLeave)))).await;
    settle().await;
    let stored = session_storage();
    assert_eq!(stored.len(), 1);
    let (key, record) = &stored[0];
    assert_eq!(*key, StoredRecord::key_for(&prepared().state));
    for secret in [support::CVR, support::IBAN, support::BIC] {
        assert!(!record.contains(secret));
    }
    assert!(text("confirmation").contains("Login-siden åbner ikke"), "{}", text("confirmation"));
}

#[wasm_bindgen_test]
async fn who_is_on_the_way_to_the_login_is_told_so() {
    let leaving = Machine::new(State::Leaving(Box::new(agreed())), SessionState::Unknown);
    mount_from(leaving, || view! { <Confirmation/> });
    settle().await;
    assert!(text("confirm").contains("Sender dig til MitID"));
    assert_eq!(element("confirm").get_attribute("aria-busy").unwrap(), "true");
}

#[wasm_bindgen_test]
async fn s08_hostile_text_stays_text() {
    let app = mount(|| view! { <Confirmation/> });
    let mut hostile = reading();
    hostile.names.holder = Some("<img src=x onerror=\"document.title='pwned'\">".into());
    open_confirmation(app, with(hostile));
    settle().await;
    assert!(text("confirmation").contains("<img src=x"));
    assert!(!exists("#confirmation img"));
}
