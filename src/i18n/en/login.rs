//! Login, units, and what is said while the re-login goes on, in English.

use crate::i18n::login::{Login, Relogin, Units};

pub(super) const LOGIN: Login = Login {
    title: "Log in as a caseworker",
    lead: "Here you register accounts on behalf of citizens and companies, so that public payments arrive.",
    who: "You need MitID Erhverv from the authority you work for. Your private MitID does not give access.",
    button: "Log in",
    starting: "Taking you to the login …",
    logged_out: "You are logged out.",
    cancelled: "You cancelled the login. Choose Log in when you want to try again.",
    ended_title: "You are logged out",
    ended: "This is done for security when the page has not been used for a while.",
    ended_in_other_tab: "You have logged out in another tab.",
    kept: "What you had entered is not lost. Log in again, and it is where you left it.",
    not_kept: "The browser does not allow us to keep what you had entered. Enter it again when you have logged in.",
    nothing_typed: "You had not entered anything, so nothing is lost.",
    change_under_way: "You were confirming a change. Log in again, and we look whether it was carried out.",
    again: "Log in again",
    still_title: "You are still logged in",
    still: "NemKonto has not heard that you are logging out. Try again. If it does not work and others use the computer, close the browser.",
    somebody_title: "Somebody else is logged in now",
    somebody: "Another caseworker has logged in in another tab. Therefore we show nothing here any more.",
    go_on_hint: "If you are the one who is logged in now, you can go on here. What the other person had entered in this tab is then deleted.",
    go_on: "Go on as the one who is logged in",
};

pub(super) const UNITS: Units = Units {
    title: "Switch unit",
    lead: "The unit decides for which benefits you can register specific accounts. What you are entering stays as it is.",
    legend: "Which unit do you act for?",
    button: "Switch unit",
    back: "Back without switching",
    other_title: "You have chosen another unit",
    other: |unit| format!("You chose the unit in another tab, and now act for {unit}."),
    other_kept: "What you have entered here stays as it is. See whether it fits the unit. You can switch the unit again at the top of the page when you have gone on.",
    go_on: "Go on",
};

pub(super) const RELOGIN: Relogin = Relogin {
    submitting_title: "The change is being carried out",
    submitting: "Carrying out the change …",
    reopening_title: "The change is being reopened",
    reopening: "Fetching what you had entered …",
    retrying: |attempt| {
        format!("NemKonto does not answer. We keep trying (attempt {attempt}). The change is not lost.")
    },
    try_now: "Try again now",
};
