//! A form, in a browser: labels, errors, what is understood, what is kept.

use crate::{
    support::{self, overview, session},
    verbs::{
        App, answer, appears, asked, click, element, exists, has_focus, log_in, mount, refuse, save, settle, text,
        type_into, until,
    },
};
use leptos::prelude::*;
use nemkonto::{
    api_error::ApiError,
    contract::{FieldProblem, FieldRefusal, ProblemDetails, ProblemType, Session},
    domain::{change_kind::ChangeKind, draft::Field},
    relogin::{Event, Notice},
    ui::{
        pages::Page,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

fn form() -> FormRoute {
    FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto)
}

async fn open_form() -> App {
    open_form_as(session()).await
}

async fn open_form_as(session: Session) -> App {
    let app = mount(|| view! { <Page/> });
    app.fetched.set_overview(Some(overview()));
    log_in(app, session);
    app.page.show(Route::Form(form()));
    settle().await;
    click("account-type-iban");
    settle().await;
    app
}

#[wasm_bindgen_test]
async fn label_hint_and_error_belong_to_the_field() {
    let _app = open_form().await;
    let described_by = |id: &str| element(id).get_attribute("aria-describedby").unwrap();
    assert!(described_by("iban").contains("iban-hint"));
    assert_eq!(element("iban").get_attribute("aria-invalid").unwrap(), "false");
    assert_eq!(element("iban-label").get_attribute("for").unwrap(), "iban");

    click("save");
    settle().await;
    assert_eq!(element("iban").get_attribute("aria-invalid").unwrap(), "true");
    assert!(described_by("iban").contains("iban-error"));
    assert_eq!(text("iban-error").trim(), "Fejl: Indtast IBAN-koden");
}

#[wasm_bindgen_test]
async fn the_summary_takes_the_focus_and_leads_to_the_fields() {
    let _app = open_form().await;
    click("save");
    settle().await;
    let summary: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(document().active_element().unwrap());
    assert_eq!(summary.get_attribute("aria-labelledby").unwrap(), "error-summary-heading");
    assert!(summary.inner_text().contains("Indtast BIC-koden") && summary.inner_text().contains("Indtast IBAN-koden"));
    assert!(document().title().starts_with("Fejl: "));

    let link = summary.query_selector("a[href='#iban']").unwrap().unwrap();
    wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(link).click();
    assert!(has_focus("iban"));
    assert!(!window().location().hash().unwrap().contains("iban"), "no fragment in the address");
}

#[wasm_bindgen_test]
async fn an_error_appears_on_save_only_and_goes_when_put_right() {
    let _app = open_form().await;
    type_into("iban", "LT12");
    settle().await;
    assert!(!exists("#iban-error"), "never while typing");
    click("save");
    settle().await;
    assert!(exists("#iban-error"));
    type_into("iban", support::IBAN);
    settle().await;
    assert!(!exists("#iban-error"));
    assert!(exists("#bic-error"), "the other one stays");
}

#[wasm_bindgen_test]
async fn what_was_understood_is_shown() {
    let _app = open_form().await;
    type_into("iban", "iban: lt12-1000-0111-0100-1000");
    settle().await;
    assert_eq!(text("iban-echo"), "LT12 1000 0111 0100 1000 · Litauen");
}

#[wasm_bindgen_test]
async fn what_is_right_but_unusual_is_worth_a_second_look_and_no_error() {
    let app = open_form().await;
    type_into("bic", "A1AADKKK");
    settle().await;
    assert!(text("bic-echo").contains("sjældne"));
    click("save");
    settle().await;
    assert!(!exists("#bic-error"));

    app.page.show(Route::Start);
    settle().await;
    let echo = async |number: &str| {
        type_into("holder-number", number);
        settle().await;
        text("holder-number-echo")
    };
    assert_eq!(echo("010158-5018").await, "Læst som CPR-nummer");
    assert!(echo("010158-5001").await.starts_with("Læst som CPR-nummer. Nummeret opfylder ikke modulus 11."));
    assert!(
        echo("99999994").await.starts_with("Nummeret opfylder ikke modulus 11."),
        "a CVR number has a typing error"
    );
    assert_eq!(echo("99999993").await, "");
}

#[wasm_bindgen_test]
async fn the_tick_appears_for_different_countries() {
    let _app = open_form().await;
    type_into("iban", support::IBAN);
    type_into("bic", "DEUTDEFF");
    settle().await;
    assert!(exists("#different-countries"));
    type_into("bic", support::BIC);
    settle().await;
    assert!(!exists("#different-countries"));
}

#[wasm_bindgen_test]
async fn a06_refusals_of_the_api_land_at_the_fields() {
    let app = open_form().await;
    type_into("bic", support::BIC);
    type_into("iban", support::IBAN);
    save(app, support::change());
    let mut problem = ProblemDetails::new(ProblemType::FieldsRefused, "reference");
    problem.errors.push(FieldProblem {
        pointer: "/draft/values/bic".into(),
        field: Field::Bic,
        error: FieldRefusal::NotAccepted,
    });
    app.journey.dispatch(Event::PrepareAnswered(app.machine().asked, Err(ApiError::Refused(Box::new(problem)))));
    settle().await;
    assert!(text("bic-error").contains("kan ikke godtages"));
    type_into("bic", "LIABLT2X");
    settle().await;
    assert!(!exists("#bic-error"), "the API's word was about the old text");
}

#[wasm_bindgen_test]
async fn other_refusals_are_told_above_and_nothing_is_lost() {
    let app = open_form().await;
    type_into("bic", support::BIC);
    save(app, support::change());
    app.journey.dispatch(Event::PrepareAnswered(app.machine().asked, Err(ApiError::Unreachable)));
    settle().await;
    assert!(text("mounted").contains("NemKonto svarer ikke"));
    let bic: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(element("bic"));
    assert_eq!(bic.value(), support::BIC);
}

#[wasm_bindgen_test]
async fn a_reopened_form_holds_what_was_typed_and_says_why() {
    let app = open_form().await;
    app.page.show(Route::Start);
    settle().await;
    app.forms.reopen(form(), support::draft(), Notice::Cancelled);
    app.page.show(Route::Form(form()));
    settle().await;
    let iban: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(element("iban"));
    assert_eq!(iban.value(), support::IBAN);
    assert!(text("notice").contains("Du afbrød login"));
}

#[wasm_bindgen_test]
async fn b21_a_heading_whose_frame_comes_late_does_not_take_the_focus_from_a_field() {
    let app = open_form().await;
    app.page.show(Route::BenefitTypes);
    settle().await;
    app.page.show(Route::Form(form()));
    // Drawn, and no frame has come yet: as on a busy computer, where it takes long.
    for _ in 0..50 {
        let resolved = js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL);
        wasm_bindgen_futures::JsFuture::from(resolved).await.unwrap();
    }
    element("iban").focus().unwrap();
    settle().await;
    assert!(has_focus("iban"), "what is typed would be lost");
    app.page.show(Route::BenefitTypes);
    settle().await;
    app.page.show(Route::Form(form()));
    settle().await;
    assert!(has_focus("page-heading"), "nobody types");
}

#[wasm_bindgen_test]
async fn the_kind_of_eight_digits_is_asked_only_when_the_api_knows_both() {
    const LOOK_UP: &str = "/api/account-holders/lookup";
    let app = open_form().await;
    app.page.show(Route::Start);
    settle().await;
    refuse(LOOK_UP, ProblemType::SeveralHolders);
    type_into("holder-number", support::CVR);
    settle().await;
    assert!(!exists("#scheme-cvr"), "nothing is asked before it is looked up");
    click("look-up");
    appears("#scheme-cvr").await;
    settle().await;
    assert_eq!(text("holder-scheme-error"), "Fejl: Vælg, hvilken slags nummer det er");
    assert!(!exists(".alert-error:not(.error-summary)"), "it is no failure");
    answer(LOOK_UP, 200, &overview());
    click("scheme-cvr");
    click("look-up");
    until(|| matches!(app.route(), Route::Overview(_))).await;
    assert_eq!(asked(LOOK_UP), 2);

    app.page.show(Route::Start);
    settle().await;
    type_into("holder-number", support::CVR);
    click("look-up");
    until(|| matches!(app.route(), Route::Overview(_))).await;
}
