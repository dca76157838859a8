//! What stands around every page, in English.

use crate::i18n::frame::{Copy, Crash, Frame, Session};

pub(super) const FRAME: Frame = Frame {
    service: "NemKonto for caseworkers",
    skip_link: "Skip to the content",
    sandbox: "Sandbox: all persons, companies and accounts are invented.",
    sandbox_guide: "See what you can try",
    log_out: "Log out",
    choose_language: "Choose language",
    contact_heading: "Help",
    verify_receipt: "Check a receipt",
    accessibility_statement: "Accessibility statement",
    privacy_notice: "Privacy notice",
    support: "Support",
    session_minutes: |minutes| format!("You are logged off when you have not used NemKonto for {minutes} minutes."),
    error_prefix: "Error: ",
    error_title_prefix: "Error: ",
    error_summary: "Something needs correcting",
    warning: "Warning",
    loading: "Loading …",
    hidden_name: "Employee with a protected name",
    offline: "There is no network connection. What you enter stays, and you can go on when the connection is back.",
    menu: "Menu",
    find_holder: "Find an account holder",
    benefit_types: "Benefit types",
    unit: "Unit",
    switch_unit: "Switch unit",
    switching: "Switching unit …",
};

pub(super) const SESSION: Session = Session {
    heading: "You are about to be logged out",
    left: |seconds| format!("You will be logged out in {}:{:02}.", seconds / 60, seconds % 60),
    announced: |seconds| {
        let time = match seconds {
            60 => "a minute".to_owned(),
            0..60 => format!("{seconds} seconds"),
            _ => format!("{} minutes", seconds / 60),
        };
        format!("You will be logged out in {time}. Choose Stay logged in if you want to go on.")
    },
    kept: "What you have entered is kept until you log in again.",
    stay: "Stay logged in",
    staying: "Prolonging …",
    stayed: "You are still logged in.",
};

pub(super) const COPY: Copy = Copy {
    button: "Copy",
    copied: "Copied",
    refused: "The browser does not copy. Select the number, and press Ctrl and C.",
    account: "account number",
    receipt_number: "receipt number",
};

pub(super) const CRASH: Crash = Crash {
    title: "NemKonto could not continue",
    what_happened: "Something went wrong in the program. It is not because of anything you have done.",
    nothing_sent: "No change was sent, so nothing was changed.",
    under_way: "You were confirming a change, and we do not know yet whether it was carried out. Reload the page, and we look. The change can never be carried out twice.",
    carried_out: "The change was carried out. The receipt comes back when the page is reloaded.",
    reload_only: "Reload the page. If it happens once more, contact support and quote the reference.",
    reload_kept: "Reload the page. What you had entered is still there. If it happens once more, contact support and quote the reference.",
    reload: "Reload the page",
};
