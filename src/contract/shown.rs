//! Words of the API that people read, such as names. However they arrive, a page can bear what is read here: every field that is shown
//! goes through it.

use serde::{Deserialize, Deserializer};

/// The most characters of one text; the longest names of the registers are shorter.
pub const LONGEST_SHOWN: usize = 200;

/// Reads a text that must be there.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer).map(|text| shown(&text))
}

/// Reads a text that need not be there.
pub(super) fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.map(|text| shown(&text)))
}

/// A text of at most [`LONGEST_SHOWN`] characters, with an ellipsis where it was cut. What is invisible and would turn the words after it
/// around is replaced by a sign that can be seen.
fn shown(text: &str) -> String {
    let is_cut = text.chars().nth(LONGEST_SHOWN).is_some();
    let kept = text.chars().take(if is_cut { LONGEST_SHOWN - 1 } else { LONGEST_SHOWN });
    let visible = kept.map(|c| if turns_around(c) { char::REPLACEMENT_CHARACTER } else { c });
    visible.chain(is_cut.then_some('…')).collect()
}

/// Whether a text is shown as it is written.
#[must_use]
pub fn is_shown_as_written(text: &str) -> bool {
    shown(text) == text
}

/// The bidirectional marks, embeddings, overrides and isolates (Unicode Standard Annex 9).
fn turns_around(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
