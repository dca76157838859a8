//! What can go wrong on the way, as the caseworker meets it.

use super::ProviderError;
use crate::{api_error::ApiError, contract::ProblemType};

/// A reason why the journey stops. `i18n` has the sentences: what happened, what became of the change, what to do next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// The browser does not let us store the sealed change, so leaving would lose it.
    StorageBlocked,
    /// There is no network, so leaving would end at the browser's own error page.
    Offline,
    /// The browser stayed on the page instead of going to the login.
    DidNotLeave,
    /// The API read the change differently from what was entered.
    ReadingDiffers,
    /// The browser came back without a record for this login: another tab, another browser, or an old address. Or with one that is damaged.
    NoRecord,
    /// The provider ended the login.
    Provider(ProviderError),
    /// The API refused, or could not be asked.
    Api(ApiError),
    /// The API did not say what became of the change.
    OutcomeUnknown(ApiError),
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
    /// What became of the change. That it was not carried out is said only where it is proven.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::StorageBlocked | Self::Offline | Self::DidNotLeave | Self::ReadingDiffers | Self::Provider(_) => {
                Outcome::NotCarriedOut
            }
            Self::Api(ApiError::Refused(details)) if proves_nothing_happened(details.problem_type) => {
                Outcome::NotCarriedOut
            }
            Self::Api(_) | Self::NoRecord | Self::OutcomeUnknown(_) => Outcome::Unknown,
        }
    }

    /// What the API answered, or that it did not.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiError> {
        match self {
            Self::Api(error) | Self::OutcomeUnknown(error) => Some(error),
            _ => None,
        }
    }

    /// Whether the form's own fields say what is wrong.
    #[must_use]
    pub fn is_at_fields(&self) -> bool {
        matches!(self, Self::Api(ApiError::Refused(problem)) if !problem.errors.is_empty())
    }
}

/// Whether the API refuses so only what it has not carried out, and never will. Other answers may come from something else on the way, or
/// to somebody who is not told about the change.
fn proves_nothing_happened(refusal: ProblemType) -> bool {
    match refusal {
        ProblemType::NoRight
        | ProblemType::FieldsRefused
        | ProblemType::NothingToDelete
        | ProblemType::NotRegistered
        | ProblemType::LockedByOther
        | ProblemType::OtherAuthority
        | ProblemType::LockUnchanged
        | ProblemType::BenefitTypeLocked
        | ProblemType::BenefitTypeInUse
        | ProblemType::NothingChanges
        | ProblemType::UnitNotAssigned
        | ProblemType::AccountsChanged
        | ProblemType::ChangeWithdrawn
        | ProblemType::ChangeExpired
        | ProblemType::ProviderUnavailable
        | ProblemType::LoginNotProven
        | ProblemType::LoginNotFresh
        | ProblemType::AssuranceTooLow
        | ProblemType::PrivateIdentity
        | ProblemType::OtherPerson
        | ProblemType::OtherCompany
        | ProblemType::NotACaseworker => true,
        ProblemType::BadRequest
        | ProblemType::NotLoggedIn
        | ProblemType::SessionDiffers
        | ProblemType::LoginUnknown
        | ProblemType::ForeignOrigin
        | ProblemType::NotFound
        | ProblemType::HolderNotFound
        | ProblemType::SeveralHolders
        | ProblemType::ReceiptNotFound
        | ProblemType::ChangeMismatch
        | ProblemType::SealBroken
        | ProblemType::TooManyAttempts
        | ProblemType::Internal => false,
    }
}
