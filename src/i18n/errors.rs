//! What is wrong with a field, in words: an instruction when it is empty, otherwise the cause.

use super::{Language, foreign};
use crate::domain::{
    benefit_type::BenefitCodeError,
    bic::BicError,
    company_number::{CvrError, PNumberError},
    country::Country,
    cpr::CprError,
    currency::CurrencyError,
    date::DateError,
    draft::FieldError,
    fi::{CreditorNumberError, PaymentIdError},
    foreign_number::{AccountKind, BankCodeKind, PartError},
    holder::{HolderError, RecognitionError},
    iban::{IbanError, Wanted},
    text::FormatError,
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
const CURRENCY: Subject = Subject { danish: "valutakoden", english: "the currency code", digits: false };
const BANK_NAME: Subject = Subject { danish: "bankens navn", english: "the name of the bank", digits: false };
const BANK_STREET: Subject = Subject { danish: "bankens vej", english: "the street of the bank", digits: false };
const BANK_CITY: Subject = Subject { danish: "bankens by", english: "the city of the bank", digits: false };
const PAYMENT_ID: Subject = Subject { danish: "betalingsidentifikationen", english: "the payment id", digits: true };
const CREDITOR: Subject = Subject { danish: "kreditornummeret", english: "the creditor number", digits: true };
const CODE: Subject = Subject { danish: "kortteksten", english: "the short text", digits: false };
const NAME: Subject = Subject { danish: "ydelsesartsteksten", english: "the name of the benefit type", digits: false };
const CPR: Subject = Subject { danish: "CPR-nummeret", english: "the CPR number", digits: true };
const CVR: Subject = Subject { danish: "CVR-nummeret", english: "the CVR number", digits: true };
const SE: Subject = Subject { danish: "SE-nummeret", english: "the SE number", digits: true };
const P: Subject = Subject { danish: "P-nummeret", english: "the P number", digits: true };
const NUMBER: Subject = Subject { danish: "nummeret", english: "the number", digits: true };

/// The sentence for a field of a form.
#[must_use]
pub fn field_error(language: Language, error: &FieldError) -> String {
    match error {
        FieldError::BenefitType
        | FieldError::BenefitTypeOfOthers
        | FieldError::SpecificAccountExists
        | FieldError::Code(_)
        | FieldError::CodeTaken
        | FieldError::Name(_) => benefit_type(language, error),
        FieldError::AccountType => language.choose(
            "Denne slags konto kan ikke være NemKonto. Vælg en anden",
            "This kind of account cannot be a NemKonto. Choose another",
        ),
        FieldError::RegistrationNumber(error) => form(language, &REGISTRATION_NUMBER, *error),
        FieldError::AccountNumber(error) => form(language, &ACCOUNT_NUMBER, *error),
        FieldError::Country => language.choose("Vælg kontoens land", "Choose the country of the account"),
        FieldError::CountryWithIban(_) => language.choose(
            "Konti i dette land har IBAN. Skift til konto med IBAN, eller vælg et andet land",
            "Accounts in this country have an IBAN. Switch to an account with IBAN, or choose another country",
        ),
        FieldError::CountryDomestic(country) => domestic(language, *country),
        FieldError::BankCode { kind, error } => bank_code(language, *kind, *error),
        FieldError::ForeignAccount { kind, error } => foreign_account(language, *kind, *error),
        FieldError::Iban(error) => iban(language, *error),
        FieldError::Bic(error) => bic(language, *error),
        FieldError::DifferentCountries { account, bic } => language.choose(
            format!("Kontoen er i {account} og banken i {bic}. Ret koderne, eller sæt kryds, hvis de hører sammen"),
            format!(
                "The account is in {account} and the bank in {bic}. Correct them, or tick the box if they belong together"
            ),
        ),
        FieldError::BankName(error) => form(language, &BANK_NAME, *error),
        FieldError::BankStreet(error) => form(language, &BANK_STREET, *error),
        FieldError::BankCity(error) => form(language, &BANK_CITY, *error),
        FieldError::Currency(CurrencyError::Format(error)) => form(language, &CURRENCY, *error),
        FieldError::Currency(CurrencyError::Unknown) => language.choose(
            "Ingen valuta har denne kode. Kontrollér de tre bogstaver",
            "No currency has this code. Check the three letters",
        ),
        FieldError::Slip => language.choose("Vælg, hvilket indbetalingskort det er", "Choose which payment slip it is"),
        FieldError::PaymentId(PaymentIdError::Format(error)) => form(language, &PAYMENT_ID, *error),
        FieldError::PaymentId(PaymentIdError::CheckDigit) => language.choose(
            "Kontrolcifferet i betalingsidentifikationen passer ikke. Kontrollér tallene for tastefejl",
            "The check digit of the payment id does not match. Check the digits for a typing error",
        ),
        FieldError::PaymentId(PaymentIdError::NotUsed) => language.choose(
            "Dette indbetalingskort har ingen betalingsidentifikation. Slet den, eller vælg et andet kort",
            "This payment slip has no payment id. Remove it, or choose another slip",
        ),
        FieldError::Creditor(CreditorNumberError::Format(error)) => form(language, &CREDITOR, *error),
        FieldError::Creditor(CreditorNumberError::FirstDigit) => language.choose(
            "Et kreditornummer begynder med 8. Kontrollér, at det ikke er et kontonummer",
            "A creditor number begins with 8. Check that it is not an account number",
        ),
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
    }
}

fn benefit_type(language: Language, error: &FieldError) -> String {
    match error {
        FieldError::BenefitTypeOfOthers => language.choose(
            "Din enhed udbetaler ikke denne ydelse. Vælg en anden ydelsesart, eller skift enhed",
            "Your unit does not pay this benefit. Choose another benefit type, or switch unit",
        ),
        FieldError::SpecificAccountExists => language.choose(
            "Der er allerede en specifik konto for denne ydelsesart. Gå til kontooversigten, og ret den",
            "There is a specific account for this benefit type already. Go to the accounts and change it",
        ),
        FieldError::Code(BenefitCodeError::Format(error)) => form(language, &CODE, *error),
        FieldError::Code(BenefitCodeError::General) => language.choose(
            "Korttekster, der begynder med NKS, er til de generelle ydelsesarter. Vælg en anden",
            "Short texts that begin with NKS belong to the general benefit types. Choose another",
        ),
        FieldError::CodeTaken => language.choose(
            "Der er allerede en ydelsesart med denne korttekst. Vælg en anden",
            "There is a benefit type with this short text already. Choose another",
        ),
        FieldError::Name(error) => form(language, &NAME, *error),
        _ => language.choose("Vælg en ydelsesart", "Choose a benefit type"),
    }
}

fn bank_code(language: Language, kind: BankCodeKind, error: PartError) -> String {
    let (danish, english) = foreign::bank_code(kind);
    let digits = !matches!(kind, BankCodeKind::Ifsc | BankCodeKind::General);
    part(language, &Subject { danish, english, digits }, error)
}

fn foreign_account(language: Language, kind: AccountKind, error: PartError) -> String {
    let (danish, english) = foreign::account(kind);
    let digits = !matches!(kind, AccountKind::UnitedStates | AccountKind::General);
    part(language, &Subject { danish, english, digits }, error)
}

fn part(language: Language, subject: &Subject, error: PartError) -> String {
    let Subject { danish, english, .. } = *subject;
    match error {
        PartError::Format(error) => form(language, subject, error),
        PartError::CheckDigit => language.choose(
            format!("Kontrolcifferet i {danish} passer ikke. Sammenlign med kontohaverens oplysninger; der er en tastefejl"),
            format!("The check digit of {english} does not match. Compare with what the account holder stated; there is a typing error"),
        ),
        PartError::IsIban => language.choose(
            "Det er en IBAN-kode. Vælg øverst en konto med IBAN, eller en dansk konto, og indsæt den dér",
            "This is an IBAN. Choose an account with IBAN above, or a Danish account, and paste it there",
        ),
        PartError::Word => language.choose(
            format!("Der står et ord foran {danish}. Indtast kun selve nummeret"),
            format!("There is a word before {english}. Enter the number alone"),
        ),
        PartError::NotUsed => language.choose(
            format!("Landet bruger ikke {danish}. Lad feltet være tomt"),
            format!("The country does not use {english}. Leave the field empty"),
        ),
    }
}

/// The sentence for the number of an account holder.
#[must_use]
pub fn holder_error(language: Language, error: HolderError) -> String {
    match error {
        HolderError::Cpr(CprError::Format(error)) => form(language, &CPR, error),
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
        HolderError::Cvr(CvrError::Format(error)) => form(language, &CVR, error),
        HolderError::Cvr(CvrError::LeadingZero) => language.choose(
            "Et CVR-nummer begynder ikke med 0. Kontrollér tallene",
            "A CVR number does not begin with 0. Check the digits",
        ),
        HolderError::Cvr(CvrError::CheckDigit) => language.choose(
            "Kontrolcifferet i CVR-nummeret passer ikke. Kontrollér tallene for tastefejl, eller vælg SE-nummer",
            "The check digit of the CVR number does not match. Check the digits for a typing error, or choose SE number",
        ),
        HolderError::Se(error) => form(language, &SE, error),
        HolderError::P(PNumberError::Format(error)) => form(language, &P, error),
        HolderError::P(PNumberError::CheckDigit) => language.choose(
            "Kontrolcifferet i P-nummeret passer ikke. Kontrollér tallene for tastefejl",
            "The check digit of the P number does not match. Check the digits for a typing error",
        ),
    }
}

/// The sentence for a number of which not even the kind can be told.
#[must_use]
pub fn unrecognised(language: Language, error: RecognitionError) -> String {
    match error {
        RecognitionError::Format(FormatError::Empty) => language.choose(
            "Indtast kontohaverens CPR-, CVR-, SE- eller P-nummer",
            "Enter the account holder's CPR, CVR, SE or P number",
        ),
        RecognitionError::Format(error) => form(language, &NUMBER, error),
        RecognitionError::WrongLength { got } => language.choose(
            format!("Nummeret har {got} cifre. Et CPR- eller P-nummer har 10, et CVR- eller SE-nummer 8"),
            format!("The number has {got} digits. A CPR or P number has 10, a CVR or SE number 8"),
        ),
    }
}

fn iban(language: Language, error: IbanError) -> String {
    match error {
        IbanError::Format(error) => form(language, &IBAN, error),
        IbanError::NoCountryCode => language.choose(
            "IBAN-koden skal begynde med landets to bogstaver, for eksempel LT",
            "The IBAN must begin with the two letters of the country, for example LT",
        ),
        IbanError::UnknownCountry { code: [first, second] } => language.choose(
            format!("Intet land har koden {first}{second}. Kontrollér IBAN-kodens to første bogstaver"),
            format!("No country has the code {first}{second}. Check the first two letters of the IBAN"),
        ),
        IbanError::OfOtherCountry { country } => language.choose(
            format!("Konti i {country} har IBAN-koder fra det land, som området hører til. Kontrollér de to første bogstaver"),
            format!("Accounts in {country} have the IBANs of the country to which it belongs. Check the first two letters"),
        ),
        IbanError::CountryWithoutIban { country } => language.choose(
            format!("Landet {country} bruger ikke IBAN, så vidt vi ved. Kontrollér de to første bogstaver, eller skift til konto uden IBAN"),
            format!("As far as we know, {country} does not use IBAN. Check the first two letters, or switch to an account without IBAN"),
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
        BicError::Format(error) => form(language, &BIC, error),
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

fn form(language: Language, subject: &Subject, error: FormatError) -> String {
    let Subject { danish, english, digits } = *subject;
    match error {
        FormatError::Empty => language.choose(format!("Indtast {danish}"), format!("Enter {english}")),
        FormatError::Forbidden { position } => language.choose(
            format!("Tegn nr. {position} kan ikke bruges i {danish}. Skriv tegnet på tastaturet i stedet for at indsætte det"),
            format!("Character {position} cannot be used in {english}. Type it on the keyboard instead of pasting it"),
        ),
        FormatError::Unexpected { position } if digits => language.choose(
            format!("Tegn nr. {position} er ikke et tal. Der er kun tal i {danish}"),
            format!("Character {position} is not a digit. There are only digits in {english}"),
        ),
        FormatError::Unexpected { position } => language.choose(
            format!("Tegn nr. {position} passer ikke i {danish}. Der er kun bogstaverne A-Z og tal"),
            format!("Character {position} does not fit in {english}. There are only the letters A-Z and digits"),
        ),
        FormatError::TooShort { missing } => {
            let unit = if digits { "ciffer" } else { "tegn" };
            let units = if digits { "cifre" } else { "tegn" };
            let danish = capitalised(danish);
            let english = capitalised(english);
            language.choose(
                format!("{danish} mangler {}", counted_danish(missing, unit, units)),
                format!("{english} lacks {}", counted_english(missing, digits)),
            )
        }
        FormatError::TooLong { extra } => {
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
