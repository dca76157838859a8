//! Every field of every form, in a browser: it has a name, is described by what is there, and says what is wrong. The browser neither
//! remembers numbers nor corrects them.

use crate::{
    support::{authority, benefit_types, overview, session, with_specific},
    verbs::{App, all, choose, click, element, exists, has_focus, log_in, mount, settle, text, type_into},
};
use leptos::prelude::*;
use nemkonto::{
    domain::{benefit_type::BenefitCode, change_kind::ChangeKind, specific::SpecificAccountId, text::LONGEST_TYPED},
    ui::{
        pages::Page,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

async fn open(route: Route) -> App {
    let app = mount(|| view! { <Page/> });
    app.fetched.set_overview(Some(with_specific()));
    app.fetched.set_benefit_types(Some(benefit_types()));
    log_in(app, session());
    app.page.show(route);
    settle().await;
    settle().await;
    app
}

fn forms() -> Vec<FormRoute> {
    let code = |code| BenefitCode::parse(code).unwrap();
    let specific = SpecificAccountId { benefit_type: code("NKSSOP"), authority: authority().cvr };
    vec![
        FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto),
        FormRoute::Holder(overview().handle, ChangeKind::CreateSpecific),
        FormRoute::Specific(overview().handle, specific, ChangeKind::ReplaceSpecific),
        FormRoute::NewBenefitType,
        FormRoute::BenefitType(code("MUSIK"), ChangeKind::EditBenefitType),
    ]
}

/// Shows each form, in each form of account that it knows.
async fn for_each_form(mut look: impl AsyncFnMut()) {
    let mut shown = 0;
    for form in forms() {
        open(Route::Form(form)).await;
        let choices: Vec<_> = all("input[name=account-type]").iter().map(|choice| choice.id()).collect();
        if choices.is_empty() {
            look().await;
            shown += 1;
        }
        for choice in choices {
            click(&choice);
            settle().await;
            if exists("#country") {
                choose("country", "US");
            }
            if exists("#slip-71") {
                click("slip-71");
            }
            settle().await;
            look().await;
            shown += 1;
        }
    }
    assert_eq!(shown, 3 + 4 + 4 + 2);
}

fn attribute(field: &HtmlElement, name: &str) -> Option<String> {
    field.get_attribute(name)
}

fn assert_named_and_described(field: &HtmlElement) {
    let id = field.id();
    let label = document()
        .query_selector(&format!("label[for='{id}']"))
        .unwrap()
        .unwrap_or_else(|| panic!("no label for {id}"));
    assert!(!label.text_content().unwrap().trim().is_empty(), "{id}");
    for described_by in attribute(field, "aria-describedby").unwrap_or_default().split_whitespace() {
        // What is folded away has a text, too.
        let description = element(described_by).text_content().unwrap_or_default();
        assert!(!description.trim().is_empty(), "{id} is described by nothing: {described_by}");
    }
}

fn assert_neither_remembered_nor_corrected(field: &HtmlElement) {
    let id = field.id();
    assert_eq!(attribute(field, "autocomplete").as_deref(), Some("off"), "{id}");
    if field.tag_name() == "INPUT" {
        assert_eq!(attribute(field, "spellcheck").as_deref(), Some("false"), "{id}");
        assert_eq!(attribute(field, "autocapitalize").as_deref(), Some("off"), "{id}");
        assert_eq!(attribute(field, "type").as_deref(), Some("text"), "{id}: a number field would lose leading zeros");
        assert_eq!(attribute(field, "placeholder"), None, "{id}");
        let longest: usize = attribute(field, "maxlength").unwrap().parse().unwrap();
        assert!(longest >= LONGEST_TYPED, "{id}: what is pasted may be longer than the number in it");
    }
}

#[wasm_bindgen_test]
async fn every_field_has_a_name_and_what_describes_it_is_there() {
    for_each_form(async || {
        for field in all("form input, form select") {
            assert_named_and_described(&field);
        }
        for group in all("form fieldset") {
            assert!(!group.query_selector("legend").unwrap().unwrap().text_content().unwrap().is_empty());
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_browser_neither_remembers_nor_corrects_what_is_typed() {
    for_each_form(async || {
        for field in all("form input:not([type=radio]):not([type=checkbox]), form select") {
            assert_neither_remembered_nor_corrected(&field);
        }
    })
    .await;
    open(Route::Start).await;
    assert_neither_remembered_nor_corrected(&element("holder-number"));
    assert_named_and_described(&element("holder-number"));
    open(Route::Verify).await;
    assert_neither_remembered_nor_corrected(&element("receipt-text"));
    assert_named_and_described(&element("receipt-file"));
}

#[wasm_bindgen_test]
async fn each_error_stands_at_its_field_and_in_the_summary_with_the_same_words() {
    for_each_form(async || {
        if !exists("#code, #registration-number, #iban, #foreign-account, #creditor") {
            // What is edited begins with what is registered, so nothing is wrong.
            return;
        }
        click("save");
        settle().await;
        let links = all(".error-summary a");
        assert!(!links.is_empty());
        for link in links {
            let target = attribute(&link, "href").unwrap().replace('#', "");
            link.click();
            assert!(has_focus(&target), "{target}");
            let field = element(&target);
            let group = field.closest(".form-group").unwrap().unwrap();
            let at_field = group.query_selector(".form-error-message").unwrap().unwrap().text_content().unwrap();
            assert_eq!(at_field, format!("Fejl: {}", link.inner_text()), "{target}");
            if attribute(&field, "type").as_deref() != Some("radio") {
                assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"), "{target}");
                assert!(attribute(&field, "aria-describedby").unwrap().contains(&format!("{target}-error")));
            }
        }
    })
    .await;
}

#[wasm_bindgen_test]
async fn digits_are_typed_on_a_keyboard_of_digits_where_nothing_else_can_be_meant() {
    open(Route::Form(forms().remove(0))).await;
    for field in ["registration-number", "account-number"] {
        assert_eq!(element(field).get_attribute("inputmode").as_deref(), Some("numeric"), "{field}");
    }
}

#[wasm_bindgen_test]
async fn enter_saves_from_any_field_because_each_form_has_one_submit_button() {
    for_each_form(async || {
        let buttons = all("form button[type=submit], form button:not([type])");
        assert_eq!(buttons.len(), 1);
        assert_eq!(buttons[0].id(), "save");
        assert!(text("before-save").contains("ingen ændring, før"), "what the button does not do yet");
    })
    .await;
    open(Route::Start).await;
    type_into("holder-number", "abc");
    click("look-up");
    settle().await;
    assert!(text("holder-number-error").starts_with("Fejl: "));
}
