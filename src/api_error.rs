//! Why a call of the API has no answer.

use crate::contract::{ProblemDetails, ProblemType};

/// Why a call has no answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ApiError {
    /// The API refused and said why.
    Refused(Box<ProblemDetails>),
    /// The API could not be reached, or gave up before it had an answer. What became of the request is not known.
    Unreachable,
    /// Something answered, but not what the contract says (a proxy's page, truncated JSON). What became of the request is not known.
    Unreadable,
}

impl ApiError {
    /// The problem type, if the API refused.
    #[must_use]
    pub fn problem_type(&self) -> Option<ProblemType> {
        match self {
            Self::Refused(problem) => Some(problem.problem_type),
            Self::Unreachable | Self::Unreadable => None,
        }
    }

    /// Whether asking again, unchanged, may help.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable | Self::Unreadable => true,
            Self::Refused(problem) => matches!(problem.problem_type, ProblemType::Internal),
        }
    }
}
