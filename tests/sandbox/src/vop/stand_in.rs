//! A stand-in for the banks. Every account is whose it is said to be, but for some that are there to be tried.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
    routing::post,
};

use super::{Answer, Code, PATH, Question, REQUEST_ID};
use crate::guide::{Entry, Section};

/// Longer than anybody waits for an answer.
const TOO_LONG: Duration = Duration::from_secs(20);

/// What the bank of an account does when it is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bank {
    /// It has a similar name: the first one shortened.
    Close,
    /// The account is somebody else's.
    Other,
    /// It is not in the scheme.
    NotInScheme,
    /// It takes too long.
    Slow,
    /// It is out of order.
    Down,
    /// It answers nonsense.
    Garbled,
    /// It answers another question.
    Foreign,
    /// It takes too long every other time, beginning with the first.
    SlowAtFirst,
}

/// An account whose bank does not just agree: the same ten digits at the end of a domestic and of a Lithuanian one.
struct Account {
    digits: &'static str,
    lithuanian: &'static str,
    bank: Bank,
    meaning: &'static str,
}

const ACCOUNTS: [Account; 8] = [
    Account {
        digits: "7000000001",
        lithuanian: "LT66 3250 0070 0000 0001",
        bank: Bank::Close,
        meaning: "a similar name",
    },
    Account {
        digits: "7000000002",
        lithuanian: "LT39 3250 0070 0000 0002",
        bank: Bank::Other,
        meaning: "somebody else's account",
    },
    Account {
        digits: "7000000003",
        lithuanian: "LT12 3250 0070 0000 0003",
        bank: Bank::NotInScheme,
        meaning: "the bank does not say",
    },
    Account {
        digits: "7000000004",
        lithuanian: "LT82 3250 0070 0000 0004",
        bank: Bank::Slow,
        meaning: "the bank does not answer in time",
    },
    Account {
        digits: "7000000005",
        lithuanian: "LT55 3250 0070 0000 0005",
        bank: Bank::Down,
        meaning: "the bank is out of order",
    },
    Account {
        digits: "7000000006",
        lithuanian: "LT28 3250 0070 0000 0006",
        bank: Bank::Garbled,
        meaning: "the bank answers nonsense",
    },
    Account {
        digits: "7000000007",
        lithuanian: "LT98 3250 0070 0000 0007",
        bank: Bank::Foreign,
        meaning: "the answer belongs to another question",
    },
    Account {
        digits: "7000000008",
        lithuanian: "LT71 3250 0070 0000 0008",
        bank: Bank::SlowAtFirst,
        meaning: "answers only when it is asked again",
    },
];

/// The banks' side of the scheme.
pub fn router() -> Router {
    Router::new().route(PATH, post(answer)).with_state(Arc::new(AtomicBool::new(false)))
}

async fn answer(
    State(was_slow): State<Arc<AtomicBool>>,
    headers: HeaderMap,
    Json(question): Json<Question>,
) -> Response {
    let Question { party, party_account } = question;
    let bank = ACCOUNTS.iter().find(|account| party_account.iban.ends_with(account.digits)).map(|account| account.bank);
    let say = |code, matched_name| Json(Answer { party_name_match: code, matched_name }).into_response();
    let is_slow = match bank {
        Some(Bank::Slow) => true,
        Some(Bank::SlowAtFirst) => !was_slow.fetch_not(Ordering::SeqCst),
        _ => false,
    };
    if is_slow {
        tokio::time::sleep(TOO_LONG).await;
    }
    let mut response = match bank {
        None | Some(Bank::Slow | Bank::SlowAtFirst | Bank::Foreign) => say(Code::Mtch, None),
        Some(Bank::Close) => say(Code::Cmtc, Some(shortened(&party.name))),
        Some(Bank::Other) => say(Code::Nmtc, None),
        Some(Bank::NotInScheme) => say(Code::Noap, None),
        Some(Bank::Down) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Some(Bank::Garbled) => "<html>".into_response(),
    };
    let id = headers.get(REQUEST_ID).cloned().filter(|_| bank != Some(Bank::Foreign));
    let id = id.unwrap_or(HeaderValue::from_static("another-question"));
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

/// A name as a bank may have it: `Anna Sandberg` is `A. Sandberg`.
fn shortened(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    let rest = name.split_once(' ').map(|(_, rest)| rest).unwrap_or_default();
    format!("{first}. {rest}")
}

/// What to type to meet each of these banks.
#[must_use]
pub fn guide() -> Section {
    let entry = |account: &Account| Entry {
        text: format!("9999 {} or {}", account.digits, account.lithuanian),
        meaning: account.meaning.to_owned(),
    };
    Section {
        title: "Accounts whose bank does not just confirm the owner (the foreign ones with the BIC REVOLT21)"
            .to_owned(),
        entries: ACCOUNTS.iter().map(entry).collect(),
    }
}
