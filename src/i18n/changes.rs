//! The changes: their forms, their confirmation, and what they do.

use super::Language;
use crate::{
    contract::Warning,
    domain::{account::AccountType, change_kind::ChangeKind, holder::Scheme},
};

/// What the kinds of change are called, and what goes with each.
pub struct Changes {
    /// Heading of the form.
    pub title: fn(ChangeKind) -> &'static str,
    /// What to know before filling it in; empty where there is nothing.
    pub lead: fn(ChangeKind) -> &'static str,
    /// The button below it.
    pub save: fn(ChangeKind) -> &'static str,
    /// The change as a fact, for the history and the receipt.
    pub done: fn(ChangeKind) -> &'static str,
    /// The good news above the receipt.
    pub success: fn(ChangeKind) -> &'static str,
    /// What happens next.
    pub next: fn(ChangeKind) -> &'static [&'static str],
    /// What else happens now, where the caseworker was told something before.
    pub next_as_told: fn(ChangeKind, Warning) -> Option<&'static str>,
    /// What is registered now.
    pub before: fn(ChangeKind) -> &'static str,
    /// Whose specific account it is, where that is not who changed it.
    pub belongs_to: fn(&str) -> String,
    /// What was registered before a change that is carried out.
    pub before_change: &'static str,
    /// What is registered afterwards.
    pub after: fn(ChangeKind, Option<AccountType>) -> &'static str,
    /// What stands there when nothing is registered afterwards.
    pub removed: &'static str,
    pub none: &'static str,
    pub changed: &'static str,
    /// Beside what is not registered any more afterwards.
    pub dropped: &'static str,
    pub promoted: fn(&str) -> String,
    pub registered: &'static str,
}

/// The page of a change: what stands around its fields.
pub struct ChangePage {
    pub delete_takes_over: &'static str,
    pub only_owner_locks: &'static str,
    pub delete_none_takes_over: &'static str,
    pub no_benefit_types: &'static str,
    /// What to do before an account is entered: controls are required (section 26 of the order on NemKonto), and who made a change documents it.
    pub evidence: &'static str,
    pub before_save: &'static str,
    pub saving: &'static str,
    pub back: &'static str,
    pub back_to_types: &'static str,
    pub cancelled_notice: &'static str,
    pub interrupted_notice: &'static str,
    pub asked_notice: &'static str,
    pub other_version_notice: &'static str,
    pub notice_heading: &'static str,
    pub not_there_title: &'static str,
    pub not_there: &'static str,
}

/// The dialog "Bekræftelse".
pub struct Confirmation {
    pub title: &'static str,
    pub lead: &'static str,
    /// Before the number of a holder.
    pub for_holder: fn(Scheme) -> &'static str,
    pub benefit_type: &'static str,
    pub of_authority: &'static str,
    /// Before the unit and the authority for which the change is made.
    pub acts_for: &'static str,
    pub warning: fn(Warning) -> &'static str,
    pub identity: fn(&str, &str) -> String,
    pub identity_hidden_name: fn(&str) -> String,
    pub app_text: &'static str,
    pub check_code: &'static str,
    pub expires: fn(&str) -> String,
    pub confirm: &'static str,
    pub leaving: &'static str,
    pub cancel: &'static str,
}

/// What the caseworker is told before confirming.
#[must_use]
pub fn warning(language: Language, warning: Warning) -> &'static str {
    (language.texts().confirmation.warning)(warning)
}
