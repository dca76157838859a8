//! Who is logged in.

use super::{Problem, StoredRecord};
use crate::{api_error::ApiError, contract::Session};

/// Who is logged in.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum SessionState {
    /// Not asked yet.
    #[default]
    Unknown,
    /// Being asked; why it is nobody, if it is.
    Asking(LoggedOut),
    /// Nobody, and why; with what went wrong when somebody last tried to log in from here.
    LoggedOut(LoggedOut, Option<Problem>),
    /// Nobody yet: the browser is on its way to the login. Why it was nobody before.
    LoggingIn(LoggedOut),
    /// Nobody yet: the login is back, and the API is asked to finish it.
    CompletingLogin,
    /// Somebody.
    LoggedIn(Box<Session>),
    /// The caseworker acts for another unit than the page showed, and has not agreed yet.
    OtherUnit(Box<Session>),
    /// The session is being ended.
    LoggingOut,
    /// The API could not say.
    Failed(ApiError),
    /// The API has not ended the session: somebody is still logged in.
    NotLoggedOut(ApiError),
}

/// Why nobody is logged in.
#[derive(Clone, PartialEq, Debug)]
pub enum LoggedOut {
    /// Nobody has logged in yet.
    NotYet,
    /// The session has ended.
    Ended,
    /// By choice.
    ByChoice,
    /// By choice, in another tab.
    InOtherTab,
    /// Nobody, as far as this tab goes: somebody else is logged in, and has not agreed yet to go on here.
    SomebodyElse,
    /// The login was cancelled.
    Cancelled,
    /// The login came to nothing, and why.
    Refused(Problem),
}

/// What session storage has to say when it becomes known who is logged in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WaitingRecord {
    /// The record of a re-login that never came back.
    pub record: Option<StoredRecord>,
    /// Whether a form that is filled in, or a receipt, would have to go for it.
    pub is_in_the_way: bool,
}
