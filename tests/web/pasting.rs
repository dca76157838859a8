//! What is pasted into the fields of a form, and what is typed as if it were.

use crate::{
    support::{benefit_types, overview, session},
    verbs::{
        App, choose, click, element, fill_in, has_focus, log_in, mount, paste_into, settle, text, type_into, value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    domain::{change_kind::ChangeKind, draft::Field, text::LONGEST_TYPED},
    ui::{
        pages::Page,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

async fn open(kind: ChangeKind) -> App {
    let app = mount(|| view! { <Page/> });
    app.fetched.set_overview(Some(overview()));
    app.fetched.set_benefit_types(Some(benefit_types()));
    log_in(app, session());
    app.page.show(Route::Form(FormRoute::Holder(overview().handle, kind)));
    settle().await;
    app
}

#[wasm_bindgen_test]
async fn a_foreign_iban_pasted_into_a_domestic_field_goes_where_it_belongs() {
    open(ChangeKind::AssignNemKonto).await;
    paste_into("registration-number", "LT12 1000 0111 0100 1000");
    settle().await;
    assert_eq!(value("iban"), "LT12 1000 0111 0100 1000");
    assert!(has_focus("iban"));
}

#[wasm_bindgen_test]
async fn iban_and_bic_pasted_together_are_spread_from_any_field() {
    for (form, field) in [("domestic", "registration-number"), ("iban", "bic"), ("iban", "iban")] {
        open(ChangeKind::AssignNemKonto).await;
        click(&format!("account-type-{form}"));
        settle().await;
        paste_into(field, "BIC/SWIFT: REVOLT21\nIBAN: LT12 1000 0111 0100 1000");
        settle().await;
        assert_eq!((value("bic").as_str(), value("iban").as_str()), ("REVOLT21", "LT12 1000 0111 0100 1000"));
    }
    paste_into("iban", "IBAN DK03 9999 0000 1234 56");
    settle().await;
    assert_eq!((value("registration-number").as_str(), value("account-number").as_str()), ("9999", "0000123456"));
    assert!(has_focus("account-number"), "the field that was pasted into is gone");
}

#[wasm_bindgen_test]
async fn b17_a_whole_account_typed_into_one_field_is_spread_when_the_field_is_left() {
    open(ChangeKind::AssignNemKonto).await;
    type_into("account-number", "9999 123456");
    settle().await;
    assert_eq!(value("account-number"), "9999 123456", "while it is being typed it stays");
    fill_in("account-number", "9999 123456");
    settle().await;
    assert_eq!((value("registration-number").as_str(), value("account-number").as_str()), ("9999", "0000123456"));
    assert!(text("account-number-echo").starts_with("9999 0000123456"));
}

#[wasm_bindgen_test]
async fn b17_an_account_without_iban_is_spread_with_the_code_of_its_bank() {
    open(ChangeKind::AssignNemKonto).await;
    click("account-type-number");
    settle().await;
    choose("country", "NZ");
    settle().await;
    for field in ["foreign-account", "bank-code"] {
        type_into("bank-code", "");
        paste_into(field, "01-0242-0100194-00");
        settle().await;
        assert_eq!((value("bank-code").as_str(), value("foreign-account").as_str()), ("01-0242", "0100194-00"));
    }
    paste_into("foreign-account", "Bank: Revolut Bank UAB\nIBAN: LT12 1000 0111 0100 1000\nBIC: REVOLT21");
    settle().await;
    assert_eq!((value("iban").as_str(), value("bank-name").as_str()), ("LT12 1000 0111 0100 1000", "Revolut Bank UAB"));
}

#[wasm_bindgen_test]
async fn b20_of_a_text_without_end_the_field_holds_the_beginning_and_says_so() {
    let app = open(ChangeKind::AssignNemKonto).await;
    let long = "9".repeat(8_000_000);
    paste_into("account-number", &format!("9999-{long}"));
    settle().await;
    assert_eq!(value("registration-number"), "", "nobody looks for an account in it");
    for put in [type_into, fill_in] {
        // What a browser lets through, and what goes around it.
        for typed in [&long[..LONGEST_TYPED], &long] {
            type_into("account-number", "");
            settle().await;
            assert!(!text("mounted").contains("kan rumme"));
            put("account-number", typed);
            settle().await;
            assert_eq!(value("account-number").len(), LONGEST_TYPED);
            assert!(text("mounted").contains("Der var mere tekst, end feltet kan rumme"));
        }
        put("account-number", &format!("{long}0"));
        settle().await;
        assert_eq!(value("account-number").len(), LONGEST_TYPED, "also where the beginning stands there already");
    }
    let (_, kept) = app.forms.drafts().pop().unwrap();
    assert_eq!(kept.get(Field::AccountNumber).len(), LONGEST_TYPED);
}

#[wasm_bindgen_test]
async fn b20_a_pasted_account_is_typed_over_what_stood_there_so_that_it_can_be_undone() {
    open(ChangeKind::AssignNemKonto).await;
    type_into("registration-number", "12");
    settle().await;
    element("registration-number").focus().unwrap();
    paste_into("registration-number", "9999-123456");
    settle().await;
    assert_eq!((value("registration-number").as_str(), value("account-number").as_str()), ("9999", "0000123456"));
    js_sys::Function::new_no_args("document.execCommand('undo')").call0(&JsValue::NULL).unwrap();
    settle().await;
    assert_eq!((value("registration-number").as_str(), value("account-number").as_str()), ("12", "0000123456"));
}
