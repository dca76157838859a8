//! The business identifier code of a bank ("SWIFT code"), ISO 9362.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::country::Country;
use super::text::{self, FormatError};

pub(super) const LABELS: [&str; 28] = [
    "BIC",
    "SWIFT",
    "BIC/SWIFT",
    "SWIFT/BIC",
    "BICSWIFT",
    "SWIFTBIC",
    "BIC(SWIFT)",
    "SWIFT(BIC)",
    "BICNR",
    "BICNO",
    "SWIFTNR",
    "SWIFTNO",
    "SWIFTADR",
    "BICKOD",
    "SWIFTKOD",
    "BICKODE",
    "BICCODE",
    "SWIFTKODE",
    "SWIFTCODE",
    "SWIFTADRESSE",
    "BICKODE(SWIFT)",
    "BICCODE(SWIFT)",
    "SWIFTKODE(BIC)",
    "SWIFTCODE(BIC)",
    "BIC/SWIFTKODE",
    "BIC/SWIFTCODE",
    "SWIFT/BICKODE",
    "SWIFT/BICCODE",
];

/// A bank's code: four characters for the bank, two letters for the country, two for the place, three for the branch or none.
///
/// Source: ISO 9362 in the form of ISO 20022, `BICFIDec2014Identifier`. Form only: whether a bank has it is not known here.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Bic {
    country: Country,
    text: String,
}

/// Why a text is no BIC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BicError {
    /// Empty, or a character that no BIC has. Never a length: see [`BicError::WrongLength`].
    Format(FormatError),
    /// Neither 8 nor 11 characters.
    WrongLength {
        /// How many there are.
        got: usize,
    },
    /// Characters 5 and 6 are no country's code.
    UnknownCountry {
        /// The two characters.
        code: [char; 2],
    },
    /// A BIC for tests: character 8 is the digit 0. Often a mistaken letter O.
    Test,
}

text_on_the_wire!(Bic, BicError);
hidden_in_debug!(Bic);
named_error!(BicError);
from_format_error!(BicError);

impl Bic {
    /// Reads a BIC as typed, in any case, with spaces or a label such as `BIC/SWIFT:`.
    ///
    /// ```
    /// use nemkonto::domain::bic::{Bic, BicError};
    ///
    /// let bic = Bic::parse("BIC/SWIFT: revolt21").unwrap();
    /// assert_eq!((bic.as_str(), bic.country().as_str()), ("REVOLT21", "LT"));
    /// assert_eq!(Bic::parse("REVOLT2"), Err(BicError::WrongLength { got: 7 }));
    /// ```
    pub fn parse(raw: &str) -> Result<Bic, BicError> {
        let compact = text::compact(raw, &LABELS)?;
        compact.require(|byte| byte.is_ascii_alphanumeric())?;
        let text = compact.into_string();
        if text.len() != 8 && text.len() != 11 {
            return Err(BicError::WrongLength { got: text.len() });
        }
        let code = [char::from(text.as_bytes()[4]), char::from(text.as_bytes()[5])];
        let country = Country::from_code(&text[4..6]).ok_or(BicError::UnknownCountry { code })?;
        if text.as_bytes()[7] == b'0' { Err(BicError::Test) } else { Ok(Bic { country, text }) }
    }

    /// The country of the bank.
    #[must_use]
    pub fn country(&self) -> Country {
        self.country
    }

    /// The first eight characters, which stand for the head office.
    #[must_use]
    pub fn head_office(&self) -> &str {
        &self.text[..8]
    }

    /// Whether there are digits among the first four characters: allowed since 2014, seen rarely, so worth a second look.
    #[must_use]
    pub fn has_digit_in_party_prefix(&self) -> bool {
        self.text[..4].bytes().any(|byte| byte.is_ascii_digit())
    }

    /// 8 or 11 characters, as entered.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Bic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
