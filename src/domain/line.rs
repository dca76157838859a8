//! One line of a name or an address, as payments carry it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::text::FormatError;

/// The most characters in a line: ISO 20022 `Max35Text`, as in SWIFT payments.
pub const MAX_LENGTH: usize = 35;

/// One line of text of 1 to 35 characters: the name of a bank, or a line of its address.
///
/// Latin letters with their diacritics, digits and ordinary punctuation, because payments carry nothing else. Nothing
/// invisible: no controls, no bidirectional overrides, no zero-width characters. Markup has no meaning in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

text_on_the_wire!(Line, FormatError);

impl Line {
    /// Reads a line as typed; white space is joined to single spaces, so a pasted address of several lines becomes one.
    pub fn parse(raw: &str) -> Result<Line, FormatError> {
        read(raw, MAX_LENGTH).map(Line)
    }

    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads one line of so many characters at the most.
pub(super) fn read(raw: &str, max_length: usize) -> Result<String, FormatError> {
    let refused = |c: char| !c.is_whitespace() && !is_allowed(c);
    if let Some(index) = raw.chars().position(refused) {
        return Err(FormatError::Forbidden { position: index + 1 });
    }
    let line = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() {
        0 => Err(FormatError::Empty),
        length if length > max_length => Err(FormatError::TooLong { extra: length - max_length }),
        _ => Ok(line),
    }
}

fn is_allowed(character: char) -> bool {
    match character {
        // Among the letters stand the signs of multiplication and division, among the diacritics an invisible joiner.
        '\u{d7}' | '\u{f7}' | '\u{34f}' => false,
        // Latin-1, Latin Extended-A, -B and Additional; diacritics that follow their letter, as some systems paste them.
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{300}'..='\u{36f}'
        // Dashes and quotation marks of word processors; ordinal and section signs.
        | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201e}' | '«' | '»' | 'ª' | 'º' | '°' | '§' | '·' => true,
        _ => character.is_ascii_graphic(),
    }
}
