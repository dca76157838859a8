//! What has to be said on the screens. `da` and `en` say it.

use super::fields::FieldTexts;
use crate::{
    contract::Warning,
    domain::{
        account::AccountType,
        change_kind::ChangeKind,
        draft::Field,
        fi::Slip,
        foreign_number::{AccountKind, BankCodeKind},
    },
};

/// The sentences of one language.
pub struct Texts {
    pub frame: Frame,
    pub session: Session,
    pub copy: Copy,
    pub units: Units,
    pub login: Login,
    pub lookup: Lookup,
    pub overview: Overview,
    pub changes: Changes,
    pub fields: Fields,
    pub change_page: ChangePage,
    pub registered: Registered,
    pub confirmation: Confirmation,
    pub history: History,
    pub benefit_types: BenefitTypes,
    pub relogin: Relogin,
    pub receipt: Receipt,
    pub verify: Verify,
    pub problem: Problem,
    pub crash: Crash,
}

/// Around every page.
pub struct Frame {
    pub service: &'static str,
    pub skip_link: &'static str,
    pub sandbox: &'static str,
    pub sandbox_guide: &'static str,
    pub log_out: &'static str,
    pub choose_language: &'static str,
    pub contact_heading: &'static str,
    pub verify_receipt: &'static str,
    pub error_prefix: &'static str,
    pub error_title_prefix: &'static str,
    pub error_summary: &'static str,
    pub warning: &'static str,
    pub loading: &'static str,
    pub hidden_name: &'static str,
    pub offline: &'static str,
    pub menu: &'static str,
    pub find_holder: &'static str,
    pub benefit_types: &'static str,
    pub unit: &'static str,
    pub switch_unit: &'static str,
    pub switching: &'static str,
}

/// The session that is about to end.
pub struct Session {
    pub heading: &'static str,
    /// Seconds to words, for the eye.
    pub left: fn(u32) -> String,
    /// Whole minutes, or fewer seconds than that, for a screen reader.
    pub announced: fn(u32) -> String,
    pub kept: &'static str,
    pub stay: &'static str,
    pub staying: &'static str,
    pub stayed: &'static str,
}

/// Buttons that copy a number.
pub struct Copy {
    pub button: &'static str,
    pub copied: &'static str,
    pub refused: &'static str,
    pub account: &'static str,
    pub receipt_number: &'static str,
}

/// The page on which a caseworker chooses for whom to act.
pub struct Units {
    pub title: &'static str,
    pub lead: &'static str,
    pub legend: &'static str,
    pub button: &'static str,
    pub back: &'static str,
}

/// The page for those who are not logged in.
pub struct Login {
    pub title: &'static str,
    pub lead: &'static str,
    pub who: &'static str,
    pub button: &'static str,
    pub starting: &'static str,
    pub logged_out: &'static str,
    pub cancelled: &'static str,
    pub ended_title: &'static str,
    pub ended: &'static str,
    pub kept: &'static str,
    pub not_kept: &'static str,
    pub nothing_typed: &'static str,
    pub change_under_way: &'static str,
    pub again: &'static str,
}

/// The page on which an account holder is found.
pub struct Lookup {
    pub title: &'static str,
    pub number_label: &'static str,
    pub number_hint: &'static str,
    pub scheme_legend: &'static str,
    pub scheme_required: &'static str,
    pub cpr: &'static str,
    pub cvr: &'static str,
    pub se: &'static str,
    pub p: &'static str,
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

/// The fields of the forms.
pub struct Fields {
    /// What each field says. [`field_texts`](super::field_texts) asks the more special ones where a form knows more.
    pub field: fn(Field) -> FieldTexts,
    /// What the bank's code is called in a country.
    pub bank_code: fn(BankCodeKind) -> FieldTexts,
    /// What the number of an account is called in a country.
    pub foreign_account: fn(AccountKind) -> FieldTexts,
    pub payment_id: fn(Slip) -> FieldTexts,
    /// The label of a field that may stay empty.
    pub optional: fn(&str) -> String,
    pub account_type: fn(AccountType) -> &'static str,
    pub slip: fn(Slip) -> &'static str,
    /// In a list of which nothing is chosen yet.
    pub choose: &'static str,
    pub account_as_read: fn(&str, &str) -> String,
    pub use_iban: &'static str,
    pub use_number: &'static str,
    pub use_domestic: &'static str,
    pub bic_unusual: fn(&str) -> String,
    pub bic_help_heading: &'static str,
    pub bic_help: &'static str,
    /// Beside the box of [`Field::DifferentCountries`]: the country of the account and that of the bank.
    pub countries_tick: fn(&str, &str) -> String,
    pub bank_heading: &'static str,
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
    pub notice_heading: &'static str,
    pub not_there_title: &'static str,
    pub not_there: &'static str,
}

/// Whether what is registered is locked.
pub struct Registered {
    pub locked: &'static str,
    pub type_locked: &'static str,
    pub unlocked: &'static str,
}

/// The dialog "Bekræftelse".
pub struct Confirmation {
    pub title: &'static str,
    pub lead: &'static str,
    pub for_cpr: &'static str,
    pub for_cvr: &'static str,
    pub for_se: &'static str,
    pub for_p: &'static str,
    pub benefit_type: &'static str,
    pub of_authority: &'static str,
    pub foreign_warning: &'static str,
    pub specific_takes_over: &'static str,
    pub no_account_afterwards: &'static str,
    pub replaces_pending: &'static str,
    pub still_waits: &'static str,
    pub never_activated: &'static str,
    pub unlocked_can_be_changed: &'static str,
    pub unlocked_creditor_can_be_changed: &'static str,
    pub locked_for_others: &'static str,
    pub locked_by_type: &'static str,
    pub locks_all_accounts: &'static str,
    pub unlocks_all_accounts: &'static str,
    pub benefit_goes_to_nemkonto: &'static str,
    pub holder_deceased: &'static str,
    pub company_closed: &'static str,
    pub identity: fn(&str, &str) -> String,
    pub identity_hidden_name: fn(&str) -> String,
    pub app_text: &'static str,
    pub check_code: &'static str,
    pub expires: fn(&str) -> String,
    pub confirm: &'static str,
    pub leaving: &'static str,
    pub cancel: &'static str,
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

/// The pages between login and receipt.
pub struct Relogin {
    pub submitting_title: &'static str,
    pub submitting: &'static str,
    pub reopening_title: &'static str,
    pub reopening: &'static str,
    pub retrying: fn(u32) -> String,
    pub try_now: &'static str,
}

/// The receipt.
pub struct Receipt {
    pub title: &'static str,
    pub number: &'static str,
    pub committed_at: &'static str,
    pub caseworker: &'static str,
    pub authority: &'static str,
    pub holder: &'static str,
    pub change: &'static str,
    pub benefit_type: &'static str,
    pub account: &'static str,
    pub login_at: &'static str,
    pub login_with: fn(&str, &str) -> String,
    pub assurance_low: &'static str,
    pub assurance_substantial: &'static str,
    pub assurance_high: &'static str,
    pub check_code: &'static str,
    pub next_heading: &'static str,
    pub qr_code: &'static str,
    pub qr_code_note: fn(&str) -> String,
    pub print: &'static str,
    pub same_holder: &'static str,
    pub back_to_types: &'static str,
    pub download: &'static str,
    pub download_name: fn(&str) -> String,
    pub new_change: &'static str,
    pub loading: &'static str,
}

/// The page on which anyone can check a receipt. What is wrong with one is said by `verdicts`.
pub struct Verify {
    pub title: &'static str,
    pub lead: &'static str,
    pub private: &'static str,
    pub file_label: &'static str,
    pub file_hint: &'static str,
    pub text_label: &'static str,
    pub text_hint: &'static str,
    pub text_missing: &'static str,
    pub button: &'static str,
    pub checking: &'static str,
    pub receipt_genuine: &'static str,
    pub receipt_genuine_note: &'static str,
    pub code_genuine: &'static str,
    pub code_genuine_note: &'static str,
    pub code_next: &'static str,
    pub belongs_together: &'static str,
    pub belongs_apart: &'static str,
    pub belongs_apart_note: &'static str,
}

/// Pages that say what went wrong.
pub struct Problem {
    pub what_happened: &'static str,
    pub what_became: &'static str,
    pub not_carried_out: &'static str,
    pub unknown: &'static str,
    pub next_step: &'static str,
    pub reference: fn(&str) -> String,
    pub moment: fn(&str) -> String,
    pub nothing_changed: &'static str,
    pub receipts_of_changes: &'static str,
    pub expected: fn(&str) -> String,
    pub try_again: &'static str,
    pub back_to_form: &'static str,
    pub log_in_again: &'static str,
    pub to_start: &'static str,
    pub not_found_title: &'static str,
    pub not_found: &'static str,
}

/// The page that is left when the app has stopped.
pub struct Crash {
    pub title: &'static str,
    pub what_happened: &'static str,
    pub nothing_sent: &'static str,
    pub under_way: &'static str,
    pub carried_out: &'static str,
    pub reload_only: &'static str,
    pub reload_kept: &'static str,
    pub reload: &'static str,
}
