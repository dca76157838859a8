//! The return from the login, in a browser: what is taken, what is shown, what is left.

use crate::{
    support::{self, agreed, confirmed, draft, overview, prepared, receipt, withdrawn},
    verbs::{
        App, asked_who_is_logged_in, click, element, exists, fresh_tab, log_in, reload, session_storage, settle, state,
        text,
    },
};
use leptos::prelude::*;
use nemkonto::{
    api_error::ApiError,
    browser::{location, storage},
    contract::{LoginCallback, ProblemDetails, ProblemType, Reopened},
    relogin::{Callback, Event, ProviderError, SessionState, State, StoredRecord},
    ui::{
        pages::Page,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

fn login() -> Callback {
    Callback::Login(LoginCallback { code: "code".into(), state: prepared().state, iss: None })
}

fn store_record() {
    fresh_tab();
    let record = StoredRecord::new(&agreed());
    storage::store(record.key(), &record.to_text()).unwrap();
}

async fn came_back(callback: Callback) -> App {
    let app = reload(|| view! { <Page/> });
    app.journey.came_back(callback);
    settle().await;
    app
}

fn refuse(app: App, kind: ProblemType) {
    app.journey.dispatch(Event::ConfirmAnswered(
        app.machine().asked,
        Err(ApiError::Refused(Box::new(ProblemDetails::new(kind, "abc123")))),
    ));
}

#[wasm_bindgen_test]
async fn the_parameters_leave_the_address_and_the_history() {
    fresh_tab();
    let entries = window().history().unwrap().length().unwrap();
    location::push("/return?code=secret&state=a%20b&state=c");
    let parameters = location::take_parameters();
    assert_eq!(
        parameters,
        [("code", "secret"), ("state", "a b"), ("state", "c")].map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
    assert_eq!(window().location().search().unwrap(), "");
    assert_eq!(window().history().unwrap().length().unwrap(), entries + 1, "replaced, not added");
}

#[wasm_bindgen_test]
async fn a_login_with_its_record_is_being_carried_out() {
    store_record();
    let app = came_back(login()).await;
    assert!(matches!(state(app), State::Submitting(..)));
    assert_eq!(text("page-heading"), "Ændringen gennemføres");
    assert_eq!(session_storage().len(), 1, "kept until the outcome is known");
}

#[wasm_bindgen_test]
async fn s07_a_commit_leaves_nothing_behind() {
    store_record();
    let app = came_back(login()).await;
    app.journey.dispatch(Event::ConfirmAnswered(app.machine().asked, Ok(Box::new(confirmed()))));
    settle().await;
    assert_eq!(session_storage(), []);
    assert_eq!(text("receipt-number"), receipt().number);
    assert!(text("receipt").contains("LT12 1000 0111 0100 1000"));
    assert!(exists(".qr-code path"));
    assert_eq!(location::path(), format!("/receipts/{}", receipt().number));
}

#[wasm_bindgen_test]
async fn s06_a_return_without_a_record_explains() {
    fresh_tab();
    let app = came_back(login()).await;
    assert!(matches!(state(app), State::Stuck(_, None)));
    assert!(text("page-heading").contains("Vi kan ikke se, hvilken ændring"));
    assert!(exists("#to-start") && !exists("#back-to-form"));
}

#[wasm_bindgen_test]
async fn s04_a_damaged_record_is_removed_and_explained() {
    fresh_tab();
    storage::store(&StoredRecord::key_for(&prepared().state), "{\"version\":0}").unwrap();
    came_back(login()).await;
    assert!(text("page-heading").contains("Vi kan ikke se, hvilken ændring"));
    assert_eq!(session_storage(), []);
}

#[wasm_bindgen_test]
async fn p16_the_providers_words_are_never_shown() {
    store_record();
    came_back(Callback::Error {
        state: prepared().state,
        iss: Some("https://provider.example".into()),
        error: ProviderError::Unavailable,
    })
    .await;
    assert!(text("page-heading").contains("Login virker ikke lige nu"));
    assert_eq!(text("outcome"), "Ændringen er ikke gennemført.");
    assert!(exists("#back-to-form"));
}

#[wasm_bindgen_test]
async fn a_refusal_says_why_with_a_reference_and_the_way_back() {
    store_record();
    let app = came_back(login()).await;
    log_in(app, support::session());
    refuse(app, ProblemType::PrivateIdentity);
    settle().await;
    assert!(text("page-heading").contains("private MitID"));
    assert!(text("mounted").contains("abc123"));

    click("back-to-form");
    assert!(matches!(state(app), State::Reopening(..)));
    let answer = withdrawn(Some(overview()), draft());
    app.journey.dispatch(Event::ReopenAnswered(app.machine().asked, Ok(answer)));
    settle().await;
    let iban: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(element("iban"));
    assert_eq!(iban.value(), support::IBAN);
    assert!(text("mounted").contains("Ændringen er ikke gennemført") && text("notice").contains("står her stadig"));
    assert_eq!(session_storage(), []);
}

#[wasm_bindgen_test]
async fn an_answer_that_does_not_come_is_waited_for_in_words() {
    store_record();
    let app = came_back(login()).await;
    app.journey.dispatch(Event::ConfirmAnswered(app.machine().asked, Err(ApiError::Unreachable)));
    settle().await;
    assert!(text("mounted").contains("Vi prøver selv igen"));
    assert!(exists("#try-now"));
}

#[wasm_bindgen_test]
async fn a02_a_receipt_found_by_asking_again_does_not_wait_for_a_session_that_nobody_asks_for() {
    store_record();
    let app = came_back(Callback::Error {
        state: prepared().state,
        iss: Some("https://provider.example".into()),
        error: ProviderError::Cancelled,
    })
    .await;
    assert_eq!(app.machine().session, SessionState::Unknown, "coming back asks nothing but what became of the change");
    app.journey.dispatch(Event::ReopenAnswered(
        app.machine().asked,
        Ok(Reopened::Committed { receipt: Box::new(support::signed_receipt()) }),
    ));
    // No API answers here, and the page says so.
    while app.machine().session == SessionState::Unknown {
        settle().await;
    }
    assert_eq!(location::path(), format!("/receipts/{}", receipt().number));
}

#[wasm_bindgen_test]
async fn a_record_that_never_came_back_displaces_neither_form_nor_receipt() {
    store_record();
    let app = reload(|| view! { <Page/> });
    let form = FormRoute::of(Some(overview().handle), &draft()).unwrap();
    app.forms.update(&form, |typed| *typed = draft());
    asked_who_is_logged_in(app, support::session()).await;
    assert_eq!(state(app), State::Editing(None));
    app.forms.forget();
    app.page.show(Route::Receipt(receipt().number));
    asked_who_is_logged_in(app, support::session()).await;
    assert_eq!(state(app), State::Editing(None));
    app.page.show(Route::Start);
    asked_who_is_logged_in(app, support::session()).await;
    assert!(matches!(state(app), State::Reopening(..)));
}
