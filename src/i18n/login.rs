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
    pub ended_in_other_tab: &'static str,
    pub kept: &'static str,
    pub not_kept: &'static str,
    pub nothing_typed: &'static str,
    pub change_under_way: &'static str,
    pub again: &'static str,
    /// Where a log-out did not get through.
    pub still_title: &'static str,
    pub still: &'static str,
    /// Where somebody else has logged in meanwhile.
    pub somebody_title: &'static str,
    pub somebody: &'static str,
    /// What becomes of what was typed if that person goes on here.
    pub go_on_hint: &'static str,
    pub go_on: &'static str,
}

/// The page on which a caseworker chooses for whom to act.
pub struct Units {
    pub title: &'static str,
    pub lead: &'static str,
    pub legend: &'static str,
    pub button: &'static str,
    pub back: &'static str,
    /// Where another unit was chosen in another tab.
    pub other_title: &'static str,
    pub other: fn(&str) -> String,
    pub other_kept: &'static str,
    pub go_on: &'static str,
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
