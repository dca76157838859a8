//! The international bank account number, ISO 13616.

mod registry;

use std::fmt;

use serde::{Deserialize, Serialize};

pub(super) use self::registry::bank_part;
pub use self::registry::iban_length;
use super::country::Country;
use super::structure;
pub use super::structure::Wanted;
use super::text::{self, Compact, FormatError};

/// Not `IBANNO`: that is how `IBAN NO64 ...` begins, too.
pub(super) const LABELS: [&str; 8] =
    ["IBAN", "IBANNR", "IBANNUMMER", "IBANNUMBER", "IBANKODE", "IBANCODE", "IBANKONTO", "IBANKONTONR"];

/// The structure of country and check digits.
const BEGINNING: &str = "2a2n";

/// An IBAN of a country in the IBAN registry: right length, right structure, matching check digits.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Iban {
    country: Country,
    text: String,
}

/// An IBAN that is not Danish, Faroese or Greenlandic: those accounts have a registration number and their own form.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Iban", into = "Iban")]
pub struct ForeignIban(Iban);

/// Why a text is no IBAN. The first cause in the order below is told, for it explains those after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IbanError {
    /// Empty, a character that no IBAN has, or not the length of this country's IBANs.
    Format(FormatError),
    /// It does not begin with the two letters of a country.
    NoCountryCode,
    /// No country has the code it begins with.
    UnknownCountry {
        /// The two letters.
        code: [char; 2],
    },
    /// Accounts in the territory have the IBANs of another country.
    OfOtherCountry {
        /// The territory.
        country: Country,
    },
    /// The country is not in the IBAN registry. It may have joined recently, or its accounts go without IBAN.
    CountryWithoutIban {
        /// The country.
        country: Country,
    },
    /// Another kind of character than this country has at that place, such as a letter O for a zero.
    Structure {
        /// Where it stands in the text as typed, from 1.
        position: usize,
        /// What stands there in IBANs of this country.
        wanted: Wanted,
    },
    /// The check digits do not match the rest: a typing error.
    CheckDigits,
    /// Only from [`ForeignIban`]: the account belongs in the domestic form.
    Domestic {
        /// Denmark, the Faroe Islands or Greenland.
        country: Country,
    },
}

text_on_the_wire!(Iban, IbanError);
hidden_in_debug!(Iban, ForeignIban);
named_error!(IbanError);
from_format_error!(IbanError);

impl Iban {
    /// Reads an IBAN as typed: in groups or not, in lower case, with a leading `IBAN:`.
    ///
    /// ```
    /// use nemkonto::domain::iban::{ForeignIban, Iban, IbanError};
    ///
    /// let iban = Iban::parse("IBAN: lt35 3250 0123 4567 8901").unwrap();
    /// assert_eq!(iban.to_string(), "LT35 3250 0123 4567 8901");
    /// assert_eq!(Iban::parse("LT35 3250 0123 4567 8902"), Err(IbanError::CheckDigits));
    /// // A Danish account has its own form.
    /// assert!(matches!(ForeignIban::parse("DK03 9999 0000 1234 56"), Err(IbanError::Domestic { .. })));
    /// ```
    pub fn parse(raw: &str) -> Result<Iban, IbanError> {
        let compact = text::compact(raw, &LABELS)?;
        let (country, bban) = read_country(&compact)?;
        compact.require(|byte| byte.is_ascii_alphanumeric())?;
        let length = structure::length(BEGINNING) + structure::length(bban);
        compact.require_length(length..=length)?;
        if let Some((position, wanted)) = structure::misfit(&compact, &[BEGINNING, bban]) {
            return Err(IbanError::Structure { position, wanted });
        }
        let text = compact.into_string();
        // The library refuses check digits 00 and 01; ISO 13616 has none above 98 either.
        let matching = text.parse::<iban::BaseIban>().is_ok() && &text[2..4] != "99";
        if matching { Ok(Iban { country, text }) } else { Err(IbanError::CheckDigits) }
    }

    /// The IBAN of an account part of digits only, with its check digits computed (ISO 7064, modulus 97-10).
    ///
    /// `bban` has at most 30 digits, so that all fits into 128 bits.
    pub(super) fn from_digits(country: Country, bban: &str) -> Iban {
        let account = bban.bytes().fold(0, |number, digit| 10 * number + u128::from(digit - b'0'));
        let letters = country.as_str().bytes().map(|letter| u128::from(letter - b'A') + 10);
        let number = letters.fold(account, |number, letter| 100 * number + letter) * 100;
        Iban { country, text: format!("{country}{:02}{bban}", 98 - number % 97) }
    }

    /// The country of the account.
    #[must_use]
    pub fn country(&self) -> Country {
        self.country
    }

    /// Whether it is Danish, Faroese or Greenlandic.
    #[must_use]
    pub fn is_domestic(&self) -> bool {
        self.country.is_domestic()
    }

    /// The part after country and check digits.
    #[must_use]
    pub fn bban(&self) -> &str {
        &self.text[4..]
    }

    /// The part that names the bank, and nothing of the account; nothing in a country whose IBANs have no such part.
    #[must_use]
    pub fn bank_code(&self) -> Option<&str> {
        self.bban().get(bank_part(self.country)?)
    }

    /// Without spaces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Country and last four characters, for places that need not show the whole number: `LT.. 8417`.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("{}.. {}", self.country, &self.text[self.text.len() - 4..])
    }
}

impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, character) in self.text.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                f.write_str(" ")?;
            }
            write!(f, "{character}")?;
        }
        Ok(())
    }
}

impl ForeignIban {
    /// Reads an IBAN as [`Iban::parse`] does, and refuses domestic ones with [`IbanError::Domestic`].
    pub fn parse(raw: &str) -> Result<ForeignIban, IbanError> {
        Iban::parse(raw)?.try_into()
    }

    /// The IBAN itself.
    #[must_use]
    pub fn iban(&self) -> &Iban {
        &self.0
    }
}

impl TryFrom<Iban> for ForeignIban {
    type Error = IbanError;

    fn try_from(iban: Iban) -> Result<ForeignIban, IbanError> {
        if iban.is_domestic() { Err(IbanError::Domestic { country: iban.country }) } else { Ok(ForeignIban(iban)) }
    }
}

impl From<ForeignIban> for Iban {
    fn from(foreign: ForeignIban) -> Iban {
        foreign.0
    }
}

impl fmt::Display for ForeignIban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The country that an IBAN begins with, and the structure of the account part of its IBANs.
fn read_country(compact: &Compact) -> Result<(Country, &'static str), IbanError> {
    let mut letters = compact.as_str().chars();
    let (Some(first @ 'A'..='Z'), Some(second @ 'A'..='Z')) = (letters.next(), letters.next()) else {
        return Err(IbanError::NoCountryCode);
    };
    let code = [first, second];
    let country = Country::from_code(&compact.as_str()[..2]).ok_or(IbanError::UnknownCountry { code })?;
    let without = || {
        if country.has_iban() {
            IbanError::OfOtherCountry { country }
        } else {
            IbanError::CountryWithoutIban { country }
        }
    };
    Ok((country, registry::bban_structure(country.as_str()).ok_or_else(without)?))
}
