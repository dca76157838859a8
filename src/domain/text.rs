//! Reads identifiers as people type and paste them.
//!
//! Spaces of every width, line breaks, dots and dashes only separate and are dropped; a leading label such as `IBAN:` too.
//! What could deceive a reader is refused with its position: full-width digits, bidirectional controls, zero-width
//! characters, letters of other alphabets.

use std::ops::RangeInclusive;

/// What is wrong with the form of a text, before its meaning is looked at.
///
/// Positions count the characters of the text as it was typed, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormatError {
    /// Nothing but separators.
    Empty,
    /// A character that no identifier has: outside ASCII, or invisible.
    Forbidden {
        /// Where it stands.
        position: usize,
    },
    /// An ordinary character that this identifier does not have there, such as a letter in a CPR number.
    Unexpected {
        /// Where it stands.
        position: usize,
    },
    /// Too few characters, separators not counted.
    TooShort {
        /// How many more are needed.
        missing: usize,
    },
    /// Too many characters, separators not counted.
    TooLong {
        /// How many must go.
        extra: usize,
    },
}

named_error!(FormatError);

/// A text without separators and label, in ASCII upper case, that still knows where each character was typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Compact {
    text: String,
    positions: Vec<usize>,
}

/// The most characters of what is typed into one field: more than bank details on several lines have, and too few to keep a browser busy.
pub const LONGEST_TYPED: usize = 2_000;

/// The beginning of a text, of so many characters at the most.
#[must_use]
pub fn beginning(text: &str, longest: usize) -> &str {
    text.char_indices().nth(longest).map_or(text, |(end, _)| &text[..end])
}

/// Drops separators, `labels` at the beginning (`CVR-nr.: DK ...` has two) and a comma or semicolon at the end, and upper-cases ASCII
/// letters.
///
/// Labels are given as they look without separators: `CPRNR` covers `CPR-nr.:` and `cpr nr`. A label counts only where
/// the identifier visibly starts anew after it: at a colon, a separator or a digit.
///
/// Fails with [`FormatError::Forbidden`] or [`FormatError::Empty`].
pub fn compact(raw: &str, labels: &[&str]) -> Result<Compact, FormatError> {
    let mut all = Compact { text: String::with_capacity(raw.len()), positions: Vec::with_capacity(raw.len()) };
    for (index, character) in raw.chars().enumerate() {
        let position = index + 1;
        if is_separator(character) {
            continue;
        }
        if !character.is_ascii_graphic() {
            return Err(FormatError::Forbidden { position });
        }
        all.text.push(character.to_ascii_uppercase());
        all.positions.push(position);
    }
    while all.text.ends_with([',', ';']) {
        all.text.pop();
        all.positions.pop();
    }
    while let Some(label) = labels.iter().filter_map(|label| all.label_end(label)).max() {
        all.text.drain(..label);
        all.positions.drain(..label);
    }
    if all.text.is_empty() { Err(FormatError::Empty) } else { Ok(all) }
}

/// Reads a number of so many digits, such as an account number of 1 to 10.
pub fn digits(raw: &str, labels: &[&str], lengths: RangeInclusive<usize>) -> Result<String, FormatError> {
    let compact = compact(raw, labels)?;
    compact.require(|byte| byte.is_ascii_digit())?;
    compact.require_length(lengths)?;
    Ok(compact.into_string())
}

/// The capital of a letter of the Danish alphabet; every other character is its own. All that is compared or allowed has no others, and a table of
/// those of all alphabets would be 12 kB.
#[must_use]
pub fn capital(letter: char) -> char {
    match letter {
        'æ' => 'Æ',
        'ø' => 'Ø',
        'å' => 'Å',
        _ => letter.to_ascii_uppercase(),
    }
}

/// Whether a character only separates: white space of every width, dots, and the usual dashes.
#[must_use]
pub fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '.' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Groups of the given sizes, with `separator` between them; what is left over is the last group. For ASCII.
pub(super) fn in_groups(text: &str, sizes: &[usize], separator: &str) -> String {
    let mut rest = text;
    let mut groups = Vec::new();
    for &size in sizes {
        if let Some((group, after)) = rest.split_at_checked(size) {
            groups.push(group);
            rest = after;
        }
    }
    if !rest.is_empty() {
        groups.push(rest);
    }
    groups.join(separator)
}

impl Compact {
    /// The text itself: ASCII, no separators.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text itself, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }

    /// Each character with the position where it was typed.
    pub fn characters(&self) -> impl Iterator<Item = (usize, u8)> {
        self.positions.iter().copied().zip(self.text.bytes())
    }

    /// Whether something was typed between the character at `index` and the one before it.
    #[must_use]
    pub fn has_gap_before(&self, index: usize) -> bool {
        let pair = index.checked_sub(1).and_then(|before| self.positions.get(before..=index));
        pair.is_some_and(|pair| pair[1] - pair[0] > 1)
    }

    /// The sizes of the groups in which it was typed.
    #[must_use]
    pub fn groups(&self) -> Vec<usize> {
        let starts: Vec<usize> = (0..self.text.len()).filter(|&at| at == 0 || self.has_gap_before(at)).collect();
        let ends = starts.iter().copied().skip(1).chain([self.text.len()]);
        starts.iter().zip(ends).map(|(start, end)| end - start).collect()
    }

    /// Whether one of `labels` stands at the beginning, see [`compact`].
    #[must_use]
    pub fn starts_with_label(&self, labels: &[&str]) -> bool {
        labels.iter().any(|label| self.label_end(label).is_some())
    }

    /// Fails with [`FormatError::Unexpected`] at the first character that does not fit.
    pub fn require(&self, fits: impl Fn(u8) -> bool) -> Result<(), FormatError> {
        match self.characters().find(|&(_, byte)| !fits(byte)) {
            Some((position, _)) => Err(FormatError::Unexpected { position }),
            None => Ok(()),
        }
    }

    /// Fails with [`FormatError::TooShort`] or [`FormatError::TooLong`] outside the given lengths.
    pub fn require_length(&self, lengths: RangeInclusive<usize>) -> Result<(), FormatError> {
        let length = self.text.len();
        if length < *lengths.start() {
            Err(FormatError::TooShort { missing: lengths.start() - length })
        } else if length > *lengths.end() {
            Err(FormatError::TooLong { extra: length - lengths.end() })
        } else {
            Ok(())
        }
    }

    /// How many characters `label` and its colon take at the beginning, if it stands there.
    fn label_end(&self, label: &str) -> Option<usize> {
        let next = self.text.strip_prefix(label)?.bytes().next();
        let end = label.len();
        match next {
            Some(b':') => Some(end + 1),
            Some(byte) if self.has_gap_before(end) || byte.is_ascii_digit() => Some(end),
            Some(_) => None,
            None => Some(end),
        }
    }
}
