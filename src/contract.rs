//! The JSON of the API, as Rust types that app and sandbox share. What they decide is only
//! what can be read off their own fields, such as which key of a set is usable.
//!
//! Account holders, accounts and drafts appear as the `domain` types themselves, whose serde goes through their parsers.

#![warn(missing_docs)]

mod accounts;
mod bank;
pub mod base64url;
mod benefit_types;
mod change_id;
mod changes;
mod field_refusal;
mod history;
pub mod json;
mod jws;
mod links;
mod names;
mod operation;
mod payee;
mod problem;
mod receipt;
mod receipt_code;
mod receipt_keys;
mod report;
mod sealed;
mod session;
mod shown;
mod signed_receipt;
mod timestamp;
mod warning;

pub use accounts::{
    AccountOverview, BenefitType, HolderHandle, HolderStatus, InForce, LookupRequest, Pending, Registration,
    SpecificAccount,
};
pub use bank::{Bank, BankKey, FoundBank};
pub use benefit_types::{BenefitTypes, OwnBenefitType};
pub use change_id::ChangeId;
pub use changes::{
    ConfirmRequest, Confirmed, LoginCallback, Next, PrepareAnswer, PrepareRequest, Prepared, Reading, ReopenRequest,
    Reopened,
};
pub use field_refusal::FieldRefusal;
pub use history::{HistoryCursor, HistoryEntry, HistoryEvent, HistoryPage};
pub use jws::{ALGORITHM, Header, Jws, JwsError, LONGEST_DOCUMENT};
pub use links::Links;
pub use names::Names;
pub use operation::Operation;
pub use payee::{Acknowledged, PayeeCheck, PayeeRecord, Reason, ToAcknowledge};
pub use problem::{FieldProblem, PROBLEM_MEDIA_TYPE, ProblemDetails, ProblemType};
pub use receipt::Receipt;
pub use receipt_code::ReceiptCode;
pub use receipt_keys::{ReceiptKey, ReceiptKeys};
pub use report::{Report, ReportKind, ReportPage};
pub use sealed::Sealed;
pub use session::{
    ACTING_AS, ActingAs, Assignment, Authority, Caseworker, Configuration, Contact, DraftKey, Identity, LoginStarted,
    Session, SessionExpiry, SwitchRequest, Unit, UnitId,
};
pub use shown::{LONGEST_SHOWN, is_shown_as_written};
pub use signed_receipt::SignedReceipt;
pub use timestamp::Timestamp;
pub use warning::Warning;
