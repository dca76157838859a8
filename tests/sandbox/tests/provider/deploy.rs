//! The examples for other servers, and what the documents say of the headers.

use std::env;
use std::fs;
use std::path::Path;

use nemkonto_sandbox::deploy::{PARTS, with_part};

/// `UPDATE_SNAPSHOTS=1` writes them anew.
#[test]
fn the_examples_have_the_headers_of_the_sandbox() {
    for part in PARTS {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(part.file);
        let kept = fs::read_to_string(&file).unwrap();
        let current = with_part(&kept, &part).unwrap_or_else(|| panic!("{} has no {}", part.file, part.name));
        if env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
            fs::write(&file, &current).unwrap();
        } else {
            assert!(kept == current, "{}: {} is not current; UPDATE_SNAPSHOTS=1 writes it", part.file, part.name);
        }
    }
}
