//! What a tab is told to do.

use super::{Notice, RequestId, StoredRecord};
use crate::{
    contract::{
        AccountOverview, ActingAs, ChangeId, ConfirmRequest, LoginCallback, PrepareRequest, ReopenRequest, Session,
    },
    domain::draft::Draft,
};

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
    /// Tell the other tabs whom the session is for now, or that it is over.
    TellOtherTabs(Option<ActingAs>),
    /// The session is over: forget what belonged to it.
    EndSession,
    /// Forget what was typed: the caseworker has logged out.
    ForgetTyped,
    /// Show the first page, in place of the present one.
    ShowStart,
}
