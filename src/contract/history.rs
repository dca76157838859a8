//! What has happened to the accounts of a holder, or to the benefit types of an authority.

use serde::{Deserialize, Serialize};

use super::{Names, PayeeRecord, Timestamp, shown};
use crate::domain::{account::Account, change::Change, specific::SpecificAccountId};

/// Answer of `GET /api/account-holders/{handle}/history` and `GET /api/benefit-types/history`: the newest first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HistoryPage {
    /// Some entries.
    pub entries: Vec<HistoryEntry>,
    /// What to ask for to get the older ones; nothing when these were the last.
    pub next: Option<HistoryCursor>,
}

/// Where a page of the history begins. Opaque; of use only for the same history.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct HistoryCursor(pub String);

/// One thing that happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HistoryEntry {
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: HistoryEvent,
    /// What its numbers and codes are called.
    pub names: Names,
    /// Name of the authority or bank that did it.
    #[serde(deserialize_with = "shown::text")]
    pub by: String,
    /// Name of the caseworker, for those of the same authority.
    #[serde(default, deserialize_with = "shown::optional")]
    pub caseworker: Option<String>,
    /// What the bank of the new account said about its owner, for those of the same authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<PayeeRecord>,
    /// Number of the receipt, for those of the same authority.
    #[serde(default, deserialize_with = "shown::optional")]
    pub receipt: Option<String>,
}

/// What happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum HistoryEvent {
    /// A caseworker made a change.
    Changed {
        /// The change.
        change: Change,
    },
    /// A bank registered the `NemKonto`.
    Registered {
        /// The account.
        account: Account,
    },
    /// A specific account became the `NemKonto`, because that was deleted.
    #[serde(rename = "promoted")]
    BecameNemKonto {
        /// The specific account.
        #[serde(rename = "of")]
        id: SpecificAccountId,
    },
}
