//! The re-login: prepare, confirm, reopen.

use serde::{Deserialize, Serialize};

use super::{
    AccountOverview, Assignment, ChangeId, HolderHandle, Identity, Names, PayeeCheck, Sealed, Session, SignedReceipt,
    Timestamp, ToAcknowledge, Warning, shown,
};
use crate::domain::{
    change::{Change, Registered},
    draft::Draft,
};

/// Body of `POST /api/changes/prepare`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrepareRequest {
    /// Whose accounts; nothing when it is about the authority's own benefit types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<HolderHandle>,
    /// Version of what the caseworker looked at: the holder's accounts, or the benefit types.
    pub version: u64,
    /// The form as typed; the API checks it again. With a reason where `acknowledges` is there.
    pub draft: Draft,
    /// The bank's answer to which the reason belongs, as `prepare` sealed it. An answer that is older, or to another change, is asked for again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledges: Option<Sealed>,
}

/// Answer of `POST /api/changes/prepare`: what the API makes of the form, and what comes next.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrepareAnswer {
    /// What the confirmation shows in any case.
    pub reading: Reading,
    /// What comes next.
    pub next: Next,
}

/// A change as the API understood it, with what is to be known before it is confirmed. The confirmation shows this, not what was typed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reading {
    /// The change.
    pub change: Change,
    /// What its numbers and codes are called.
    pub names: Names,
    /// What is registered now where the change takes place.
    pub before: Option<Registered>,
    /// What the caseworker should know before confirming.
    pub warnings: Vec<Warning>,
    /// What the bank of the new account says about its owner. Nothing where nobody is asked: there is no account that the holder should
    /// own, or the agency does not ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<PayeeCheck>,
    /// When the change was prepared, by the API's clock.
    pub prepared_at: Timestamp,
    /// For whom the caseworker makes the change. It is sealed, so that another unit chosen meanwhile changes nothing.
    pub acts_for: Assignment,
}

/// What comes after `prepare`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Next {
    /// The change can be confirmed by a login.
    Login(Box<Prepared>),
    /// The account's bank knows it by another name. There is no login before the caseworker has said why it is right, and that is sent
    /// with the form again.
    Acknowledge(ToAcknowledge),
}

/// A change that waits for its login: all that the hand-off needs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Prepared {
    /// Name of the change.
    pub change_id: ChangeId,
    /// Until when the login can commit it.
    pub expires_at: Timestamp,
    /// Short code of four digits that also stands in the text in the `MitID` app.
    #[serde(deserialize_with = "shown::text")]
    pub check_code: String,
    /// The text that the `MitID` app will show, letter by letter.
    #[serde(deserialize_with = "shown::text")]
    pub reference_text: String,
    /// Who must log in.
    pub identity: Identity,
    /// Where the browser goes for the login (RFC 9126), which returns to the app's `/return`.
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

impl std::fmt::Debug for LoginCallback {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LoginCallback").field("iss", &self.iss).finish_non_exhaustive()
    }
}
