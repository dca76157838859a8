//! How far a change is.

use super::{AgreedChange, Attempt, Compared, Entered, Problem, StoredRecord, UnacknowledgedChange};
use crate::contract::{LoginCallback, SignedReceipt};

/// How far a change is.
#[derive(Clone, PartialEq, Debug)]
pub enum State {
    /// The form is open, with word of what went wrong last, if anything did. Also where there is no form at all.
    Editing(Option<Problem>),
    /// The API is being asked what it makes of the change.
    Preparing(Box<Entered>),
    /// The confirmation is open, and the caseworker has to say why the account is right although its bank knows it by another name.
    Acknowledging(Box<UnacknowledgedChange>, Option<Problem>),
    /// The same confirmation is still open while the API is being asked once more: with what the caseworker has said, or because the bank has
    /// not answered.
    AskingAgain(Compared, Box<Entered>),
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
    /// The login came back to another version of the app, which does not commit what that one has prepared.
    OtherVersion,
}

/// A browser that is still on the page after this long does not get away: the provider does not answer, or somebody pressed "stop".
pub const LEAVING_SECONDS: u32 = 10;

impl Default for State {
    fn default() -> Self {
        Self::Editing(None)
    }
}

impl State {
    /// The change that the confirmation shows, if it is open.
    #[must_use]
    pub fn confirmation(&self) -> Option<Compared> {
        match self {
            Self::Acknowledging(unacknowledged, _) => Some(Compared::Unacknowledged(unacknowledged.clone())),
            Self::AskingAgain(shown, _) => Some(shown.clone()),
            Self::Confirming(agreed, _) | Self::Leaving(agreed) => Some(Compared::Agreed(agreed.clone())),
            _ => None,
        }
    }

    /// Whether the confirmation is open.
    #[must_use]
    pub fn is_confirming(&self) -> bool {
        matches!(self, Self::Acknowledging(..) | Self::AskingAgain(..) | Self::Confirming(..) | Self::Leaving(_))
    }

    /// Whether what was typed is in a record, or may be: from the moment at which the change can be confirmed.
    #[must_use]
    pub fn is_in_a_record(&self) -> bool {
        !matches!(
            self,
            Self::Editing(_)
                | Self::Preparing(_)
                | Self::Acknowledging(..)
                | Self::AskingAgain(Compared::Unacknowledged(_), _)
                | Self::Done(_)
        )
    }

    /// Why the confirmation is still open, after something that should have led on.
    #[must_use]
    pub fn stopped_by(&self) -> Option<&Problem> {
        match self {
            Self::Acknowledging(_, stopped_by) | Self::Confirming(_, stopped_by) => stopped_by.as_ref(),
            _ => None,
        }
    }
}

/// The confirmation of a change.
impl Compared {
    pub(super) fn shown(self, stopped_by: Option<Problem>) -> State {
        match self {
            Self::Agreed(agreed) => State::Confirming(agreed, stopped_by),
            Self::Unacknowledged(unacknowledged) => State::Acknowledging(unacknowledged, stopped_by),
        }
    }
}
