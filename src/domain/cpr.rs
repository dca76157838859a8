//! The CPR number: a person's number in the Danish civil registration system.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::modulus::{DANISH_TEN, weighted_sum};
use super::text::{self, FormatError};

pub(super) const CPR_LABELS: [&str; 9] =
    ["CPR", "CPRNR", "CPRNUMMER", "CPRNO", "CPRNUMBER", "PERSONNR", "PERSONNUMMER", "CPR/CVR", "CPR/CVRNR"];

/// Replacement numbers add this to the day.
const REPLACEMENT_DAY_OFFSET: u8 = 60;

/// A CPR number, `DDMMYY-SSSS`: ten digits whose first seven give a birth date.
///
/// Source: the CPR Office, "Opbygning af CPR-nummeret". Modulus 11 is no condition: the CPR Office has issued numbers
/// without it since October 2007 and asks systems not to refuse them.
///
/// Replacement numbers (day raised by 60) are recognised too. They exist only in the system that made them, so whoever
/// needs a person known to the CPR system asks [`Cpr::is_replacement`].
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Cpr(String);

/// Why a text is no CPR number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CprError {
    /// Not ten digits.
    Format(FormatError),
    /// The first seven digits give a day that the calendar does not have.
    NoSuchDate,
}

text_on_the_wire!(Cpr, CprError);
hidden_in_debug!(Cpr);
named_error!(CprError);
from_format_error!(CprError);

impl Cpr {
    /// Reads a CPR number as typed: `010158-5018`, `0101585018`, `CPR-nr.: 010158 5018`.
    ///
    /// ```
    /// use nemkonto::domain::cpr::{Cpr, CprError};
    ///
    /// assert_eq!(Cpr::parse("CPR-nr.: 010158 5018").unwrap().as_str(), "0101585018");
    /// assert_eq!(Cpr::parse("310258-5018"), Err(CprError::NoSuchDate));
    /// // Modulus 11 is no condition.
    /// assert!(!Cpr::parse("290284-6000").unwrap().passes_modulus_11());
    /// ```
    pub fn parse(raw: &str) -> Result<Cpr, CprError> {
        let digits = text::digits(raw, &CPR_LABELS, 10..=10)?;
        let cpr = Cpr(digits);
        let day = cpr.pair(0);
        let day = if cpr.is_replacement() { day - REPLACEMENT_DAY_OFFSET } else { day };
        Date::new(cpr.year(), cpr.pair(2), day).map(|_| cpr).ok_or(CprError::NoSuchDate)
    }

    /// The birth date; unknown for a replacement number.
    #[must_use]
    pub fn birth_date(&self) -> Option<Date> {
        Date::new(self.year(), self.pair(2), self.pair(0))
    }

    /// Whether this is a replacement number (erstatningspersonnummer), unknown to the CPR system.
    #[must_use]
    pub fn is_replacement(&self) -> bool {
        self.pair(0) > REPLACEMENT_DAY_OFFSET
    }

    /// Whether the check that held until October 2007 holds. Information at most, never a reason to refuse.
    #[must_use]
    pub fn passes_modulus_11(&self) -> bool {
        weighted_sum(&self.0, &DANISH_TEN).is_multiple_of(11)
    }

    /// Ten digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form for places that need not show the whole number: `010158-****`.
    ///
    /// ```
    /// use nemkonto::domain::cpr::Cpr;
    ///
    /// let cpr = Cpr::parse("010158-5018").unwrap();
    /// assert_eq!(cpr.masked(), "010158-****");
    /// // A log or a failed test does not tell it either.
    /// assert!(!format!("{cpr:?}").contains("5018"));
    /// ```
    #[must_use]
    pub fn masked(&self) -> String {
        format!("{}-****", &self.0[..6])
    }

    /// The year of birth. Century by the seventh digit and the two-digit year.
    fn year(&self) -> u16 {
        let year = u16::from(self.pair(4));
        let century = match (self.digit(6), year) {
            (4 | 9, 0..=36) | (5..=8, 0..=57) => 2000,
            (5..=8, _) => 1800,
            _ => 1900,
        };
        century + year
    }

    fn pair(&self, index: usize) -> u8 {
        10 * self.digit(index) + self.digit(index + 1)
    }

    fn digit(&self, index: usize) -> u8 {
        self.0.as_bytes()[index] - b'0'
    }
}

impl fmt::Display for Cpr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", &self.0[..6], &self.0[6..])
    }
}
