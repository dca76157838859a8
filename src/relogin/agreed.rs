//! The moment after which a change can be confirmed.

use std::ops::Deref;

use crate::{contract::Prepared, domain::change::Change};

/// A prepared change that says what was entered: the API read what was typed. Only such a change can be confirmed and stored.
///
/// ```
/// # use nemkonto::{contract::Prepared, domain::change::Change, relogin::{AgreedChange, StoredRecord}};
/// fn confirm(entered: &Change, answer: Prepared) -> Option<StoredRecord> {
///     let agreed = AgreedChange::compare(entered, answer).ok()?;
///     Some(StoredRecord::new(&agreed))
/// }
/// ```
///
/// An answer that was not compared cannot be stored,
///
/// ```compile_fail,E0308
/// # use nemkonto::{contract::Prepared, relogin::StoredRecord};
/// fn confirm(answer: Prepared) -> StoredRecord {
///     StoredRecord::new(&answer)
/// }
/// ```
///
/// nor be called agreed.
///
/// ```compile_fail,E0423
/// # use nemkonto::{contract::Prepared, relogin::AgreedChange};
/// fn agree(answer: Prepared) -> AgreedChange {
///     AgreedChange(answer)
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreedChange(Prepared);

/// The API read something else than what was entered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReadingDiffers;

impl AgreedChange {
    /// Compares the API's reading with the change that was entered.
    pub fn compare(entered: &Change, answer: Prepared) -> Result<Self, ReadingDiffers> {
        if answer.change == *entered { Ok(Self(answer)) } else { Err(ReadingDiffers) }
    }
}

/// It is read as the answer that it is.
impl Deref for AgreedChange {
    type Target = Prepared;

    fn deref(&self) -> &Prepared {
        &self.0
    }
}
