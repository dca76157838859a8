//! The record in session storage, from "Bekræft" until the outcome is known.

use serde::{Deserialize, Serialize};

use crate::contract::{ChangeId, Prepared, Sealed, Timestamp};

/// What survives the redirect. All that it holds is a random name and sealed data.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StoredRecord {
    version: u8,
    /// Key in session storage, from the `state` of the authorization request.
    #[serde(skip)]
    pub key: String,
    /// Name of the change.
    pub change_id: ChangeId,
    /// The change, sealed.
    pub sealed: Sealed,
    /// Until when the login can commit it, by the API's clock.
    pub expires_at: Timestamp,
    /// The issuer that the provider must name in its answer, if it has announced that it does (RFC 9207).
    #[serde(default)]
    pub issuer: Option<String>,
}

/// Why a stored text is not a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecordError {
    /// There is no record.
    Missing,
    /// Another version of the app wrote it, or it is damaged.
    Unreadable,
}

const VERSION: u8 = 2;

impl StoredRecord {
    /// What every key begins with.
    pub const KEY_PREFIX: &str = "nemkonto.relogin.";

    /// The record for a prepared change.
    #[must_use]
    pub fn new(prepared: &Prepared) -> Self {
        Self {
            version: VERSION,
            key: Self::key_for(&prepared.state),
            change_id: prepared.change_id.clone(),
            sealed: prepared.sealed.clone(),
            expires_at: prepared.expires_at,
            issuer: prepared.issuer.clone(),
        }
    }

    /// Key of the record that belongs to a `state`.
    #[must_use]
    pub fn key_for(state: &str) -> String {
        format!("{}{state}", Self::KEY_PREFIX)
    }

    /// The text to store.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::json!({
            "version": self.version,
            "change_id": self.change_id,
            "sealed": self.sealed,
            "expires_at": self.expires_at,
            "issuer": self.issuer,
        })
        .to_string()
    }

    /// Reads a stored text back.
    pub fn from_text(key: &str, text: &str) -> Result<Self, RecordError> {
        let record: Self = serde_json::from_str(text).map_err(|_| RecordError::Unreadable)?;
        if record.version != VERSION {
            return Err(RecordError::Unreadable);
        }
        Ok(Self { key: key.to_owned(), ..record })
    }
}
