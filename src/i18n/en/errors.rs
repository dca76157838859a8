//! What is wrong with what was typed, in English.

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

/// As in "Enter the IBAN".
fn definite(value: Value) -> &'static str {
    match value {
        Value::RegistrationNumber => "the registration number",
        Value::AccountNumber
        | Value::ForeignAccount(
            AccountKind::UnitedStates
            | AccountKind::Australian
            | AccountKind::NewZealand
            | AccountKind::Japanese
            | AccountKind::General,
        ) => "the account number",
        Value::ForeignAccount(AccountKind::Clabe) => "the CLABE",
        Value::BankCode(kind) => match kind {
            BankCodeKind::Aba => "the ABA number",
            BankCodeKind::CanadianTransit => "the transit number",
            BankCodeKind::Bsb => "the BSB number",
            BankCodeKind::NewZealand => "the number of bank and branch",
            BankCodeKind::Ifsc => "the IFSC code",
            BankCodeKind::SouthAfricanBranch => "the branch code",
            BankCodeKind::Cnaps => "the CNAPS code",
            BankCodeKind::Zengin => "the Zengin code",
            BankCodeKind::General => "the bank code",
        },
        Value::Bic => "the BIC",
        Value::Iban => "the IBAN",
        Value::BankName => "the name of the bank",
        Value::BankStreet => "the street of the bank",
        Value::BankCity => "the city of the bank",
        Value::Currency => "the currency code",
        Value::PaymentId => "the payment id",
        Value::Creditor => "the creditor number",
        Value::BenefitCode => "the short text",
        Value::BenefitName => "the name of the benefit type",
        Value::PayeeNote => "the explanation",
        Value::Cpr => "the CPR number",
        Value::Cvr => "the CVR number",
        Value::Se => "the SE number",
        Value::P => "the P number",
        Value::HolderNumber => "the number",
    }
}

fn field(error: &FieldError) -> Cow<'static, str> {
    match error {
        FieldError::BenefitType => "Choose a benefit type".into(),
        FieldError::BenefitTypeOfOthers => {
            "Your unit does not pay this benefit. Choose another benefit type, or switch unit".into()
        }
        FieldError::SpecificAccountExists => {
            "There is a specific account for this benefit type already. Go to the accounts and change it".into()
        }
        FieldError::AccountType => "This kind of account cannot be a NemKonto. Choose another".into(),
        FieldError::RegistrationNumber(error) => format(Value::RegistrationNumber, *error),
        FieldError::NoSuchBank => "No bank has this registration number. Check the four digits".into(),
        FieldError::AccountNumber(error) => format(Value::AccountNumber, *error),
        FieldError::Country => "Choose the country of the account".into(),
        FieldError::CountryWithIban(_) => {
            "Accounts in this country have an IBAN. Switch to an account with IBAN, or choose another country".into()
        }
        FieldError::CountryDomestic(country) => domestic(*country),
        FieldError::BankCode { kind, error } => part(Value::BankCode(*kind), *error),
        FieldError::ForeignAccount { kind, error } => part(Value::ForeignAccount(*kind), *error),
        FieldError::Bic(error) => bic(*error),
        FieldError::Iban(error) => iban(*error),
        FieldError::DifferentCountries { account, bic } => format!(
            "The account is in {account} and the bank in {bic}. Correct them, or tick the box if they belong together"
        )
        .into(),
        FieldError::BankName(error) => format(Value::BankName, *error),
        FieldError::BankStreet(error) => format(Value::BankStreet, *error),
        FieldError::BankCity(error) => format(Value::BankCity, *error),
        FieldError::Currency(CurrencyError::Format(error)) => format(Value::Currency, *error),
        FieldError::Currency(CurrencyError::Unknown) => "No currency has this code. Check the three letters".into(),
        FieldError::Slip => "Choose which payment slip it is".into(),
        FieldError::PaymentId(PaymentIdError::Format(error)) => format(Value::PaymentId, *error),
        FieldError::PaymentId(PaymentIdError::CheckDigit) => {
            "The check digit of the payment id does not match. Check the digits for a typing error".into()
        }
        FieldError::PaymentId(PaymentIdError::NotUsed) => {
            "This payment slip has no payment id. Remove it, or choose another slip".into()
        }
        FieldError::Creditor(CreditorNumberError::Format(error)) => format(Value::Creditor, *error),
        FieldError::Creditor(CreditorNumberError::FirstDigit) => {
            "A creditor number begins with 8. Check that it is not an account number".into()
        }
        FieldError::ValidFrom(DateError::Empty | DateError::Unreadable) => {
            "Write the date as day, month and year, for example 18-09-2027".into()
        }
        FieldError::ValidFrom(DateError::NoSuchDate) => "There is no such date. Check day and month".into(),
        FieldError::ValidFromPast => "The date is over. Choose today or later".into(),
        FieldError::ValidFromTooLate { latest } => {
            format!("The date is too far ahead. Choose {} at the latest", latest.as_typed()).into()
        }
        FieldError::Code(BenefitCodeError::Format(error)) => format(Value::BenefitCode, *error),
        FieldError::Code(BenefitCodeError::General) => {
            "Short texts that begin with NKS belong to the general benefit types. Choose another".into()
        }
        FieldError::CodeTaken => "There is a benefit type with this short text already. Choose another".into(),
        FieldError::Name(error) => format(Value::BenefitName, *error),
        FieldError::PayeeReason => "Choose why the account is right".into(),
        FieldError::PayeeNote(error) => format(Value::PayeeNote, *error),
        FieldError::NotAccepted => "This cannot be accepted. Check it, or contact support".into(),
    }
}

fn holder(error: HolderError) -> Cow<'static, str> {
    match error {
        HolderError::Cpr(CprError::Format(error)) => format(Value::Cpr, error),
        HolderError::Cpr(CprError::NoSuchDate) => {
            "The CPR number begins with a date that does not exist. Check the first six digits".into()
        }
        HolderError::BornInTheFuture => {
            "The CPR number gives a birth date that is yet to come. Check the digits".into()
        }
        HolderError::ReplacementCpr => "This is a replacement number. CPR does not know it, so no activation letter can be sent. Use the person's CPR number".into(),
        HolderError::Cvr(CvrError::Format(error)) => format(Value::Cvr, error),
        HolderError::Cvr(CvrError::LeadingZero) => "A CVR number does not begin with 0. Check the digits".into(),
        HolderError::Cvr(CvrError::CheckDigit) => {
            "The check digit of the CVR number does not match. Check the digits for a typing error, or choose SE number".into()
        }
        HolderError::Se(error) => format(Value::Se, error),
        HolderError::P(PNumberError::Format(error)) => format(Value::P, error),
        HolderError::P(PNumberError::CheckDigit) => {
            "The check digit of the P number does not match. Check the digits for a typing error".into()
        }
    }
}

fn recognition(error: RecognitionError) -> Cow<'static, str> {
    match error {
        RecognitionError::Format(FormatError::Empty) => "Enter the account holder's CPR, CVR, SE or P number".into(),
        RecognitionError::Format(error) => format(Value::HolderNumber, error),
        RecognitionError::WrongLength { got } => {
            format!("The number has {got} digits. A CPR or P number has 10, a CVR or SE number 8").into()
        }
    }
}

fn iban(error: IbanError) -> Cow<'static, str> {
    match error {
        IbanError::Format(error) => format(Value::Iban, error),
        IbanError::NoCountryCode => {
            "The IBAN must begin with the two letters of the country, for example LT".into()
        }
        IbanError::UnknownCountry { code: [first, second] } => {
            format!("No country has the code {first}{second}. Check the first two letters of the IBAN").into()
        }
        IbanError::OfOtherCountry { country } => format!(
            "Accounts in {country} have the IBANs of the country to which it belongs. Check the first two letters"
        )
        .into(),
        IbanError::CountryWithoutIban { country } => format!(
            "As far as we know, {country} does not use IBAN. Check the first two letters, or switch to an account without IBAN"
        )
        .into(),
        IbanError::Structure { position, wanted } => {
            let wanted = match wanted {
                Wanted::Digit => "a digit, not a letter",
                Wanted::Letter => "a letter, not a digit",
                Wanted::LetterOrDigit => "a letter or a digit",
                Wanted::Zero => "the digit 0",
            };
            format!("Character {position} of the IBAN must be {wanted}").into()
        }
        IbanError::CheckDigits => {
            "The check digits of the IBAN do not match. Compare with what the account holder stated; there is a typing error".into()
        }
        IbanError::Domestic { country } => domestic(country),
    }
}

fn domestic(country: Country) -> Cow<'static, str> {
    let kind = match country {
        Country::FAROE_ISLANDS => "Faroese",
        Country::GREENLAND => "Greenlandic",
        _ => "Danish",
    };
    format!(
        "This is a {kind} account. It is registered by registration number and account number, not as a foreign account"
    )
    .into()
}

fn bic(error: BicError) -> Cow<'static, str> {
    match error {
        BicError::Format(error) => format(Value::Bic, error),
        BicError::WrongLength { got } => format!("The BIC has {got} characters. It must have 8 or 11").into(),
        BicError::UnknownCountry { code: [first, second] } => {
            format!("Characters 5 and 6 of the BIC ({first}{second}) are no country. Check the code").into()
        }
        BicError::Test => {
            "The BIC is a test code, because character 8 is the digit 0. Check whether it should be the letter O".into()
        }
    }
}

fn part(value: Value, error: PartError) -> Cow<'static, str> {
    let definite = definite(value);
    match error {
        PartError::Format(error) => format(value, error),
        PartError::CheckDigit => format!(
            "The check digit of {definite} does not match. Compare with what the account holder stated; there is a typing error"
        )
        .into(),
        PartError::IsIban => {
            "This is an IBAN. Choose an account with IBAN above, or a Danish account, and paste it there".into()
        }
        PartError::Word => format!("There is a word before {definite}. Enter the number alone").into(),
        PartError::NotUsed => format!("The country does not use {definite}. Leave the field empty").into(),
    }
}

fn format(value: Value, error: FormatError) -> Cow<'static, str> {
    let definite = definite(value);
    match error {
        FormatError::Empty => format!("Enter {definite}"),
        FormatError::Forbidden { position } => {
            format!("Character {position} cannot be used in {definite}. Type it on the keyboard instead of pasting it")
        }
        FormatError::Unexpected { position } if value.is_digits() => {
            format!("Character {position} is not a digit. There are only digits in {definite}")
        }
        FormatError::Unexpected { position } => {
            format!("Character {position} does not fit in {definite}. There are only the letters A-Z and digits")
        }
        FormatError::TooShort { missing } => format!("{} lacks {}", capitalised(definite), counted(missing, value)),
        FormatError::TooLong { extra } => format!("{} has {} too many", capitalised(definite), counted(extra, value)),
    }
    .into()
}

/// So many characters, or digits where there are only those.
fn counted(count: usize, value: Value) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let unit = match (value.is_digits(), count) {
        (true, 1) => "digit",
        (true, _) => "digits",
        (false, 1) => "character",
        (false, _) => "characters",
    };
    WORDS.get(count).map_or_else(|| format!("{count} {unit}"), |word| format!("{word} {unit}"))
}
