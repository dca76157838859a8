//! What the API answers when it refuses (RFC 9457).

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::{Authority, FieldRefusal, shown};
use crate::domain::{draft::Field, specific::SpecificAccountError};

/// Media type of a problem document (RFC 9457 section 6.1).
pub const PROBLEM_MEDIA_TYPE: &str = "application/problem+json";

/// A problem document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProblemDetails {
    /// What type of problem; stable.
    #[serde(rename = "type")]
    pub problem_type: ProblemType,
    /// The type in a few English words, for developers. People read the app's own text.
    pub title: String,
    /// HTTP status code.
    pub status: u16,
    /// Reference to quote to the support; also in the API's log.
    #[serde(rename = "instance", deserialize_with = "shown::text")]
    pub reference: String,
    /// What is wrong with single fields, in page order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// Whose employee should have logged in, where another person did, or the right one privately or for another company. The person is not named: whoever reads this is not that person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Authority>,
    /// In how many seconds it is worth trying again, where that is known; also in the header `Retry-After` (RFC 9110 section 10.2.3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
}

/// What is wrong with one field of a request.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldProblem {
    /// Where in the request's body (JSON pointer, RFC 6901).
    pub pointer: String,
    /// Which field of the form.
    pub field: Field,
    /// What is wrong.
    pub error: FieldRefusal,
}

macro_rules! problem_types {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $status:literal, $title:literal;)*) => {
        /// The problem types that the API answers.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, VariantArray)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum ProblemType {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl ProblemType {
            /// Every type.
            pub const ALL: &[Self] = Self::VARIANTS;

            /// HTTP status code that goes with the type.
            #[must_use]
            pub fn status(self) -> u16 {
                match self { $(Self::$variant => $status),* }
            }

            /// The type in a few English words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),* }
            }
        }
    };
}

problem_types! {
    /// The request is not what the contract says.
    BadRequest = "urn:nemkonto:problem:bad-request", 400, "The request does not follow the contract";
    /// Nobody is logged in, or the session has ended.
    NotLoggedIn = "urn:nemkonto:problem:not-logged-in", 401, "Nobody is logged in";
    /// The page that asks shows somebody else than who is logged in, or another unit than the one that is acted for.
    SessionDiffers = "urn:nemkonto:problem:session-differs", 409, "The page shows another caseworker or unit than the session";
    /// The request came from another origin.
    ForeignOrigin = "urn:nemkonto:problem:foreign-origin", 403, "The request comes from another origin";
    /// The caseworker lacks the right.
    NoRight = "urn:nemkonto:problem:no-right", 403, "The caseworker lacks the right";
    /// There is no such page or call.
    NotFound = "urn:nemkonto:problem:not-found", 404, "Not found";
    /// No account holder has this number.
    HolderNotFound = "urn:nemkonto:problem:holder-not-found", 404, "No account holder has this number";
    /// A company has these digits as its CVR number, and another account holder as its SE number; the request has to say which.
    SeveralHolders = "urn:nemkonto:problem:several-holders", 409, "Several account holders have this number";
    /// No receipt has this number, or it belongs to another authority.
    ReceiptNotFound = "urn:nemkonto:problem:receipt-not-found", 404, "No receipt has this number";
    /// Fields were refused; `errors` says which.
    FieldsRefused = "urn:nemkonto:problem:fields-refused", 422, "Fields were refused";
    /// There is no account that could be deleted.
    NothingToDelete = "urn:nemkonto:problem:nothing-to-delete", 409, "There is no account to delete";
    /// There is no such specific account or benefit type (any more).
    NotRegistered = "urn:nemkonto:problem:not-registered", 409, "There is nothing registered that could be changed";
    /// A specific account is locked by another authority.
    LockedByOther = "urn:nemkonto:problem:locked-by-other", 409, "The account is locked by another authority";
    /// Only the authority to which a specific account belongs can do this.
    OtherAuthority = "urn:nemkonto:problem:other-authority", 403, "The account belongs to another authority";
    /// The account is locked, or unlocked, already.
    LockUnchanged = "urn:nemkonto:problem:lock-unchanged", 409, "The lock is already as wanted";
    /// The account is locked by its benefit type.
    BenefitTypeLocked = "urn:nemkonto:problem:benefit-type-locked", 409, "The benefit type is locked";
    /// A benefit type for which there are accounts cannot be removed.
    BenefitTypeInUse = "urn:nemkonto:problem:benefit-type-in-use", 409, "There are accounts for this benefit type";
    /// The change would leave everything as it is.
    NothingChanges = "urn:nemkonto:problem:nothing-changes", 409, "The change changes nothing";
    /// The caseworker cannot act for this unit.
    UnitNotAssigned = "urn:nemkonto:problem:unit-not-assigned", 403, "The caseworker does not act for this unit";
    /// The holder's accounts have changed since the caseworker looked.
    AccountsChanged = "urn:nemkonto:problem:accounts-changed", 409, "The accounts have changed since";
    /// The same change was presented with other content.
    ChangeMismatch = "urn:nemkonto:problem:change-mismatch", 409, "The change does not match its name";
    /// The change was given back for editing and can no longer be committed.
    ChangeWithdrawn = "urn:nemkonto:problem:change-withdrawn", 409, "The change was withdrawn";
    /// The sealed change was altered, or sealed by another API.
    SealBroken = "urn:nemkonto:problem:seal-broken", 400, "The sealed change cannot be opened";
    /// The login took longer than the change lives.
    ChangeExpired = "urn:nemkonto:problem:change-expired", 410, "The change has expired";
    /// The identity provider cannot be reached, or answers nonsense.
    ProviderUnavailable = "urn:nemkonto:problem:provider-unavailable", 502, "The identity provider cannot be used";
    /// The login does not prove this change: state, issuer, signature, audience, times or nonce.
    LoginNotProven = "urn:nemkonto:problem:login-not-proven", 403, "The login does not prove this change";
    /// This browser has no such login under way: it was begun elsewhere, or is finished; or the browser keeps no cookies.
    LoginUnknown = "urn:nemkonto:problem:login-unknown", 403, "This browser has no such login under way";
    /// The login is older than the change.
    LoginNotFresh = "urn:nemkonto:problem:login-not-fresh", 403, "The login is older than the change";
    /// The login is not strong enough.
    AssuranceTooLow = "urn:nemkonto:problem:assurance-too-low", 403, "The level of assurance is too low";
    /// A private person logged in where an employee is required.
    PrivateIdentity = "urn:nemkonto:problem:private-identity", 403, "A private identity was used";
    /// Another person logged in.
    OtherPerson = "urn:nemkonto:problem:other-person", 403, "Another person logged in";
    /// The same person logged in on behalf of another company.
    OtherCompany = "urn:nemkonto:problem:other-company", 403, "The login is on behalf of another company";
    /// The person is not registered as a caseworker.
    NotACaseworker = "urn:nemkonto:problem:not-a-caseworker", 403, "The person is not a caseworker";
    /// Too many attempts.
    TooManyAttempts = "urn:nemkonto:problem:too-many-attempts", 429, "Too many attempts";
    /// Something went wrong in the API.
    Internal = "urn:nemkonto:problem:internal", 500, "Something went wrong";
}

impl From<SpecificAccountError> for ProblemType {
    fn from(error: SpecificAccountError) -> Self {
        match error {
            SpecificAccountError::LockedByOther => Self::LockedByOther,
            SpecificAccountError::OtherAuthority => Self::OtherAuthority,
            SpecificAccountError::AlreadyLocked | SpecificAccountError::NotLocked => Self::LockUnchanged,
            SpecificAccountError::BenefitTypeLocked => Self::BenefitTypeLocked,
        }
    }
}

impl ProblemDetails {
    /// A problem of a type, with a reference to quote.
    #[must_use]
    pub fn new(problem_type: ProblemType, reference: impl Into<String>) -> Self {
        Self {
            problem_type,
            title: problem_type.title().to_owned(),
            status: problem_type.status(),
            reference: reference.into(),
            errors: Vec::new(),
            expected: None,
            retry_after: None,
        }
    }
}
