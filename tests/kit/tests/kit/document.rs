//! What ADOPTING.md says of the contract, and what is said of test data that cannot be used.

use std::{env, fs, path::Path};

use nemkonto_kit::{cases::Cases, table};

use crate::support::CASES;

/// `UPDATE_SNAPSHOTS=1` writes it anew.
#[test]
fn the_document_has_the_table_of_the_checks() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ADOPTING.md");
    let kept = fs::read_to_string(&file).unwrap();
    let current = table::put_into(&kept).expect("ADOPTING.md has a place for the table");
    if env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
        fs::write(&file, &current).unwrap();
    } else {
        assert!(kept == current, "the table in ADOPTING.md is not current; UPDATE_SNAPSHOTS=1 writes it");
    }
}

#[test]
fn test_data_that_cannot_be_used_are_refused_by_their_key() {
    let refused = |from: &str, to: &str| {
        assert!(CASES.contains(from), "{from}");
        Cases::parse(&CASES.replacen(from, to, 1)).unwrap_err().to_string()
    };
    for (from, to, told) in [
        ("colleague =", "coleague =", "coleague"),
        ("caseworker = \"anna\"", "", "people.caseworker"),
        ("changed = {", "unchanged = {", "unchanged"),
        ("bic = \"REVOLT21\"", "bik = \"REVOLT21\"", "bik"),
        ("scheme = \"cvr\"", "scheme = \"cvs\"", "cvs"),
        ("lookups = 61", "lookups = \"61\"", "lookups"),
        ("[limits]", "[limit]", "limit"),
    ] {
        let error = refused(from, to);
        assert!(error.contains(told), "{error}");
    }
}
