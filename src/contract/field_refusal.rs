//! Why the API refuses what stands in a field.

use serde::{Deserialize, Serialize};

use crate::domain::{date::Date, draft::FieldError};

/// Why a field was refused. What is wrong with a number by itself, the app finds before it asks; this is what only the API knows, and what
/// both know but may see differently, such as which day it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FieldRefusal {
    /// No benefit type is chosen, or none that there is.
    BenefitType,
    /// The unit that the caseworker acts for does not pay this benefit.
    BenefitTypeOfOthers,
    /// The holder has an account for this benefit type already.
    SpecificAccountExists,
    /// No bank has this registration number.
    NoSuchBank,
    /// There is a benefit type with this code.
    CodeTaken,
    /// The first day is over.
    ValidFromPast,
    /// The first day is too far ahead.
    ValidFromTooLate {
        /// The last day that is allowed.
        latest: Date,
    },
    /// No reason is chosen why the account is right although its bank knows it by another name, or none that there is.
    PayeeReason,
    /// Anything else.
    #[serde(other)]
    NotAccepted,
}

impl From<&FieldError> for FieldRefusal {
    fn from(error: &FieldError) -> Self {
        match error {
            FieldError::BenefitType => Self::BenefitType,
            FieldError::BenefitTypeOfOthers => Self::BenefitTypeOfOthers,
            FieldError::SpecificAccountExists => Self::SpecificAccountExists,
            FieldError::NoSuchBank => Self::NoSuchBank,
            FieldError::CodeTaken => Self::CodeTaken,
            FieldError::ValidFromPast => Self::ValidFromPast,
            FieldError::ValidFromTooLate { latest } => Self::ValidFromTooLate { latest: *latest },
            FieldError::PayeeReason => Self::PayeeReason,
            _ => Self::NotAccepted,
        }
    }
}

impl From<FieldRefusal> for FieldError {
    fn from(refusal: FieldRefusal) -> Self {
        match refusal {
            FieldRefusal::BenefitType => Self::BenefitType,
            FieldRefusal::BenefitTypeOfOthers => Self::BenefitTypeOfOthers,
            FieldRefusal::SpecificAccountExists => Self::SpecificAccountExists,
            FieldRefusal::NoSuchBank => Self::NoSuchBank,
            FieldRefusal::CodeTaken => Self::CodeTaken,
            FieldRefusal::ValidFromPast => Self::ValidFromPast,
            FieldRefusal::ValidFromTooLate { latest } => Self::ValidFromTooLate { latest },
            FieldRefusal::PayeeReason => Self::PayeeReason,
            FieldRefusal::NotAccepted => Self::NotAccepted,
        }
    }
}
