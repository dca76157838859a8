//! What comes from outside, given to every parser that reads it. Each target takes any bytes, and panics if a promise is broken.
//!
//! `tests/replay.rs` gives them the corpus and what can be made of it, with any toolchain and in seconds. `libfuzzer` lets libFuzzer
//! look for more, for as long as one likes:
//!
//! ```text
//! cargo install cargo-fuzz
//! cargo +nightly fuzz run --fuzz-dir tests/fuzz/libfuzzer TARGET tests/fuzz/corpus/TARGET -- -max_total_time=600 -only_ascii=1
//! ```

#![allow(clippy::missing_panics_doc, reason = "panicking is how a target tells")]

mod answers;
mod callback;
mod pasted;
#[allow(dead_code, reason = "the sandbox uses more of it")]
#[path = "../../sandbox/src/random.rs"]
mod random;
mod receipts;
#[allow(dead_code, reason = "the sandbox uses more of it")]
#[path = "../../sandbox/src/seal.rs"]
mod seal;
mod stored;

pub use answers::{Reader, TYPES, answers, written_again};
pub use callback::callback;
pub use pasted::pasted;
pub use receipts::{receipts, verify};
pub use stored::{record, sealed};

/// A target, by the name of its corpus.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 6] = [
    ("answers", answers),
    ("callback", callback),
    ("pasted", pasted),
    ("receipts", receipts),
    ("record", record),
    ("sealed", sealed),
];
