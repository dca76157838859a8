//! Login, units, and what is said while the re-login goes on.

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
    /// Where a log-out did not get through.
    pub still_title: &'static str,
    pub still: &'static str,
}

/// The page on which a caseworker chooses for whom to act.
pub struct Units {
    pub title: &'static str,
    pub lead: &'static str,
    pub legend: &'static str,
    pub button: &'static str,
    pub back: &'static str,
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
