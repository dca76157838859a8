//! Calls about a change, and what is said of it.

use nemkonto::{
    browser::storage,
    contract::{Acknowledged, Next, PayeeCheck, PrepareAnswer, ProblemType, Reading, Reopened},
    domain::{
        change::Registered,
        change_kind::ChangeKind,
        payee::{Acknowledgement, PayeeAnswer},
    },
    i18n::Language,
    relogin::{Callback, Event, State, StoredRecord, WaitingRecord},
    ui::{
        journey::stored_record,
        route::{FormRoute, Route},
    },
};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Answer, at, draw, each, is_told, login, page::appears, told, value};
use crate::{
    support::{self, agreed, change, confirmed, draft, overview, receipt, session, signed_receipt},
    verbs::{App, exists, open_confirmation, save, session_storage, state, text},
};

/// The confirmation opens for what was entered, and for nothing else.
#[wasm_bindgen_test]
async fn a18_hostile_answers_to_a_change() {
    let before = Registered::Account {
        account: support::other_change().account().unwrap().clone(),
        valid_from: None,
        locked: None,
    };
    let said = Acknowledged { reason: support::reasons()[0].clone(), note: None };
    let payee = PayeeCheck { acknowledged: Some(said), ..support::payee(PayeeAnswer::CloseMatch) };
    let right = |next, payee| PrepareAnswer {
        reading: Reading { before: Some(before.clone()), payee: Some(payee), ..support::reading() },
        next,
    };
    let begin = async || {
        let app = at(Route::NotFound);
        app.fetched.set_overview(Some(overview()));
        app.page.show(Route::Form(FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto)));
        appears("#save").await;
        app
    };
    let begin_with_form = async || {
        let app = begin().await;
        save(app, change());
        app
    };
    let begin_with_reason = async || {
        let app = begin().await;
        open_confirmation(app, support::answer_about(Some(support::payee(PayeeAnswer::CloseMatch))));
        let said = Acknowledgement { reason: support::reasons()[0].id.clone(), note: None };
        app.journey.dispatch(Event::AcknowledgePressed(said));
        app
    };
    let check = |answer: &Answer, app: App, about: &str| {
        let reading = told(answer, "reading");
        let is_open = state(app).is_confirming();
        assert_eq!(exists("#confirmation[open]"), is_open, "{about}");
        assert!(!is_open || text("after").contains("LT12 1000 0111 0100 1000"), "{about}");
        // What can be confirmed was read as it was entered, and nothing is left to be said, or said that the caseworker did not say.
        if let State::Confirming(..) = state(app) {
            assert!(is_told(&value(&change()), &reading["change"]), "{about}");
            let payee = &reading["payee"];
            let is_mismatch = ["close-match", "no-match"].map(Value::from).contains(&payee["answer"]);
            assert!(!is_mismatch || payee["acknowledged"]["reason"]["id"] == "trading-name", "{about}");
        }
    };
    let login = || Next::Login(Box::new(support::prepared()));
    let matching = right(login(), support::payee(PayeeAnswer::Match));
    each("/api/changes/prepare", &matching, begin_with_form, check).await;
    let unacknowledged = right(Next::Acknowledge(support::to_acknowledge()), support::payee(PayeeAnswer::CloseMatch));
    each("/api/changes/prepare", &unacknowledged, begin_with_form, check).await;
    each("/api/changes/prepare", &right(login(), payee), begin_with_reason, check).await;
}

/// What is said of a change that was to be confirmed, against what the answer proves.
fn assert_proven(answer: &Answer, app: App, about: &str, is_carried_out: bool, is_withdrawn: bool) {
    let problem = &Language::Danish.texts().problem;
    let said = text("mounted");
    let is_receipt = exists("#receipt-number");
    assert!(!is_receipt || (is_carried_out && text("receipt-number") == receipt().number), "{about}: {said}");
    if said.contains(problem.not_carried_out) {
        assert!(is_withdrawn || answer.refused().is_some_and(|kind| !SAYS_NOTHING.contains(&kind)), "{about}: {said}");
    }
    // As long as it is not known, what is needed to find out is kept.
    let is_known = is_carried_out || is_withdrawn || answer.refused().is_some();
    assert!(is_known || session_storage().len() == 1, "{about}: {:?}", state(app));
}

/// What the API also answers to somebody who is not told about a change, or what may be said by something else on the way.
const SAYS_NOTHING: [ProblemType; 13] = [
    ProblemType::BadRequest,
    ProblemType::NotLoggedIn,
    ProblemType::SessionDiffers,
    ProblemType::LoginUnknown,
    ProblemType::ForeignOrigin,
    ProblemType::NotFound,
    ProblemType::HolderNotFound,
    ProblemType::SeveralHolders,
    ProblemType::ReceiptNotFound,
    ProblemType::ChangeMismatch,
    ProblemType::SealBroken,
    ProblemType::TooManyAttempts,
    ProblemType::Internal,
];

fn store_record() {
    let record = StoredRecord::new(&agreed());
    storage::store(record.key(), &record.to_text()).unwrap();
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_to_a_confirmation() {
    let begin = async || {
        store_record();
        let app = draw();
        app.journey.came_back(Callback::Login(login()));
        app
    };
    each("/api/changes/change-id/confirm", &confirmed(), begin, |answer, app, about| {
        let is_carried_out = told(answer, "receipt")["document"] == signed_receipt().document();
        assert_proven(answer, app, about, is_carried_out, false);
    })
    .await;
}

#[wasm_bindgen_test]
async fn a18_hostile_answers_to_what_became_of_a_change() {
    let begin = async || {
        store_record();
        let app = draw();
        log_in_with_record(app);
        app
    };
    let withdrawn =
        Reopened::Withdrawn { overview: Some(Box::new(overview())), draft: draft(), session: Box::new(session()) };
    let committed = Reopened::Committed { receipt: Box::new(signed_receipt()) };
    for right in [value(&withdrawn), value(&committed)] {
        each("/api/changes/reopen", &right, begin, |answer, app, about| {
            let is_withdrawn = !told(answer, "withdrawn").is_null();
            let is_carried_out = told(answer, "committed")["receipt"]["document"] == signed_receipt().document();
            assert!(!matches!(app.route(), Route::Form(_)) || is_withdrawn, "{about}");
            assert_proven(answer, app, about, is_carried_out, is_withdrawn);
        })
        .await;
    }
}

/// Somebody logs in where the record of a change waits.
fn log_in_with_record(app: App) {
    app.journey.dispatch(Event::Opened);
    let waiting = WaitingRecord { record: stored_record(), is_in_the_way: false };
    app.journey.dispatch(Event::SessionAnswered(app.machine().asked_session, Ok(Box::new(session())), waiting));
}
