//! Answers of the API, and what is sent to it.

use std::fmt::Debug;

use nemkonto::contract::{
    AccountOverview, BenefitTypes, Configuration, ConfirmRequest, Confirmed, FoundBank, HistoryPage, LoginCallback,
    LoginStarted, LookupRequest, PrepareAnswer, PrepareRequest, ProblemDetails, ReceiptKeys, ReopenRequest, Reopened,
    Session, SessionExpiry, json,
};
use nemkonto::domain::bank_key::BankKey;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Reads bytes as one type, and writes it again if they are one.
pub type Reader = fn(&[u8]) -> Option<Value>;

/// Every type that travels on its own. Names of files in the corpus begin with the name of their type.
pub const TYPES: [(&str, Reader); 19] = [
    ("account_overview", written_again::<AccountOverview>),
    ("problem_details", written_again::<ProblemDetails>),
    ("bank_key", written_again::<BankKey>),
    ("benefit_types", written_again::<BenefitTypes>),
    ("configuration", written_again::<Configuration>),
    ("confirm_request", written_again::<ConfirmRequest>),
    ("confirmed", written_again::<Confirmed>),
    ("found_bank", written_again::<FoundBank>),
    ("history_page", written_again::<HistoryPage>),
    ("login_callback", written_again::<LoginCallback>),
    ("login_started", written_again::<LoginStarted>),
    ("lookup_request", written_again::<LookupRequest>),
    ("prepare_answer", written_again::<PrepareAnswer>),
    ("prepare_request", written_again::<PrepareRequest>),
    ("receipt_keys", written_again::<ReceiptKeys>),
    ("reopen_request", written_again::<ReopenRequest>),
    ("reopened", written_again::<Reopened>),
    ("session", written_again::<Session>),
    ("session_expiry", written_again::<SessionExpiry>),
];

/// Every type of the contract: what can be read is written as something that is read as the same.
pub fn answers(bytes: &[u8]) {
    for (_, reader) in TYPES {
        reader(bytes);
    }
}

/// What a type makes of bytes, after it was written and read once more. What the app can read of them says the same to the API.
#[must_use]
pub fn written_again<T: Serialize + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) -> Option<Value> {
    let value: Option<T> = serde_json::from_slice(bytes).ok();
    let read_by_app = str::from_utf8(bytes).ok().and_then(|text| json::read::<T>(text).ok());
    assert!(read_by_app.is_none() || read_by_app == value);
    let value = value?;
    let text = serde_json::to_string(&value).expect("what was read can be written");
    let again: T = serde_json::from_str(&text).expect("what was written can be read");
    assert_eq!(again, value);
    assert_eq!(serde_json::to_string(&again).expect("what was read can be written"), text);
    serde_json::from_str(&text).ok()
}
