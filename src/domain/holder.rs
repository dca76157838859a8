//! Who holds an account: a citizen or a company, known by one of four numbers.

mod recognise;

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

pub use self::recognise::{Recognition, RecognitionError, recognise};
use super::company_number::{Cvr, CvrError, PNumber, PNumberError, SeNumber};
use super::cpr::{Cpr, CprError};
use super::date::Date;
use super::text::FormatError;

/// The kinds of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// A citizen's CPR number.
    Cpr,
    /// A company's CVR number.
    Cvr,
    /// The SE number of a company's VAT unit.
    Se,
    /// The P number of a company's production unit.
    P,
}

impl Scheme {
    /// Every kind of number.
    pub const ALL: &[Self] = Self::VARIANTS;
}

/// The number of an account holder. On the wire `{"scheme":"cpr","number":"0101585018"}`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Wire", into = "Wire")]
pub struct HolderId(Number);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Number {
    Cpr(Cpr),
    Cvr(Cvr),
    Se(SeNumber),
    P(PNumber),
}

/// Why a text is no number of an account holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HolderError {
    /// No CPR number.
    Cpr(CprError),
    /// No CVR number.
    Cvr(CvrError),
    /// No SE number.
    Se(FormatError),
    /// No P number.
    P(PNumberError),
    /// A CPR number with a birth date after today.
    BornInTheFuture,
    /// A replacement CPR number. Nobody at the CPR Office knows it, so the activation letter would have no address.
    ReplacementCpr,
}

hidden_in_debug!(HolderId);
named_error!(HolderError);

/// Whether a replacement CPR number can hold an account. What the real service does is not published; this is the
/// cautious answer, because without an address at the CPR Office no activation letter can be sent.
const ACCEPTS_REPLACEMENT_CPR: bool = false;

impl HolderId {
    /// Reads a number of the given kind as typed. `today` decides which birth dates lie in the future.
    ///
    /// ```
    /// use nemkonto::domain::{date::Date, holder::{HolderError, HolderId, Scheme}};
    ///
    /// let today = Date::new(2026, 11, 28).unwrap();
    /// let holder = HolderId::parse(Scheme::Cvr, "99 00 01 20", today).unwrap();
    /// assert_eq!(serde_json::to_string(&holder).unwrap(), r#"{"scheme":"cvr","number":"99000120"}"#);
    /// assert_eq!(HolderId::parse(Scheme::Cpr, "610158-5000", today), Err(HolderError::ReplacementCpr));
    /// ```
    pub fn parse(scheme: Scheme, raw: &str, today: Date) -> Result<HolderId, HolderError> {
        let holder = HolderId::parse_at_any_time(scheme, raw)?;
        match holder.cpr().and_then(Cpr::birth_date) {
            Some(birth_date) if birth_date > today => Err(HolderError::BornInTheFuture),
            _ => Ok(holder),
        }
    }

    /// Without the comparison of birth date and today: on the wire there is no clock.
    fn parse_at_any_time(scheme: Scheme, raw: &str) -> Result<HolderId, HolderError> {
        let number = match scheme {
            Scheme::Cpr => Number::Cpr(Cpr::parse(raw).map_err(HolderError::Cpr)?),
            Scheme::Cvr => Number::Cvr(Cvr::parse(raw).map_err(HolderError::Cvr)?),
            Scheme::Se => Number::Se(SeNumber::parse(raw).map_err(HolderError::Se)?),
            Scheme::P => Number::P(PNumber::parse(raw).map_err(HolderError::P)?),
        };
        match &number {
            Number::Cpr(cpr) if cpr.is_replacement() && !ACCEPTS_REPLACEMENT_CPR => Err(HolderError::ReplacementCpr),
            _ => Ok(HolderId(number)),
        }
    }

    /// Which kind of number it is.
    #[must_use]
    pub fn scheme(&self) -> Scheme {
        match self.0 {
            Number::Cpr(_) => Scheme::Cpr,
            Number::Cvr(_) => Scheme::Cvr,
            Number::Se(_) => Scheme::Se,
            Number::P(_) => Scheme::P,
        }
    }

    /// Digits only.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Number::Cpr(number) => number.as_str(),
            Number::Cvr(number) => number.as_str(),
            Number::Se(number) => number.as_str(),
            Number::P(number) => number.as_str(),
        }
    }

    /// The CPR number, if the holder is a citizen.
    #[must_use]
    pub fn cpr(&self) -> Option<&Cpr> {
        match &self.0 {
            Number::Cpr(cpr) => Some(cpr),
            _ => None,
        }
    }

    /// Whether the check digit of a CPR or SE number does not match, which is no reason to refuse it: the CPR Office issues numbers
    /// without one, and nobody publishes that of SE numbers. Worth comparing with the papers once more.
    #[must_use]
    pub fn fails_modulus_11(&self) -> bool {
        match &self.0 {
            Number::Cpr(number) => !number.passes_modulus_11(),
            Number::Se(number) => !number.passes_modulus_11(),
            Number::Cvr(_) | Number::P(_) => false,
        }
    }

    /// The form for places that need not show the whole number. Companies' numbers are public and stay as they are.
    #[must_use]
    pub fn masked(&self) -> String {
        self.cpr().map_or_else(|| self.to_string(), Cpr::masked)
    }
}

impl fmt::Display for HolderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Number::Cpr(number) => number.fmt(f),
            Number::Cvr(number) => number.fmt(f),
            Number::Se(number) => number.fmt(f),
            Number::P(number) => number.fmt(f),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Wire {
    scheme: Scheme,
    number: String,
}

impl TryFrom<Wire> for HolderId {
    type Error = HolderError;

    fn try_from(wire: Wire) -> Result<HolderId, HolderError> {
        HolderId::parse_at_any_time(wire.scheme, &wire.number)
    }
}

impl From<HolderId> for Wire {
    fn from(holder: HolderId) -> Wire {
        Wire { scheme: holder.scheme(), number: holder.as_str().to_owned() }
    }
}
