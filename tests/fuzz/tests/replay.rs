//! Gives every target its corpus, and what can be made of it by changing a few bytes: with any toolchain, always the same.

#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use nemkonto::{
    contract::{LONGEST_SHOWN, Receipt, ReceiptCode},
    relogin::StoredRecord,
    verification::UnverifiedDocument,
};
use nemkonto_fuzz::{Reader, TARGETS, TYPES, verify, written_again};
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

/// What is not shown to anybody: names of things in the API, what is sealed, addresses, and what is only compared.
const NEVER_SHOWN: [&str; 16] = [
    "authorization_url",
    "change_id",
    "code",
    "commitment",
    "document",
    "draft_key",
    "handle",
    "id",
    "issuer",
    "login_origin",
    "next",
    "pointer",
    "sealed",
    "sha",
    "state",
    "title",
];

/// Puts a text in place of each text in turn, and gives what a type makes of it.
fn with_each_text_replaced(value: &Value, hostile: &str, look: &mut impl FnMut(&Value)) {
    fn texts(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::String(_) => found.push(path.to_owned()),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, item)| texts(item, &format!("{path}/{at}"), found));
            }
            Value::Object(fields) => fields.iter().for_each(|(key, item)| texts(item, &format!("{path}/{key}"), found)),
            _ => {}
        }
    }
    let mut paths = Vec::new();
    texts(value, "", &mut paths);
    for path in paths {
        let mut altered = value.clone();
        *altered.pointer_mut(&path).unwrap() = hostile.into();
        look(&altered);
    }
}

/// Every text that is read, with its key; but what was typed into a form comes back letter by letter.
fn each_text(value: &Value, key: &str, look: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => look(key, text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, key, look)),
        Value::Object(fields) => {
            fields.iter().filter(|(key, _)| *key != "values").for_each(|(key, item)| each_text(item, key, look));
        }
        _ => {}
    }
}

#[test]
fn a17_whatever_a_text_of_the_api_is_a_page_can_bear_what_is_read() {
    let hostile = format!("{}\u{202e}{}", "W".repeat(5), "w".repeat(100_000));
    let mut readers: Vec<(&str, Reader, Value)> = Vec::new();
    let is_shown = |kind: &str| !kind.ends_with("_request") && !["login_callback", "receipt_keys"].contains(&kind);
    for (kind, reader) in TYPES.into_iter().filter(|(kind, _)| is_shown(kind)) {
        for file in files("answers").iter().filter(|file| file.file_stem().unwrap().to_str().unwrap().starts_with(kind))
        {
            readers.push((kind, reader, serde_json::from_slice(&fs::read(file).unwrap()).unwrap()));
        }
    }
    let receipt = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/receipts/receipt.json");
    let receipt: Receipt = serde_json::from_slice(&fs::read(receipt).unwrap()).unwrap();
    readers.push(("receipt", written_again::<Receipt>, serde_json::to_value(&receipt).unwrap()));
    let code = ReceiptCode::of(&receipt, String::new());
    readers.push(("code", written_again::<ReceiptCode>, serde_json::to_value(code).unwrap()));
    let mut cut = 0;
    for (kind, reader, value) in readers {
        with_each_text_replaced(&value, &hostile, &mut |altered| {
            let Some(read) = reader(altered.to_string().as_bytes()) else { return };
            each_text(&read, "", &mut |key, text| {
                if NEVER_SHOWN.contains(&key) {
                    return;
                }
                assert!(text.chars().count() <= LONGEST_SHOWN, "{key} of {kind} has {} characters", text.len());
                assert!(!text.contains('\u{202e}'), "{key} of {kind} turns the words after it around");
                cut += usize::from(text.starts_with("WWWWW\u{fffd}w") && text.ends_with("w…"));
            });
        });
    }
    assert!(cut > 20, "only {cut} texts were read");
}
