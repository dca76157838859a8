//! What a caseworker says to a name that does not fit.

use crate::support::{IBAN, draft};
use nemkonto::domain::{
    draft::{Draft, Field, FieldError},
    payee::{Acknowledgement, NOTE_LENGTH, Note, PayeeAnswer},
    text::FormatError,
};

/// The agency has one reason that says enough, and one that wants words.
fn wants_note(reason: &str) -> Option<bool> {
    match reason {
        "guardian" => Some(false),
        "other" => Some(true),
        _ => None,
    }
}

fn with(reason: &str, note: &str) -> Draft {
    let mut draft = draft();
    draft.set(Field::PayeeReason, reason);
    draft.set(Field::PayeeNote, note);
    draft
}

#[test]
fn a_reason_is_one_of_the_agencys_and_words_are_read_where_it_wants_them() {
    let said = |reason: &str, note: Option<&str>| {
        Ok(Acknowledgement { reason: reason.to_owned(), note: note.map(|note| Note::parse(note).unwrap()) })
    };
    assert_eq!(with("guardian", "").acknowledgement(wants_note), said("guardian", None));
    // What was written for another reason is not said.
    assert_eq!(with("guardian", "Set på\u{202e}").acknowledgement(wants_note), said("guardian", None));
    assert_eq!(with("other", " Set  på\nbilaget ").acknowledgement(wants_note), said("other", Some("Set på bilaget")));
}

#[test]
fn v05_what_is_missing_is_said_at_its_field() {
    for (reason, note, field, error) in [
        ("", "", Field::PayeeReason, FieldError::PayeeReason),
        ("unknown", "words", Field::PayeeReason, FieldError::PayeeReason),
        ("other", " ", Field::PayeeNote, FieldError::PayeeNote(FormatError::Empty)),
        ("other", "a\u{202e}", Field::PayeeNote, FieldError::PayeeNote(FormatError::Forbidden { position: 2 })),
    ] {
        let errors = with(reason, note).acknowledgement(wants_note).unwrap_err();
        assert_eq!(errors.iter().collect::<Vec<_>>(), [(field, &error)], "{reason:?} {note:?}");
    }
    let longest = "å".repeat(NOTE_LENGTH);
    assert!(with("other", &longest).acknowledgement(wants_note).is_ok());
    let error = with("other", &format!("{longest}å")).acknowledgement(wants_note).unwrap_err();
    assert_eq!(error.get(Field::PayeeNote), Some(&FieldError::PayeeNote(FormatError::TooLong { extra: 1 })));
}

#[test]
fn v07_a_reason_is_for_the_account_that_it_was_given_for_and_the_words_stay() {
    for field in [
        Field::AccountType,
        Field::RegistrationNumber,
        Field::AccountNumber,
        Field::Country,
        Field::BankCode,
        Field::ForeignAccount,
        Field::Bic,
        Field::Iban,
    ] {
        let mut edited = with("other", "words");
        edited.set(field, "something else");
        assert_eq!((edited.get(Field::PayeeReason), edited.get(Field::PayeeNote)), ("", "words"), "{field:?}");
    }
    let mut same = with("other", "words");
    same.set(Field::Iban, IBAN);
    same.set(Field::ValidFrom, "18-09-2027");
    assert_eq!(same.get(Field::PayeeReason), "other");
}

#[test]
fn what_was_said_stands_in_the_form_as_it_was_read() {
    let mut form = draft();
    let said = with("other", " Set  på bilaget").acknowledgement(wants_note).unwrap();
    form.acknowledge(&said);
    assert_eq!(form.acknowledgement(wants_note), Ok(said));
    form.acknowledge(&Acknowledgement { reason: "guardian".into(), note: None });
    assert_eq!((form.get(Field::PayeeReason), form.get(Field::PayeeNote)), ("guardian", ""));
}

#[test]
fn answers_and_notes_are_written_as_they_travel() {
    for answer in PayeeAnswer::ALL {
        assert_eq!(serde_json::to_value(answer).unwrap(), answer.name());
    }
    assert_eq!(Note::parse(" Set  på bilaget").unwrap().to_string(), "Set på bilaget");
}
