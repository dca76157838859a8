//! What went wrong on the way: what happened, and one thing to do about it.

use super::Language;
use crate::{
    api_error::ApiError,
    contract::ProblemType,
    relogin::{Problem, ProviderError},
};

/// What went wrong, and the pages that say it.
pub struct Problems {
    /// What happened, and one thing to do about it.
    pub problem: fn(&Problem) -> ProblemTexts,
    /// Why the API refuses something.
    pub refusal: fn(ProblemType) -> ProblemTexts,
    pub login: LoginProblems,
    pub what_happened: &'static str,
    pub what_became: &'static str,
    pub not_carried_out: &'static str,
    pub unknown: &'static str,
    pub next_step: &'static str,
    pub reference: fn(&str) -> String,
    pub moment: fn(&str) -> String,
    pub nothing_changed: &'static str,
    pub receipts_of_changes: &'static str,
    pub expected: fn(&str) -> String,
    pub try_again: &'static str,
    /// After so many seconds.
    pub try_again_in: fn(u32) -> String,
    pub back_to_form: &'static str,
    pub log_in_again: &'static str,
    pub to_start: &'static str,
    pub not_found_title: &'static str,
    pub not_found: &'static str,
}

/// What to do when a login, without a change, came to nothing: said for a page with a button to log in.
pub struct LoginProblems {
    pub wait: &'static str,
    pub check_network: &'static str,
    pub with_business_identity: &'static str,
    pub with_business_app: &'static str,
    pub again: &'static str,
}

/// The words of a problem page.
pub struct ProblemTexts {
    /// What happened, as a heading.
    pub title: String,
    /// What to do now.
    pub next_step: String,
}

impl ProblemTexts {
    pub(super) fn new(title: &str, next_step: &str) -> Self {
        Self { title: title.to_owned(), next_step: next_step.to_owned() }
    }
}

/// So many seconds are worth being told; nobody counts more.
const A_PAUSE: u32 = 60 * 60;

/// The words for a problem. Where somebody of another authority should have logged in, they name that authority; where there is a pause
/// to be made, they say how long.
#[must_use]
pub fn problem(language: Language, problem: &Problem) -> ProblemTexts {
    let texts = &language.texts().problem;
    let words = (texts.problem)(problem);
    let Some(ApiError::Refused(details)) = problem.api_error() else { return words };
    let next_step = match (details.problem_type, details.retry_after, &details.expected) {
        (ProblemType::TooManyAttempts, Some(seconds @ 1..=A_PAUSE), _) => (texts.try_again_in)(seconds),
        (_, _, Some(authority)) => format!("{} {}", words.next_step, (texts.expected)(&authority.name)),
        _ => return words,
    };
    ProblemTexts { next_step, ..words }
}

/// The words for a call that failed, for a message beside a form.
#[must_use]
pub fn failure_sentence(language: Language, failure: &ApiError) -> ProblemTexts {
    problem(language, &Problem::Api(failure.clone()))
}

/// The words with which something is refused.
#[must_use]
pub fn refusal(language: Language, problem_type: ProblemType) -> ProblemTexts {
    (language.texts().problem.refusal)(problem_type)
}

/// The words for a login, without a change, that came to nothing.
#[must_use]
pub fn login_problem(language: Language, refused_by: &Problem) -> ProblemTexts {
    let words = problem(language, refused_by);
    let login = &language.texts().problem.login;
    let next_step = match (refused_by, refused_by.api_error().and_then(ApiError::problem_type)) {
        (_, Some(ProblemType::ProviderUnavailable)) | (Problem::Provider(ProviderError::Unavailable), _) => login.wait,
        (Problem::Api(ApiError::Unreachable), _) => login.check_network,
        (Problem::Provider(ProviderError::LoginNotPossible), _) => login.with_business_identity,
        (_, Some(ProblemType::PrivateIdentity)) => login.with_business_app,
        (
            _,
            Some(
                ProblemType::NotACaseworker
                | ProblemType::AssuranceTooLow
                | ProblemType::TooManyAttempts
                | ProblemType::LoginUnknown,
            ),
        ) => {
            return words;
        }
        _ => login.again,
    };
    ProblemTexts { next_step: next_step.to_owned(), ..words }
}
