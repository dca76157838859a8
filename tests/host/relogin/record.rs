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
    assert!(!record().is_of_unknown_version());
}

/// What is the same in every version can always be read; which version it is, too. A change of these names leaves people who are at the login without their form.
#[test]
fn b33_a_record_of_another_version_says_which_change_it_is_about() {
    for version in [0, 1, 3, 200] {
        let text = format!(r#"{{"version":{version},"change_id":"c","sealed":"s","added_later":[{{}}]}}"#);
        let other = StoredRecord::from_text("key", &text).unwrap();
        assert!(other.is_of_unknown_version(), "{version}");
        assert_eq!((other.change_id().0.as_str(), other.sealed().0.as_str()), ("c", "s"));
    }
    for missing in ["version", "change_id", "sealed"] {
        let text = record().to_text().replace(missing, "renamed");
        assert_eq!(StoredRecord::from_text("key", &text), Err(RecordError::Unreadable), "{missing}");
    }
}
