//! The pages that say what went wrong, in a browser: each says what became of the change, what to do, and what to quote.

use crate::{
    support::{self, agreed, authority, overview, session},
    verbs::{
        self, App, answer, appears, clear_session_storage, click, element, exists, fresh_tab, log_in, mount,
        mount_from, refuse, reload, settle, text, until,
    },
};
use leptos::prelude::*;
use nemkonto::{
    api,
    api_error::ApiError,
    browser::{self, location, storage},
    contract::{LoginCallback, ProblemDetails, ProblemType},
    domain::{change_kind::ChangeKind, right::Right},
    i18n::Language,
    relogin::{Callback, Event, Machine, Problem, ProviderError, SessionState, State, StoredRecord},
    ui::{
        crash,
        pages::Page,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

fn refused(kind: ProblemType) -> Problem {
    Problem::Api(ApiError::Refused(Box::new(ProblemDetails::new(kind, "abc123"))))
}

async fn stuck(problem: Problem) -> App {
    let record = StoredRecord::new(&agreed());
    let machine = Machine::new(State::Stuck(problem, Some(record)), SessionState::Unknown);
    let app = mount_from(machine, || view! { <Page/> });
    appears("#outcome").await;
    app
}

async fn logged_in_at(route: Route) -> App {
    let app = mount(|| view! { <Page/> });
    log_in(app, session());
    app.page.show(route);
    settle().await;
    app
}

/// The same order on each page.
fn assert_told(title: &str, outcome: &str) {
    assert_eq!(text("page-heading"), title);
    assert_eq!(text("outcome"), outcome);
    assert!(!text("next-step").is_empty());
    let headings: Vec<_> = verbs::all("main h2").iter().map(web_sys::HtmlElement::inner_text).collect();
    assert_eq!(headings, ["Hvad blev der af ændringen?", "Det kan du gøre"]);
}

#[wasm_bindgen_test]
async fn a_wrong_identity_is_told_which_one_was_expected() {
    for kind in [ProblemType::PrivateIdentity, ProblemType::OtherPerson, ProblemType::OtherCompany] {
        let problem = ProblemDetails { expected: Some(authority()), ..ProblemDetails::new(kind, "abc123") };
        let app = stuck(Problem::Api(ApiError::Refused(Box::new(problem)))).await;
        assert!(text("next-step").contains("MitID Erhverv fra Sandby Kommune"), "{}", text("next-step"));
        app.page.speak(Language::English);
        settle().await;
        assert!(text("next-step").contains("MitID Erhverv from Sandby Kommune"), "{}", text("next-step"));
    }
}

#[wasm_bindgen_test]
async fn a_refusal_is_not_carried_out_and_has_a_reference() {
    stuck(refused(ProblemType::LoginNotFresh)).await;
    assert_told("Login var ikke nyt", "Ændringen er ikke gennemført.");
    assert_eq!(text("reference"), "Reference til support: abc123");
}

#[wasm_bindgen_test]
async fn what_nobody_has_answered_is_unknown_and_has_a_time_instead() {
    stuck(Problem::Api(ApiError::Unreachable)).await;
    assert!(text("outcome").starts_with("Vi ved endnu ikke"));
    assert!(text("reference").starts_with("Tidspunkt til support: "), "{}", text("reference"));
    assert_eq!(text("back-to-form"), "Prøv igen", "asking again is how to find out");
}

#[wasm_bindgen_test]
async fn an_address_that_is_no_page() {
    logged_in_at(Route::NotFound).await;
    assert_told("Siden findes ikke", "Der er ikke ændret noget.");
    assert!(exists("#to-start"));
}

#[wasm_bindgen_test]
async fn a_page_that_cannot_be_fetched_can_be_asked_for_again() {
    let app = logged_in_at(Route::BenefitTypes).await;
    appears("#try-again").await;
    assert_told("NemKonto svarer ikke", "Der er ikke ændret noget.");
    answer("/api/benefit-types", 200, &support::benefit_types());
    click("try-again");
    appears("#own").await;
    assert!(untrack(|| app.fetched.benefit_types()).is_some());
}

#[wasm_bindgen_test]
async fn an_api_that_is_down_at_the_start_is_told_and_asked_again() {
    let app = mount(|| view! { <Page/> });
    app.journey.dispatch(Event::Opened);
    appears("#try-again").await;
    assert_told("NemKonto svarer ikke", "Der er ikke ændret noget.");
    answer("/api/session", 200, &session());
    click("try-again");
    appears("#holder-number").await;
}

#[wasm_bindgen_test]
async fn an_api_that_refuses_at_the_start_can_be_asked_again() {
    fresh_tab();
    refuse("/api/session", ProblemType::TooManyAttempts);
    let app = reload(|| view! { <Page/> });
    app.journey.dispatch(Event::Opened);
    appears("#try-again").await;
    assert!(!exists("#to-start"), "there is nowhere else to go");
}

#[wasm_bindgen_test]
async fn a_refused_login_says_why_and_leads_to_the_next() {
    fresh_tab();
    refuse("/api/login/complete", ProblemType::PrivateIdentity);
    refuse("/api/session", ProblemType::NotLoggedIn);
    let app = reload(|| view! { <Page/> });
    app.journey.dispatch(Event::CameBackFromLogin(Callback::Login(LoginCallback {
        code: "code".into(),
        state: "state".into(),
        iss: None,
    })));
    appears("#next-step").await;
    assert_eq!(text("page-heading"), "Du brugte dit private MitID");
    assert!(text("next-step").starts_with("Log ind igen med MitID Erhverv"), "{}", text("next-step"));
    assert_eq!(text("reference"), "Reference til support: abc123");
    assert_eq!(text("log-in"), "Log ind igen");
    assert!(!exists("#to-start"));
}

#[wasm_bindgen_test]
async fn a_login_that_the_provider_refused_is_told() {
    fresh_tab();
    refuse("/api/session", ProblemType::NotLoggedIn);
    let app = reload(|| view! { <Page/> });
    app.journey.dispatch(Event::CameBackFromLogin(Callback::Error {
        error: ProviderError::Unavailable,
        state: "state".into(),
        iss: None,
    }));
    appears("#next-step").await;
    assert_eq!(text("page-heading"), "Login virker ikke lige nu");
    assert!(exists("#log-in") && text("reference").starts_with("Tidspunkt til support: "));
}

#[wasm_bindgen_test]
async fn a_link_that_looks_like_a_failed_login_logs_nobody_out() {
    fresh_tab();
    answer("/api/session", 200, &session());
    for error in [ProviderError::Unknown, ProviderError::Cancelled] {
        let app = reload(|| view! { <Page/> });
        app.journey.dispatch(Event::CameBackFromLogin(Callback::Error { error, state: "state".into(), iss: None }));
        appears("#holder-number").await;
        assert!(!exists("#log-in"));
    }
}

#[wasm_bindgen_test]
async fn a_form_that_the_caseworker_may_not_use_says_so_before_anything_is_typed() {
    let app = mount(|| view! { <Page/> });
    let mut session = session();
    session.caseworker.rights = vec![Right::ViewAccounts];
    app.fetched.set_overview(Some(overview()));
    log_in(app, session);
    app.page.show(Route::Form(FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto)));
    appears("#outcome").await;
    assert_told("Du har ikke rettighed til dette", "Der er ikke ændret noget.");
    assert!(text("next-step").contains("lokale administrator") && !exists("form"));
}

#[wasm_bindgen_test]
async fn a_refused_right_is_told_the_same_way() {
    fresh_tab();
    refuse("/api/benefit-types", ProblemType::NoRight);
    let app = reload(|| view! { <Page/> });
    log_in(app, session());
    app.page.show(Route::BenefitTypes);
    appears("#outcome").await;
    assert_told("Du har ikke rettighed til dette", "Der er ikke ændret noget.");
    assert_eq!(text("reference"), "Reference til support: abc123");
}

#[wasm_bindgen_test]
async fn a_receipt_that_cannot_be_fetched_says_that_its_change_was_carried_out() {
    logged_in_at(Route::Receipt("NK-2023-000001".into())).await;
    until(|| exists("#outcome")).await;
    assert_eq!(text("outcome"), "Kun ændringer, der er gennemført, har et kvitteringsnummer.");
}

/// What the page says when the app stops here, with the rest of the page put back afterwards.
fn stop() -> String {
    let body = document().body().unwrap();
    let panel = document().create_element("div").unwrap();
    panel.set_id("crash");
    panel.set_attribute("hidden", "").unwrap();
    panel.set_text_content(Some("in both languages"));
    let children = body.child_nodes();
    let before: Vec<_> = (0..children.length()).map(|index| children.item(index).unwrap()).collect();
    body.append_child(&panel).unwrap();
    browser::crash::show(&crash::page("ui/pages/lookup.rs:12")).unwrap();
    let shown = body.inner_text();
    assert_eq!(body.children().length(), 1, "nothing of the app stays");
    assert!(exists("#crash h1") && exists("#crash a[href]") && !element("crash").has_attribute("hidden"));
    panel.remove();
    for child in before {
        body.append_child(&child).unwrap();
    }
    shown
}

#[wasm_bindgen_test]
async fn an_app_that_stopped_says_that_nothing_was_sent_in_the_language_in_use() {
    let app = logged_in_at(Route::Start).await;
    let shown = stop();
    for expected in
        ["NemKonto kunne ikke fortsætte", "Der er ikke sendt nogen ændring", "Genindlæs siden", "lookup.rs:12"]
    {
        assert!(shown.contains(expected), "“{expected}” is missing in {shown}");
    }
    assert!(!shown.contains("er der stadig") && !shown.contains("in both languages"));
    app.page.speak(Language::English);
    assert!(stop().contains("No change was sent"));
    storage::store("nemkonto.drafts", "sealed").unwrap();
    assert!(stop().contains("What you had entered is still there"));
}

#[wasm_bindgen_test]
async fn an_app_that_stopped_while_a_change_was_confirmed_says_how_to_find_out() {
    logged_in_at(Route::Start).await;
    let record = StoredRecord::new(&agreed());
    storage::store(record.key(), &record.to_text()).unwrap();
    let shown = stop();
    assert!(shown.contains("vi ved endnu ikke") && shown.contains("Genindlæs siden, så ser vi efter"), "{shown}");
    clear_session_storage();
    location::replace("/receipts/NK-2023-000001");
    assert!(stop().contains("Ændringen er gennemført."));
}

#[wasm_bindgen_test]
async fn a_change_that_no_form_makes_is_not_read_from_the_api() {
    let mut answer_to_prepare = serde_json::to_value(support::prepared()).unwrap();
    let creditor = serde_json::json!({ "fi": { "slip": "73", "creditor": "80000000" } });
    answer_to_prepare["change"]["nem-konto"]["action"]["assign"]["account"] = creditor;
    answer("/api/changes/prepare", 200, &answer_to_prepare);
    assert_eq!(api::prepare(&support::prepare_request()).await, Err(ApiError::Unreadable));
}
