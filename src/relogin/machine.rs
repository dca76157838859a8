//! The machine: what can happen, and what is to be done.

use super::{Callback, Notice, Problem, RecordError, SessionState, State, StoredRecord, WaitingRecord};
use crate::{
    api_error::ApiError,
    contract::{
        AccountOverview, ChangeId, ConfirmRequest, Confirmed, LoginCallback, LoginStarted, PrepareRequest, Prepared,
        ReopenRequest, Reopened, Session,
    },
    domain::{change::Change, draft::Draft},
};

/// All that decides what a tab shows: how far its re-login is, and who is logged in.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Machine {
    /// How far the re-login is.
    pub state: State,
    /// Who is logged in.
    pub session: SessionState,
    /// Number of the last request or pause of the re-login.
    pub asked: RequestId,
    /// Number of the last request about the session.
    pub asked_session: RequestId,
}

/// Number of a request or a pause. An answer that has another number than the last one answers an earlier question, and is not listened to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct RequestId(pub u32);

/// What storing a record came to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Storage {
    /// The record was stored and could be read back.
    Kept,
    /// The same, but the browser says that there is no network. That may be wrong.
    KeptButSeemsOffline,
    /// The browser refused.
    Refused,
}

/// What happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    /// The app was opened at any address but those to which a provider sends the browser back.
    Opened,
    /// The provider sent the browser back from the re-login; the record is the one for the callback's `state`.
    CameBack(Callback, Result<StoredRecord, RecordError>),
    /// The provider sent the browser back from an ordinary login.
    CameBackFromLogin(Callback),
    /// The browser showed the page again as it was when it left (back/forward cache).
    PageRestored,
    /// The caseworker has gone to another page of the app.
    LeftPage,
    /// The computer has a network again.
    NetworkReturned,

    /// "Gem", on a form without errors.
    SavePressed(PrepareRequest, Box<Change>),
    /// "Bekræft".
    ConfirmPressed,
    /// "Afbryd", Escape, or anything else that closes the confirmation.
    CancelPressed,
    /// The caseworker does not want to wait for the next attempt.
    TryNowPressed,
    /// The caseworker wants the form back after the journey stopped.
    EditPressed,
    /// "Log ind".
    LogInPressed,
    /// "Log af".
    LogOutPressed,
    /// The caseworker asks again who is logged in, where the API could not say.
    AskAgainPressed,

    /// What storing the record came to.
    Stored(Storage),
    /// Whether the API can be reached.
    Probed(RequestId, bool),
    /// The browser did not leave: the address is none that is followed.
    NotFollowed,
    /// A pause is over.
    PauseOver(RequestId),
    /// The API has answered `prepare`.
    PrepareAnswered(RequestId, Result<Box<Prepared>, ApiError>),
    /// The API has answered `confirm`.
    ConfirmAnswered(RequestId, Result<Box<Confirmed>, ApiError>),
    /// The API has answered `reopen`.
    ReopenAnswered(RequestId, Result<Reopened, ApiError>),
    /// The API has said who is logged in; with the record that waits in session storage.
    SessionAnswered(RequestId, Result<Box<Session>, ApiError>, WaitingRecord),
    /// The API has said where to log in.
    LoginStarted(RequestId, Result<LoginStarted, ApiError>),
    /// The API has ended the session, or not.
    LogOutAnswered(RequestId, Result<(), ApiError>),
    /// Another call, or the clock, says that the session has ended.
    SessionEnded,
    /// Another call has answered with the session as it is now.
    SessionRenewed(Box<Session>),
}

/// What is to be done now.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Ask the API to prepare.
    Prepare(RequestId, PrepareRequest),
    /// Ask the API to carry out the change.
    Confirm(RequestId, ChangeId, ConfirmRequest),
    /// Ask the API what became of the change.
    Reopen(RequestId, ReopenRequest),
    /// Ask the API anything that changes nothing, to learn whether it can be reached.
    Probe(RequestId),
    /// Pause for so many seconds.
    Pause(RequestId, u32),
    /// Store the record and read it back.
    Store(StoredRecord),
    /// Remove the record.
    Forget(StoredRecord),
    /// Leave for the provider, to confirm a change.
    GoTo(String),
    /// Open the form with what was typed, and with the accounts of the holder as they are now if it is about a holder.
    OpenForm(Option<Box<AccountOverview>>, Draft, Notice),
    /// Show a receipt. What was typed for it is done with.
    ShowReceipt(String),
    /// Forget accounts and benefit types: they have changed, or are nobody's business any more.
    ForgetFetched,

    /// Ask the API who is logged in.
    AskSession(RequestId),
    /// Finish a login with what the provider sent back.
    CompleteLogin(RequestId, LoginCallback),
    /// Ask the API where to log in.
    StartLogin(RequestId),
    /// Leave for the provider, to log in.
    GoToLogin(String),
    /// End the session.
    LogOut(RequestId),
    /// A session has begun or goes on: what belongs to it is taken up, and what was typed before it is opened.
    BeginSession(Box<Session>),
    /// Go back to the page that was left for the login, once what was typed is open again.
    GoBackToPage,
    /// Forget who was looked at: the session is another one.
    ForgetRecent,
    /// The session is over: forget what belonged to it.
    EndSession,
    /// Forget what was typed: the caseworker has logged out.
    ForgetTyped,
    /// Show the first page, in place of the present one.
    ShowStart,
}

impl Machine {
    /// The machine of a tab in a state, with somebody or nobody logged in.
    #[must_use]
    pub fn new(state: State, session: SessionState) -> Self {
        Self { state, session, ..Self::default() }
    }

    /// What follows from an event. Every pair has an answer: an event that makes no sense changes nothing.
    #[must_use]
    pub fn step(mut self, event: Event) -> (Self, Vec<Effect>) {
        let effects = if self.is_late(&event) { Vec::new() } else { self.take(event) };
        (self, effects)
    }

    /// Whether an event answers an earlier question than the last.
    fn is_late(&self, event: &Event) -> bool {
        match event {
            Event::Probed(id, _)
            | Event::PrepareAnswered(id, _)
            | Event::ConfirmAnswered(id, _)
            | Event::ReopenAnswered(id, _) => *id != self.asked,
            Event::SessionAnswered(id, ..) | Event::LoginStarted(id, _) | Event::LogOutAnswered(id, _) => {
                *id != self.asked_session
            }
            Event::PauseOver(id) => *id != self.asked && *id != self.asked_session,
            _ => false,
        }
    }

    fn take(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Opened
            | Event::CameBackFromLogin(_)
            | Event::LogInPressed
            | Event::LogOutPressed
            | Event::AskAgainPressed
            | Event::SessionAnswered(..)
            | Event::LoginStarted(..)
            | Event::LogOutAnswered(..)
            | Event::SessionEnded
            | Event::SessionRenewed(_) => self.take_about_session(event),
            Event::LeftPage => {
                let mut effects = self.take_about_change(Event::LeftPage);
                effects.extend(self.ask_session_if_unknown());
                effects
            }
            Event::PauseOver(id) if id == self.asked_session => self.take_about_session(event),
            Event::PageRestored | Event::NotFollowed if matches!(self.session, SessionState::LoggingIn(_)) => {
                let did_not_leave = (event == Event::NotFollowed).then_some(Problem::DidNotLeave);
                self.give_up_login(did_not_leave)
            }
            event => self.take_about_change(event),
        }
    }

    /// Numbers a request or pause of the re-login.
    pub(super) fn ask(&mut self) -> RequestId {
        self.asked = self.next_id();
        self.asked
    }

    /// Numbers a request or pause of a login or log-out.
    pub(super) fn ask_about_session(&mut self) -> RequestId {
        self.asked_session = self.next_id();
        self.asked_session
    }

    fn next_id(&self) -> RequestId {
        RequestId(self.asked.max(self.asked_session).0 + 1)
    }
}
