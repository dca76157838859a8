//! What is said about a problem.

use super::refused;
use nemkonto::{
    api_error::ApiError,
    contract::{FieldProblem, FieldRefusal, ProblemDetails, ProblemType},
    domain::draft::Field,
    relogin::{Outcome, Problem, ProviderError},
};

#[test]
fn what_became_of_the_change_is_said_only_when_it_is_known() {
    let api = |kind| Problem::Api(refused(kind));
    // Only what is proven is said to be not carried out: what a proxy or another server says proves nothing.
    for elsewhere in [
        ProblemType::NotFound,
        ProblemType::BadRequest,
        ProblemType::ForeignOrigin,
        ProblemType::TooManyAttempts,
        ProblemType::SealBroken,
        ProblemType::ChangeMismatch,
    ] {
        assert_eq!(api(elsewhere).outcome(), Outcome::Unknown, "{elsewhere:?}");
    }
    for unknown in [
        Problem::NoRecord,
        Problem::Api(ApiError::Unreachable),
        Problem::Api(ApiError::Unreadable),
        Problem::OutcomeUnknown(refused(ProblemType::OtherPerson)),
        api(ProblemType::Internal),
        // Who has carried a change out and is logged out since is not told about it.
        api(ProblemType::NotLoggedIn),
    ] {
        assert_eq!(unknown.outcome(), Outcome::Unknown, "{unknown:?}");
    }
    for not_carried_out in [
        Problem::Provider(ProviderError::Unknown),
        api(ProblemType::OtherPerson),
        api(ProblemType::AccountsChanged),
        api(ProblemType::ChangeExpired),
    ] {
        assert_eq!(not_carried_out.outcome(), Outcome::NotCarriedOut, "{not_carried_out:?}");
    }
}

#[test]
fn a_problem_knows_the_answer_that_it_comes_from() {
    let failure = refused(ProblemType::OtherPerson);
    assert_eq!(Problem::Api(failure.clone()).api_error(), Some(&failure));
    assert_eq!(Problem::OutcomeUnknown(failure.clone()).api_error(), Some(&failure));
    assert_eq!(Problem::NoRecord.api_error(), None);
}

#[test]
fn only_refused_fields_are_told_at_the_fields() {
    let mut problem = ProblemDetails::new(ProblemType::FieldsRefused, "reference");
    assert!(!Problem::Api(ApiError::Refused(Box::new(problem.clone()))).is_at_fields());
    problem.errors.push(FieldProblem {
        pointer: "/draft/values/bic".into(),
        field: Field::Bic,
        error: FieldRefusal::NotAccepted,
    });
    assert!(Problem::Api(ApiError::Refused(Box::new(problem))).is_at_fields());
}
