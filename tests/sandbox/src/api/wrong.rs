//! Rules that the API breaks on order, each at one place, so that the contract kit can be seen to notice (`tests/kit`).
//!
//! Only tests order it, and only in the sandbox: there is no configuration for it, and no call.

mod around;

use std::sync::PoisonError;

use nemkonto::{contract::ProblemType, domain::change_kind::ChangeKind};
use rusqlite::Transaction;

use super::{Api, Refusal};

pub use around::around;

/// A rule that is broken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// At calls whose path begins so, answers say something else: at this JSON pointer, this JSON. What is not there, or `null`, stays so,
    /// unless the last part of the pointer is a new member, as in `/keys/0/+d`, or `-`, a new item.
    Says(&'static str, &'static str, &'static str),
    /// At calls whose path begins so, what is to be refused for one reason is refused for another one.
    OtherReason(&'static str, ProblemType, ProblemType),
    /// A change is prepared that is to be refused for this reason.
    Waives(ProblemType),

    /// A change of this kind has a receipt and changes nothing.
    NoEffect(ChangeKind),

    /// Requests may come from any origin.
    AnyOrigin,
    /// Requests may come from a page that shows anybody.
    AnyPage,
    /// Bodies may be called anything.
    AnyMediaType,
    /// The provider's answer may be from any issuer, at calls whose path begins so.
    AnyIssuer(&'static str),
    /// A report may say what else it likes.
    AnyReport,
    /// The address for the login holds an account number.
    AccountInAddress,
    /// Answers may be kept.
    AnswersKept,
    /// Refusals may be kept.
    RefusalsKept,
    /// A refusal is called `application/json`.
    RefusalsOfAnotherType,
    /// A refusal does not say in a header when to try again.
    NoRetryAfter,
    /// Cookies are for scripts, too.
    CookiesForScripts,
    /// Cookies come along from other sites.
    CookiesForOtherSites,
    /// The API says that it cannot work.
    Unhealthy,
    /// A login that cannot be completed ends the session.
    FailedLoginLogsOut,
    /// A login that is begun takes the place of one that is under way.
    OneLogin,
    /// A login that is completed is not forgotten.
    LoginStays,
    /// Everybody is called by the same `acting_as`.
    OneActingAs,

    /// After a log-out an earlier login is good enough.
    OldLoginAfterLogout,
    /// Every employee is a caseworker.
    EveryEmployee,
    /// A log-out only takes the cookie away.
    SessionOutlivesLogout,
    /// A session does not end.
    EndlessSession,
    /// Asking how long the session lasts prolongs it.
    AskingProlongs,
    /// Whoever has no session is told when it ends.
    NobodysExpiry,
    /// The unit is not remembered for the next session.
    UnitForgotten,

    /// What is no number is a number that nobody has.
    NoNumberIsUnknown,
    /// Of several holders with a number one is answered.
    OneOfSeveral,
    /// Anybody may be looked up as often as somebody likes.
    NoLookupLimit,
    /// A cursor is good for every history.
    AnyCursor,
    /// Every history is answered as to the municipality.
    HistoryForAll,
    /// Every receipt is the municipality's, whoever asks.
    ReceiptsForAll,

    /// A change is prepared on accounts that nobody has looked at.
    AnyVersion,
    /// A change is prepared for whoever may look.
    AnyRight,
    /// An account of another name needs no reason.
    NoReason,
    /// Any reason is one.
    AnyReason,
    /// What was said to one bank's answer counts for every other.
    AnyAnswer,
    /// The receipt does not say what the bank answered.
    AnswerLeftOut,

    /// The login may be a day older than the change.
    StaleLogin,
    /// Anybody's login will do.
    AnyPerson,
    /// Every change has the same nonce.
    OneNonce,
    /// Any state will do.
    AnyState,
    /// The sealed change may be another one than the address names.
    AnyName,
    /// Who has lost the right commits all the same.
    RightForgotten,
    /// The accounts may have changed.
    AccountsForgotten,
    /// The unit is the one that the session acts for.
    UnitOfSession,
    /// A code that was refused is redeemed again.
    CodeAgain,
    /// Asked again the API carries out the change again.
    CommitsAgain,
    /// A lost answer is lost.
    AnswerLost,
    /// A code that is played back begins a session.
    PlayedBack,
    /// A change can be tried without end.
    EndlessAttempts,
    /// A change does not expire.
    EndlessChange,
    /// A change is counted twice.
    CountsTwice,
    /// Everybody has every change back.
    AnybodysForm,
    /// A change that is had back can still be committed.
    NotWithdrawn,
    /// A change that is carried out is given back.
    CommittedIsGivenBack,
    /// The receipt tells another time of the login.
    OtherTime,
    /// The code for the paper is of another document.
    CodeOfAnother,
}

impl Api {
    /// Lets the API break a rule from now on, or none. Only the sandbox does.
    pub fn set_wrong(&self, wrong: Option<Wrong>) {
        *self.0.wrong.lock().unwrap_or_else(PoisonError::into_inner) = wrong.filter(|_| self.settings().sandbox);
    }

    /// Whether a rule is to be broken.
    pub(super) fn is_wrong(&self, wrong: Wrong) -> bool {
        self.wrong() == Some(wrong)
    }

    fn wrong(&self) -> Option<Wrong> {
        *self.0.wrong.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a change of every holder's accounts, if that is the rule to be broken.
    pub(super) fn count_again(&self, wrong: Wrong, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        if self.is_wrong(wrong) {
            transaction.execute("UPDATE holders SET version = version + 1", [])?;
        }
        Ok(())
    }

    /// What the rules say, unless they are not to be kept.
    pub(super) fn keeping(&self, rules: Result<(), Refusal>) -> Result<(), Refusal> {
        rules.or_else(|refusal| if self.is_wrong(Wrong::Waives(refusal.kind)) { Ok(()) } else { Err(refusal) })
    }
}
