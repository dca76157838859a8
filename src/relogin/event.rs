//! What can happen to a tab.

use super::{Callback, RecordError, StoredRecord, WaitingRecord};
use crate::{
    api_error::ApiError,
    contract::{ActingAs, Confirmed, LoginStarted, PrepareAnswer, PrepareRequest, Reopened, Session},
    domain::{change::Change, payee::Acknowledgement},
};

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
    /// "Fortsæt", once it is said why the account is right although its bank knows it by another name.
    AcknowledgePressed(Acknowledgement),
    /// "Spørg banken igen".
    AskBankAgainPressed,
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
    /// The browser did not leave: the address is none of the provider.
    NotFollowed,
    /// A pause is over.
    PauseOver(RequestId),
    /// The API has answered `prepare`.
    PrepareAnswered(RequestId, Result<Box<PrepareAnswer>, ApiError>),
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
    /// A call was refused because the page shows somebody else than who is logged in, or another unit.
    SessionDiffers,
    /// Another tab has told whom the session is for now, or that it is over.
    HeardFromTab(Option<ActingAs>),
    /// The caseworker goes on as who is logged in now, or for the unit that is acted for now.
    GoOnPressed,
}
