//! The small language in which standards give the structure of account numbers and bank codes.
//!
//! `4a6n8c` means four letters, six digits and eight letters or digits, as in the IBAN registry (there written `4!a6!n8!c`).
//! A part `1z` is the digit 0. Counts have one or two digits.

use super::text::Compact;

/// What a structure wants at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// A digit, `n`.
    Digit,
    /// A letter, `a`.
    Letter,
    /// A letter or a digit, `c`.
    LetterOrDigit,
    /// The digit 0, `z`.
    Zero,
}

impl Wanted {
    /// Whether an upper-case ASCII character is what is wanted.
    #[must_use]
    pub fn fits(self, byte: u8) -> bool {
        match self {
            Wanted::Digit => byte.is_ascii_digit(),
            Wanted::Letter => byte.is_ascii_uppercase(),
            Wanted::LetterOrDigit => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            Wanted::Zero => byte == b'0',
        }
    }
}

/// The first character that does not fit the structures, one after the other: where it was typed, and what is wanted there.
pub(crate) fn misfit(compact: &Compact, structures: &[&str]) -> Option<(usize, Wanted)> {
    let mut characters = compact.characters();
    for (count, wanted) in structures.iter().flat_map(|structure| parts(structure)) {
        for _ in 0..count {
            let (position, byte) = characters.next()?;
            if !wanted.fits(byte) {
                return Some((position, wanted));
            }
        }
    }
    None
}

/// How many characters a structure describes.
pub(crate) fn length(structure: &str) -> usize {
    parts(structure).map(|(count, _)| count).sum()
}

/// What a structure wants, and how many of it.
fn parts(structure: &str) -> impl Iterator<Item = (usize, Wanted)> {
    let mut count = 0;
    structure.bytes().filter_map(move |byte| {
        let wanted = match byte {
            b'0'..=b'9' => {
                count = 10 * count + usize::from(byte - b'0');
                return None;
            }
            b'n' => Wanted::Digit,
            b'a' => Wanted::Letter,
            b'z' => Wanted::Zero,
            _ => Wanted::LetterOrDigit,
        };
        Some((std::mem::take(&mut count), wanted))
    })
}
