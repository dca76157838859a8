//! The numbers of companies: CVR, SE and P.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::modulus::{DANISH_EIGHT, DANISH_TEN, weighted_sum};
use super::text::{self, FormatError};

pub(super) const CVR_LABELS: [&str; 14] = [
    "CVR",
    "CVRNR",
    "CVRNUMMER",
    "CVRNO",
    "CVRNUMBER",
    "DK",
    "CVRDK",
    "CVRNRDK",
    "CPR/CVR",
    "CPR/CVRNR",
    "CVR/SE",
    "CVR/SENR",
    "SE/CVR",
    "SE/CVRNR",
];
pub(super) const SE_LABELS: [&str; 12] =
    ["SE", "SENR", "SENUMMER", "SENO", "SENUMBER", "DK", "SEDK", "SENRDK", "CVR/SE", "CVR/SENR", "SE/CVR", "SE/CVRNR"];
pub(super) const P_LABELS: [&str; 5] = ["P", "PNR", "PNUMMER", "PNO", "PNUMBER"];

/// A company's number in the Central Business Register: eight digits, the first not 0, modulus 11.
///
/// Source: the Danish Business Authority, "Modulus 11".
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Cvr(String);

/// Why a text is no CVR number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CvrError {
    /// Not eight digits.
    Format(FormatError),
    /// The first digit is 0.
    LeadingZero,
    /// The check digit does not match: a typing error.
    CheckDigit,
}

/// A number that the tax agency gives to a VAT unit: eight digits. Equal to the CVR number when a company has only one.
///
/// Nobody publishes its check, so that is a hint only: see [`SeNumber::passes_modulus_11`].
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct SeNumber(String);

/// A production unit's number: ten digits, one for each place where a company is.
///
/// Source: the Danish Business Authority, "Modulus 11": two sets of weights, because the first generator was wrong.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct PNumber(String);

/// Why a text is no P number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PNumberError {
    /// Not ten digits.
    Format(FormatError),
    /// The check digit does not match: a typing error.
    CheckDigit,
}

/// The last P number whose check digit has the weights [`OLD_P_WEIGHTS`].
const LAST_OLD_P_NUMBER: &str = "1006959421";
const OLD_P_WEIGHTS: [u32; 10] = [1, 5, 6, 7, 3, 6, 4, 8, 9, 1];

text_on_the_wire!(Cvr, CvrError);
text_on_the_wire!(SeNumber, FormatError);
text_on_the_wire!(PNumber, PNumberError);
hidden_in_debug!(Cvr, SeNumber, PNumber);
named_error!(CvrError, PNumberError);
from_format_error!(CvrError, PNumberError);

impl Cvr {
    /// Reads a CVR number as typed: `12345674`, `12 34 56 74`, `DK-12345674`, `CVR-nr.: 12345674`.
    ///
    /// ```
    /// use nemkonto::domain::company_number::{Cvr, CvrError};
    ///
    /// assert_eq!(Cvr::parse("DK-12 34 56 74").unwrap().as_str(), "12345674");
    /// assert_eq!(Cvr::parse("12345675"), Err(CvrError::CheckDigit));
    /// ```
    pub fn parse(raw: &str) -> Result<Cvr, CvrError> {
        let digits = text::digits(raw, &CVR_LABELS, 8..=8)?;
        if digits.starts_with('0') {
            Err(CvrError::LeadingZero)
        } else if !weighted_sum(&digits, &DANISH_EIGHT).is_multiple_of(11) {
            Err(CvrError::CheckDigit)
        } else {
            Ok(Cvr(digits))
        }
    }

    /// Eight digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SeNumber {
    /// Reads an SE number as typed: `99999993`, `DK99999993`, `SE-nr. 99999993`.
    pub fn parse(raw: &str) -> Result<SeNumber, FormatError> {
        text::digits(raw, &SE_LABELS, 8..=8).map(SeNumber)
    }

    /// Whether the check of CVR numbers holds. If not, a typing error is likely but not certain.
    #[must_use]
    pub fn passes_modulus_11(&self) -> bool {
        weighted_sum(&self.0, &DANISH_EIGHT).is_multiple_of(11)
    }

    /// Eight digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PNumber {
    /// Reads a P number as typed: `1999999006`, `P-nr.: 1999999006`.
    pub fn parse(raw: &str) -> Result<PNumber, PNumberError> {
        let digits = text::digits(raw, &P_LABELS, 10..=10)?;
        // Equally long digit strings compare as their numbers do.
        let weights = if digits.as_str() <= LAST_OLD_P_NUMBER { &OLD_P_WEIGHTS } else { &DANISH_TEN };
        if weighted_sum(&digits, weights).is_multiple_of(11) {
            Ok(PNumber(digits))
        } else {
            Err(PNumberError::CheckDigit)
        }
    }

    /// Ten digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Cvr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pairs(&self.0, f)
    }
}

impl fmt::Display for SeNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pairs(&self.0, f)
    }
}

impl fmt::Display for PNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `12 34 56 74`, as the Central Business Register writes it.
fn pairs(digits: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{} {} {} {}", &digits[..2], &digits[2..4], &digits[4..6], &digits[6..])
}
