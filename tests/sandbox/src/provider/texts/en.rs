//! English.

use super::{Action, Texts};

pub(super) const TEXTS: Texts = Texts {
    language_name: "English",
    sandbox: "Sandbox",
    not_mitid: "Sandbox – not MitID.",
    invented: "All persons are invented.",
    cancel: "Cancel",
    go_on: "Continue",
    error_prefix: "Error: ",

    log_on_at: |client| format!("Log on at {client}"),
    choose_lead: "Choose how you want to log on.",
    choose_mitid: "MitID (sandbox)",
    choose_hint: "Use MitID Erhverv if you log on for your workplace.",

    user_id_title: "Enter your user ID",
    user_id: "User ID",
    user_id_hint: "Type one of the user IDs listed at the bottom of the page.",
    user_id_unknown: "The sandbox does not know this user ID. Check the spelling, or choose one from the list.",
    user_id_empty: "Enter a user ID. You can choose one from the list.",
    people: "People in the sandbox",
    name_protected: "Name protected",

    wait_title: "Open the app and approve",
    wait_lead: "Scan the QR code with the phone, or open the app here.",
    qr_code: "QR code that opens the simulated app",
    open_app: "Open the app",
    new_tab: "(opens in a new tab)",
    waiting: "We are waiting for your answer in the app. This page continues by itself.",
    wait_fallback: "Does nothing happen after you have answered in the app?",

    app: "Simulated app",
    action: |action, client| match action {
        Action::LogOn => format!("Log on at {client}"),
        Action::Approve => format!("Approve at {client}"),
        Action::Confirm => format!("Confirm at {client}"),
        Action::Accept => format!("Accept at {client}"),
        Action::Sign => format!("Sign at {client}"),
    },
    asks: |client| format!("{client} asks for your answer."),
    you_are: "You are",
    you_approve: "You are about to approve",
    approve: "Approve",
    reject: "Reject",
    check_first: "Approve only if you have asked for this yourself.",
    approved: "Approved",
    rejected: "Rejected",
    go_back: "Go back to the window that you came from. You can close this tab.",
    nothing_title: "There is nothing to approve",
    nothing_text: "First enter your user ID in the window where you log on.",

    expired_title: "This login has ended or expired",
    expired_text: "Go back to the page that you came from and start again.",
    unknown_request_title: "We cannot show the login page",
    unknown_request_text: "The link is not valid or has already been used. Go back to the page that you came from and start again.",
    logged_out_title: "You are logged out",
    logged_out_text: "You can close the window.",
};
