//! What is wrong with the fields of a form.

use super::{ByField, Field};
use crate::domain::{
    benefit_type::BenefitCodeError,
    bic::BicError,
    country::Country,
    currency::CurrencyError,
    date::{Date, DateError},
    fi::{CreditorNumberError, PaymentIdError},
    foreign_number::{AccountKind, BankCodeKind, PartError},
    iban::IbanError,
    text::FormatError,
};

/// What is wrong with one field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FieldError {
    /// No benefit type is chosen, or none that there is.
    BenefitType,
    /// The unit that the caseworker acts for does not pay this benefit. Only the API knows.
    BenefitTypeOfOthers,
    /// The holder has an account for this benefit type already. Only the API knows.
    SpecificAccountExists,
    /// This type of account cannot be used here.
    AccountType,
    /// The registration number.
    RegistrationNumber(FormatError),
    /// No bank has this registration number. Only the API knows.
    NoSuchBank,
    /// The account number.
    AccountNumber(FormatError),
    /// No country is chosen.
    Country,
    /// Accounts in the chosen country have an IBAN.
    CountryWithIban(Country),
    /// The chosen country is Denmark, the Faroe Islands or Greenland.
    CountryDomestic(Country),
    /// The bank's code.
    BankCode {
        /// What it is called in the country.
        kind: BankCodeKind,
        /// What is wrong with it.
        error: PartError,
    },
    /// The number of an account without IBAN.
    ForeignAccount {
        /// What it is called in the country.
        kind: AccountKind,
        /// What is wrong with it.
        error: PartError,
    },
    /// The BIC.
    Bic(BicError),
    /// The IBAN.
    Iban(IbanError),
    /// Bank and account are in different countries, and nobody has said that this is right.
    DifferentCountries {
        /// Country of the account.
        account: Country,
        /// Country of the bank.
        bic: Country,
    },
    /// The name of the bank.
    BankName(FormatError),
    /// The street of the bank.
    BankStreet(FormatError),
    /// Postcode and city of the bank.
    BankCity(FormatError),
    /// The currency.
    Currency(CurrencyError),
    /// No payment slip is chosen.
    Slip,
    /// The payment id.
    PaymentId(PaymentIdError),
    /// The creditor number.
    Creditor(CreditorNumberError),
    /// The first day cannot be read.
    ValidFrom(DateError),
    /// The first day is over.
    ValidFromPast,
    /// The first day is too far ahead.
    ValidFromTooLate {
        /// The last day that is allowed.
        latest: Date,
    },
    /// The code of a benefit type.
    Code(BenefitCodeError),
    /// There is a benefit type with this code. Only the API knows.
    CodeTaken,
    /// The name of a benefit type.
    Name(FormatError),
    /// No reason is chosen why the account is right although its bank knows it by another name, or none that there is.
    PayeeReason,
    /// What is said about that in words.
    PayeeNote(FormatError),
    /// The API does not accept what stands here, and why is not known.
    NotAccepted,
}

/// Everything that is wrong with a draft, in page order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FieldErrors(ByField<FieldError>);

impl FieldErrors {
    /// One field alone is wrong.
    #[must_use]
    pub fn one(field: Field, error: FieldError) -> Self {
        let mut errors = Self::default();
        errors.add(field, error);
        errors
    }

    /// Records what is wrong with a field.
    pub fn add(&mut self, field: Field, error: FieldError) {
        self.0.insert(field, error);
    }

    /// What is wrong with a field, if anything.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&FieldError> {
        self.0.get(field)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Field and error, in page order.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &FieldError)> {
        self.0.iter()
    }

    /// The parsed value; an error is recorded at the field instead.
    pub(super) fn record<T>(&mut self, field: Field, parsed: Result<T, FieldError>) -> Option<T> {
        parsed.map_err(|error| self.add(field, error)).ok()
    }
}
