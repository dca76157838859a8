//! English.

mod accounts;
mod changes;
mod errors;
mod fields;
mod frame;
mod login;
mod payee;
mod problems;
mod receipts;
mod reference_text;

use super::texts::Texts;
use crate::domain::date::Date;

pub(super) use reference_text::reference_text;

pub(super) const TEXTS: Texts = Texts {
    tag: "en",
    own_name: "English",
    date,
    frame: frame::FRAME,
    session: frame::SESSION,
    copy: frame::COPY,
    units: login::UNITS,
    login: login::LOGIN,
    lookup: accounts::LOOKUP,
    overview: accounts::OVERVIEW,
    changes: changes::CHANGES,
    fields: fields::FIELDS,
    errors: errors::ERRORS,
    change_page: changes::CHANGE_PAGE,
    registered: accounts::REGISTERED,
    confirmation: changes::CONFIRMATION,
    payee: payee::PAYEE,
    history: accounts::HISTORY,
    benefit_types: accounts::BENEFIT_TYPES,
    relogin: login::RELOGIN,
    receipt: receipts::RECEIPT,
    verify: receipts::VERIFY,
    problem: problems::PROBLEM,
    crash: frame::CRASH,
};

pub(super) const BANNED_WORDS: &[&str] = &["invalid", "please", "sorry", "error 500"];

/// Such as `18 September 2023`.
fn date(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(usize::from(date.month()).wrapping_sub(1)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}
