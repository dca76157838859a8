//! IBAN and BIC pasted together, as they stand in letters and mails.

use super::{
    bic::{Bic, BicError},
    iban::{Iban, IbanError},
    text::FormatError,
};

/// What begins a part of its own on the same line.
const LABELS: [&str; 3] = ["IBAN", "BIC", "SWIFT"];

/// What can follow in the same word.
const ENDINGS: [&str; 6] = ["", "KODE", "CODE", "NR", "NO", "KONTO"];

/// Splits bank details that consist of one IBAN and one BIC: on two lines, beside each other behind their labels, or with a comma or
/// semicolon between. Nothing else may stand there, so that nothing is overlooked.
#[must_use]
pub fn split_bank_details(raw: &str) -> Option<(Iban, Bic)> {
    let (mut iban, mut bic) = (None, None);
    for part in parts(raw) {
        match (Iban::parse(part), Bic::parse(part)) {
            (Ok(read), _) if iban.is_none() => iban = Some(read),
            (_, Ok(read)) if bic.is_none() => bic = Some(read),
            // A label on a line of its own.
            (Err(IbanError::Format(FormatError::Empty)), _) | (_, Err(BicError::Format(FormatError::Empty))) => {}
            _ => return None,
        }
    }
    iban.zip(bic)
}

fn parts(raw: &str) -> impl Iterator<Item = &str> {
    let mut starts: Vec<usize> = vec![0];
    let mut before = None;
    for (at, character) in raw.char_indices() {
        // `BIC/SWIFT`, `BIC (SWIFT)` and `SWIFT-BIC` are one label.
        let may_begin = before.is_none_or(|before: char| !before.is_alphanumeric() && !"/(-".contains(before));
        let has_label = || LABELS.iter().any(|label| starts_with(&raw[at..], label));
        if matches!(before, Some('\n' | '\r' | ',' | ';')) || may_begin && has_label() {
            starts.push(at);
        }
        before = Some(character);
    }
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([raw.len()]).collect();
    let trimmed = move |(start, end): (usize, usize)| raw[start..end].trim_end_matches([',', ';']).trim();
    starts.into_iter().zip(ends).map(trimmed).filter(|part| !part.is_empty())
}

/// Whether a text begins with a label, or with a longer word of it such as `BIC-kode` and `Bickode`, and not with an IBAN's group of letters.
fn starts_with(text: &str, label: &str) -> bool {
    let word: String = text.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    word.strip_prefix(label).is_some_and(|rest| ENDINGS.contains(&rest))
}
