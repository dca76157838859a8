//! What is wrong with what was typed, in Danish.

use std::borrow::Cow;

use crate::{
    domain::{
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
    },
    i18n::errors::{Errors, Value, capitalised},
};

pub(super) const ERRORS: Errors = Errors { field, holder, recognition };

/// As in "Indtast IBAN-koden".
fn definite(value: Value) -> &'static str {
    match value {
        Value::RegistrationNumber => "registreringsnummeret",
        Value::AccountNumber
        | Value::ForeignAccount(
            AccountKind::UnitedStates
            | AccountKind::Australian
            | AccountKind::NewZealand
            | AccountKind::Japanese
            | AccountKind::General,
        ) => "kontonummeret",
        Value::ForeignAccount(AccountKind::Clabe) => "CLABE-nummeret",
        Value::BankCode(kind) => match kind {
            BankCodeKind::Aba => "ABA-nummeret",
            BankCodeKind::CanadianTransit => "transitnummeret",
            BankCodeKind::Bsb => "BSB-nummeret",
            BankCodeKind::NewZealand => "nummeret på bank og filial",
            BankCodeKind::Ifsc => "IFSC-koden",
            BankCodeKind::SouthAfricanBranch => "filialkoden",
            BankCodeKind::Cnaps => "CNAPS-koden",
            BankCodeKind::Zengin => "Zengin-koden",
            BankCodeKind::General => "bankkoden",
        },
        Value::Bic => "BIC-koden",
        Value::Iban => "IBAN-koden",
        Value::BankName => "bankens navn",
        Value::BankStreet => "bankens vej",
        Value::BankCity => "bankens by",
        Value::Currency => "valutakoden",
        Value::PaymentId => "betalingsidentifikationen",
        Value::Creditor => "kreditornummeret",
        Value::BenefitCode => "kortteksten",
        Value::BenefitName => "ydelsesartsteksten",
        Value::PayeeNote => "forklaringen",
        Value::Cpr => "CPR-nummeret",
        Value::Cvr => "CVR-nummeret",
        Value::Se => "SE-nummeret",
        Value::P => "P-nummeret",
        Value::HolderNumber => "nummeret",
    }
}

fn field(error: &FieldError) -> Cow<'static, str> {
    match error {
        FieldError::BenefitType => "Vælg en ydelsesart".into(),
        FieldError::BenefitTypeOfOthers => {
            "Din enhed udbetaler ikke denne ydelse. Vælg en anden ydelsesart, eller skift enhed".into()
        }
        FieldError::SpecificAccountExists => {
            "Der er allerede en specifik konto for denne ydelsesart. Gå til kontooversigten, og ret den".into()
        }
        FieldError::AccountType => "Denne slags konto kan ikke være NemKonto. Vælg en anden".into(),
        FieldError::RegistrationNumber(error) => format(Value::RegistrationNumber, *error),
        FieldError::NoSuchBank => "Ingen bank har dette registreringsnummer. Kontrollér de fire cifre".into(),
        FieldError::AccountNumber(error) => format(Value::AccountNumber, *error),
        FieldError::Country => "Vælg kontoens land".into(),
        FieldError::CountryWithIban(_) => {
            "Konti i dette land har IBAN. Skift til konto med IBAN, eller vælg et andet land".into()
        }
        FieldError::CountryDomestic(country) => domestic(*country),
        FieldError::BankCode { kind, error } => part(Value::BankCode(*kind), *error),
        FieldError::ForeignAccount { kind, error } => part(Value::ForeignAccount(*kind), *error),
        FieldError::Bic(error) => bic(*error),
        FieldError::Iban(error) => iban(*error),
        FieldError::DifferentCountries { account, bic } => {
            format!("Kontoen er i {account} og banken i {bic}. Ret koderne, eller sæt kryds, hvis de hører sammen")
                .into()
        }
        FieldError::BankName(error) => format(Value::BankName, *error),
        FieldError::BankStreet(error) => format(Value::BankStreet, *error),
        FieldError::BankCity(error) => format(Value::BankCity, *error),
        FieldError::Currency(CurrencyError::Format(error)) => format(Value::Currency, *error),
        FieldError::Currency(CurrencyError::Unknown) => {
            "Ingen valuta har denne kode. Kontrollér de tre bogstaver".into()
        }
        FieldError::Slip => "Vælg, hvilket indbetalingskort det er".into(),
        FieldError::PaymentId(PaymentIdError::Format(error)) => format(Value::PaymentId, *error),
        FieldError::PaymentId(PaymentIdError::CheckDigit) => {
            "Kontrolcifferet i betalingsidentifikationen passer ikke. Kontrollér tallene for tastefejl".into()
        }
        FieldError::PaymentId(PaymentIdError::NotUsed) => {
            "Dette indbetalingskort har ingen betalingsidentifikation. Slet den, eller vælg et andet kort".into()
        }
        FieldError::Creditor(CreditorNumberError::Format(error)) => format(Value::Creditor, *error),
        FieldError::Creditor(CreditorNumberError::FirstDigit) => {
            "Et kreditornummer begynder med 8. Kontrollér, at det ikke er et kontonummer".into()
        }
        FieldError::ValidFrom(DateError::Empty | DateError::Unreadable) => {
            "Skriv datoen som dag, måned og år, for eksempel 18-09-2027".into()
        }
        FieldError::ValidFrom(DateError::NoSuchDate) => "Datoen findes ikke. Kontrollér dag og måned".into(),
        FieldError::ValidFromPast => "Datoen er overskredet. Vælg i dag eller senere".into(),
        FieldError::ValidFromTooLate { latest } => {
            format!("Datoen ligger for langt fremme. Vælg senest {}", latest.as_typed()).into()
        }
        FieldError::Code(BenefitCodeError::Format(error)) => format(Value::BenefitCode, *error),
        FieldError::Code(BenefitCodeError::General) => {
            "Korttekster, der begynder med NKS, er til de generelle ydelsesarter. Vælg en anden".into()
        }
        FieldError::CodeTaken => "Der er allerede en ydelsesart med denne korttekst. Vælg en anden".into(),
        FieldError::Name(error) => format(Value::BenefitName, *error),
        FieldError::PayeeReason => "Vælg, hvorfor kontoen er rigtig".into(),
        FieldError::PayeeNote(error) => format(Value::PayeeNote, *error),
        FieldError::NotAccepted => "Det, der står her, kan ikke godtages. Kontrollér det, eller kontakt support".into(),
    }
}

fn holder(error: HolderError) -> Cow<'static, str> {
    match error {
        HolderError::Cpr(CprError::Format(error)) => format(Value::Cpr, error),
        HolderError::Cpr(CprError::NoSuchDate) => {
            "CPR-nummeret begynder med en dato, der ikke findes. Kontrollér de første seks tal".into()
        }
        HolderError::BornInTheFuture => {
            "CPR-nummeret giver en fødselsdato, der ikke er kommet endnu. Kontrollér tallene".into()
        }
        HolderError::ReplacementCpr => "Det er et erstatningspersonnummer. Det findes ikke i CPR, så der kan ikke sendes aktiveringsbrev. Brug personens CPR-nummer".into(),
        HolderError::Cvr(CvrError::Format(error)) => format(Value::Cvr, error),
        HolderError::Cvr(CvrError::LeadingZero) => "Et CVR-nummer begynder ikke med 0. Kontrollér tallene".into(),
        HolderError::Cvr(CvrError::CheckDigit) => {
            "Kontrolcifferet i CVR-nummeret passer ikke. Kontrollér tallene for tastefejl, eller vælg SE-nummer".into()
        }
        HolderError::Se(error) => format(Value::Se, error),
        HolderError::P(PNumberError::Format(error)) => format(Value::P, error),
        HolderError::P(PNumberError::CheckDigit) => {
            "Kontrolcifferet i P-nummeret passer ikke. Kontrollér tallene for tastefejl".into()
        }
    }
}

fn recognition(error: RecognitionError) -> Cow<'static, str> {
    match error {
        RecognitionError::Format(FormatError::Empty) => "Indtast kontohaverens CPR-, CVR-, SE- eller P-nummer".into(),
        RecognitionError::Format(error) => format(Value::HolderNumber, error),
        RecognitionError::WrongLength { got } => {
            format!("Nummeret har {got} cifre. Et CPR- eller P-nummer har 10, et CVR- eller SE-nummer 8").into()
        }
    }
}

fn iban(error: IbanError) -> Cow<'static, str> {
    match error {
        IbanError::Format(error) => format(Value::Iban, error),
        IbanError::NoCountryCode => "IBAN-koden skal begynde med landets to bogstaver, for eksempel LT".into(),
        IbanError::UnknownCountry { code: [first, second] } => {
            format!("Intet land har koden {first}{second}. Kontrollér IBAN-kodens to første bogstaver").into()
        }
        IbanError::OfOtherCountry { country } => format!(
            "Konti i {country} har IBAN-koder fra det land, som området hører til. Kontrollér de to første bogstaver"
        )
        .into(),
        IbanError::CountryWithoutIban { country } => format!(
            "Landet {country} bruger ikke IBAN, så vidt vi ved. Kontrollér de to første bogstaver, eller skift til konto uden IBAN"
        )
        .into(),
        IbanError::Structure { position, wanted } => {
            let wanted = match wanted {
                Wanted::Digit => "et tal, ikke et bogstav",
                Wanted::Letter => "et bogstav, ikke et tal",
                Wanted::LetterOrDigit => "et bogstav eller et tal",
                Wanted::Zero => "tallet 0",
            };
            format!("Tegn nr. {position} i IBAN-koden skal være {wanted}").into()
        }
        IbanError::CheckDigits => {
            "Kontrolcifrene i IBAN-koden passer ikke. Sammenlign med kontohaverens oplysninger; der er en tastefejl".into()
        }
        IbanError::Domestic { country } => domestic(country),
    }
}

fn domestic(country: Country) -> Cow<'static, str> {
    let kind = match country {
        Country::FAROE_ISLANDS => "færøsk",
        Country::GREENLAND => "grønlandsk",
        _ => "dansk",
    };
    format!("Det er en {kind} konto. Den registreres med registreringsnummer og kontonummer, ikke som udenlandsk konto")
        .into()
}

fn bic(error: BicError) -> Cow<'static, str> {
    match error {
        BicError::Format(error) => format(Value::Bic, error),
        BicError::WrongLength { got } => format!("BIC-koden har {} tegn. Den skal have 8 eller 11", number(got)).into(),
        BicError::UnknownCountry { code: [first, second] } => {
            format!("Tegn 5 og 6 i BIC-koden ({first}{second}) er ikke et land. Kontrollér koden").into()
        }
        BicError::Test => {
            "BIC-koden er en testkode, for tegn nr. 8 er tallet 0. Kontrollér, om det skal være bogstavet O".into()
        }
    }
}

fn part(value: Value, error: PartError) -> Cow<'static, str> {
    let definite = definite(value);
    match error {
        PartError::Format(error) => format(value, error),
        PartError::CheckDigit => format!(
            "Kontrolcifferet i {definite} passer ikke. Sammenlign med kontohaverens oplysninger; der er en tastefejl"
        )
        .into(),
        PartError::IsIban => {
            "Det er en IBAN-kode. Vælg øverst en konto med IBAN, eller en dansk konto, og indsæt den dér".into()
        }
        PartError::Word => format!("Der står et ord foran {definite}. Indtast kun selve nummeret").into(),
        PartError::NotUsed => format!("Landet bruger ikke {definite}. Lad feltet være tomt").into(),
    }
}

fn format(value: Value, error: FormatError) -> Cow<'static, str> {
    let definite = definite(value);
    match error {
        FormatError::Empty => format!("Indtast {definite}"),
        FormatError::Forbidden { position } => format!(
            "Tegn nr. {position} kan ikke bruges i {definite}. Skriv tegnet på tastaturet i stedet for at indsætte det"
        ),
        FormatError::Unexpected { position } if value.is_digits() => {
            format!("Tegn nr. {position} er ikke et tal. Der er kun tal i {definite}")
        }
        FormatError::Unexpected { position } => {
            format!("Tegn nr. {position} passer ikke i {definite}. Der er kun bogstaverne A-Z og tal")
        }
        FormatError::TooShort { missing } => format!("{} mangler {}", capitalised(definite), counted(missing, value)),
        FormatError::TooLong { extra } => {
            format!("{} har {} for meget", capitalised(definite), counted(extra, value))
        }
    }
    .into()
}

/// So many characters, or digits where there are only those.
fn counted(count: usize, value: Value) -> String {
    let unit = match (value.is_digits(), count) {
        (false, _) => "tegn",
        (true, 1) => "ciffer",
        (true, _) => "cifre",
    };
    format!("{} {unit}", number(count))
}

fn number(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
