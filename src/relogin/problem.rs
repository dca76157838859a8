//! What can go wrong on the way, as the caseworker meets it.

use super::ProviderError;
use crate::contract::{ApiFailure, ProblemKind};

/// A reason why the journey stops. `i18n` has the sentences: what happened, what became of the change, what to do next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// The browser does not let us store the sealed change, so leaving would lose it.
    StorageBlocked,
    /// The API read the change differently from what was entered.
    ReadingDiffers,
    /// The browser came back without a record for this login: another tab, another browser, or an old address.
    NoRecord,
    /// The record was written by another version of the app, or is damaged.
    RecordUnreadable,
    /// The provider ended the login.
    Provider(ProviderError),
    /// The API refused, or could not be asked.
    Api(ApiFailure),
}

/// What became of the change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It was not carried out.
    NotCarriedOut,
    /// We do not know yet; asking again tells.
    Unknown,
}

impl Problem {
    /// What became of the change.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::NoRecord | Self::RecordUnreadable | Self::Api(ApiFailure::Unreachable | ApiFailure::Unreadable) => {
                Outcome::Unknown
            }
            Self::Api(failure) if failure.kind() == Some(ProblemKind::Internal) => Outcome::Unknown,
            _ => Outcome::NotCarriedOut,
        }
    }

    /// Whether the form's own fields say what is wrong.
    #[must_use]
    pub fn is_at_fields(&self) -> bool {
        matches!(self, Self::Api(ApiFailure::Refused(problem)) if !problem.errors.is_empty())
    }
}
