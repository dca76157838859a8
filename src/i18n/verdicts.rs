//! Why a receipt is not called genuine, in words: what was found, and what to make of it.

use super::Language;
use crate::verification::VerificationError;

/// The words of a verdict.
pub struct VerdictTexts {
    /// What was found, as a heading.
    pub title: String,
    /// What it means, and what to do now.
    pub explanation: String,
}

/// The words for a doubt.
#[must_use]
pub fn doubt(language: Language, doubt: &VerificationError) -> VerdictTexts {
    let not_checked = || language.choose("Kvitteringen er ikke kontrolleret", "The receipt has not been checked");
    let (title, explanation) = match doubt {
        VerificationError::NotAReceipt => (
            language.choose(
                "Det kan ikke læses som en kvittering fra NemKonto",
                "This cannot be read as a receipt from NemKonto",
            ),
            language.choose(
                "Vælg den fil, der blev hentet med kvitteringen, eller indsæt hele dens tekst. Har du kun et papir eller en PDF, så scan QR-koden. Er det den rigtige fil, er den ændret eller ikke hel, og så kan du ikke stole på den.",
                "Choose the file that was downloaded with the receipt, or paste the whole of its text. If you only have a paper or a PDF, scan the QR code. If it is the right file, it has been altered or is not complete, and you cannot rely on it.",
            ),
        ),
        VerificationError::Altered => (
            language.choose("Kvitteringen er ændret", "The receipt has been altered"),
            language.choose(
                "Underskriften passer ikke til indholdet. Nogen har ændret i kvitteringen, eller noget af den mangler. Stol ikke på det, der står i den. Bed om at få den oprindelige fil.",
                "The signature does not belong to the content. Somebody has altered the receipt, or a part of it is missing. Do not rely on what it says. Ask for the original file.",
            ),
        ),
        VerificationError::UnknownKey => (
            language.choose("Kvitteringen er ikke underskrevet af NemKonto", "The receipt is not signed by NemKonto"),
            language.choose(
                "Den er underskrevet med en nøgle, som ikke er en af NemKontos. Stol ikke på det, der står i den.",
                "It is signed with a key that is not one of NemKonto's. Do not rely on what it says.",
            ),
        ),
        VerificationError::TooNew => (
            language.choose("Kvitteringen kan ikke vises", "The receipt cannot be shown"),
            language.choose(
                "NemKonto har underskrevet den, men siden her er ældre end kvitteringen. Genindlæs siden, og prøv igen.",
                "NemKonto has signed it, but this page is older than the receipt. Reload the page, and try again.",
            ),
        ),
        VerificationError::NoKeys(_) => (
            not_checked(),
            language.choose(
                "NemKontos nøgler kunne ikke hentes. Kontrollér din netforbindelse, og prøv igen.",
                "NemKonto's keys could not be fetched. Check your network connection, and try again.",
            ),
        ),
        VerificationError::NoCrypto => (
            not_checked(),
            language.choose(
                "Din browser kan ikke kontrollere underskrifter på denne adresse. Brug en nyere browser, og se efter, at adressen begynder med https.",
                "Your browser cannot check signatures at this address. Use a newer browser, and see that the address begins with https.",
            ),
        ),
    };
    VerdictTexts { title, explanation }
}
