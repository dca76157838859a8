//! What the payee's bank said about an account before a change was confirmed.

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use super::{Sealed, Timestamp, shown};
use crate::domain::payee::{Acknowledgement, Note, PayeeAnswer};

/// What the payee's bank answered, for whoever may change the accounts of this holder. It is shown in the confirmation and kept nowhere in
/// the browser.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PayeeCheck {
    /// The name that was asked about: the holder's.
    #[serde(deserialize_with = "shown::text")]
    pub asked_name: String,
    /// When it was asked, by the API's clock.
    pub asked_at: Timestamp,
    /// What the bank answered.
    pub answer: PayeeAnswer,
    /// The name that the bank has, where that is a close match.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub bank_name: Option<String>,
    /// What the caseworker said to a name that does not fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<Acknowledged>,
}

/// What stays of it: in the receipt, and in the history for the authority that made the change. The bank's name for the account is not
/// part of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PayeeRecord {
    /// When it was asked.
    pub asked_at: Timestamp,
    /// What the bank answered.
    pub answer: PayeeAnswer,
    /// What the caseworker said to a name that does not fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<Acknowledged>,
}

/// What a caseworker has said to a name that does not fit, with the agency's words of that day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Acknowledged {
    /// The reason.
    pub reason: Reason,
    /// More, in the caseworker's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

/// A reason why an account can be right although its bank knows it by another name. The agency says which there are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reason {
    /// Its name in the API.
    #[serde(deserialize_with = "shown::text")]
    pub id: String,
    /// In Danish.
    #[serde(deserialize_with = "shown::text")]
    pub da: String,
    /// In English.
    #[serde(deserialize_with = "shown::text")]
    pub en: String,
    /// Whether it has to be explained in words.
    #[serde(default)]
    pub wants_note: bool,
}

/// What a caseworker has to say before there is a login for the change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ToAcknowledge {
    /// The reasons to choose from, one at least.
    #[serde(deserialize_with = "some_reasons")]
    pub reasons: Vec<Reason>,
    /// The bank's answer to this change, sealed; goes back with the reason.
    pub sealed: Sealed,
}

/// Reads reasons. Without any the caseworker could not go on.
fn some_reasons<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Reason>, D::Error> {
    let reasons = Vec::deserialize(deserializer)?;
    if reasons.is_empty() { Err(D::Error::custom("no reason to choose")) } else { Ok(reasons) }
}

impl ToAcknowledge {
    /// Whether a reason has to be explained in words; nothing where there is no such reason.
    #[must_use]
    pub fn wants_note(&self, reason: &str) -> Option<bool> {
        self.reasons.iter().find(|known| known.id == reason).map(|known| known.wants_note)
    }
}

impl PayeeCheck {
    /// Whether the change cannot be confirmed before the caseworker has said why the account is right.
    #[must_use]
    pub fn wants_acknowledgement(&self) -> bool {
        self.answer.is_mismatch() && self.acknowledged.is_none()
    }

    /// Whether it is the same answer, whatever was said to it.
    #[must_use]
    pub fn is_same_answer(&self, other: &Self) -> bool {
        Self { acknowledged: None, ..self.clone() } == Self { acknowledged: None, ..other.clone() }
    }

    /// What stays of it.
    #[must_use]
    pub fn record(&self) -> PayeeRecord {
        PayeeRecord { asked_at: self.asked_at, answer: self.answer, acknowledged: self.acknowledged.clone() }
    }
}

impl Acknowledged {
    /// Whether it says what a caseworker has entered.
    #[must_use]
    pub fn says(&self, entered: &Acknowledgement) -> bool {
        self.reason.id == entered.reason && self.note == entered.note
    }
}
