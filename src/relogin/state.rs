//! How far a change is.

use super::{AgreedChange, Attempt, Problem, StoredRecord};
use crate::{
    contract::{LoginCallback, SignedReceipt},
    domain::change::Change,
};

/// How far a change is.
#[derive(Clone, PartialEq, Debug)]
pub enum State {
    /// The form is open, with word of what went wrong last, if anything did. Also where there is no form at all.
    Editing(Option<Problem>),
    /// The API is being asked what it makes of the change.
    Preparing(Box<Change>),
    /// The confirmation is open.
    Confirming(Box<AgreedChange>, Option<Problem>),
    /// The record is stored, or being stored; the browser is on its way to the provider.
    Leaving(Box<AgreedChange>),
    /// The login is back; the API is asked to carry out the change.
    Submitting(StoredRecord, LoginCallback, Attempt),
    /// The API is asked what became of the change, and for the form.
    Reopening(StoredRecord, Notice, Attempt),
    /// The change was carried out.
    Done(Box<SignedReceipt>),
    /// The journey stopped. With a record, the form can be had back.
    Stuck(Problem, Option<StoredRecord>),
}

/// Why the form is open again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notice {
    /// The caseworker cancelled at the provider.
    Cancelled,
    /// The caseworker came back without having finished the login.
    Interrupted,
    /// The journey stopped, and the caseworker asked for the form.
    Asked,
}

/// A browser that is still on the page after this long does not get away: the provider does not answer, or somebody pressed "stop".
pub const LEAVING_SECONDS: u32 = 10;

impl Default for State {
    fn default() -> Self {
        Self::Editing(None)
    }
}
