//! What went wrong, in Danish.

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
        wait: "Vent et par minutter, og log ind igen.",
        check_network: "Kontrollér din netforbindelse, og log ind igen.",
        with_business_identity: "Log ind igen med MitID Erhverv fra din myndighed.",
        with_business_app: "Log ind igen med MitID Erhverv fra din myndighed. Har du flere apps, så brug den, der er knyttet til MitID Erhverv.",
        again: "Log ind igen. Sker det en gang til, så kontakt support.",
    },
    what_happened: "Hvad er der sket?",
    what_became: "Hvad blev der af ændringen?",
    not_carried_out: "Ændringen er ikke gennemført.",
    unknown: "Vi ved endnu ikke, om ændringen er gennemført. Den kan aldrig blive gennemført to gange.",
    next_step: "Det kan du gøre",
    reference: |reference| format!("Reference til support: {reference}"),
    moment: |at| format!("Tidspunkt til support: {at}"),
    nothing_changed: "Der er ikke ændret noget.",
    receipts_of_changes: "Kun ændringer, der er gennemført, har et kvitteringsnummer.",
    expected: |employer| format!("Login skal være med MitID Erhverv fra {employer}."),
    try_again: "Prøv igen",
    try_again_in: |seconds| match seconds {
        1 => "Vent et sekund, og prøv igen.".to_owned(),
        2..120 => format!("Vent {seconds} sekunder, og prøv igen."),
        _ => format!("Vent {} minutter, og prøv igen.", seconds.div_ceil(60)),
    },
    back_to_form: "Tilbage til ændringen",
    log_in_again: "Log ind igen",
    to_start: "Til forsiden",
    not_found_title: "Siden findes ikke",
    not_found: "Kontrollér adressen, eller begynd forfra fra forsiden. Adressen kan være skrevet forkert, eller siden kan være flyttet.",
};

fn problem(problem: &Problem) -> ProblemTexts {
    match problem {
        Problem::StorageBlocked => ProblemTexts::new(
            "Browseren gemmer ikke ændringen",
            "Vi sender dig ikke til login, for så ville det, du har indtastet, gå tabt. Tillad lagring for siden i browserens indstillinger, og vælg Bekræft igen.",
        ),
        Problem::Offline => ProblemTexts::new(
            "Der er ingen netforbindelse",
            "Vi venter med at sende dig til login. Vælg Bekræft igen, når forbindelsen er tilbage.",
        ),
        Problem::DidNotLeave => ProblemTexts::new(
            "Login-siden åbner ikke",
            "Vent et øjeblik, og vælg Bekræft igen. Det, du har indtastet, er ikke tabt.",
        ),
        Problem::ReadingDiffers => ProblemTexts::new(
            "NemKonto læste ændringen anderledes",
            "Kontrollér felterne, og vælg Gem igen. Sker det en gang til, så kontakt support.",
        ),
        Problem::NoRecord => ProblemTexts::new(
            "Vi kan ikke se, hvilken ændring dette login hører til",
            "Det sker, hvis login blev afsluttet i et andet faneblad eller en anden browser, eller hvis siden er åbnet fra historikken. Åbn kontooversigten for at se, om ændringen er registreret. Er den ikke det, så indtast den igen.",
        ),
        Problem::Provider(error) => provider(*error),
        Problem::Api(error) | Problem::OutcomeUnknown(error) => api(error),
    }
}

fn provider(error: ProviderError) -> ProblemTexts {
    match error {
        ProviderError::Cancelled => {
            ProblemTexts::new("Du afbrød login", "Gå tilbage til ændringen, når du vil prøve igen.")
        }
        ProviderError::LoginNotPossible => ProblemTexts::new(
            "Login kunne ikke gennemføres",
            "Gå tilbage til ændringen, vælg Bekræft, og log ind med MitID Erhverv.",
        ),
        ProviderError::Unavailable => ProblemTexts::new(
            "Login virker ikke lige nu",
            "Vent et par minutter, gå tilbage til ændringen, og vælg Bekræft igen.",
        ),
        ProviderError::Unknown => ProblemTexts::new(
            "Login blev afvist",
            "Gå tilbage til ændringen, og vælg Bekræft igen. Sker det en gang til, så kontakt support.",
        ),
    }
}

fn api(error: &ApiError) -> ProblemTexts {
    match error {
        ApiError::Refused(problem) => refusal(problem.problem_type),
        ApiError::Unreachable => ProblemTexts::new(
            "NemKonto svarer ikke",
            "Kontrollér din netforbindelse, og prøv igen. Det, du har indtastet, er ikke tabt.",
        ),
        ApiError::Unreadable => ProblemTexts::new(
            "NemKonto gav et svar, vi ikke forstår",
            "Genindlæs siden, og prøv igen. Det, du har indtastet, er ikke tabt.",
        ),
    }
}

#[allow(clippy::too_many_lines, reason = "a table: one row for each type")]
fn refusal(problem_type: ProblemType) -> ProblemTexts {
    match problem_type {
        ProblemType::SessionDiffers => ProblemTexts::new(
            "Siden er ikke din længere",
            "En anden er logget på, eller der er valgt en anden enhed i en anden fane. Genindlæs siden.",
        ),
        ProblemType::NotLoggedIn => ProblemTexts::new("Du er logget af", "Log ind igen for at fortsætte."),
        ProblemType::NoRight => ProblemTexts::new(
            "Du har ikke rettighed til dette",
            "Bed din lokale administrator om rettigheden, eller lad en kollega gennemføre ændringen.",
        ),
        ProblemType::NotACaseworker => ProblemTexts::new(
            "Du er ikke registreret som sagsbehandler",
            "Bed din lokale administrator om adgang til NemKonto.",
        ),
        ProblemType::HolderNotFound => ProblemTexts::new(
            "Ingen kontohaver har dette nummer",
            "Kontrollér nummeret, og hvilken slags nummer det er.",
        ),
        ProblemType::SeveralHolders => ProblemTexts::new(
            "Nummeret findes både som CVR-nummer og som SE-nummer",
            "Vælg, hvilken slags nummer det er.",
        ),
        ProblemType::ReceiptNotFound => ProblemTexts::new(
            "Kvitteringen findes ikke",
            "Kontrollér kvitteringsnummeret. Kvitteringer kan kun ses af den myndighed, der lavede ændringen.",
        ),
        ProblemType::FieldsRefused => ProblemTexts::new("Nogle felter skal rettes", "Ret felterne, og vælg Gem igen."),
        ProblemType::NothingToDelete => ProblemTexts::new(
            "Der er ingen NemKonto at slette",
            "Se kontooversigten. Kontoen kan være slettet i mellemtiden.",
        ),
        ProblemType::NotRegistered => ProblemTexts::new(
            "Det, du vil ændre, findes ikke længere",
            "Gå tilbage, og se, hvad der er registreret nu.",
        ),
        ProblemType::LockedByOther => ProblemTexts::new(
            "Kontoen er låst af en anden myndighed",
            "Kun den myndighed, der har registreret kontoen, kan ændre den. Kontakt myndigheden, hvis kontoen skal ændres.",
        ),
        ProblemType::OtherAuthority => ProblemTexts::new(
            "Kontoen hører til en anden myndighed",
            "Kun den myndighed, der har registreret kontoen, kan låse den og låse den op.",
        ),
        ProblemType::LockUnchanged => ProblemTexts::new(
            "Låsen er allerede sådan",
            "Se kontooversigten. En kollega kan have ændret låsen i mellemtiden.",
        ),
        ProblemType::BenefitTypeLocked => ProblemTexts::new(
            "Kontoen er låst af sin ydelsesart",
            "Låsen fjernes ved at rette ydelsesarten. Det låser alle konti for ydelsesarten op.",
        ),
        ProblemType::BenefitTypeInUse => ProblemTexts::new(
            "Ydelsesarten er i brug",
            "Der er specifikke konti for ydelsesarten. Slet dem først, eller behold ydelsesarten.",
        ),
        ProblemType::NothingChanges => ProblemTexts::new(
            "Der er intet at ændre",
            "Det, du har indtastet, er allerede registreret. Ret et felt, eller gå tilbage.",
        ),
        ProblemType::UnitNotAssigned => ProblemTexts::new(
            "Du handler ikke for denne enhed",
            "Vælg en anden enhed, eller bed din lokale administrator om adgang.",
        ),
        ProblemType::AccountsChanged => ProblemTexts::new(
            "Det, du vil ændre, er ændret, siden du åbnede det",
            "Se, hvad der er registreret nu, og afgør, om din ændring stadig skal laves. Det, du havde indtastet, er ikke tabt.",
        ),
        ProblemType::ChangeExpired => {
            ProblemTexts::new("Login tog for lang tid", "Gå tilbage til ændringen, og vælg Gem og Bekræft igen.")
        }
        ProblemType::ChangeWithdrawn => ProblemTexts::new(
            "Ændringen er åbnet igen et andet sted",
            "Fortsæt i det faneblad, hvor ændringen er åben, eller begynd forfra.",
        ),
        ProblemType::SealBroken | ProblemType::ChangeMismatch => ProblemTexts::new(
            "Ændringen kunne ikke læses",
            "Begynd forfra fra kontooversigten. Sker det en gang til, så kontakt support.",
        ),
        ProblemType::ProviderUnavailable => ProblemTexts::new(
            "Login virker ikke lige nu",
            "Vent et par minutter, og prøv igen. Det, du har indtastet, er ikke tabt.",
        ),
        ProblemType::LoginNotProven => ProblemTexts::new(
            "Login kunne ikke kontrolleres",
            "Gå tilbage til ændringen, og vælg Gem og Bekræft igen. Sker det en gang til, så kontakt support.",
        ),
        ProblemType::LoginUnknown => ProblemTexts::new(
            "Browseren kender ikke dette login",
            "Log ind igen, og gør login færdigt i samme browser. Sker det igen, så tillad cookies for webstedet i browserens indstillinger: Uden cookies kan du ikke være logget på.",
        ),
        ProblemType::LoginNotFresh => ProblemTexts::new(
            "Login var ikke nyt",
            "Ændringen kræver, at du logger ind på ny. Gå tilbage til ændringen, vælg Gem og Bekræft, og gennemfør login helt.",
        ),
        ProblemType::AssuranceTooLow => ProblemTexts::new(
            "Login var ikke sikkert nok",
            "Log ind med MitID Erhverv på sikringsniveau Betydelig eller højere.",
        ),
        ProblemType::PrivateIdentity => ProblemTexts::new(
            "Du brugte dit private MitID",
            "Gå tilbage til ændringen, og log ind med MitID Erhverv fra din myndighed. Har du flere apps, så brug den, der er knyttet til MitID Erhverv.",
        ),
        ProblemType::OtherPerson => ProblemTexts::new(
            "Login hører til en anden person",
            "Den, der vælger Bekræft, skal også selv logge ind. Gå tilbage til ændringen, og log ind med din egen identitet.",
        ),
        ProblemType::OtherCompany => ProblemTexts::new(
            "Login hører til en anden organisation",
            "Gå tilbage til ændringen, og vælg den identitet, du er logget ind med.",
        ),
        ProblemType::TooManyAttempts => ProblemTexts::new("For mange forsøg", "Vent et minut, og prøv igen."),
        ProblemType::NotFound => ProblemTexts::new("Siden findes ikke", "Begynd forfra fra forsiden."),
        ProblemType::BadRequest | ProblemType::ForeignOrigin | ProblemType::Internal => ProblemTexts::new(
            "Noget gik galt hos NemKonto",
            "Prøv igen om lidt. Sker det en gang til, så kontakt support og oplys referencen.",
        ),
    }
}
