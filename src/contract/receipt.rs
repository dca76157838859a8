//! Proof of a committed change.

use serde::{Deserialize, Serialize};

use super::{Caseworker, ChangeId, Names, PayeeRecord, Timestamp, Warning, shown};
use crate::domain::change::{Change, Registered};

/// What was committed, by whom, proven by which login. It is handed out as a [`SignedReceipt`](super::SignedReceipt).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Receipt {
    /// Number of the receipt, safe in a URL.
    #[serde(deserialize_with = "shown::text")]
    pub number: String,
    /// Name of the change.
    pub change_id: ChangeId,
    /// What was changed.
    pub change: Change,
    /// The salted commitment to the change, in hexadecimal digits: the `nonce` of the login that confirmed it.
    pub commitment: String,
    /// What its numbers and codes are called.
    pub names: Names,
    /// What was registered until then. Nothing when the change removed it: the receipt of a deletion does not show a number.
    pub before: Option<Registered>,
    /// What the caseworker was told before confirming. Receipts from before this was noted do not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
    /// What the bank of the new account said about its owner, where it was asked. Receipts from before that was done do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<PayeeRecord>,
    /// Who confirmed.
    pub caseworker: Caseworker,
    /// When the change was committed.
    pub committed_at: Timestamp,
    /// When the caseworker logged in to confirm (`auth_time`, `OpenID` Connect Core section 2).
    pub authenticated_at: Timestamp,
    /// Level of assurance of that login, as a URI (NSIS).
    #[serde(deserialize_with = "shown::text")]
    pub assurance: String,
    /// The short code that stood in the confirmation and in the `MitID` app.
    #[serde(deserialize_with = "shown::text")]
    pub check_code: String,
}
