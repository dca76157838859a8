//! What went wrong, in English.

use crate::{
    api_error::ApiError,
    contract::ProblemType,
    i18n::problems::{LoginProblems, ProblemTexts, Problems},
    relogin::{Problem, ProviderError},
};

pub(super) const PROBLEM: Problems = Problems {
    problem,
    refusal,
    login: LoginProblems {
        wait: "Wait a few minutes, and log in again.",
        check_network: "Check your network connection, and log in again.",
        with_business_identity: "Log in again with MitID Erhverv from your authority.",
        with_business_app: "Log in again with MitID Erhverv from your authority. If you have several apps, use the one that belongs to MitID Erhverv.",
        again: "Log in again. If it happens once more, contact support.",
    },
    what_happened: "What has happened?",
    what_became: "What became of the change?",
    not_carried_out: "The change has not been carried out.",
    unknown: "We do not know yet whether the change has been carried out. It can never be carried out twice.",
    next_step: "What you can do",
    reference: |reference| format!("Reference for support: {reference}"),
    moment: |at| format!("Time for the support: {at}"),
    nothing_changed: "Nothing was changed.",
    receipts_of_changes: "Only changes that were carried out have a receipt number.",
    expected: |employer| format!("The login must be with MitID Erhverv from {employer}."),
    try_again: "Try again",
    try_again_in: |seconds| match seconds {
        1 => "Wait a second and try again.".to_owned(),
        2..120 => format!("Wait {seconds} seconds and try again."),
        _ => format!("Wait {} minutes and try again.", seconds.div_ceil(60)),
    },
    back_to_form: "Back to the change",
    log_in_again: "Log in again",
    to_start: "To the front page",
    not_found_title: "The page does not exist",
    not_found: "Check the address, or start again from the front page. The address may be misspelt, or the page may have moved.",
};

fn problem(problem: &Problem) -> ProblemTexts {
    match problem {
        Problem::StorageBlocked => ProblemTexts::new(
            "The browser does not keep the change",
            "We do not take you to the login, because what you have entered would be lost. Allow storage for this site in the browser's settings, and choose Confirm again.",
        ),
        Problem::Offline => ProblemTexts::new(
            "There is no network connection",
            "We wait with taking you to the login. Choose Confirm again when the connection is back.",
        ),
        Problem::DidNotLeave => ProblemTexts::new(
            "The login page does not open",
            "Wait a moment, and choose Confirm again. What you have entered is not lost.",
        ),
        Problem::ReadingDiffers => ProblemTexts::new(
            "NemKonto read the change differently",
            "Check the fields, and choose Save again. If it happens once more, contact support.",
        ),
        Problem::NoRecord => ProblemTexts::new(
            "We cannot tell which change this login belongs to",
            "This happens when the login was finished in another tab or browser, or when the page was opened from the history. Open the accounts to see whether the change is registered. If it is not, enter it again.",
        ),
        Problem::Provider(error) => provider(*error),
        Problem::Api(error) | Problem::OutcomeUnknown(error) => api(error),
    }
}

fn provider(error: ProviderError) -> ProblemTexts {
    match error {
        ProviderError::Cancelled => {
            ProblemTexts::new("You cancelled the login", "Go back to the change when you want to try again.")
        }
        ProviderError::LoginNotPossible => ProblemTexts::new(
            "The login could not be completed",
            "Go back to the change, choose Confirm, and log in with MitID Erhverv.",
        ),
        ProviderError::Unavailable => ProblemTexts::new(
            "The login does not work at the moment",
            "Wait a few minutes, go back to the change, and choose Confirm again.",
        ),
        ProviderError::Unknown => ProblemTexts::new(
            "The login was refused",
            "Go back to the change, and choose Confirm again. If it happens once more, contact support.",
        ),
    }
}

fn api(error: &ApiError) -> ProblemTexts {
    match error {
        ApiError::Refused(problem) => refusal(problem.problem_type),
        ApiError::Unreachable => ProblemTexts::new(
            "NemKonto does not answer",
            "Check your network connection, and try again. What you have entered is not lost.",
        ),
        ApiError::Unreadable => ProblemTexts::new(
            "NemKonto gave an answer that we do not understand",
            "Reload the page and try again. What you have entered is not lost.",
        ),
    }
}

#[allow(clippy::too_many_lines, reason = "a table: one row for each type")]
fn refusal(problem_type: ProblemType) -> ProblemTexts {
    match problem_type {
        ProblemType::SessionDiffers => ProblemTexts::new(
            "The page is no longer yours",
            "Somebody else is logged in, or another unit was chosen in another tab. Load the page again.",
        ),
        ProblemType::NotLoggedIn => ProblemTexts::new("You are logged out", "Log in again to continue."),
        ProblemType::NoRight => ProblemTexts::new(
            "You do not have the right to do this",
            "Ask your local administrator for the right, or let a colleague carry out the change.",
        ),
        ProblemType::NotACaseworker => ProblemTexts::new(
            "You are not registered as a caseworker",
            "Ask your local administrator for access to NemKonto.",
        ),
        ProblemType::HolderNotFound => {
            ProblemTexts::new("No account holder has this number", "Check the number, and what kind of number it is.")
        }
        ProblemType::SeveralHolders => ProblemTexts::new(
            "The number exists both as a CVR number and as an SE number",
            "Choose what kind of number it is.",
        ),
        ProblemType::ReceiptNotFound => ProblemTexts::new(
            "The receipt does not exist",
            "Check the receipt number. Receipts can only be seen by the authority that made the change.",
        ),
        ProblemType::FieldsRefused => {
            ProblemTexts::new("Some fields need correcting", "Correct the fields, and choose Save again.")
        }
        ProblemType::NothingToDelete => ProblemTexts::new(
            "There is no NemKonto to delete",
            "See the accounts. The account may have been deleted meanwhile.",
        ),
        ProblemType::NotRegistered => {
            ProblemTexts::new("What you want to change is no longer there", "Go back and see what is registered now.")
        }
        ProblemType::LockedByOther => ProblemTexts::new(
            "The account is locked by another authority",
            "Only the authority that registered the account can change it. Contact that authority if it must be changed.",
        ),
        ProblemType::OtherAuthority => ProblemTexts::new(
            "The account belongs to another authority",
            "Only the authority that registered the account can lock and unlock it.",
        ),
        ProblemType::LockUnchanged => ProblemTexts::new(
            "The lock is already like that",
            "See the accounts. A colleague may have changed the lock meanwhile.",
        ),
        ProblemType::BenefitTypeLocked => ProblemTexts::new(
            "The account is locked by its benefit type",
            "That lock is removed by editing the benefit type, which unlocks all accounts of the type.",
        ),
        ProblemType::BenefitTypeInUse => ProblemTexts::new(
            "The benefit type is in use",
            "There are specific accounts for the benefit type. Delete them first, or keep the benefit type.",
        ),
        ProblemType::NothingChanges => ProblemTexts::new(
            "There is nothing to change",
            "What you entered is registered already. Change a field, or go back.",
        ),
        ProblemType::UnitNotAssigned => ProblemTexts::new(
            "You do not act for this unit",
            "Choose another unit, or ask your local administrator for access.",
        ),
        ProblemType::AccountsChanged => ProblemTexts::new(
            "What you want to change has changed since you opened it",
            "See what is registered now, and decide whether your change is still needed. What you had entered is not lost.",
        ),
        ProblemType::ChangeExpired => {
            ProblemTexts::new("The login took too long", "Go back to the change, and choose Save and Confirm again.")
        }
        ProblemType::ChangeWithdrawn => ProblemTexts::new(
            "The change has been reopened elsewhere",
            "Continue in the tab where the change is open, or start again.",
        ),
        ProblemType::SealBroken | ProblemType::ChangeMismatch => ProblemTexts::new(
            "The change could not be read",
            "Start again from the accounts. If it happens once more, contact support.",
        ),
        ProblemType::ProviderUnavailable => ProblemTexts::new(
            "The login does not work at the moment",
            "Wait a few minutes, and try again. What you have entered is not lost.",
        ),
        ProblemType::LoginNotProven => ProblemTexts::new(
            "The login could not be verified",
            "Go back to the change, and choose Save and Confirm again. If it happens once more, contact support.",
        ),
        ProblemType::LoginUnknown => ProblemTexts::new(
            "The browser does not know this login",
            "Log in again, and finish the login in the same browser. If it happens once more, allow cookies for this site in the browser's settings: without cookies you cannot be logged in.",
        ),
        ProblemType::LoginNotFresh => ProblemTexts::new(
            "The login was not a new one",
            "The change requires that you log in anew. Go back to the change, choose Save and Confirm, and complete the whole login.",
        ),
        ProblemType::AssuranceTooLow => ProblemTexts::new(
            "The login was not strong enough",
            "Log in with MitID Erhverv at assurance level Substantial or higher.",
        ),
        ProblemType::PrivateIdentity => ProblemTexts::new(
            "You used your private MitID",
            "Go back to the change, and log in with MitID Erhverv from your authority. If you have several apps, use the one that belongs to MitID Erhverv.",
        ),
        ProblemType::OtherPerson => ProblemTexts::new(
            "The login belongs to another person",
            "The person who chooses Confirm must also log in. Go back to the change, and log in with your own identity.",
        ),
        ProblemType::OtherCompany => ProblemTexts::new(
            "The login belongs to another organisation",
            "Go back to the change, and choose the identity that you are logged in with.",
        ),
        ProblemType::TooManyAttempts => ProblemTexts::new("Too many attempts", "Wait a minute and try again."),
        ProblemType::NotFound => ProblemTexts::new("The page does not exist", "Start again from the front page."),
        ProblemType::BadRequest | ProblemType::ForeignOrigin | ProblemType::Internal => ProblemTexts::new(
            "Something went wrong at NemKonto",
            "Try again in a moment. If it happens once more, contact support and quote the reference.",
        ),
    }
}
