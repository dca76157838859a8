//! What a payment is for: one of the general benefit types, or one of an authority's own.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    line,
    text::{FormatError, capital},
};

/// The most characters in a code. The real limit is not published; the general codes have six.
pub const CODE_LENGTH: usize = 10;

/// The most characters in a name. The real limit is not published; the longest general name known has 38.
pub const NAME_LENGTH: usize = 60;

/// What the codes of the general benefit types begin with; no authority may name its own like that.
const GENERAL_PREFIX: &str = "NKS";

/// The short text ("Korttekst") that names a benefit type, such as `NKSSOP`: 1 to 10 letters and digits in upper case, Danish letters
/// among them, in composed form (Unicode NFC).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct BenefitCode(String);

/// The name of a benefit type as written ("Ydelsesartstekst"): one line of 1 to 60 characters.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct BenefitName(String);

/// Why a text is no code of an authority's own benefit type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BenefitCodeError {
    /// Empty, too long, or with a character that codes do not have.
    Format(FormatError),
    /// It begins like the codes of the general benefit types.
    General,
}

text_on_the_wire!(BenefitCode, FormatError);
text_on_the_wire!(BenefitName, FormatError);
named_error!(BenefitCodeError);
from_format_error!(BenefitCodeError);

impl BenefitCode {
    /// Reads a code as typed, in any case.
    pub fn parse(raw: &str) -> Result<BenefitCode, FormatError> {
        let mut code = String::new();
        for (index, character) in raw.chars().enumerate() {
            // A ring that follows its letter, as some systems paste Å. Æ and Ø have no such form.
            if character == '\u{30a}' && code.ends_with('A') {
                code.pop();
                code.push('Å');
                continue;
            }
            if character.is_whitespace() {
                continue;
            }
            let capital = Some(capital(character)).filter(|capital| is_allowed(*capital));
            code.push(capital.ok_or(FormatError::Unexpected { position: index + 1 })?);
        }
        match code.chars().count() {
            0 => Err(FormatError::Empty),
            1..=CODE_LENGTH => Ok(BenefitCode(code)),
            length => Err(FormatError::TooLong { extra: length - CODE_LENGTH }),
        }
    }

    /// Reads the code of a benefit type that an authority makes for itself.
    pub fn parse_own(raw: &str) -> Result<BenefitCode, BenefitCodeError> {
        let code = Self::parse(raw)?;
        if code.is_general() { Err(BenefitCodeError::General) } else { Ok(code) }
    }

    /// Whether it is one of the benefit types that all authorities share.
    #[must_use]
    pub fn is_general(&self) -> bool {
        self.0.starts_with(GENERAL_PREFIX)
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl BenefitName {
    /// Reads a name as typed; white space is joined to single spaces.
    pub fn parse(raw: &str) -> Result<BenefitName, FormatError> {
        line::read(raw, NAME_LENGTH).map(BenefitName)
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BenefitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for BenefitName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_allowed(character: char) -> bool {
    character.is_ascii_uppercase() || character.is_ascii_digit() || matches!(character, 'Æ' | 'Ø' | 'Å')
}
