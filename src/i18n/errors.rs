//! What is wrong with a field, in words: an instruction when it is empty, otherwise the cause.

use super::Language;
use crate::domain::{
    bic::BicError,
    company_number::{CvrError, PNumberError},
    country::Country,
    cpr::CprError,
    date::DateError,
    draft::FieldError,
    holder::{HolderError, Unrecognised},
    iban::{IbanError, Wanted},
    text::FormError,
};

/// What a sentence is about, in the forms that the sentences need.
struct Subject {
    /// As in "Indtast IBAN-koden".
    danish: &'static str,
    /// As in "Enter the IBAN".
    english: &'static str,
    /// Whether only digits make sense.
    digits: bool,
}

const IBAN: Subject = Subject { danish: "IBAN-koden", english: "the IBAN", digits: false };
const BIC: Subject = Subject { danish: "BIC-koden", english: "the BIC", digits: false };
const REGISTRATION_NUMBER: Subject =
    Subject { danish: "registreringsnummeret", english: "the registration number", digits: true };
const ACCOUNT_NUMBER: Subject = Subject { danish: "kontonummeret", english: "the account number", digits: true };
const CPR: Subject = Subject { danish: "CPR-nummeret", english: "the CPR number", digits: true };
const CVR: Subject = Subject { danish: "CVR-nummeret", english: "the CVR number", digits: true };
const SE: Subject = Subject { danish: "SE-nummeret", english: "the SE number", digits: true };
const P: Subject = Subject { danish: "P-nummeret", english: "the P number", digits: true };
const NUMBER: Subject = Subject { danish: "nummeret", english: "the number", digits: true };

/// The sentence for a field of a form.
#[must_use]
pub fn field_error(language: Language, error: &FieldError) -> String {
    match error {
        FieldError::Iban(error) => iban(language, *error),
        FieldError::Bic(error) => bic(language, *error),
        FieldError::RegistrationNumber(error) => form(language, &REGISTRATION_NUMBER, *error),
        FieldError::AccountNumber(error) => form(language, &ACCOUNT_NUMBER, *error),
        FieldError::ValidFrom(DateError::Empty | DateError::Unreadable) => language.choose(
            "Skriv datoen som dag, måned og år, for eksempel 18-09-2027",
            "Write the date as day, month and year, for example 18-09-2027",
        ),
        FieldError::ValidFrom(DateError::NoSuchDate) => {
            language.choose("Datoen findes ikke. Kontrollér dag og måned", "There is no such date. Check day and month")
        }
        FieldError::ValidFromPast => {
            language.choose("Datoen er overskredet. Vælg i dag eller senere", "The date is over. Choose today or later")
        }
        FieldError::ValidFromTooLate { latest } => language.choose(
            format!("Datoen ligger for langt fremme. Vælg senest {}", latest.as_typed()),
            format!("The date is too far ahead. Choose {} at the latest", latest.as_typed()),
        ),
        FieldError::DifferentCountries { iban, bic } => language.choose(
            format!("Kontoen er i {iban} og banken i {bic}. Ret koderne, eller sæt kryds, hvis de hører sammen"),
            format!(
                "The account is in {iban} and the bank in {bic}. Correct them, or tick the box if they belong together"
            ),
        ),
    }
}

/// The sentence for the number of an account holder.
#[must_use]
pub fn holder_error(language: Language, error: HolderError) -> String {
    match error {
        HolderError::Cpr(CprError::Form(error)) => form(language, &CPR, error),
        HolderError::Cpr(CprError::NoSuchDate) => language.choose(
            "CPR-nummeret begynder med en dato, der ikke findes. Kontrollér de første seks tal",
            "The CPR number begins with a date that does not exist. Check the first six digits",
        ),
        HolderError::BornInTheFuture => language.choose(
            "CPR-nummeret giver en fødselsdato, der ikke er kommet endnu. Kontrollér tallene",
            "The CPR number gives a birth date that is yet to come. Check the digits",
        ),
        HolderError::ReplacementCpr => language.choose(
            "Det er et erstatningspersonnummer. Det findes ikke i CPR, så der kan ikke sendes aktiveringsbrev. Brug personens CPR-nummer",
            "This is a replacement number. CPR does not know it, so no activation letter can be sent. Use the person's CPR number",
        ),
        HolderError::Cvr(CvrError::Form(error)) => form(language, &CVR, error),
        HolderError::Cvr(CvrError::LeadingZero) => language.choose(
            "Et CVR-nummer begynder ikke med 0. Kontrollér tallene",
            "A CVR number does not begin with 0. Check the digits",
        ),
        HolderError::Cvr(CvrError::CheckDigit) => language.choose(
            "Kontrolcifferet i CVR-nummeret passer ikke. Kontrollér tallene for tastefejl, eller vælg SE-nummer",
            "The check digit of the CVR number does not match. Check the digits for a typing error, or choose SE number",
        ),
        HolderError::Se(error) => form(language, &SE, error),
        HolderError::P(PNumberError::Form(error)) => form(language, &P, error),
        HolderError::P(PNumberError::CheckDigit) => language.choose(
            "Kontrolcifferet i P-nummeret passer ikke. Kontrollér tallene for tastefejl",
            "The check digit of the P number does not match. Check the digits for a typing error",
        ),
    }
}

/// The sentence for a number of which not even the kind can be told.
#[must_use]
pub fn unrecognised(language: Language, error: Unrecognised) -> String {
    match error {
        Unrecognised::Form(FormError::Empty) => language.choose(
            "Indtast kontohaverens CPR-, CVR-, SE- eller P-nummer",
            "Enter the account holder's CPR, CVR, SE or P number",
        ),
        Unrecognised::Form(error) => form(language, &NUMBER, error),
        Unrecognised::WrongLength { got } => language.choose(
            format!("Nummeret har {got} cifre. Et CPR- eller P-nummer har 10, et CVR- eller SE-nummer 8"),
            format!("The number has {got} digits. A CPR or P number has 10, a CVR or SE number 8"),
        ),
    }
}

fn iban(language: Language, error: IbanError) -> String {
    match error {
        IbanError::Form(error) => form(language, &IBAN, error),
        IbanError::NoCountryCode => language.choose(
            "IBAN-koden skal begynde med landets to bogstaver, for eksempel LT",
            "The IBAN must begin with the two letters of the country, for example LT",
        ),
        IbanError::UnknownCountry { code: [first, second] } => language.choose(
            format!("Intet land har koden {first}{second}. Kontrollér IBAN-kodens to første bogstaver"),
            format!("No country has the code {first}{second}. Check the first two letters of the IBAN"),
        ),
        IbanError::CountryWithoutIban { country } => language.choose(
            format!("Landet {country} bruger ikke IBAN, så vidt vi ved. Kontrollér de to første bogstaver"),
            format!("As far as we know, {country} does not use IBAN. Check the first two letters"),
        ),
        IbanError::Structure { position, wanted } => {
            let (danish, english) = wanted_words(wanted);
            language.choose(
                format!("Tegn nr. {position} i IBAN-koden skal være {danish}"),
                format!("Character {position} of the IBAN must be {english}"),
            )
        }
        IbanError::CheckDigits => language.choose(
            "Kontrolcifrene i IBAN-koden passer ikke. Sammenlign med kontohaverens oplysninger; der er en tastefejl",
            "The check digits of the IBAN do not match. Compare with what the account holder stated; there is a typing error",
        ),
        IbanError::Domestic { country } => domestic(language, country),
    }
}

fn domestic(language: Language, country: Country) -> String {
    let (danish, english) = match country {
        Country::FAROE_ISLANDS => ("færøsk", "Faroese"),
        Country::GREENLAND => ("grønlandsk", "Greenlandic"),
        _ => ("dansk", "Danish"),
    };
    language.choose(
        format!("Det er en {danish} konto. Den registreres med registreringsnummer og kontonummer, ikke som udenlandsk konto"),
        format!("This is a {english} account. It is registered by registration number and account number, not as a foreign account"),
    )
}

fn bic(language: Language, error: BicError) -> String {
    match error {
        BicError::Form(error) => form(language, &BIC, error),
        BicError::WrongLength { got } => language.choose(
            format!("BIC-koden har {} tegn. Den skal have 8 eller 11", count_danish(got)),
            format!("The BIC has {got} characters. It must have 8 or 11"),
        ),
        BicError::UnknownCountry { code: [first, second] } => language.choose(
            format!("Tegn 5 og 6 i BIC-koden ({first}{second}) er ikke et land. Kontrollér koden"),
            format!("Characters 5 and 6 of the BIC ({first}{second}) are no country. Check the code"),
        ),
        BicError::Test => language.choose(
            "BIC-koden er en testkode, for tegn nr. 8 er tallet 0. Kontrollér, om det skal være bogstavet O",
            "The BIC is a test code, because character 8 is the digit 0. Check whether it should be the letter O",
        ),
    }
}

fn form(language: Language, subject: &Subject, error: FormError) -> String {
    let Subject { danish, english, digits } = *subject;
    match error {
        FormError::Empty => language.choose(format!("Indtast {danish}"), format!("Enter {english}")),
        FormError::Forbidden { position } => language.choose(
            format!("Tegn nr. {position} kan ikke bruges i {danish}. Skriv tegnet på tastaturet i stedet for at indsætte det"),
            format!("Character {position} cannot be used in {english}. Type it on the keyboard instead of pasting it"),
        ),
        FormError::Unexpected { position } if digits => language.choose(
            format!("Tegn nr. {position} er ikke et tal. Der er kun tal i {danish}"),
            format!("Character {position} is not a digit. There are only digits in {english}"),
        ),
        FormError::Unexpected { position } => language.choose(
            format!("Tegn nr. {position} passer ikke i {danish}. Der er kun bogstaverne A-Z og tal"),
            format!("Character {position} does not fit in {english}. There are only the letters A-Z and digits"),
        ),
        FormError::TooShort { missing } => {
            let unit = if digits { "ciffer" } else { "tegn" };
            let units = if digits { "cifre" } else { "tegn" };
            let danish = capitalised(danish);
            let english = capitalised(english);
            language.choose(
                format!("{danish} mangler {}", counted_danish(missing, unit, units)),
                format!("{english} lacks {}", counted_english(missing, digits)),
            )
        }
        FormError::TooLong { extra } => {
            let unit = if digits { "ciffer" } else { "tegn" };
            let units = if digits { "cifre" } else { "tegn" };
            language.choose(
                format!("{} har {} for meget", capitalised(danish), counted_danish(extra, unit, units)),
                format!("{} has {} too many", capitalised(english), counted_english(extra, digits)),
            )
        }
    }
}

fn wanted_words(wanted: Wanted) -> (&'static str, &'static str) {
    match wanted {
        Wanted::Digit => ("et tal, ikke et bogstav", "a digit, not a letter"),
        Wanted::Letter => ("et bogstav, ikke et tal", "a letter, not a digit"),
        Wanted::LetterOrDigit => ("et bogstav eller et tal", "a letter or a digit"),
        Wanted::Zero => ("tallet 0", "the digit 0"),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn count_danish(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

fn counted_danish(count: usize, unit: &str, units: &str) -> String {
    format!("{} {}", count_danish(count), if count == 1 { unit } else { units })
}

fn counted_english(count: usize, digits: bool) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let unit = match (digits, count) {
        (true, 1) => "digit",
        (true, _) => "digits",
        (false, 1) => "character",
        (false, _) => "characters",
    };
    WORDS.get(count).map_or_else(|| format!("{count} {unit}"), |word| format!("{word} {unit}"))
}
