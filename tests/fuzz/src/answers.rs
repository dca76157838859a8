//! Answers of the API, and what is sent to it.

use std::fmt::Debug;

use nemkonto::contract::{
    AccountOverview, ApiProblem, Configuration, ConfirmRequest, Confirmed, LoginCallback, LoginStarted, LookupRequest,
    PrepareRequest, Prepared, Receipt, ReopenRequest, Reopened, Session,
};
use serde::{Serialize, de::DeserializeOwned};

/// Every type of the contract: what can be read is written as something that is read as the same.
pub fn answers(bytes: &[u8]) {
    same_again::<AccountOverview>(bytes);
    same_again::<ApiProblem>(bytes);
    same_again::<Configuration>(bytes);
    same_again::<Confirmed>(bytes);
    same_again::<ConfirmRequest>(bytes);
    same_again::<LoginCallback>(bytes);
    same_again::<LoginStarted>(bytes);
    same_again::<LookupRequest>(bytes);
    same_again::<PrepareRequest>(bytes);
    same_again::<Prepared>(bytes);
    same_again::<ReopenRequest>(bytes);
    same_again::<Reopened>(bytes);
    same_again::<Session>(bytes);
}

/// Receipts, as they are stored and shown for years.
pub fn receipts(bytes: &[u8]) {
    same_again::<Receipt>(bytes);
}

fn same_again<T: Serialize + DeserializeOwned + PartialEq + Debug>(bytes: &[u8]) {
    let Ok(value) = serde_json::from_slice::<T>(bytes) else { return };
    let text = serde_json::to_string(&value).expect("what was read can be written");
    let again: T = serde_json::from_str(&text).expect("what was written can be read");
    assert_eq!(again, value);
    assert_eq!(serde_json::to_string(&again).expect("what was read can be written"), text);
}
