//! IBAN and BIC pasted together, as they stand in letters and mails.

use super::{
    bic::{self, Bic},
    iban::{self, Iban},
    text::{self, FormatError},
};

/// What begins a part of its own on the same line.
const LABELS: [&str; 3] = ["IBAN", "BIC", "SWIFT"];

/// What can follow in the same word.
const ENDINGS: [&str; 6] = ["", "KODE", "CODE", "NR", "NO", "KONTO"];

/// More labels than anybody writes around one IBAN and one BIC.
const MOST_LABELS: usize = 8;

/// The most characters of an IBAN (ISO 13616) with a BIC.
const LONGEST: usize = 34 + 11;

/// Splits bank details that consist of one IBAN and one BIC: on two lines, in two cells of a table, in brackets, beside each other with
/// or without labels, or with a sign between them. Nothing else may stand there, so that nothing is overlooked.
#[must_use]
pub fn split_bank_details(raw: &str) -> Option<(Iban, Bic)> {
    let labels = label_starts(raw);
    if labels.len() > MOST_LABELS {
        return None;
    }
    // An IBAN can have a group that looks like a label, as in `LV28 IBAN 0000 ...`: if the text makes no sense with all labels, some are none.
    (0..1_u32 << labels.len()).find_map(|ignored| {
        let counts = |index: usize| ignored & (1 << index) == 0;
        let starts: Vec<usize> = (0..labels.len()).filter(|&index| counts(index)).map(|index| labels[index]).collect();
        read_parts(parts(raw, &starts))
    })
}

fn read_parts<'a>(parts: impl Iterator<Item = &'a str>) -> Option<(Iban, Bic)> {
    let (mut iban, mut bic) = (None, None);
    for part in parts {
        let (read_iban, read_bic) = read_part(part)?;
        if (iban.is_some() && read_iban.is_some()) || (bic.is_some() && read_bic.is_some()) {
            return None;
        }
        (iban, bic) = (iban.or(read_iban), bic.or(read_bic));
    }
    iban.zip(bic)
}

/// Reads a part of the text: an IBAN, a BIC, one after the other, or a label alone. The end of an IBAN is known by its country.
fn read_part(part: &str) -> Option<(Option<Iban>, Option<Bic>)> {
    // A heading can name both: `IBAN/BIC: ...`.
    let labels = [&iban::LABELS[..], &bic::LABELS[..]].concat();
    let compact = match text::compact(part, &labels) {
        Err(FormatError::Empty) => return Some((None, None)),
        compact => compact.ok()?,
    };
    let whole = compact.as_str();
    match (Iban::parse(whole), Bic::parse(whole)) {
        (Ok(iban), _) => return Some((Some(iban), None)),
        (_, Ok(bic)) => return Some((None, Some(bic))),
        _ if whole.len() > LONGEST => return None,
        _ => {}
    }
    (1..whole.len()).filter(|&at| compact.has_gap_before(at)).find_map(|at| {
        let (first, second) = whole.split_at(at);
        let read = |iban, bic| Some((Some(Iban::parse(iban).ok()?), Some(Bic::parse(bic).ok()?)));
        read(first, second).or_else(|| read(second, first))
    })
}

/// The text, divided at line breaks, at signs that only divide, and before the labels that start at `starts`.
fn parts<'a>(raw: &'a str, starts: &[usize]) -> impl Iterator<Item = &'a str> {
    let divides = |character| matches!(character, '\n' | '\r' | ',' | ';' | '/' | '|' | '(' | ')');
    let mut bounds = vec![0];
    for (at, character) in raw.char_indices() {
        bounds.extend(starts.contains(&at).then_some(at));
        bounds.extend(divides(character).then_some(at + 1));
    }
    bounds.push(raw.len());
    // A colon is left over from a label in two parts, such as `BIC (SWIFT):`.
    let trimmed =
        move |pair: [usize; 2]| raw[pair[0]..pair[1]].trim_end_matches(divides).trim().trim_start_matches(':');
    let pairs: Vec<[usize; 2]> = bounds.array_windows().copied().collect();
    pairs.into_iter().map(trimmed).filter(|part| !part.is_empty())
}

/// Where words stand that look like labels.
fn label_starts(raw: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = None;
    for (at, character) in raw.char_indices() {
        // `BIC/SWIFT`, `BIC (SWIFT)` and `SWIFT-BIC` are one label.
        let may_begin = before.is_none_or(|before: char| !before.is_alphanumeric() && !"/(-".contains(before));
        if may_begin && LABELS.iter().any(|label| starts_with(&raw[at..], label)) {
            starts.push(at);
        }
        before = Some(character);
    }
    starts
}

/// Whether a text begins with a label, or with a longer word of it such as `BIC-kode` and `Bickode`, and not with an IBAN's group of letters.
fn starts_with(text: &str, label: &str) -> bool {
    let word: String = text.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    word.strip_prefix(label).is_some_and(|rest| ENDINGS.contains(&rest))
}
