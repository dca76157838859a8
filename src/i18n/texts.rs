//! What has to be said on the screens. `da` and `en` say it.

/// The sentences of one language.
pub struct Texts {
    pub frame: Frame,
    pub login: Login,
    pub lookup: Lookup,
    pub overview: Overview,
    pub form: Form,
    pub confirmation: Confirmation,
    pub relogin: Relogin,
    pub receipt: Receipt,
    pub problem: Problem,
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
    pub error_prefix: &'static str,
    pub error_title_prefix: &'static str,
    pub error_summary: &'static str,
    pub warning: &'static str,
    pub loading: &'static str,
    pub hidden_name: &'static str,
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
    pub button: &'static str,
    pub searching: &'static str,
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
    pub pending_note: fn(&str) -> String,
    pub specific: &'static str,
    pub no_specific: &'static str,
    pub benefit_type: &'static str,
    pub account: &'static str,
    pub registered: &'static str,
    pub registered_by: fn(&str, &str) -> String,
    pub locked: &'static str,
    pub unlocked: &'static str,
    pub lock: &'static str,
    pub change_domestic: &'static str,
    pub change_foreign: &'static str,
    pub delete: &'static str,
    pub valid_from: fn(&str) -> String,
    pub no_right: &'static str,
    pub loading: &'static str,
}

/// The forms.
pub struct Form {
    pub foreign_title: &'static str,
    pub domestic_title: &'static str,
    pub delete_title: &'static str,
    pub delete: &'static str,
    pub delete_lead: &'static str,
    pub delete_takes_over: &'static str,
    pub delete_none_takes_over: &'static str,
    pub present: &'static str,
    pub none: &'static str,
    pub registration_number_label: &'static str,
    pub registration_number_hint: &'static str,
    pub account_number_label: &'static str,
    pub account_number_hint: &'static str,
    pub account_as_read: fn(&str, &str) -> String,
    pub valid_from_label: &'static str,
    pub valid_from_hint: &'static str,
    pub bic_label: &'static str,
    pub bic_hint: &'static str,
    pub bic_help_heading: &'static str,
    pub bic_help: &'static str,
    pub iban_label: &'static str,
    pub iban_hint: &'static str,
    pub countries_legend: &'static str,
    pub countries_tick: fn(&str, &str) -> String,
    pub save: &'static str,
    pub saving: &'static str,
    pub back: &'static str,
    pub cancelled_notice: &'static str,
    pub interrupted_notice: &'static str,
    pub asked_notice: &'static str,
    pub notice_heading: &'static str,
}

/// The dialog "Bekræftelse".
pub struct Confirmation {
    pub title: &'static str,
    pub lead: &'static str,
    pub for_cpr: &'static str,
    pub for_cvr: &'static str,
    pub for_se: &'static str,
    pub for_p: &'static str,
    pub new_foreign: &'static str,
    pub new_domestic: &'static str,
    pub present: &'static str,
    pub none: &'static str,
    pub foreign_warning: &'static str,
    pub deletes_nemkonto: &'static str,
    pub deletes_nemkonto_value: &'static str,
    pub valid_from: &'static str,
    pub specific_takes_over: &'static str,
    pub no_account_afterwards: &'static str,
    pub replaces_pending: &'static str,
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
    pub success: &'static str,
    pub number: &'static str,
    pub committed_at: &'static str,
    pub caseworker: &'static str,
    pub authority: &'static str,
    pub holder: &'static str,
    pub change: &'static str,
    pub assign_nemkonto: &'static str,
    pub delete_nemkonto: &'static str,
    pub deleted_success: &'static str,
    pub next_deleted: &'static str,
    pub next_deleted_new: &'static str,
    pub new_account: &'static str,
    pub previous_account: &'static str,
    pub none: &'static str,
    pub login_at: &'static str,
    pub check_code: &'static str,
    pub next_heading: &'static str,
    pub next_activation: &'static str,
    pub next_until_then: &'static str,
    pub next_urgent: &'static str,
    pub qr_code: &'static str,
    pub qr_code_note: &'static str,
    pub print: &'static str,
    pub new_change: &'static str,
    pub loading: &'static str,
}

/// Pages that say what went wrong.
pub struct Problem {
    pub what_became: &'static str,
    pub not_carried_out: &'static str,
    pub unknown: &'static str,
    pub next_step: &'static str,
    pub reference: fn(&str) -> String,
    pub try_again: &'static str,
    pub back_to_form: &'static str,
    pub log_in_again: &'static str,
    pub to_start: &'static str,
    pub not_found_title: &'static str,
    pub not_found: &'static str,
}
