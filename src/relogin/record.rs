//! The record in session storage, from "Bekræft" until the outcome is known.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::AgreedChange;
use crate::contract::{ChangeId, Sealed, json};

/// What survives the redirect. All that it holds is a random name and sealed data.
///
/// The app that reads it may be newer or older than the one that wrote it. `version`, `change_id` and `sealed` are there in every version under these
/// names: so each can ask the API what became of the change, and get back what was typed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StoredRecord {
    version: u8,
    #[serde(skip)]
    key: String,
    change_id: ChangeId,
    sealed: Sealed,
    #[serde(default)]
    issuer: Option<String>,
}

/// Why a stored text is not a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecordError {
    /// There is no record.
    Missing,
    /// It is damaged.
    Unreadable,
}

/// Grows when an app that does not know the new record must not commit with it.
const VERSION: u8 = 2;
/// The versions that this app commits with. The one before is among them: people are at the login while a new version is deployed.
const KNOWN: RangeInclusive<u8> = 2..=VERSION;

impl StoredRecord {
    /// What every key begins with.
    pub const KEY_PREFIX: &str = "nemkonto.relogin.";

    /// The record for a change that is confirmed.
    #[must_use]
    pub fn new(agreed: &AgreedChange) -> Self {
        Self {
            version: VERSION,
            key: Self::key_for(&agreed.state),
            change_id: agreed.change_id.clone(),
            sealed: agreed.sealed.clone(),
            issuer: agreed.issuer.clone(),
        }
    }

    /// Key in session storage, from the `state` of the authorization request.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Name of the change.
    #[must_use]
    pub fn change_id(&self) -> &ChangeId {
        &self.change_id
    }

    /// The change, sealed.
    #[must_use]
    pub fn sealed(&self) -> &Sealed {
        &self.sealed
    }

    /// The issuer that the provider must name in its answer, if it has announced that it does (RFC 9207).
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_deref()
    }

    /// Whether another version of the app wrote it that this one does not know. What it says may mean something else, but for what is the same in
    /// every version.
    #[must_use]
    pub fn is_of_unknown_version(&self) -> bool {
        !KNOWN.contains(&self.version)
    }

    /// Key of the record that belongs to a `state`.
    #[must_use]
    pub fn key_for(state: &str) -> String {
        format!("{}{state}", Self::KEY_PREFIX)
    }

    /// The text to store.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Texts and a number can always be written; a text that is no record would be noticed as soon as it is read back.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a stored text back.
    ///
    /// ```
    /// use nemkonto::relogin::{RecordError, StoredRecord};
    ///
    /// let read = |text: &str| StoredRecord::from_text("nemkonto.relogin.state", text);
    /// let text = r#"{"version":2,"change_id":"a-name","sealed":"a.b.c.d.e","issuer":null}"#;
    /// assert_eq!(read(text).unwrap().to_text(), text);
    /// assert!(read(&text.replace('2', "1")).unwrap().is_of_unknown_version());
    /// assert_eq!(read("{"), Err(RecordError::Unreadable));
    /// ```
    pub fn from_text(key: &str, text: &str) -> Result<Self, RecordError> {
        let record: Self = json::read(text).map_err(|_| RecordError::Unreadable)?;
        Ok(Self { key: key.to_owned(), ..record })
    }
}
