//! Calls for what is read.

use nemkonto::{
    contract::{AccountOverview, HistoryCursor, HistoryEntry, HistoryEvent, HistoryPage, Names, Timestamp},
    ui::route::Route,
};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Answer, at, draw, each, each_of, instead_of, is_told, page::appears, told, value};
use crate::{
    support::{
        self, authority, benefit_types, change, overview, receipt, signed_receipt, signing::Signer, with_nemkonto,
        with_pending,
    },
    verbs::{click, exists, text, type_into},
};

#[wasm_bindgen_test]
async fn a18_hostile_answers_to_a_look_up() {
    let begin = async || {
        let app = at(Route::Start);
        appears("#holder-number").await;
        type_into("holder-number", support::CVR);
        click("look-up");
        app
    };
    each("/api/account-holders/lookup", &rich(), begin, |answer, app, about| {
        let is_shown = matches!(app.route(), Route::Overview(_));
        assert!(!is_shown || is_told(&value(&overview().holder), &told(answer, "holder")), "{about}");
    })
    .await;
}

/// Accounts of every kind.
fn rich() -> AccountOverview {
    AccountOverview { pending: with_pending(true).pending, ..with_nemkonto() }
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_about_accounts() {
    let begin = async || at(Route::Overview(overview().handle));
    each("/api/account-holders/holder-handle", &rich(), begin, |answer, _, about| {
        assert!(!exists("#nemkonto") || told(answer, "handle") == value(&overview().handle), "{about}");
    })
    .await;
}

fn history() -> HistoryPage {
    let entry = |event| HistoryEntry {
        at: Timestamp(1_695_033_720),
        event,
        names: Names { authority: Some("Nordby Kommune".into()), ..support::names() },
        by: authority().name,
        caseworker: Some("Anna".into()),
        payee: None,
        receipt: Some(receipt().number),
    };
    let promoted = with_nemkonto().specific_accounts[0].id();
    let account = change().account().unwrap().clone();
    let events = [
        HistoryEvent::Changed { change: change() },
        HistoryEvent::Registered { account },
        HistoryEvent::BecameNemKonto { id: promoted },
    ];
    HistoryPage { entries: events.map(entry).into(), next: Some(HistoryCursor("next".into())) }
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_about_a_history() {
    let begin = async || {
        let app = at(Route::NotFound);
        app.fetched.set_overview(Some(overview()));
        app.page.show(Route::History(overview().handle));
        app
    };
    each("/api/account-holders/holder-handle/history", &history(), begin, |_, _, _| ()).await;
    each("/api/benefit-types/history", &history(), async || at(Route::BenefitTypeHistory), |_, _, _| ()).await;
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_about_benefit_types() {
    each("/api/benefit-types", &benefit_types(), async || at(Route::BenefitTypes), |_, _, _| ()).await;
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_about_a_receipt() {
    let path = format!("/api/receipts/{}", receipt().number);
    let begin = async || at(Route::Receipt(receipt().number));
    each(&path, &signed_receipt(), begin, |answer, _, about| {
        let is_shown = exists("#receipt-number");
        assert!(!is_shown || told(answer, "document") == signed_receipt().document(), "{about}");
    })
    .await;
}

/// What the API has signed is no better for it.
#[wasm_bindgen_test]
async fn a18_hostile_receipts() {
    let right = signed_receipt();
    let signed = |answer: Answer| {
        let documents = json!({ "document": Signer::ours().document(&answer.body), "code": value(&right)["code"] });
        Answer { body: documents.to_string(), ..answer }
    };
    let path = format!("/api/receipts/{}", receipt().number);
    let answers = instead_of(&receipt()).into_iter().map(signed).collect();
    each_of(
        answers,
        &path,
        async || at(Route::Receipt(receipt().number)),
        |answer, _, about| {
            let is_shown = exists("#receipt-number");
            assert!(
                !is_shown || (answer.accepted().is_some() && text("receipt-number") == receipt().number),
                "{about}"
            );
        },
    )
    .await;
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_about_the_keys_of_receipts() {
    let begin = async || {
        let app = draw();
        app.page.show(Route::Verify);
        appears("#receipt-text").await;
        type_into("receipt-text", signed_receipt().document());
        click("check-text");
        app
    };
    let keys = Signer::ours().keys();
    each("/api/receipt-keys", &keys, begin, |answer, _, about| {
        let has_ours = told(answer, "keys").as_array().is_some_and(|keys| {
            keys.iter()
                .any(|key| ["x", "y", "kid"].iter().all(|name| key[name] == value(&Signer::ours().public())[name]))
        });
        assert!(!exists("#genuine") || has_ours, "{about}");
    })
    .await;
}
