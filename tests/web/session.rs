//! A session that ends, in a browser: the notice, the way to stay, the page afterwards, and what is kept.

use crate::{
    support::{agreed, overview, session},
    verbs::{
        App, advance_clock, answer, appears, asked, click, element, exists, fresh_tab, has_focus, logged_in, mount,
        open_confirmation, refuse, reload, session_storage, settle, state, text, type_into, until, value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    browser::{location, storage},
    contract::{ProblemType, Session, SessionExpiry},
    domain::change_kind::ChangeKind,
    i18n::Language,
    relogin::{Event, LoggedOut, SessionState, State, StoredRecord},
    ui::{
        confirmation::Confirmation,
        pages::Page,
        route::{FormRoute, Route},
        session_notice::SessionNotice,
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

const SESSION: &str = "/api/session";
const EXPIRY: &str = "/api/session/expiry";

fn lasting(expires_in: u32) -> Session {
    Session { expires_in, ..session() }
}

fn form() -> FormRoute {
    FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto)
}

/// The app with its clock, and somebody who is filling in a form.
async fn filling_in() -> App {
    let app = mount(|| view! { <SessionNotice/><Page/><button id="elsewhere"/> });
    app.journey.watch_session();
    app.journey.keep_what_is_typed();
    app.fetched.set_overview(Some(overview()));
    logged_in(app, lasting(1800)).await;
    app.page.show(Route::Form(form()));
    until(|| exists("#account-number")).await;
    type_into("account-number", "123456");
    until(|| !session_storage().is_empty()).await;
    app
}

async fn noticed(left: u32) -> App {
    let app = filling_in().await;
    answer(EXPIRY, 200, &SessionExpiry { expires_in: left });
    advance_clock(1800 - left);
    appears("#session-notice").await;
    app
}

#[wasm_bindgen_test]
async fn there_is_no_notice_as_long_as_there_is_time() {
    filling_in().await;
    advance_clock(1400);
    let before = nemkonto::browser::clock::seconds();
    until(|| nemkonto::browser::clock::seconds() > before + 1.5).await;
    assert!(!exists("#session-notice"));
    assert_eq!(asked(EXPIRY), 0);
}

#[wasm_bindgen_test]
async fn the_notice_says_how_much_time_is_left_and_that_nothing_is_lost() {
    noticed(290).await;
    let notice = text("session-notice");
    for expected in ["Du er ved at blive logget af", "Du bliver logget af om 4:", "bliver gemt", "Forbliv logget på"] {
        assert!(notice.contains(expected), "“{expected}” is missing in {notice}");
    }
    assert_eq!(element("session-left").get_attribute("role").unwrap(), "timer");
    assert_eq!(element("session-notice").get_attribute("aria-labelledby").unwrap(), "session-heading");
    assert!(!has_focus("stay"), "nobody is interrupted while typing");
}

#[wasm_bindgen_test]
async fn a_screen_reader_is_told_by_the_minute_and_not_every_second() {
    noticed(290).await;
    assert_eq!(element("session-status").get_attribute("role").unwrap(), "status");
    let told = text("session-status");
    assert_eq!(told.trim(), "Du bliver logget af om 5 minutter. Vælg Forbliv logget på, hvis du vil fortsætte.");
    let left = text("session-left");
    until(|| text("session-left") != left).await;
    assert_eq!(text("session-status"), told);
    let texts = &Language::Danish.texts().session;
    assert_eq!(
        (texts.announced)(60),
        "Du bliver logget af om et minut. Vælg Forbliv logget på, hvis du vil fortsætte."
    );
    assert!((texts.announced)(20).contains("om 20 sekunder"));
}

#[wasm_bindgen_test]
async fn a_session_that_is_used_elsewhere_gives_no_notice() {
    filling_in().await;
    answer(EXPIRY, 200, &SessionExpiry { expires_in: 1700 });
    advance_clock(1550);
    until(|| asked(EXPIRY) == 1).await;
    settle().await;
    assert!(!exists("#session-notice"));
}

#[wasm_bindgen_test]
async fn staying_prolongs_the_session_and_leads_back_to_where_one_was() {
    noticed(200).await;
    answer(SESSION, 200, &lasting(1800));
    element("account-number").focus().unwrap();
    element("stay").focus().unwrap();
    click("stay");
    click("stay");
    until(|| !exists("#session-notice")).await;
    assert_eq!(asked(SESSION), 1);
    assert!(text("session-status").contains("Du er stadig logget på."));
    assert!(has_focus("account-number"));
    assert_eq!(value("account-number"), "123456");
}

#[wasm_bindgen_test]
async fn a_session_that_cannot_be_prolonged_says_so() {
    noticed(200).await;
    click("stay");
    appears("#session-failure").await;
    assert!(text("session-failure").contains("NemKonto svarer ikke"));
    assert!(exists("#stay"));
    answer(SESSION, 200, &lasting(1800));
    click("stay");
    until(|| !exists("#session-notice")).await;
}

#[wasm_bindgen_test]
async fn without_an_answer_the_notice_comes_by_what_was_known() {
    filling_in().await;
    advance_clock(1700);
    appears("#session-notice").await;
    assert!(text("session-left").contains("om 1:"), "{}", text("session-left"));
}

#[wasm_bindgen_test]
async fn a_session_that_has_ended_leads_to_a_page_that_says_what_was_kept_and_the_form_is_back_after_the_login() {
    let app = noticed(100).await;
    refuse(EXPIRY, ProblemType::NotLoggedIn);
    advance_clock(101);
    appears("#log-in").await;
    assert_eq!(app.machine().session, SessionState::LoggedOut(LoggedOut::Ended, None));
    assert_eq!(text("page-heading"), "Du er logget af");
    assert!(text("kept").contains("ikke tabt"));
    assert_eq!(text("log-in"), "Log ind igen");
    assert!(!exists("#session-notice") && !exists("#account-number"));
    assert!(!text("mounted").contains("Sandby Cykler"), "nothing of the holder stays on the screen");

    // The page is loaded anew after the login.
    location::replace("/");
    let app = reload(|| view! { <Page/> });
    app.fetched.set_overview(Some(overview()));
    logged_in(app, session()).await;
    until(|| exists("#account-number")).await;
    assert_eq!(value("account-number"), "123456");
}

#[wasm_bindgen_test]
async fn a_call_that_is_refused_because_the_session_has_ended_leads_there_too() {
    let app = filling_in().await;
    refuse("/api/benefit-types", ProblemType::NotLoggedIn);
    app.page.show(Route::BenefitTypes);
    appears("#ended").await;
    assert!(exists("#kept"));
}

#[wasm_bindgen_test]
async fn where_nothing_was_typed_nothing_is_said_to_be_kept() {
    let app = mount(|| view! { <Page/> });
    logged_in(app, session()).await;
    settle().await;
    app.journey.dispatch(Event::SessionEnded);
    appears("#ended").await;
    assert!(text("kept").contains("ikke indtastet noget"));
    assert!(!exists("#under-way"));
}

#[wasm_bindgen_test]
async fn a_change_that_was_being_confirmed_is_mentioned() {
    fresh_tab();
    let record = StoredRecord::new(&agreed());
    storage::store(record.key(), &record.to_text()).unwrap();
    let app = reload(|| view! { <Page/> });
    app.journey.dispatch(Event::SessionEnded);
    appears("#under-way").await;
    assert!(text("under-way").contains("bekræfte en ændring"));
    assert!(!exists("#kept"));
}

#[wasm_bindgen_test]
async fn an_open_confirmation_has_the_notice_inside_and_is_closed_when_the_session_ends() {
    let app = mount(|| view! { <Confirmation/> });
    app.journey.watch_session();
    logged_in(app, lasting(120)).await;
    open_confirmation(app, crate::support::answer());
    appears("#confirmation #session-notice #stay").await;
    app.journey.dispatch(Event::SessionEnded);
    settle().await;
    assert_eq!(state(app), State::Editing(None));
    assert!(!element("confirmation").has_attribute("open"));
}

#[wasm_bindgen_test]
async fn a_page_that_is_loaded_anew_still_holds_what_was_typed() {
    filling_in().await;
    type_into("account-number", "1234567");
    type_into("account-number", "12345678");
    let latest = session_storage();
    until(|| session_storage() != latest).await;
    settle().await;
    let [(_, sealed)] = &session_storage()[..] else { panic!("nothing is kept") };
    assert!(!sealed.contains("12345678") && !sealed.contains(&overview().handle.0), "{sealed}");

    location::replace(&Route::Form(form()).path());
    let app = reload(|| view! { <Page/> });
    app.journey.keep_what_is_typed();
    app.fetched.set_overview(Some(overview()));
    logged_in(app, session()).await;
    until(|| exists("#account-number")).await;
    until(|| value("account-number") == "12345678").await;
    until(|| !session_storage().is_empty()).await;
}

#[wasm_bindgen_test]
async fn what_was_typed_is_gone_after_logging_out() {
    let app = filling_in().await;
    answer("/api/logout", 200, &serde_json::Value::Null);
    app.journey.dispatch(Event::LogOutPressed);
    until(|| session_storage().is_empty()).await;
    assert_eq!(app.machine().session, SessionState::LoggedOut(LoggedOut::ByChoice, None));
    assert!(!exists("#kept"));
}

#[wasm_bindgen_test]
async fn s09_a_log_out_that_did_not_get_through_says_so_and_hides_everything() {
    let app = filling_in().await;
    refuse("/api/logout", ProblemType::Internal);
    app.journey.dispatch(Event::LogOutPressed);
    appears("#still-logged-in").await;
    assert_eq!(text("page-heading"), "Du er stadig logget på");
    assert!(!exists("#account-number") && !text("mounted").contains("Sandby Cykler"));
    answer(SESSION, 200, &session());
    click("stay-logged-in");
    appears("#account-number").await;
    assert_eq!(value("account-number"), "123456", "nothing is lost");
    app.journey.dispatch(Event::LogOutPressed);
    appears("#log-out-again").await;
    answer("/api/logout", 200, &serde_json::Value::Null);
    click("log-out-again");
    appears("#log-in").await;
    until(|| session_storage().is_empty()).await;
}
