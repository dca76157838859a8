//! What of the app's rules a page can call to time them. The app itself has no such door.

use std::hint::black_box;

use nemkonto::domain::{cpr::Cpr, iban::Iban};
use wasm_bindgen::prelude::wasm_bindgen;

/// Whether this is an IBAN.
#[wasm_bindgen]
#[must_use]
pub fn is_iban(text: &str) -> bool {
    Iban::parse(text).is_ok()
}

/// How many lines are IBANs, each read so many times: without what it costs to hand a text over from the page, which the app does
/// once, whatever it then reads in it.
#[wasm_bindgen]
#[must_use]
pub fn count_ibans(lines: &str, times: u32) -> usize {
    count(lines, times, |line| Iban::parse(line).is_ok())
}

/// The same for CPR numbers.
#[wasm_bindgen]
#[must_use]
pub fn count_cprs(lines: &str, times: u32) -> usize {
    count(lines, times, |line| Cpr::parse(line).is_ok())
}

fn count(lines: &str, times: u32, is_right: impl Fn(&str) -> bool) -> usize {
    (0..times).map(|_| lines.lines().filter(|line| is_right(black_box(line))).count()).sum()
}
