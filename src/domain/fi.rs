//! FI: paying to a Danish creditor by creditor number instead of an account.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::text::{self, FormError};

const LABELS: [&str; 7] = ["FI", "FINR", "FINUMMER", "FIKREDITORNR", "KREDITOR", "KREDITORNR", "KREDITORNUMMER"];

/// A creditor number: eight digits, the first an 8. It is given by the creditor's bank and is no account number.
///
/// Its check digit, if it has one, is not public.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CreditorNumber(String);

/// Why a text is no creditor number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CreditorNumberError {
    /// Not eight digits.
    Form(FormError),
    /// The first digit is not 8.
    FirstDigit,
}

text_on_the_wire!(CreditorNumber, CreditorNumberError);
hidden_in_debug!(CreditorNumber);
named_error!(CreditorNumberError);
from_form_error!(CreditorNumberError);

impl CreditorNumber {
    /// Reads a creditor number as typed: `80000000`, `8000 0000`, `FI-kreditornr.: 80000000`.
    pub fn parse(raw: &str) -> Result<CreditorNumber, CreditorNumberError> {
        let digits = text::digits(raw, &LABELS, 8..=8)?;
        if digits.starts_with('8') { Ok(CreditorNumber(digits)) } else { Err(CreditorNumberError::FirstDigit) }
    }

    /// Eight digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CreditorNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
