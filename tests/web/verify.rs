//! The page that checks receipts, in a browser and with its own cryptography. Row T06 of the table of faults.

use crate::{
    support::{
        receipt,
        signing::{Signer, base64url},
    },
    verbs::{
        App, answer, answer_text, appears, click, exists, fresh_tab, has_focus, mount, reload, settle, text, type_into,
    },
};
use leptos::prelude::*;
use nemkonto::{
    browser::{crypto, location},
    contract::{ReceiptKeys, SignedReceipt},
    ui::{pages::Page, route::Route},
};
use wasm_bindgen_test::wasm_bindgen_test;

const KEYS: &str = "/api/receipt-keys";

/// The API answers with these keys.
fn publish(keys: &ReceiptKeys) {
    answer(KEYS, 200, keys);
}

async fn open() -> App {
    let app = mount(|| view! { <Page/> });
    app.page.show(Route::Verify);
    settle().await;
    app
}

/// Gives the page a text and waits for what it finds.
async fn check(document: &str) {
    type_into("receipt-text", document);
    click("check-text");
    settle().await;
    appears("#genuine, #doubt").await;
    settle().await;
    assert!(has_focus("verdict"), "what was found takes the focus");
}

fn assert_doubt(heading: &str) {
    assert!(text("verdict").contains(heading), "{}", text("verdict"));
    assert!(!exists(".alert-success") && !exists("#receipt") && !exists("#receipt-code"), "no green tick, no content");
}

/// A receipt with the code for its paper, as the API makes them.
async fn signed() -> SignedReceipt {
    let signer = Signer::ours();
    let document = signer.receipt(&receipt()).document().to_owned();
    let code = signer.code(&receipt(), &crypto::sha256(&document).await.unwrap());
    SignedReceipt::read(document, code).unwrap()
}

#[wasm_bindgen_test]
async fn t06_a_genuine_receipt_is_shown_as_it_was_signed_without_a_login() {
    open().await;
    publish(&Signer::ours().keys());
    check(signed().await.document()).await;
    let shown = text("verdict");
    for expected in [
        "Kvitteringen er ægte",
        "NK-2023-000001",
        "18-09-2023 12:45",
        "18-09-2023 12:44, sikringsniveau Betydelig",
        "Sandby Cykler ApS",
        "12 34 56 74",
        "LT12 1000 0111 0100 1000",
        "Signe Sandkasse",
        "Sandby Kommune (CVR 10 00 00 09)",
        "4821",
    ] {
        assert!(shown.contains(expected), "“{expected}” is missing in: {shown}");
    }
    assert!(exists(".alert-success"));
}

#[wasm_bindgen_test]
async fn t06_an_altered_receipt_is_called_altered() {
    open().await;
    publish(&Signer::ours().keys());
    let signed = signed().await;
    let parts: Vec<&str> = signed.document().split('.').collect();
    let payload = serde_json::to_string(&receipt()).unwrap().replace("LT121000011101001000", "LT601010012345678901");
    check(&format!("{}.{}.{}", parts[0], base64url(payload.as_bytes()), parts[2])).await;
    assert_doubt("Kvitteringen er ændret");
}

#[wasm_bindgen_test]
async fn t06_a_receipt_under_a_foreign_key_is_not_ours() {
    open().await;
    publish(&Signer::ours().keys());
    let payload = serde_json::to_string(&receipt()).unwrap();
    check(&Signer::new("their-key", 9).document(&payload)).await;
    assert_doubt("Kvitteringen er ikke underskrevet af NemKonto");
    check(&Signer::new(Signer::ours().kid, 9).document(&payload)).await;
    assert_doubt("Kvitteringen er ændret");
}

#[wasm_bindgen_test]
async fn t06_rubbish_is_no_receipt() {
    open().await;
    publish(&Signer::ours().keys());
    check("Kvittering nr. 1").await;
    assert_doubt("Det kan ikke læses som en kvittering");
}

#[wasm_bindgen_test]
async fn t06_a_genuine_receipt_leaves_nothing_behind_when_the_next_one_is_not() {
    open().await;
    publish(&Signer::ours().keys());
    let signed = signed().await;
    check(signed.document()).await;
    assert!(exists(".alert-success"));
    type_into("receipt-text", &signed.document()[..signed.document().len() - 1]);
    click("check-text");
    settle().await;
    appears("#doubt").await;
    assert_doubt("Kvitteringen er ændret");
}

#[wasm_bindgen_test]
async fn t06_without_keys_nothing_is_known_and_it_can_be_tried_again() {
    open().await;
    answer_text(KEYS, 200, "{");
    check(signed().await.document()).await;
    assert_doubt("Kvitteringen er ikke kontrolleret");
    publish(&Signer::ours().keys());
    click("check-again");
    settle().await;
    appears("#genuine").await;
    assert!(text("verdict").contains("Kvitteringen er ægte"));
}

#[wasm_bindgen_test]
async fn t06_a_key_that_is_none_proves_nothing() {
    let mut keys = Signer::ours().keys();
    keys.keys[0].x = base64url(&[1; 32]);
    open().await;
    publish(&keys);
    check(signed().await.document()).await;
    assert_doubt("Kvitteringen er ikke kontrolleret");
}

#[wasm_bindgen_test]
async fn t06_the_code_in_the_address_is_taken_out_and_checked() {
    fresh_tab();
    publish(&Signer::ours().keys());
    let signed = signed().await;
    location::push(&format!("/verify#{}", signed.code()));
    let app = reload(|| view! { <Page/> });
    app.page.take_receipt_code();
    assert_eq!(window().location().hash().unwrap(), "");
    appears("#genuine").await;
    let shown = text("verdict");
    for expected in ["QR-koden er ægte", "NK-2023-000001", "18-09-2023 12:45", "LT.. 1000", "Sandby Kommune", "4821"] {
        assert!(shown.contains(expected), "“{expected}” is missing in: {shown}");
    }
    assert!(!shown.contains("LT12"), "the code knows no whole number");

    check(signed.document()).await;
    assert!(exists("#belongs-together") && !exists("#belongs-apart"));
    let mut another = receipt();
    another.check_code = "0000".into();
    check(Signer::ours().receipt(&another).document()).await;
    assert!(exists("#belongs-apart") && !exists("#belongs-together"));
}

#[wasm_bindgen_test]
async fn an_empty_field_is_pointed_out() {
    open().await;
    click("check-text");
    settle().await;
    assert!(text("receipt-text-error").contains("Indsæt kvitteringens tekst, eller vælg en fil"));
    type_into("receipt-text", "x");
    settle().await;
    assert!(!exists("#receipt-text-error"));
}

#[wasm_bindgen_test]
async fn s08_hostile_text_in_a_genuine_receipt_stays_text() {
    open().await;
    publish(&Signer::ours().keys());
    let mut hostile = receipt();
    hostile.names.holder = Some("<img src=x onerror=\"document.title='pwned'\">".into());
    check(Signer::ours().receipt(&hostile).document()).await;
    assert!(text("verdict").contains("<img src=x"));
    assert!(!exists("#verdict img"));
}
