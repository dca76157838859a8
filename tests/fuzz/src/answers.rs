//! Answers of the API, and what is sent to it.

use std::fmt::Debug;

use nemkonto::contract::{
    AccountOverview, BenefitTypes, Configuration, ConfirmRequest, Confirmed, HistoryPage, LoginCallback, LoginStarted,
    LookupRequest, PrepareRequest, Prepared, ProblemDetails, ReceiptKeys, ReopenRequest, Reopened, Session,
    SessionExpiry,
};
use serde::{Serialize, de::DeserializeOwned};

/// Reads bytes as one type, and tells whether they are one.
type Reader = fn(&[u8]) -> bool;

/// Every type that travels on its own. Names of files in the corpus begin with the name of their type.
pub const TYPES: [(&str, Reader); 17] = [
    ("account_overview", is_same_again::<AccountOverview>),
    ("api_problem", is_same_again::<ProblemDetails>),
    ("benefit_types", is_same_again::<BenefitTypes>),
    ("configuration", is_same_again::<Configuration>),
    ("confirm_request", is_same_again::<ConfirmRequest>),
    ("confirmed", is_same_again::<Confirmed>),
    ("history_page", is_same_again::<HistoryPage>),
    ("login_callback", is_same_again::<LoginCallback>),
    ("login_started", is_same_again::<LoginStarted>),
    ("lookup_request", is_same_again::<LookupRequest>),
    ("prepare_request", is_same_again::<PrepareRequest>),
    ("prepared", is_same_again::<Prepared>),
    ("receipt_keys", is_same_again::<ReceiptKeys>),
    ("reopen_request", is_same_again::<ReopenRequest>),
    ("reopened", is_same_again::<Reopened>),
    ("session", is_same_again::<Session>),
    ("session_expiry", is_same_again::<SessionExpiry>),
];

/// Every type of the contract: what can be read is written as something that is read as the same.
pub fn answers(bytes: &[u8]) {
    for (_, reader) in TYPES {
        reader(bytes);
    }
}

pub(crate) fn is_same_again<T: Serialize + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) -> bool {
    let Ok(value) = serde_json::from_slice::<T>(bytes) else { return false };
    let text = serde_json::to_string(&value).expect("what was read can be written");
    let again: T = serde_json::from_str(&text).expect("what was written can be read");
    assert_eq!(again, value);
    assert_eq!(serde_json::to_string(&again).expect("what was read can be written"), text);
    true
}
