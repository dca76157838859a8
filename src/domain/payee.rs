//! The payee by name: what the bank of an account says when it is asked whether the account is the holder's, and what a caseworker says
//! to a name that does not fit.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::{line, text::FormatError};

/// What the payee's bank answered when it was asked whether a name belongs to an account: the answers of Verification of Payee (Regulation
/// (EU) 2024/886, article 5c; the EPC's scheme rulebook EPC218-23), and why there is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, IntoStaticStr, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum PayeeAnswer {
    /// The name is the account's (`MTCH`).
    Match,
    /// The name is nearly the account's, and the bank says which that is (`CMTC`).
    CloseMatch,
    /// The account is somebody else's (`NMTC`).
    NoMatch,
    /// Nobody can be asked: the account has no IBAN.
    NoIban,
    /// The bank answers no such question (`NOAP`).
    NotInScheme,
    /// The bank, or who asks it for us, has not answered in time, or nothing that can be read. Worth asking again.
    NoAnswer,
}

impl PayeeAnswer {
    /// Every answer.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Whether a caseworker must say why the account is right all the same, before the change can be confirmed.
    #[must_use]
    pub fn is_mismatch(self) -> bool {
        matches!(self, Self::CloseMatch | Self::NoMatch)
    }

    /// Name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The most characters of a [`Note`].
pub const NOTE_LENGTH: usize = 140;

/// A caseworker's own words, 1 to 140 characters in one line; of the characters that a [`Line`](super::line::Line) has.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Note(String);

text_on_the_wire!(Note, FormatError);

impl Note {
    /// Reads a note as typed; white space is joined to single spaces.
    pub fn parse(raw: &str) -> Result<Note, FormatError> {
        line::read(raw, NOTE_LENGTH).map(Note)
    }

    /// The note.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why the account is right although its bank knows it by another name; see [`Draft::acknowledgement`](super::draft::Draft::acknowledgement).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Acknowledgement {
    /// One of the reasons that the agency allows, by its name in the API.
    pub reason: String,
    /// More, in words.
    pub note: Option<Note>,
}
