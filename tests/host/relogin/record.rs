//! What is stored while the caseworker is at the provider.

use super::record;
use crate::support::prepared;
use nemkonto::relogin::{RecordError, StoredRecord};

#[test]
fn records_of_two_logins_have_two_keys() {
    assert_eq!(StoredRecord::key_for("a"), "nemkonto.relogin.a");
    assert_eq!(record().key(), StoredRecord::key_for(&prepared().state));
}

#[test]
fn a_stored_record_reads_back_and_holds_only_what_it_says() {
    let text = record().to_text();
    assert_eq!(StoredRecord::from_text(record().key(), &text), Ok(record()));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let names: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["change_id", "issuer", "sealed", "version"]);
    assert_eq!(
        StoredRecord::from_text("key", &text.replace("\"version\":2", "\"version\":1")),
        Err(RecordError::Unreadable)
    );
}
