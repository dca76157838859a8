//! The table of states and events.

use super::{Callback, Problem, ProviderError, RecordError, StoredRecord};
use crate::{
    api_error::ApiError,
    contract::{
        AccountOverview, ChangeId, ConfirmRequest, Confirmed, LoginCallback, PrepareRequest, Prepared, ProblemType,
        ReopenRequest, Reopened,
    },
    domain::{change::Change, draft::Draft},
};

/// Where the caseworker is.
#[derive(Clone, PartialEq, Debug)]
pub enum State {
    /// The form is open, with word of what went wrong last, if anything did.
    Editing(Option<Problem>),
    /// The API is being asked what it makes of the change.
    Preparing(Box<Change>),
    /// The confirmation is open.
    Confirming(Box<Prepared>, Option<Problem>),
    /// The record is stored, or being stored; the browser is on its way to the provider.
    Leaving(Box<Prepared>),
    /// The login is back; the API is asked to carry out the change.
    Submitting(StoredRecord, LoginCallback, Attempt),
    /// The API is asked what became of the change, and for the form.
    Reopening(StoredRecord, Notice, Attempt),
    /// The change was carried out.
    Done(Box<Confirmed>),
    /// The journey stopped. With a record, the form can be had back.
    Stuck(Problem, Option<StoredRecord>),
}

/// How often the API has been asked without an answer, and whether it is being asked now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Attempt {
    /// Calls that had no answer.
    pub failed: u32,
    /// Whether this is the pause before the next call.
    pub is_pausing: bool,
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

/// What happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// "Gem", on a form without errors.
    SavePressed(PrepareRequest, Box<Change>),
    /// The API has answered `prepare`.
    PrepareAnswered(Result<Box<Prepared>, ApiError>),
    /// "Bekræft".
    ConfirmPressed,
    /// "Afbryd", Escape, or anything else that closes the confirmation.
    CancelPressed,
    /// There is no network, so the browser has not left.
    WentOffline,
    /// The record was stored and could be read back, or not.
    Stored(Result<(), ()>),
    /// The browser showed the page again as it was when it left (back/forward cache).
    PageRestored,
    /// The provider sent the browser back; the record is the one for the callback's `state`.
    CameBack(Callback, Result<StoredRecord, RecordError>),
    /// The app started and found a record of a login that never came back.
    FoundRecord(StoredRecord),
    /// The API has answered `confirm`.
    ConfirmAnswered(Result<Box<Confirmed>, ApiError>),
    /// The API has answered `reopen`.
    ReopenAnswered(Result<Reopened, ApiError>),
    /// The pause before the next attempt is over, or the caseworker does not want to wait.
    TryAgain,
    /// The caseworker wants the form back after the journey stopped.
    EditPressed,
    /// The caseworker has left for another page of the app.
    LeftPage,
}

/// What is to be done now.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Ask the API to prepare.
    Prepare(PrepareRequest),
    /// Store the record and read it back.
    Store(StoredRecord),
    /// Leave for the provider.
    GoTo(String),
    /// Ask the API to carry out the change.
    Confirm(ChangeId, ConfirmRequest),
    /// Ask the API what became of the change.
    Reopen(ReopenRequest),
    /// Pause, then [`Event::TryAgain`].
    WaitSeconds(u32),
    /// Remove the record.
    Forget(StoredRecord),
    /// Open the form with what was typed, and with the accounts of the holder as they are now if it is about a holder.
    OpenForm(Option<Box<AccountOverview>>, Draft, Notice),
    /// Show a receipt.
    ShowReceipt(String),
}

/// After so many attempts without an answer the caseworker is asked.
const ATTEMPTS: u32 = 5;

/// What follows from an event. Every pair has an answer: one that makes no sense leaves the state as it is.
#[must_use]
pub fn step(state: State, event: Event) -> (State, Vec<Effect>) {
    match (state, event) {
        (State::Editing(_), Event::SavePressed(request, change)) => {
            (State::Preparing(change), vec![Effect::Prepare(request)])
        }
        (State::Preparing(change), Event::PrepareAnswered(Ok(prepared))) => {
            if *change == prepared.change {
                (State::Confirming(prepared, None), vec![])
            } else {
                (State::Editing(Some(Problem::ReadingDiffers)), vec![])
            }
        }
        (State::Preparing(_), Event::PrepareAnswered(Err(failure))) => {
            (State::Editing(Some(Problem::Api(failure))), vec![])
        }

        (State::Confirming(prepared, _), Event::ConfirmPressed) => {
            let record = StoredRecord::new(&prepared);
            (State::Leaving(prepared), vec![Effect::Store(record)])
        }
        // A page restored on the way back from the provider has stored its record already.
        (State::Confirming(prepared, _), Event::CancelPressed | Event::LeftPage) => {
            (State::Editing(None), vec![Effect::Forget(StoredRecord::new(&prepared))])
        }
        (State::Leaving(prepared), Event::Stored(Ok(()))) => {
            let url = prepared.authorization_url.clone();
            (State::Leaving(prepared), vec![Effect::GoTo(url)])
        }
        (State::Leaving(prepared), Event::Stored(Err(()))) => {
            (State::Confirming(prepared, Some(Problem::StorageBlocked)), vec![])
        }
        // The record stays in both: the login page may still be a "forward" away.
        (State::Leaving(prepared), Event::WentOffline) => (State::Confirming(prepared, Some(Problem::Offline)), vec![]),
        (State::Leaving(prepared), Event::PageRestored) => (State::Confirming(prepared, None), vec![]),

        (State::Editing(_), Event::CameBack(callback, record)) => came_back(callback, record),
        (State::Editing(_), Event::FoundRecord(record)) => reopen(record, Notice::Interrupted, Attempt::default()),

        (State::Submitting(record, ..), Event::ConfirmAnswered(Ok(confirmed))) => {
            let number = confirmed.receipt.number.clone();
            (State::Done(confirmed), vec![Effect::Forget(record), Effect::ShowReceipt(number)])
        }
        (State::Submitting(record, callback, attempt), Event::ConfirmAnswered(Err(failure))) => {
            match attempt.after(&failure) {
                Some((attempt, pause)) => (State::Submitting(record, callback, attempt), vec![pause]),
                None => (State::Stuck(Problem::Api(failure), Some(record)), vec![]),
            }
        }
        (State::Submitting(record, callback, attempt), Event::TryAgain) if attempt.is_pausing => {
            submit(record, callback, attempt.again())
        }

        (State::Reopening(record, notice, _), Event::ReopenAnswered(Ok(reopened))) => match reopened {
            Reopened::Withdrawn { overview, draft } => {
                (State::Editing(None), vec![Effect::Forget(record), Effect::OpenForm(overview, draft, notice)])
            }
            Reopened::Committed { receipt } => {
                (State::Editing(None), vec![Effect::Forget(record), Effect::ShowReceipt(receipt.number.clone())])
            }
        },
        (State::Reopening(record, notice, attempt), Event::ReopenAnswered(Err(failure))) => {
            match attempt.after(&failure) {
                Some((attempt, pause)) => (State::Reopening(record, notice, attempt), vec![pause]),
                None if can_be_reopened_later(&failure) => {
                    (State::Stuck(Problem::OutcomeUnknown(failure), Some(record)), vec![])
                }
                None => (State::Stuck(Problem::OutcomeUnknown(failure), None), vec![Effect::Forget(record)]),
            }
        }
        (State::Reopening(record, notice, attempt), Event::TryAgain) if attempt.is_pausing => {
            reopen(record, notice, attempt.again())
        }

        (State::Stuck(_, Some(record)), Event::EditPressed) => reopen(record, Notice::Asked, Attempt::default()),
        // An answer to `prepare` that is under way is not listened to any more. A record that is left behind is asked about when the app is
        // next loaded.
        (State::Preparing(_) | State::Stuck(..) | State::Done(_) | State::Editing(_), Event::LeftPage) => {
            (State::Editing(None), vec![])
        }
        (state, _) => (state, vec![]),
    }
}

impl Attempt {
    /// The pause after a call without an answer, if it makes sense to call again: 1, 2, 4, 8 seconds.
    fn after(self, failure: &ApiError) -> Option<(Self, Effect)> {
        let failed = self.failed + 1;
        let again = failure.is_transient() && failed < ATTEMPTS;
        again.then_some((Self { failed, is_pausing: true }, Effect::WaitSeconds(1 << self.failed)))
    }

    fn again(self) -> Self {
        Self { is_pausing: false, ..self }
    }
}

/// Whether the API may give the change back another time: to somebody who logs in, or has the right again, or once it answers again.
fn can_be_reopened_later(failure: &ApiError) -> bool {
    failure.is_transient()
        || matches!(
            failure.problem_type(),
            Some(
                ProblemType::NotLoggedIn
                    | ProblemType::NoRight
                    | ProblemType::OtherPerson
                    | ProblemType::OtherCompany
                    | ProblemType::TooManyAttempts
            )
        )
}

fn came_back(callback: Callback, record: Result<StoredRecord, RecordError>) -> (State, Vec<Effect>) {
    match (callback, record) {
        (Callback::Login(callback), Ok(record)) => submit(record, callback, Attempt::default()),
        // An error that somebody else has put into the address decides nothing; an answer with a code is checked by the API.
        (Callback::Error { iss, .. }, Ok(record)) if record.issuer.is_some() && record.issuer != iss => {
            (State::Stuck(Problem::NoRecord, None), vec![])
        }
        (Callback::Error { error: ProviderError::Cancelled, .. }, Ok(record)) => {
            reopen(record, Notice::Cancelled, Attempt::default())
        }
        (Callback::Error { error, .. }, Ok(record)) => (State::Stuck(Problem::Provider(error), Some(record)), vec![]),
        (Callback::Foreign, _) | (_, Err(RecordError::Missing)) => (State::Stuck(Problem::NoRecord, None), vec![]),
        (_, Err(RecordError::Unreadable)) => (State::Stuck(Problem::RecordUnreadable, None), vec![]),
    }
}

fn submit(record: StoredRecord, callback: LoginCallback, attempt: Attempt) -> (State, Vec<Effect>) {
    let request = ConfirmRequest { sealed: record.sealed.clone(), callback: callback.clone() };
    let effect = Effect::Confirm(record.change_id.clone(), request);
    (State::Submitting(record, callback, attempt), vec![effect])
}

fn reopen(record: StoredRecord, notice: Notice, attempt: Attempt) -> (State, Vec<Effect>) {
    let effect = Effect::Reopen(ReopenRequest { sealed: record.sealed.clone() });
    (State::Reopening(record, notice, attempt), vec![effect])
}
