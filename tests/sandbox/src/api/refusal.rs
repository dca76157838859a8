//! Saying no: every refusal is a kind of problem with a reference that is also in the audit log.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use nemkonto::{
    contract::{Authority, FieldProblem, PROBLEM_MEDIA_TYPE, ProblemDetails, ProblemType},
    domain::draft::FieldErrors,
};

use crate::{relying_party::LoginError, seal::SealBroken, store::StoreError};

/// Why a request is refused.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// As what the caller learns it.
    pub kind: ProblemType,
    /// What is wrong with single fields.
    pub errors: Vec<FieldProblem>,
    /// Whose employee should have logged in, where somebody else did.
    pub expected: Option<Authority>,
    /// In how many seconds it is worth trying again.
    pub retry_after: Option<u32>,
    /// For the audit log, in words that hold nothing of the request.
    pub detail: Option<String>,
}

impl Refusal {
    /// A refusal with something for the audit log that the caller does not learn.
    pub fn with_detail(kind: ProblemType, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..kind.into() }
    }

    /// Too much in too short a time; in so many seconds there is room again.
    #[must_use]
    pub fn too_many(retry_after: u32) -> Self {
        Self { retry_after: Some(retry_after), ..ProblemType::TooManyAttempts.into() }
    }

    /// The problem document, once the refusal has its reference.
    pub fn to_response(&self, reference: &str) -> Response {
        let problem = ProblemDetails {
            errors: self.errors.clone(),
            expected: self.expected.clone(),
            retry_after: self.retry_after,
            ..ProblemDetails::new(self.kind, reference)
        };
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(problem)).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_MEDIA_TYPE));
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl IntoResponse for Refusal {
    /// Only carries the refusal: `guard` logs it and makes the answer.
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<ProblemType> for Refusal {
    fn from(kind: ProblemType) -> Self {
        Self { kind, errors: Vec::new(), expected: None, retry_after: None, detail: None }
    }
}

impl From<&FieldErrors> for Refusal {
    /// Each error with the place in the request's body where its field stands.
    fn from(errors: &FieldErrors) -> Self {
        let errors = errors.iter().map(|(field, error)| FieldProblem {
            pointer: format!("/draft/values/{}", field.name()),
            field,
            error: error.into(),
        });
        Self { errors: errors.collect(), ..ProblemType::FieldsRefused.into() }
    }
}

impl From<LoginError> for Refusal {
    fn from(error: LoginError) -> Self {
        let kind = match error {
            LoginError::Unavailable(_) => ProblemType::ProviderUnavailable,
            LoginError::NotProven(_) => ProblemType::LoginNotProven,
            LoginError::NotFresh(_) => ProblemType::LoginNotFresh,
            LoginError::AssuranceTooLow(_) => ProblemType::AssuranceTooLow,
            LoginError::PrivateIdentity(_) => ProblemType::PrivateIdentity,
            LoginError::OtherPerson => ProblemType::OtherPerson,
            LoginError::OtherCompany => ProblemType::OtherCompany,
        };
        Self::with_detail(kind, error.to_string())
    }
}

impl From<SealBroken> for Refusal {
    fn from(_: SealBroken) -> Self {
        ProblemType::SealBroken.into()
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::with_detail(ProblemType::Internal, error.to_string())
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(_: serde_json::Error) -> Self {
        Self::with_detail(ProblemType::Internal, "a value could not be written as JSON")
    }
}
