//! The re-login: prepare, confirm, reopen.

use serde::{Deserialize, Serialize};

use super::{
    AccountOverview, Assignment, ChangeId, HolderHandle, Identity, Names, Session, SignedReceipt, Timestamp, Warning,
    shown,
};
use crate::domain::{
    change::{Change, Registered},
    draft::Draft,
};

/// A pending change, encrypted and authenticated under a key that only the API has (JWE compact serialization, RFC 7516).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Sealed(pub String);

/// Body of `POST /api/changes/prepare`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrepareRequest {
    /// Whose accounts; nothing when it is about the authority's own benefit types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<HolderHandle>,
    /// Version of what the caseworker looked at: the holder's accounts, or the benefit types.
    pub version: u64,
    /// The form as typed; the API checks it again.
    pub draft: Draft,
}

/// Answer of `POST /api/changes/prepare`: all that the confirmation shows and the hand-off needs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prepared {
    /// Name of the change.
    pub change_id: ChangeId,
    /// The change as the API understood it. The confirmation shows this, not what was typed.
    pub change: Change,
    /// What its numbers and codes are called.
    pub names: Names,
    /// What is registered now where the change takes place.
    pub before: Option<Registered>,
    /// What the caseworker should know before confirming.
    pub warnings: Vec<Warning>,
    /// When the change was prepared, by the API's clock.
    pub prepared_at: Timestamp,
    /// Until when the login can commit it.
    pub expires_at: Timestamp,
    /// Short code that also stands in the text in the `MitID` app.
    #[serde(deserialize_with = "shown::text")]
    pub check_code: String,
    /// The text that the `MitID` app will show, letter by letter.
    #[serde(deserialize_with = "shown::text")]
    pub reference_text: String,
    /// Who must log in.
    pub identity: Identity,
    /// For whom the caseworker makes the change. It is sealed, so that another unit chosen meanwhile changes nothing.
    pub acts_for: Assignment,
    /// Where the browser goes for the login (RFC 9126).
    pub authorization_url: String,
    /// The `state` of the authorization request; names the stored record.
    pub state: String,
    /// The issuer that the provider names in every answer, if it has announced that it does (RFC 9207).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// The change, sealed.
    pub sealed: Sealed,
}

/// What the provider sent back on the redirect (`OpenID` Connect Core 3.1.2.5, RFC 9207).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoginCallback {
    /// The authorization code.
    pub code: String,
    /// The `state` of the request.
    pub state: String,
    /// The issuer, if the provider named one.
    pub iss: Option<String>,
}

/// Body of `POST /api/changes/{change_id}/confirm`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConfirmRequest {
    /// The change, as `prepare` sealed it.
    pub sealed: Sealed,
    /// What the provider sent back.
    pub callback: LoginCallback,
}

/// Answer of `POST /api/changes/{change_id}/confirm`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Confirmed {
    /// Proof of the change.
    pub receipt: SignedReceipt,
    /// The session, which the login has renewed.
    pub session: Session,
}

/// Body of `POST /api/changes/reopen`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReopenRequest {
    /// The change, as `prepare` sealed it.
    pub sealed: Sealed,
}

/// Answer of `POST /api/changes/reopen`: what became of a change. One that was open is withdrawn by asking: no login can commit it any more.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reopened {
    /// It was not carried out and never will be; here it is for editing.
    Withdrawn {
        /// The holder's accounts as they are now; nothing when it is about a benefit type.
        overview: Option<Box<AccountOverview>>,
        /// The form as it was.
        draft: Draft,
        /// The session of the caseworker to whom it is given back.
        session: Box<Session>,
    },
    /// It was carried out.
    Committed {
        /// Proof of the change.
        receipt: Box<SignedReceipt>,
    },
}

impl Reopened {
    /// Whether it can be shown: as a receipt, or as a form that is about something.
    #[must_use]
    pub fn can_be_shown(&self) -> bool {
        match self {
            Self::Withdrawn { overview, draft, .. } => {
                draft.kind().is_about_holder() == overview.is_some() && draft.names_its_target()
            }
            Self::Committed { .. } => true,
        }
    }
}

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed(…)")
    }
}

impl std::fmt::Debug for LoginCallback {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LoginCallback").field("iss", &self.iss).finish_non_exhaustive()
    }
}
