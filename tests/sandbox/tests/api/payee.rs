//! Whose account it is: what the bank says, what the caseworker says to that, and what stays of it.

use std::time::{Duration, Instant};

use axum::{Router, response::IntoResponse, routing::post};
use nemkonto::{
    contract::{FieldRefusal, Next, PayeeCheck, PrepareAnswer, ProblemType, Reopened, Sealed, ToAcknowledge},
    domain::{
        change_kind::ChangeKind,
        draft::{Draft, Field},
        holder::Scheme,
        payee::PayeeAnswer,
    },
};
use tokio::net::TcpListener;
use url::Url;

use crate::support::{
    AMERICAN, Browser, COMPANY, COMPANY_WITH_NEMKONTO, CREDITOR, PATIENCE, World, domestic, filled, foreign, kind,
    lithuanian, new_specific, ready,
};

/// The Lithuanian accounts of the guide, whose banks do not just agree.
const CLOSE: &str = "LT66 3250 0070 0000 0001";
const OTHER: &str = "LT39 3250 0070 0000 0002";
const NOT_IN_SCHEME: &str = "LT12 3250 0070 0000 0003";
const SLOW: &str = "LT82 3250 0070 0000 0004";
const DOWN: &str = "LT55 3250 0070 0000 0005";
const GARBLED: &str = "LT28 3250 0070 0000 0006";
const OF_ANOTHER_QUESTION: &str = "LT98 3250 0070 0000 0007";
const SLOW_AT_FIRST: &str = "LT71 3250 0070 0000 0008";

fn to(iban: &str) -> Draft {
    foreign("REVOLT21", iban)
}

/// The same form, with a reason.
fn with_reason(draft: &Draft, reason: &str, note: &str) -> Draft {
    let mut draft = draft.clone();
    draft.set(Field::PayeeReason, reason);
    draft.set(Field::PayeeNote, note);
    draft
}

async fn ask(browser: &Browser, draft: &Draft) -> PrepareAnswer {
    say(browser, draft, None).await
}

async fn say(browser: &Browser, draft: &Draft, acknowledges: Option<Sealed>) -> PrepareAnswer {
    let overview = browser.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    browser.prepare_answer(&overview, draft, acknowledges).await.unwrap()
}

fn payee(answer: &PrepareAnswer) -> &PayeeCheck {
    answer.reading.payee.as_ref().expect("the bank was asked")
}

fn to_acknowledge(answer: PrepareAnswer) -> ToAcknowledge {
    match answer.next {
        Next::Acknowledge(to_acknowledge) => to_acknowledge,
        Next::Login(_) => panic!("there is a login"),
    }
}

#[tokio::test]
async fn each_answer_of_a_bank_is_told_and_only_a_name_that_differs_stops_the_login() {
    let world = World::asking_banks(PATIENCE).await;
    let anna = world.logged_in("anna").await;
    for (draft, expected) in [
        (lithuanian(), PayeeAnswer::Match),
        (domestic(), PayeeAnswer::Match),
        (to(CLOSE), PayeeAnswer::CloseMatch),
        (to(OTHER), PayeeAnswer::NoMatch),
        (to(NOT_IN_SCHEME), PayeeAnswer::NotInScheme),
        (filled(ChangeKind::AssignNemKonto, AMERICAN), PayeeAnswer::NoIban),
    ] {
        let answer = ask(&anna, &draft).await;
        let check = payee(&answer);
        assert_eq!((check.answer, check.asked_name.as_str()), (expected, "Bakkens Bageri I/S"));
        assert_eq!(check.bank_name.is_some(), expected == PayeeAnswer::CloseMatch);
        assert_eq!(check.asked_at, answer.reading.prepared_at);
        assert_eq!(matches!(answer.next, Next::Acknowledge(_)), expected.is_mismatch());
    }
}

#[tokio::test]
async fn nobody_is_asked_where_the_account_need_not_be_the_holders_or_the_agency_does_not_ask() {
    let world = World::asking_banks(PATIENCE).await;
    let anna = world.logged_in("anna").await;
    assert_eq!(ask(&anna, &new_specific("NKSSOP", CREDITOR)).await.reading.payee, None);
    let with_nemkonto = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    let deletion = Draft::new(ChangeKind::DeleteNemKonto);
    assert_eq!(anna.prepare_answer(&with_nemkonto, &deletion, None).await.unwrap().reading.payee, None);

    let without = World::start().await;
    let anna = without.logged_in("anna").await;
    assert_eq!(ask(&anna, &to(OTHER)).await.reading.payee, None);
    let configuration: serde_json::Value = anna.get("/api/configuration").await.unwrap();
    assert_eq!(configuration["payee_check"], false);
}

/// Slow, out of order, garbled, or the answer to something else: nobody is kept from their work.
#[tokio::test]
async fn v01_a_bank_that_does_not_answer_costs_no_more_than_the_time_that_the_agency_allows() {
    let world = World::asking_banks(Duration::from_millis(300)).await;
    let anna = world.logged_in("anna").await;
    let began = Instant::now();
    assert_eq!(payee(&ask(&anna, &to(SLOW)).await).answer, PayeeAnswer::NoAnswer);
    assert!(began.elapsed() < Duration::from_secs(15), "it waited for the bank");
    for iban in [DOWN, GARBLED, OF_ANOTHER_QUESTION] {
        let answer = ask(&anna, &to(iban)).await;
        assert_eq!(payee(&answer).answer, PayeeAnswer::NoAnswer, "{iban}");
        assert!(matches!(answer.next, Next::Login(_)), "{iban}");
    }
}

#[tokio::test]
async fn v01_a_provider_that_is_not_there_is_no_answer() {
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let world = World::asking_banks_at(format!("http://{nobody}").parse().unwrap(), PATIENCE).await;
    let anna = world.logged_in("anna").await;
    assert_eq!(payee(&ask(&anna, &to(OTHER)).await).answer, PayeeAnswer::NoAnswer);
}

/// Banks that answer everything with this body, to the question that was asked.
async fn banks_that_say(body: &'static str) -> Url {
    let answer = move |headers: axum::http::HeaderMap| async move {
        let id = headers.get("x-request-id").cloned().unwrap();
        ([("x-request-id", id)], body.to_owned()).into_response()
    };
    let router = Router::new().route("/vop/v1/payee-verifications", post(answer));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(axum::serve(listener, router).into_future());
    address
}

#[tokio::test]
async fn v02_what_a_bank_says_is_read_by_the_codes_of_the_scheme_and_nothing_else() {
    for (body, expected, name) in [
        (r#"{"partyNameMatch":"MTCH"}"#, PayeeAnswer::Match, None),
        (r#"{"partyNameMatch":"MTCH","matchedName":"Somebody"}"#, PayeeAnswer::Match, None),
        (r#"{"partyNameMatch":"CMTC","matchedName":" P. Cykler "}"#, PayeeAnswer::CloseMatch, Some("P. Cykler")),
        // Nearly, but nobody knows what: there is nothing to compare, so it is as good as none.
        (r#"{"partyNameMatch":"CMTC"}"#, PayeeAnswer::NoMatch, None),
        (r#"{"partyNameMatch":"NMTC","matchedName":"Somebody"}"#, PayeeAnswer::NoMatch, None),
        (r#"{"partyNameMatch":"NOAP"}"#, PayeeAnswer::NotInScheme, None),
        (r#"{"partyNameMatch":"mtch"}"#, PayeeAnswer::NoAnswer, None),
        (r#"{"partyNameMatch":null}"#, PayeeAnswer::NoAnswer, None),
        (r"[]", PayeeAnswer::NoAnswer, None),
        ("", PayeeAnswer::NoAnswer, None),
    ] {
        let world = World::asking_banks_at(banks_that_say(body).await, PATIENCE).await;
        let anna = world.logged_in("anna").await;
        let answer = ask(&anna, &lithuanian()).await;
        assert_eq!((payee(&answer).answer, payee(&answer).bank_name.as_deref()), (expected, name), "{body}");
    }
}

#[tokio::test]
async fn a_reason_leads_to_the_login_and_both_stay_in_receipt_history_and_audit_log() {
    let world = World::asking_banks(PATIENCE).await;
    let anna = world.logged_in("anna").await;
    let draft = to(CLOSE);
    let asked = ask(&anna, &draft).await;
    let (shown, to_acknowledge) = (payee(&asked).clone(), to_acknowledge(asked));
    let draft = with_reason(&draft, "other", "Set på vielsesattesten");
    let said = say(&anna, &draft, Some(to_acknowledge.sealed)).await;
    assert!(payee(&said).is_same_answer(&shown), "it is the answer that was acknowledged");
    let confirmed = anna.approve_and_confirm(&ready(said), "anna").await.unwrap();

    let record = confirmed.receipt.payee.clone().expect("the receipt says what the bank answered");
    assert_eq!((record.answer, record.asked_at), (PayeeAnswer::CloseMatch, shown.asked_at));
    let acknowledged = record.acknowledged.clone().expect("and what was said to that");
    assert_eq!(acknowledged.reason.da, "En anden grund");
    assert_eq!(acknowledged.note.unwrap().as_str(), "Set på vielsesattesten");
    // The name that the bank has is for whoever may change the account, and in no document that is handed on.
    let bank_name = shown.bank_name.unwrap();
    assert!(!serde_json::to_string(&*confirmed.receipt).unwrap().contains(&bank_name));

    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    assert_eq!(anna.history(&overview).await[0].payee.as_ref(), Some(&record));
    let elsewhere = world.logged_in("clara").await;
    let overview = elsewhere.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    assert_eq!(elsewhere.history(&overview).await[0].payee, None, "another authority is not told");

    let log = world.audit_log();
    assert!(log.contains("payee: close-match; acknowledged as other"), "{log}");
    for secret in [&*bank_name, "vielsesattesten", "LT66", "Bageri"] {
        assert!(!log.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn the_login_commits_to_the_answer_and_to_what_was_said() {
    let world = World::asking_banks(PATIENCE).await;
    let anna = world.logged_in("anna").await;
    let draft = with_reason(&to(OTHER), "guardian", "");
    let sealed = to_acknowledge(ask(&anna, &draft).await).sealed;
    anna.approve_and_confirm(&ready(say(&anna, &draft, Some(sealed)).await), "anna").await.unwrap();
    let bytes: String =
        world.change(|transaction| transaction.query_row("SELECT change_bytes FROM commits", [], |row| row.get(0)));
    let statement: serde_json::Value = serde_json::from_str(&bytes).unwrap();
    assert_eq!(statement["payee"]["answer"], "no-match");
    assert_eq!(statement["payee"]["acknowledged"]["reason"]["id"], "guardian");
}

#[tokio::test]
async fn v05_a_reason_is_wanted_that_the_agency_knows_and_words_where_it_asks_for_them() {
    let world = World::asking_banks(PATIENCE).await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let sealed = to_acknowledge(ask(&anna, &to(OTHER)).await).sealed;
    for (reason, note, field, error) in [
        ("", "", Field::PayeeReason, FieldRefusal::PayeeReason),
        ("no such reason", "", Field::PayeeReason, FieldRefusal::PayeeReason),
        ("other", " ", Field::PayeeNote, FieldRefusal::NotAccepted),
        ("other", "\u{202e}", Field::PayeeNote, FieldRefusal::NotAccepted),
    ] {
        let draft = with_reason(&to(OTHER), reason, note);
        let problem = anna.prepare_answer(&overview, &draft, Some(sealed.clone())).await.unwrap_err();
        assert_eq!(problem.problem_type, ProblemType::FieldsRefused);
        assert_eq!((problem.errors[0].field, &problem.errors[0].error), (field, &error), "{reason}");
    }
    assert_eq!(world.commits(), 0);
}

/// What was said is said to one answer about one account: any other is asked for again.
#[tokio::test]
async fn v06_what_was_said_to_one_account_says_nothing_of_another() {
    let world = World::asking_banks(PATIENCE).await;
    let anna = world.logged_in("anna").await;
    let sealed = to_acknowledge(ask(&anna, &to(CLOSE)).await).sealed;
    let other = with_reason(&to(OTHER), "guardian", "");
    let answer = say(&anna, &other, Some(sealed.clone())).await;
    assert_eq!(payee(&answer).answer, PayeeAnswer::NoMatch);
    let again = to_acknowledge(answer).sealed;

    // Nor is it good for somebody else, nor for ever, nor for a text that this API has not sealed.
    let bo = world.logged_in("bo").await;
    assert!(matches!(say(&bo, &other, Some(again.clone())).await.next, Next::Acknowledge(_)));
    assert!(matches!(say(&anna, &other, Some(Sealed("a.b.c".into()))).await.next, Next::Acknowledge(_)));
    assert!(matches!(say(&anna, &other, Some(again.clone())).await.next, Next::Login(_)));
    world.clock.advance(601);
    assert!(matches!(say(&anna, &other, Some(again)).await.next, Next::Acknowledge(_)));
}

#[tokio::test]
async fn v08_an_answer_that_was_not_acknowledged_can_be_confirmed_by_no_login() {
    let world = World::asking_banks(PATIENCE).await;
    let anna = world.logged_in("anna").await;
    let sealed = to_acknowledge(ask(&anna, &to(OTHER)).await).sealed;
    let mut prepared = ready(ask(&anna, &lithuanian()).await);
    let callback = anna.approve(&prepared, "anna").await;
    prepared.login.sealed = sealed.clone();
    assert_eq!(kind(anna.confirm(&prepared, &callback).await), ProblemType::SealBroken);
    assert_eq!(kind(anna.reopen(&prepared).await), ProblemType::SealBroken);
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a_bank_that_has_not_answered_can_be_asked_again() {
    let world = World::asking_banks(Duration::from_secs(1)).await;
    let anna = world.logged_in("anna").await;
    assert_eq!(payee(&ask(&anna, &to(SLOW_AT_FIRST)).await).answer, PayeeAnswer::NoAnswer);
    // A busy machine may keep a quick answer waiting, too: it is asked until there is one.
    while payee(&ask(&anna, &to(SLOW_AT_FIRST)).await).answer != PayeeAnswer::Match {}
}

#[tokio::test]
async fn v07_a_change_that_is_given_back_has_its_reason_and_is_asked_for_it_again() {
    let world = World::asking_banks(PATIENCE).await;
    let anna = world.logged_in("anna").await;
    let draft = with_reason(&to(OTHER), "other", "En god grund");
    let sealed = to_acknowledge(ask(&anna, &draft).await).sealed;
    let prepared = ready(say(&anna, &draft, Some(sealed)).await);
    let Reopened::Withdrawn { draft: back, .. } = anna.reopen(&prepared).await.unwrap() else { panic!("given back") };
    assert_eq!((back.get(Field::PayeeReason), back.get(Field::PayeeNote)), ("other", "En god grund"));
    assert!(matches!(ask(&anna, &back).await.next, Next::Acknowledge(_)));
}
