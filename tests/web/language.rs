//! A switch of the language, in a browser: everything is said in the other one, and nothing else has changed.

use crate::{
    support::{
        agreed, authority, benefit_types, change, overview, receipt, session, signed_receipt, signing::Signer,
        with_nemkonto, with_pending, with_specific,
    },
    verbs::{
        App, all, answer, appears, choose, click, element, exists, has_focus, hold, log_in, mount, mount_from,
        open_confirmation, refuse, settle, text, translate, type_into, until, value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    api_error::ApiError,
    contract::{
        Assignment, HistoryCursor, HistoryEntry, HistoryEvent, HistoryPage, Names, ProblemType, Timestamp, Unit, UnitId,
    },
    domain::change_kind::ChangeKind,
    i18n::Language,
    relogin::{LoggedOut, Machine, Problem, SessionState, State, StoredRecord},
    ui::{
        frame::Frame,
        pages::Page,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

const HISTORY: &str = "/api/account-holders/holder-handle/history";

async fn open(route: Route) -> App {
    let app = mount(|| view! { <Page/> });
    app.fetched.set_overview(Some(with_nemkonto()));
    app.fetched.set_benefit_types(Some(benefit_types()));
    log_in(app, session());
    app.page.show(route);
    settle().await;
    app
}

fn form() -> Route {
    Route::Form(FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto))
}

async fn switch(app: App) {
    app.page.speak(Language::English);
    settle().await;
    assert_eq!(document().document_element().unwrap().get_attribute("lang").unwrap(), "en");
}

fn entry(number: &str) -> HistoryEntry {
    HistoryEntry {
        at: Timestamp(1_695_033_720),
        event: HistoryEvent::Changed { change: change() },
        names: Names::default(),
        by: authority().name,
        caseworker: Some("Anna".into()),
        payee: None,
        receipt: Some(number.into()),
    }
}

/// Opens each of many pages, in the language that the app speaks, does something to it, and gives what it shows in English.
async fn pages(language: Language, meanwhile: fn()) -> Vec<(&'static str, String)> {
    let app = open(Route::NotFound).await;
    app.page.speak(language);
    answer(HISTORY, 200, &HistoryPage { entries: vec![entry("NK-1")], next: Some(HistoryCursor("next".into())) });
    answer("/api/receipts/NK-2023-000001", 200, &signed_receipt());
    let handle = || overview().handle;
    let specific = with_specific().specific_accounts[0].id();
    let own = benefit_types().own[0].benefit_type.code.clone();
    let routes = [
        ("nowhere", Route::NotFound),
        ("start", Route::Start),
        ("overview", Route::Overview(handle())),
        ("history", Route::History(handle())),
        ("benefit types", Route::BenefitTypes),
        ("their history", Route::BenefitTypeHistory),
        ("units", Route::Units),
        ("receipt", Route::Receipt(receipt().number)),
        ("verify", Route::Verify),
        ("assign", form()),
        ("delete", Route::Form(FormRoute::Holder(handle(), ChangeKind::DeleteNemKonto))),
        ("create specific", Route::Form(FormRoute::Holder(handle(), ChangeKind::CreateSpecific))),
        ("lock", Route::Form(FormRoute::Specific(handle(), specific, ChangeKind::LockSpecific))),
        ("edit type", Route::Form(FormRoute::BenefitType(own, ChangeKind::EditBenefitType))),
        ("new type", Route::Form(FormRoute::NewBenefitType)),
    ];
    let mut pages = Vec::new();
    for (name, route) in routes {
        app.page.show(route);
        until(|| !exists("h1.spinner-status") && !exists(".waiting")).await;
        pages.push((name, shown(app, language, meanwhile).await));
    }
    app.fetched.set_overview(Some(with_pending(true)));
    app.page.show(Route::Overview(handle()));
    settle().await;
    pages.push(("expired", shown(app, language, meanwhile).await));
    let record = StoredRecord::new(&agreed());
    let stuck = |problem, record| Machine::new(State::Stuck(problem, record), SessionState::Unknown);
    let nobody = |session| Machine::new(State::default(), session);
    for (name, machine) in [
        ("stuck", stuck(Problem::NoRecord, None)),
        ("stuck with a record", stuck(Problem::StorageBlocked, Some(record))),
        ("failed", nobody(SessionState::Failed(ApiError::Unreadable))),
        ("not logged out", nobody(SessionState::NotLoggedOut(ApiError::Unreachable))),
        ("logged out", nobody(SessionState::LoggedOut(LoggedOut::ByChoice, None))),
        ("ended", nobody(SessionState::LoggedOut(LoggedOut::Ended, Some(Problem::DidNotLeave)))),
        ("refused", nobody(SessionState::LoggedOut(LoggedOut::Refused(Problem::Api(ApiError::Unreachable)), None))),
    ] {
        let app = mount_from(machine, || view! { <Page/> });
        app.page.speak(language);
        settle().await;
        pages.push((name, shown(app, language, meanwhile).await));
    }
    pages
}

/// What the page shows in English: drawn so, or drawn in Danish and switched. Back to Danish afterwards in the latter case.
async fn shown(app: App, drawn_in: Language, meanwhile: fn()) -> String {
    settle().await;
    meanwhile();
    if drawn_in == Language::Danish {
        app.page.speak(Language::English);
        settle().await;
    }
    let shown = format!("{}\n{}", document().title(), element("mounted").inner_html());
    app.page.speak(drawn_in);
    settle().await;
    // Moments, addresses of the browser's own, and what a translator leaves.
    let counts = |part: &&str| !part.contains("blob:") && !part.contains(" 20") && !part.ends_with("font");
    shown.split(['<', '>']).filter(counts).collect()
}

#[wasm_bindgen_test]
async fn a_page_that_is_switched_is_the_page_drawn_in_that_language() {
    let (drawn, switched) = (pages(Language::English, || ()).await, pages(Language::Danish, || ()).await);
    for ((name, drawn), (_, switched)) in drawn.into_iter().zip(switched) {
        assert_eq!(drawn, switched, "{name}");
    }
}

#[wasm_bindgen_test]
async fn b22_a_page_that_was_translated_is_switched_all_the_same() {
    let (drawn, switched) = (pages(Language::English, || ()).await, pages(Language::Danish, translate).await);
    for ((name, drawn), (_, switched)) in drawn.into_iter().zip(switched) {
        assert_eq!(drawn, switched, "{name}");
    }
}

/// No translator may touch a name, a number or a code that stands by itself: not those of the page that is shown.
fn names_are_left_alone() {
    const TOLD: [&str; 7] = ["Sandby", "Signe", "Social pension", "MUSIK", "LT12", "NK-", "4821"];
    let script = "const texts = document.createTreeWalker(document.getElementById('mounted'), NodeFilter.SHOW_TEXT); \
                  const found = []; \
                  while (texts.nextNode()) { \
                    const { data, parentElement } = texts.currentNode; \
                    const stands = told.some((name) => data.trim().startsWith(name)) && !parentElement.closest('select'); \
                    if (stands && !parentElement.closest('[translate=no]')) found.push(data); \
                  } \
                  return found.join('; ')";
    let told: js_sys::Array = TOLD.iter().map(|told| wasm_bindgen::JsValue::from(*told)).collect();
    let found = js_sys::Function::new_with_args("told", script).call1(&wasm_bindgen::JsValue::NULL, &told).unwrap();
    assert_eq!(found.as_string().unwrap(), "");
}

#[wasm_bindgen_test]
async fn b22_names_numbers_and_codes_are_not_translated() {
    pages(Language::Danish, names_are_left_alone).await;
    let app = mount(|| view! { <Frame/> });
    app.fetched.set_overview(Some(with_nemkonto()));
    log_in(app, session());
    app.page.show(form());
    settle().await;
    open_confirmation(app, crate::support::answer());
    settle().await;
    names_are_left_alone();
    assert!(all("[translate=no]").len() > 8 && element("check-code").closest("[translate=no]").unwrap().is_some());
}

#[wasm_bindgen_test]
async fn b22_what_changes_on_a_page_that_was_translated_is_what_it_shows() {
    let app = open(form()).await;
    let type_and_translate = async |account| {
        type_into("account-number", account);
        settle().await;
        translate();
        settle().await;
    };
    type_into("registration-number", "9999");
    type_and_translate("123456").await;
    assert!(text("account-number-echo").starts_with("9999 0000123456 "));
    type_and_translate("654321").await;
    assert!(text("account-number-echo").starts_with("9999 0000654321 "));
    type_and_translate("").await;
    assert_eq!(text("account-number-echo"), "");
    type_and_translate("7").await;
    assert!(text("account-number-echo").starts_with("9999 0000000007 "));
    click("account-type-iban");
    settle().await;
    click("save");
    settle().await;
    translate();
    let empty = text("iban-error");
    type_into("iban", "LT12");
    settle().await;
    assert!(text("iban-error") != empty && text("iban-error").contains("IBAN"), "{}", text("iban-error"));
    translate();
    type_into("iban", "LT12 1000 0111 0100 1000");
    settle().await;
    assert!(!exists("#iban-error") && text("iban-echo").starts_with("LT12"));
    switch(app).await;
    assert_eq!(text("save"), "Save");
}

#[wasm_bindgen_test]
async fn a_form_keeps_what_is_typed_and_its_errors_and_where_one_is() {
    let app = open(form()).await;
    click("account-type-iban");
    settle().await;
    type_into("iban", "LT12");
    click("save");
    settle().await;
    element("iban").focus().unwrap();
    let field = || element("iban").unchecked_into::<HtmlInputElement>();
    field().set_selection_range(1, 3).unwrap();
    all("details")[0].set_attribute("open", "").unwrap();
    switch(app).await;
    assert_eq!((value("iban").as_str(), text("save").as_str()), ("LT12", "Save"));
    assert_eq!(text("error-summary-heading"), "Something needs correcting");
    assert!(text("bic-error").contains("Enter the BIC"), "{}", text("bic-error"));
    assert!(document().title().starts_with("Error: "));
    assert!(has_focus("iban"), "neither the heading nor the summary takes the focus");
    assert_eq!((field().selection_start().unwrap(), field().selection_end().unwrap()), (Some(1), Some(3)));
    assert!(all("details")[0].has_attribute("open"));
    assert_eq!(nemkonto::browser::storage::recall("nemkonto.language").unwrap(), "en", "remembered for the next page");
    type_into("bic", "REVOLT21");
    settle().await;
    assert!(!exists("#bic-error"), "what was wrong before the switch can still be put right");
}

#[wasm_bindgen_test]
async fn a_look_up_keeps_the_number_its_kind_and_the_failure() {
    let app = open(Route::Start).await;
    type_into("holder-number", "1010501004");
    settle().await;
    click("scheme-p");
    click("look-up");
    until(|| text("mounted").contains("NemKonto svarer ikke")).await;
    switch(app).await;
    assert_eq!(value("holder-number"), "1010501004");
    assert!(element("scheme-p").unchecked_into::<HtmlInputElement>().checked());
    assert!(text("mounted").contains("NemKonto does not answer"), "{}", text("mounted"));
}

#[wasm_bindgen_test]
async fn a_check_of_a_receipt_keeps_what_is_typed_and_what_was_found() {
    let app = open(Route::Verify).await;
    answer("/api/receipt-keys", 200, &Signer::ours().keys());
    let document = signed_receipt().document().to_owned();
    type_into("receipt-text", &document);
    click("check-text");
    appears("#genuine").await;
    switch(app).await;
    assert_eq!(value("receipt-text"), document);
    assert!(text("verdict").contains("The receipt is genuine") && exists("#receipt-number"));
}

#[wasm_bindgen_test]
async fn a_history_keeps_what_was_loaded() {
    let app = open(Route::Start).await;
    answer(HISTORY, 200, &HistoryPage { entries: vec![entry("NK-1")], next: Some(HistoryCursor("next".into())) });
    app.page.show(Route::History(overview().handle));
    appears("#older").await;
    answer(HISTORY, 200, &HistoryPage { entries: vec![entry("NK-2")], next: None });
    click("older");
    appears("#entry-1").await;
    switch(app).await;
    assert!(text("entry-0").contains("NK-1") && text("entry-1").contains("NK-2"));
    assert!(text("entry-1").contains("Anna, Sandby Kommune"), "{}", text("entry-1"));
    assert_eq!(crate::verbs::asked(HISTORY), 2, "nothing is fetched again");
}

#[wasm_bindgen_test]
async fn the_unit_that_was_chosen_stays_chosen() {
    let app = mount(|| view! { <Page/> });
    let unit = Unit { id: UnitId("other".into()), name: "Løn".into() };
    let mut session = session();
    session.assignments.push(Assignment { authority: authority(), unit });
    log_in(app, session);
    app.page.show(Route::Units);
    settle().await;
    refuse("/api/session/unit", ProblemType::NoRight);
    click("unit-1");
    click("switch-unit");
    appears(".alert-error").await;
    switch(app).await;
    assert!(element("unit-1").unchecked_into::<HtmlInputElement>().checked());
    assert!(exists(".alert-error"));
}

#[wasm_bindgen_test]
async fn the_button_that_switches_keeps_the_focus_and_the_page_its_place() {
    let app = mount(|| view! { <Frame/> });
    app.fetched.set_overview(Some(overview()));
    app.fetched.set_benefit_types(Some(benefit_types()));
    log_in(app, session());
    app.page.show(Route::Form(FormRoute::Holder(overview().handle, ChangeKind::CreateSpecific)));
    settle().await;
    choose("benefit-type", "NKSSOP");
    window().scroll_to_with_x_and_y(0.0, 120.0);
    let place = window().scroll_y().unwrap();
    assert!(place > 0.0, "the page is longer than the window");
    element("language-en").focus().unwrap();
    window().scroll_to_with_x_and_y(0.0, place);
    click("language-en");
    settle().await;
    assert!(has_focus("language-en"));
    assert_eq!(element("language-en").get_attribute("aria-current").as_deref(), Some("true"));
    assert_eq!(element("language-da").get_attribute("aria-current"), None);
    assert!((window().scroll_y().unwrap() - place).abs() < 1.0);
    assert_eq!(value("benefit-type"), "NKSSOP");
}

#[wasm_bindgen_test]
async fn a_page_that_waits_is_called_by_what_it_waits_for_in_either_language() {
    let app = mount(|| view! { <Page/> });
    log_in(app, session());
    answer("/api/benefit-types", 200, &benefit_types());
    let release = hold("/api/benefit-types");
    app.page.show(Route::BenefitTypes);
    until(|| document().title() == "Henter ydelsesarterne … – NemKonto for sagsbehandlere").await;
    app.page.speak(Language::English);
    until(|| document().title() == "Loading the benefit types … – NemKonto for caseworkers").await;
    release();
    until(|| document().title() == "Benefit types – NemKonto for caseworkers").await;
}
