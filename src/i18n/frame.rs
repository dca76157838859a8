//! What stands around every page.

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
    pub accessibility_statement: &'static str,
    pub privacy_notice: &'static str,
    pub support: &'static str,
    /// Minutes without use, after which a session ends.
    pub session_minutes: fn(u32) -> String,
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
