//! What is wrong with the fields of a form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Field;
use crate::domain::{
    bic::BicError,
    country::Country,
    date::{Date, DateError},
    iban::IbanError,
    text::FormError,
};

/// What is wrong with one field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "of", content = "cause", rename_all = "kebab-case")]
pub enum FieldError {
    /// The BIC.
    Bic(BicError),
    /// The IBAN.
    Iban(IbanError),
    /// Bank and account are in different countries, and nobody has said that this is right.
    DifferentCountries {
        /// Country of the account.
        iban: Country,
        /// Country of the bank.
        bic: Country,
    },
    /// The registration number.
    RegistrationNumber(FormError),
    /// The account number.
    AccountNumber(FormError),
    /// The first day cannot be read.
    ValidFrom(DateError),
    /// The first day is over.
    ValidFromPast,
    /// The first day is too far ahead.
    ValidFromTooLate {
        /// The last day that is allowed.
        latest: Date,
    },
}

/// Everything that is wrong with a draft, in page order.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(BTreeMap<Field, FieldError>);

impl FieldErrors {
    /// Notes what is wrong with a field.
    pub fn add(&mut self, field: Field, error: FieldError) {
        self.0.insert(field, error);
    }

    /// What is wrong with a field, if anything.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&FieldError> {
        self.0.get(&field)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Field and error, in page order.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &FieldError)> {
        self.0.iter().map(|(field, error)| (*field, error))
    }

    /// What was parsed, with the error noted if there was one.
    pub(super) fn keep<T>(&mut self, field: Field, parsed: Result<T, FieldError>) -> Option<T> {
        parsed.map_err(|error| self.add(field, error)).ok()
    }
}
