//! Gives every target its corpus, and what can be made of it by changing a few bytes: with any toolchain, always the same.

#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use nemkonto::{relogin::StoredRecord, verification::UnverifiedDocument};
use nemkonto_fuzz::{TARGETS, TYPES, verify};
use serde_json::Value;

/// So many inputs for each target.
const INPUTS: u32 = 5_000;

/// Pieces that mean something to some parser.
const PIECES: [&str; 22] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "null",
    "-1",
    "1e309",
    "18446744073709551616",
    "\\u0000",
    "%00",
    "&",
    "=",
    " ",
    "\u{a0}",
    "\u{202e}",
    "\u{200b}",
    "٣",
    "😀",
    "00000000000000000000",
];

/// Numbers without end, the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

fn files(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn corpus(target: &str) -> Vec<Vec<u8>> {
    files(target).iter().map(|file| fs::read(file).unwrap()).collect()
}

fn altered(corpus: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut input = corpus[numbers.below(corpus.len())].clone();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(input.len() + 1);
        let end = at + numbers.below(input.len() - at + 1).min(16);
        match numbers.below(6) {
            0 if at < input.len() => input[at] ^= 1 << numbers.below(8),
            1 if at < input.len() => input[at] = b' ' + u8::try_from(numbers.below(95)).unwrap(),
            2 => drop(input.drain(at..end)),
            3 => drop(input.splice(at..at, PIECES[numbers.below(PIECES.len())].bytes())),
            4 => {
                let copy = input[at..end].to_vec();
                input.splice(at..at, copy);
            }
            _ => {
                let other = &corpus[numbers.below(corpus.len())];
                input.splice(at.., other[numbers.below(other.len())..].to_vec());
            }
        }
    }
    input
}

fn breaks_no_promise(name: &str) {
    let (_, target) = TARGETS.into_iter().find(|(target, _)| *target == name).unwrap();
    let (corpus, mut numbers) = (corpus(name), Numbers(0x9E37_79B9_7F4A_7C15));
    assert!(!corpus.is_empty());
    for input in &corpus {
        target(input);
    }
    for _ in 0..INPUTS {
        target(&altered(&corpus, &mut numbers));
    }
}

#[test]
fn answers() {
    breaks_no_promise("answers");
}

#[test]
fn callback() {
    breaks_no_promise("callback");
}

#[test]
fn pasted() {
    breaks_no_promise("pasted");
}

#[test]
fn receipts() {
    breaks_no_promise("receipts");
}

#[test]
fn record() {
    breaks_no_promise("record");
}

#[test]
fn sealed() {
    breaks_no_promise("sealed");
}

/// A corpus in the format of long ago would let every parser give up at its first field. And whoever renames a key must rename it here.
#[test]
fn the_corpus_is_what_the_api_says_today_key_by_key() {
    let names: Vec<String> =
        files("answers").iter().map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    for (kind, reader) in TYPES {
        let of_kind = |name: &&String| name.split('-').next() == Some(kind);
        assert!(names.iter().any(|name| of_kind(&name)), "no {kind} in the corpus");
        for name in names.iter().filter(of_kind) {
            let file = format!("{}/corpus/answers/{name}.json", env!("CARGO_MANIFEST_DIR"));
            let bytes = fs::read(file).unwrap();
            let kept: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(reader(&bytes), Some(kept), "{name} is no {kind}");
        }
    }
    for document in ["code", "document"] {
        let file = format!("{}/corpus/receipts/{document}.txt", env!("CARGO_MANIFEST_DIR"));
        let read = UnverifiedDocument::read(&fs::read_to_string(file).unwrap()).unwrap();
        assert!(verify(read, Ok(true)).is_ok(), "{document} says nothing that is understood");
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/record/record.json");
    assert!(StoredRecord::from_text("key", &fs::read_to_string(file).unwrap()).is_ok());
}
