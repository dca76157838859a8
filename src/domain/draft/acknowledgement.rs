//! What a caseworker says to a name that does not fit, as it is typed.

use super::{Draft, Field, FieldError, FieldErrors};
use crate::domain::payee::{Acknowledgement, Note};

impl Draft {
    /// Reads why the account is right although its bank knows it by another name. `wants_note` says of a reason whether it has to be
    /// explained, for only then a note is read; of one that the agency does not allow, nothing.
    pub fn acknowledgement(&self, wants_note: impl Fn(&str) -> Option<bool>) -> Result<Acknowledgement, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reason = self.get(Field::PayeeReason);
        let wants_note = errors.record(Field::PayeeReason, wants_note(reason).ok_or(FieldError::PayeeReason));
        let read_note = || Note::parse(self.get(Field::PayeeNote)).map_err(FieldError::PayeeNote);
        let note = (wants_note == Some(true)).then(read_note).and_then(|note| errors.record(Field::PayeeNote, note));
        if errors.is_empty() { Ok(Acknowledgement { reason: reason.to_owned(), note }) } else { Err(errors) }
    }

    /// Puts in what a caseworker has said to a name that does not fit.
    pub fn acknowledge(&mut self, acknowledgement: &Acknowledgement) {
        self.set(Field::PayeeReason, &*acknowledgement.reason);
        self.set(Field::PayeeNote, acknowledgement.note.as_ref().map_or("", Note::as_str));
    }
}
