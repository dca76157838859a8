//! What went wrong on the way, in words: what happened, and one thing to do about it.

use super::Language;
use crate::{
    api_error::ApiError,
    contract::{Authority, ProblemType},
    relogin::{Problem, ProviderError},
};

/// The words of a problem page.
pub struct ProblemTexts {
    /// What happened, as a heading.
    pub title: String,
    /// What to do now.
    pub next_step: String,
}

/// The words for a problem.
#[must_use]
pub fn problem(language: Language, problem: &Problem) -> ProblemTexts {
    let (title, next_step) = match problem {
        Problem::StorageBlocked => (
            language.choose("Browseren gemmer ikke ændringen", "The browser does not keep the change"),
            language.choose(
                "Vi sender dig ikke til login, for så ville det, du har indtastet, gå tabt. Tillad lagring for siden i browserens indstillinger, og vælg Bekræft igen.",
                "We do not take you to the login, because what you have entered would be lost. Allow storage for this site in the browser's settings, and choose Confirm again.",
            ),
        ),
        Problem::Offline => (
            language.choose("Der er ingen netforbindelse", "There is no network connection"),
            language.choose(
                "Vi venter med at sende dig til login. Vælg Bekræft igen, når forbindelsen er tilbage.",
                "We wait with taking you to the login. Choose Confirm again when the connection is back.",
            ),
        ),
        Problem::ReadingDiffers => (
            language.choose("NemKonto læste ændringen anderledes", "NemKonto read the change differently"),
            language.choose(
                "Kontrollér felterne, og vælg Gem igen. Sker det en gang til, så kontakt support.",
                "Check the fields, and choose Save again. If it happens once more, contact support.",
            ),
        ),
        Problem::NoRecord => (
            language.choose("Vi kan ikke se, hvilken ændring dette login hører til", "We cannot tell which change this login belongs to"),
            language.choose(
                "Det sker, hvis login blev afsluttet i et andet faneblad eller en anden browser, eller hvis siden er åbnet fra historikken. Åbn kontooversigten for at se, om ændringen er registreret. Er den ikke det, så indtast den igen.",
                "This happens when the login was finished in another tab or browser, or when the page was opened from the history. Open the accounts to see whether the change is registered. If it is not, enter it again.",
            ),
        ),
        Problem::RecordUnreadable => (
            language.choose("Ændringen kan ikke læses", "The change cannot be read"),
            language.choose(
                "Siden er blevet opdateret, mens du loggede ind. Åbn kontooversigten for at se, om ændringen er registreret. Er den ikke det, så indtast den igen.",
                "The site was updated while you were logging in. Open the accounts to see whether the change is registered. If it is not, enter it again.",
            ),
        ),
        Problem::Provider(error) => provider(language, *error),
        Problem::Api(failure) | Problem::OutcomeUnknown(failure) => api(language, failure),
    };
    ProblemTexts { title, next_step }
}

/// The same in one breath, for a message beside a form.
#[must_use]
pub fn failure_sentence(language: Language, failure: &ApiError) -> ProblemTexts {
    problem(language, &Problem::Api(failure.clone()))
}

/// The words for a login, without a change, that came to nothing. What to do is said for a page with a button to log in.
#[must_use]
pub fn login_problem(language: Language, refused_by: &Problem) -> ProblemTexts {
    let words = problem(language, refused_by);
    let kind = refused_by.failure().and_then(ApiError::problem_type);
    let next_step = match refused_by {
        _ if kind == Some(ProblemType::ProviderUnavailable) || *refused_by == Problem::Provider(ProviderError::Unavailable) => {
            language.choose("Vent et par minutter, og log ind igen.", "Wait a few minutes, and log in again.")
        }
        Problem::Api(ApiError::Unreachable) => language.choose(
            "Kontrollér din netforbindelse, og log ind igen.",
            "Check your network connection, and log in again.",
        ),
        Problem::Provider(ProviderError::LoginNotPossible) => language.choose(
            "Log ind igen med MitID Erhverv fra din myndighed.",
            "Log in again with MitID Erhverv from your authority.",
        ),
        _ if kind == Some(ProblemType::PrivateIdentity) => language.choose(
            "Log ind igen med MitID Erhverv fra din myndighed. Har du flere apps, så brug den, der er knyttet til MitID Erhverv.",
            "Log in again with MitID Erhverv from your authority. If you have several apps, use the one that belongs to MitID Erhverv.",
        ),
        _ if matches!(kind, Some(ProblemType::NotACaseworker | ProblemType::AssuranceTooLow)) => words.next_step,
        _ => language.choose(
            "Log ind igen. Sker det en gang til, så kontakt support.",
            "Log in again. If it happens once more, contact support.",
        ),
    };
    ProblemTexts { next_step, ..words }
}

fn provider(language: Language, error: ProviderError) -> (String, String) {
    match error {
        ProviderError::Cancelled => (
            language.choose("Du afbrød login", "You cancelled the login"),
            language.choose(
                "Gå tilbage til ændringen, når du vil prøve igen.",
                "Go back to the change when you want to try again.",
            ),
        ),
        ProviderError::LoginNotPossible => (
            language.choose("Login kunne ikke gennemføres", "The login could not be completed"),
            language.choose(
                "Gå tilbage til ændringen, vælg Bekræft, og log ind med MitID Erhverv.",
                "Go back to the change, choose Confirm, and log in with MitID Erhverv.",
            ),
        ),
        ProviderError::Unavailable => (
            language.choose("Login virker ikke lige nu", "The login does not work at the moment"),
            language.choose(
                "Vent et par minutter, gå tilbage til ændringen, og vælg Bekræft igen.",
                "Wait a few minutes, go back to the change, and choose Confirm again.",
            ),
        ),
        ProviderError::Unknown => (
            language.choose("Login blev afvist", "The login was refused"),
            language.choose(
                "Gå tilbage til ændringen, og vælg Bekræft igen. Sker det en gang til, så kontakt support.",
                "Go back to the change, and choose Confirm again. If it happens once more, contact support.",
            ),
        ),
    }
}

fn api(language: Language, failure: &ApiError) -> (String, String) {
    let problem = match failure {
        ApiError::Refused(problem) => problem,
        ApiError::Unreachable => {
            return (
                language.choose("NemKonto svarer ikke", "NemKonto does not answer"),
                language.choose(
                    "Kontrollér din netforbindelse, og prøv igen. Det, du har indtastet, er ikke tabt.",
                    "Check your network connection, and try again. What you have entered is not lost.",
                ),
            );
        }
        ApiError::Unreadable => {
            return (
                language.choose(
                    "NemKonto gav et svar, vi ikke forstår",
                    "NemKonto gave an answer that we do not understand",
                ),
                language.choose(
                    "Prøv igen om lidt. Det, du har indtastet, er ikke tabt.",
                    "Try again in a moment. What you have entered is not lost.",
                ),
            );
        }
    };
    let ProblemTexts { title, next_step } = refusal(language, problem.problem_type);
    match &problem.expected {
        Some(Authority { name, .. }) => (title, format!("{next_step} {}", (language.texts().problem.expected)(name))),
        None => (title, next_step),
    }
}

/// The words with which something is refused.
#[allow(clippy::too_many_lines, reason = "a table: one row for each kind")]
#[must_use]
pub fn refusal(language: Language, kind: ProblemType) -> ProblemTexts {
    let (danish, english) = match kind {
        ProblemType::NotLoggedIn => {
            (("Du er logget af", "Log ind igen for at fortsætte."), ("You are logged out", "Log in again to continue."))
        }
        ProblemType::NoRight => (
            (
                "Du har ikke rettighed til dette",
                "Bed din lokale administrator om rettigheden, eller lad en kollega gennemføre ændringen.",
            ),
            (
                "You do not have the right to do this",
                "Ask your local administrator for the right, or let a colleague carry out the change.",
            ),
        ),
        ProblemType::NotACaseworker => (
            ("Du er ikke registreret som sagsbehandler", "Bed din lokale administrator om adgang til NemKonto."),
            ("You are not registered as a caseworker", "Ask your local administrator for access to NemKonto."),
        ),
        ProblemType::HolderNotFound => (
            ("Ingen kontohaver har dette nummer", "Kontrollér nummeret, og hvilken slags nummer det er."),
            ("No account holder has this number", "Check the number, and what kind of number it is."),
        ),
        ProblemType::ReceiptNotFound => (
            (
                "Kvitteringen findes ikke",
                "Kontrollér kvitteringsnummeret. Kvitteringer kan kun ses af den myndighed, der lavede ændringen.",
            ),
            (
                "The receipt does not exist",
                "Check the receipt number. Receipts can only be seen by the authority that made the change.",
            ),
        ),
        ProblemType::FieldsRefused => (
            ("Nogle felter skal rettes", "Ret felterne, og vælg Gem igen."),
            ("Some fields need correcting", "Correct the fields, and choose Save again."),
        ),
        ProblemType::NothingToDelete => (
            ("Der er ingen NemKonto at slette", "Se kontooversigten. Kontoen kan være slettet i mellemtiden."),
            ("There is no NemKonto to delete", "See the accounts. The account may have been deleted meanwhile."),
        ),
        ProblemType::NotRegistered => (
            ("Det, du vil ændre, findes ikke længere", "Gå tilbage, og se, hvad der er registreret nu."),
            ("What you want to change is no longer there", "Go back and see what is registered now."),
        ),
        ProblemType::LockedByOther => (
            (
                "Kontoen er låst af en anden myndighed",
                "Kun den myndighed, der har registreret kontoen, kan ændre den. Kontakt myndigheden, hvis kontoen skal ændres.",
            ),
            (
                "The account is locked by another authority",
                "Only the authority that registered the account can change it. Contact that authority if it must be changed.",
            ),
        ),
        ProblemType::OtherAuthority => (
            (
                "Kontoen hører til en anden myndighed",
                "Kun den myndighed, der har registreret kontoen, kan låse den og låse den op.",
            ),
            (
                "The account belongs to another authority",
                "Only the authority that registered the account can lock and unlock it.",
            ),
        ),
        ProblemType::LockUnchanged => (
            ("Låsen er allerede sådan", "Se kontooversigten. En kollega kan have ændret låsen i mellemtiden."),
            ("The lock is already like that", "See the accounts. A colleague may have changed the lock meanwhile."),
        ),
        ProblemType::BenefitTypeLocked => (
            (
                "Kontoen er låst af sin ydelsesart",
                "Låsen fjernes ved at rette ydelsesarten. Det låser alle konti for ydelsesarten op.",
            ),
            (
                "The account is locked by its benefit type",
                "That lock is removed by editing the benefit type, which unlocks all accounts of the type.",
            ),
        ),
        ProblemType::BenefitTypeInUse => (
            (
                "Ydelsesarten er i brug",
                "Der er specifikke konti for ydelsesarten. Slet dem først, eller behold ydelsesarten.",
            ),
            (
                "The benefit type is in use",
                "There are specific accounts for the benefit type. Delete them first, or keep the benefit type.",
            ),
        ),
        ProblemType::NothingChanges => (
            ("Der er intet at ændre", "Det, du har indtastet, er allerede registreret. Ret et felt, eller gå tilbage."),
            ("There is nothing to change", "What you entered is registered already. Change a field, or go back."),
        ),
        ProblemType::UnitNotAssigned => (
            ("Du handler ikke for denne enhed", "Vælg en anden enhed, eller bed din lokale administrator om adgang."),
            ("You do not act for this unit", "Choose another unit, or ask your local administrator for access."),
        ),
        ProblemType::AccountsChanged => (
            (
                "Det, du vil ændre, er ændret, siden du åbnede det",
                "Se, hvad der er registreret nu, og afgør, om din ændring stadig skal laves. Det, du havde indtastet, er ikke tabt.",
            ),
            (
                "What you want to change has changed since you opened it",
                "See what is registered now, and decide whether your change is still needed. What you had entered is not lost.",
            ),
        ),
        ProblemType::ChangeExpired => (
            ("Login tog for lang tid", "Gå tilbage til ændringen, og vælg Gem og Bekræft igen."),
            ("The login took too long", "Go back to the change, and choose Save and Confirm again."),
        ),
        ProblemType::ChangeWithdrawn => (
            (
                "Ændringen er åbnet igen et andet sted",
                "Fortsæt i det faneblad, hvor ændringen er åben, eller begynd forfra.",
            ),
            ("The change has been reopened elsewhere", "Continue in the tab where the change is open, or start again."),
        ),
        ProblemType::SealBroken | ProblemType::ChangeMismatch => (
            (
                "Ændringen kunne ikke læses",
                "Begynd forfra fra kontooversigten. Sker det en gang til, så kontakt support.",
            ),
            (
                "The change could not be read",
                "Start again from the accounts. If it happens once more, contact support.",
            ),
        ),
        ProblemType::ProviderUnavailable => (
            ("Login virker ikke lige nu", "Vent et par minutter, og prøv igen. Det, du har indtastet, er ikke tabt."),
            (
                "The login does not work at the moment",
                "Wait a few minutes, and try again. What you have entered is not lost.",
            ),
        ),
        ProblemType::LoginNotProven => (
            (
                "Login kunne ikke kontrolleres",
                "Gå tilbage til ændringen, og vælg Gem og Bekræft igen. Sker det en gang til, så kontakt support.",
            ),
            (
                "The login could not be verified",
                "Go back to the change, and choose Save and Confirm again. If it happens once more, contact support.",
            ),
        ),
        ProblemType::LoginNotFresh => (
            (
                "Login var ikke nyt",
                "Ændringen kræver, at du logger ind på ny. Gå tilbage til ændringen, vælg Gem og Bekræft, og gennemfør login helt.",
            ),
            (
                "The login was not a new one",
                "The change requires that you log in anew. Go back to the change, choose Save and Confirm, and complete the whole login.",
            ),
        ),
        ProblemType::AssuranceTooLow => (
            ("Login var ikke sikkert nok", "Log ind med MitID Erhverv på sikringsniveau Betydelig eller højere."),
            ("The login was not strong enough", "Log in with MitID Erhverv at assurance level Substantial or higher."),
        ),
        ProblemType::PrivateIdentity => (
            (
                "Du brugte dit private MitID",
                "Gå tilbage til ændringen, og log ind med MitID Erhverv fra din myndighed. Har du flere apps, så brug den, der er knyttet til MitID Erhverv.",
            ),
            (
                "You used your private MitID",
                "Go back to the change, and log in with MitID Erhverv from your authority. If you have several apps, use the one that belongs to MitID Erhverv.",
            ),
        ),
        ProblemType::OtherPerson => (
            (
                "Login hører til en anden person",
                "Den, der vælger Bekræft, skal også selv logge ind. Gå tilbage til ændringen, og log ind med din egen identitet.",
            ),
            (
                "The login belongs to another person",
                "The person who chooses Confirm must also log in. Go back to the change, and log in with your own identity.",
            ),
        ),
        ProblemType::OtherCompany => (
            (
                "Login hører til en anden organisation",
                "Gå tilbage til ændringen, og vælg den identitet, du er logget ind med.",
            ),
            (
                "The login belongs to another organisation",
                "Go back to the change, and choose the identity that you are logged in with.",
            ),
        ),
        ProblemType::TooManyAttempts => (
            ("For mange forsøg", "Vent lidt, og begynd så forfra fra kontooversigten."),
            ("Too many attempts", "Wait a little, and then start again from the accounts."),
        ),
        ProblemType::NotFound => (
            ("Siden findes ikke", "Begynd forfra fra forsiden."),
            ("The page does not exist", "Start again from the front page."),
        ),
        ProblemType::BadRequest | ProblemType::ForeignOrigin | ProblemType::Internal => (
            (
                "Noget gik galt hos NemKonto",
                "Prøv igen om lidt. Sker det en gang til, så kontakt support og oplys referencen.",
            ),
            (
                "Something went wrong at NemKonto",
                "Try again in a moment. If it happens once more, contact support and quote the reference.",
            ),
        ),
    };
    let (title, next_step) = match language {
        Language::Danish => danish,
        Language::English => english,
    };
    ProblemTexts { title: title.to_owned(), next_step: next_step.to_owned() }
}
