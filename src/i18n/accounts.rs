//! Finding an account holder, and what is registered.

use crate::domain::{change_kind::ChangeKind, holder::Scheme};

/// The page on which an account holder is found.
pub struct Lookup {
    pub title: &'static str,
    pub number_label: &'static str,
    pub number_hint: &'static str,
    pub scheme_legend: &'static str,
    pub scheme_required: &'static str,
    /// What a kind of number is called.
    pub scheme: fn(Scheme) -> &'static str,
    pub understood_as: fn(&str) -> String,
    pub no_check_digit: &'static str,
    pub no_right: &'static str,
    pub button: &'static str,
    pub searching: &'static str,
    pub recent: &'static str,
    pub recent_key: &'static str,
    pub recent_hint: &'static str,
}

/// The accounts of a holder.
pub struct Overview {
    pub title: &'static str,
    pub back: &'static str,
    pub deceased: &'static str,
    pub closed: &'static str,
    pub nemkonto: &'static str,
    pub no_nemkonto: &'static str,
    pub pending: &'static str,
    /// Of one whose letter has expired.
    pub not_activated: &'static str,
    pub pending_note: fn(&str) -> String,
    pub specific: &'static str,
    pub no_specific: &'static str,
    pub benefit_type: &'static str,
    pub account: &'static str,
    pub registered: &'static str,
    pub registered_by: fn(&str, &str) -> String,
    pub unlocked: &'static str,
    pub unlocked_creditor: &'static str,
    pub lock: &'static str,
    pub assign: &'static str,
    pub replace: &'static str,
    pub delete: &'static str,
    pub create_specific: &'static str,
    pub history: &'static str,
    pub letter_sent: fn(&str) -> String,
    pub expired_note: fn(&str) -> String,
    pub valid_from: fn(&str) -> String,
    pub no_right: &'static str,
    pub no_right_specific: &'static str,
    pub pending_specific: &'static str,
    pub not_activated_specific: &'static str,
    pub authority: &'static str,
    pub locked_account: &'static str,
    pub locked_type: &'static str,
    pub action: fn(ChangeKind) -> &'static str,
    pub action_on: fn(&str) -> String,
    pub loading: &'static str,
}

/// Whether what is registered is locked.
pub struct Registered {
    pub locked: &'static str,
    pub type_locked: &'static str,
    pub unlocked: &'static str,
}

/// What has happened.
pub struct History {
    pub title: &'static str,
    pub types_title: &'static str,
    pub none: &'static str,
    pub by: fn(&str) -> String,
    pub by_caseworker: fn(&str, &str) -> String,
    pub receipt: fn(&str) -> String,
    pub older: &'static str,
    pub loading: &'static str,
    pub shown: fn(usize) -> String,
    pub no_more: &'static str,
}

/// The authority's own benefit types.
pub struct BenefitTypes {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub create: &'static str,
    pub edit: &'static str,
    pub delete: &'static str,
    pub history: &'static str,
    pub code: &'static str,
    pub name: &'static str,
    pub lock: &'static str,
    pub accounts: &'static str,
    pub no_right: &'static str,
    pub loading: &'static str,
    pub actions: &'static str,
}
