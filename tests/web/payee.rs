//! Whose account it is, in the confirmation: what the bank says, and what has to be said to that.

use crate::{
    support::{answer_about, overview, payee, prepared, reading, reasons},
    verbs::{
        App, answer, asked, choose, click, element, exists, fill_in, has_focus, mount, open_confirmation, sent,
        session_storage, settle, state, text, until,
    },
};
use leptos::prelude::*;
use nemkonto::{
    contract::{Acknowledged, Next, PayeeCheck, PrepareAnswer, Reading},
    domain::{
        change_kind::ChangeKind,
        draft::Field,
        payee::{Note, PayeeAnswer},
    },
    relogin::{Event, State},
    ui::{
        confirmation::Confirmation,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

/// The form of the change, and its confirmation with what the bank says.
async fn open(says: PayeeAnswer) -> App {
    let app = mount(|| view! { <Confirmation/> });
    app.page.show(Route::Form(FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto)));
    open_confirmation(app, answer_about(Some(payee(says))));
    settle().await;
    app
}

#[wasm_bindgen_test]
async fn what_the_bank_says_stands_between_the_change_and_the_buttons() {
    for (says, expected) in [
        (PayeeAnswer::Match, "Banken bekræfter, at kontoen tilhører Sandby Cykler ApS."),
        (PayeeAnswer::CloseMatch, "et navn, der ligner: S. Cykler ApS. Den blev spurgt om Sandby Cykler ApS."),
        (PayeeAnswer::NoMatch, "Banken svarer, at kontoen ikke tilhører Sandby Cykler ApS."),
        (PayeeAnswer::NoIban, "kontoen har intet IBAN"),
        (PayeeAnswer::NotInScheme, "Banken svarer ikke på, hvem der ejer kontoen."),
        (PayeeAnswer::NoAnswer, "Banken har ikke svaret i tide."),
    ] {
        open(says).await;
        assert!(text("payee-answer").contains(expected), "{}", text("payee-answer"));
        assert!(text("payee").contains("Spurgt kl. 12:42"), "{}", text("payee"));
        assert_eq!(exists("#confirm"), !says.is_mismatch(), "{says:?}");
        assert_eq!(exists("#acknowledge"), says.is_mismatch(), "{says:?}");
        assert_eq!(exists("#ask-bank-again"), says == PayeeAnswer::NoAnswer, "{says:?}");
        assert_eq!(exists("#check-code"), !says.is_mismatch(), "there is no login yet");
    }
}

#[wasm_bindgen_test]
async fn v05_without_a_reason_nobody_goes_on() {
    let app = open(PayeeAnswer::NoMatch).await;
    click("acknowledge");
    settle().await;
    assert!(matches!(state(app), State::Acknowledging(_, None)));
    assert_eq!(element("payee-reason").get_attribute("aria-invalid").unwrap(), "true");
    assert!(text("confirmation").contains("Vælg, hvorfor kontoen er rigtig"));
    assert!(has_focus("payee-reason"), "what is missing has the focus");
    // A reason that says enough is enough; one that does not wants words.
    choose("payee-reason", "trading-name");
    settle().await;
    assert!(!exists("#payee-note"));
    assert_eq!(element("payee-reason").get_attribute("aria-invalid").unwrap(), "false");
    choose("payee-reason", "other");
    settle().await;
    assert!(exists("#payee-note"));
    click("acknowledge");
    settle().await;
    assert!(text("confirmation").contains("Indtast forklaringen"), "{}", text("confirmation"));
}

#[wasm_bindgen_test]
async fn a_reason_leads_to_the_login_with_the_code_of_the_change_that_has_it() {
    let app = open(PayeeAnswer::CloseMatch).await;
    choose("payee-reason", "other");
    settle().await;
    fill_in("payee-note", "Set på vielsesattesten");
    let acknowledged =
        Acknowledged { reason: reasons()[1].clone(), note: Some(Note::parse("Set på vielsesattesten").unwrap()) };
    let check = PayeeCheck { acknowledged: Some(acknowledged), ..payee(PayeeAnswer::CloseMatch) };
    let next = Next::Login(Box::new(prepared()));
    let login = PrepareAnswer { reading: Reading { payee: Some(check), ..reading() }, next };
    answer("/api/changes/prepare", 200, &login);
    click("acknowledge");
    until(|| exists("#confirm")).await;
    assert!(text("acknowledged").contains("En anden grund: Set på vielsesattesten"), "{}", text("acknowledged"));
    assert_eq!(text("check-code"), "4821");
    until(|| has_focus("confirmation-heading")).await;
    let body = sent("/api/changes/prepare");
    assert_eq!(body["draft"]["values"]["payee-reason"], "other", "{body}");
    assert_eq!(body["draft"]["values"]["payee-note"], "Set på vielsesattesten");
    assert_eq!(body["acknowledges"], "sealed-answer");
    assert!(matches!(state(app), State::Confirming(_, None)));
}

#[wasm_bindgen_test]
async fn v07_what_was_said_is_kept_with_the_form_and_the_banks_name_nowhere() {
    let app = open(PayeeAnswer::CloseMatch).await;
    choose("payee-reason", "other");
    settle().await;
    fill_in("payee-note", "Set på vielsesattesten");
    click("cancel");
    settle().await;
    assert_eq!(state(app), State::Editing(None));
    let form = FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto);
    let draft = app.forms.draft(&form).unwrap();
    assert_eq!((draft.get(Field::PayeeReason), draft.get(Field::PayeeNote)), ("other", "Set på vielsesattesten"));
    assert!(session_storage().iter().all(|(_, value)| !value.contains("S. Cykler")));
    assert!(!text("mounted").contains("S. Cykler"), "it is gone with the confirmation");
}

#[wasm_bindgen_test]
async fn a_bank_that_has_not_answered_is_asked_again_in_the_open_confirmation() {
    let app = open(PayeeAnswer::NoAnswer).await;
    answer("/api/changes/prepare", 200, &answer_about(Some(payee(PayeeAnswer::Match))));
    click("ask-bank-again");
    assert!(exists("#confirmation[open]"));
    until(|| text("payee-answer").contains("bekræfter")).await;
    assert!(matches!(state(app), State::Confirming(_, None)));
    assert_eq!(asked("/api/changes/prepare"), 2, "once for the form, and once more");
}

#[wasm_bindgen_test]
async fn v01_a_question_that_fails_leaves_the_confirmation_open_and_can_be_repeated() {
    let app = open(PayeeAnswer::NoMatch).await;
    choose("payee-reason", "trading-name");
    answer("/api/changes/prepare", 503, &"");
    click("acknowledge");
    until(|| state(app).stopped_by().is_some()).await;
    settle().await;
    assert!(exists("#confirmation[open] .alert-error") && exists("#acknowledge"));
    assert_eq!(text("acknowledge"), "Fortsæt");
    app.journey.dispatch(Event::CancelPressed);
}
