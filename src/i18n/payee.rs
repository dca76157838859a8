//! What the payee's bank said about an account, and what a caseworker says to that.

use super::Language;
use crate::{
    contract::{Acknowledged, PayeeCheck, Reason},
    domain::payee::PayeeAnswer,
};

/// The payee by name.
pub struct Payee {
    pub heading: &'static str,
    /// What the bank answered, about the name that was asked and the one that it has.
    pub answer: fn(PayeeAnswer, &str, &str) -> String,
    /// What to do now; empty where there is nothing.
    pub advice: fn(PayeeAnswer) -> &'static str,
    pub asked_at: fn(&str) -> String,
    /// The same as a fact, without names: for the receipt and the history.
    pub record: fn(PayeeAnswer) -> &'static str,
    /// Before it on the receipt.
    pub term: &'static str,
    /// What the caseworker said: the reason, and the note.
    pub said: fn(&str) -> String,
    pub go_on: &'static str,
    pub ask_again: &'static str,
    pub asking: &'static str,
    /// While a change with an account is being prepared.
    pub preparing: &'static str,
}

/// What the bank answered.
#[must_use]
pub fn payee_answer(language: Language, check: &PayeeCheck) -> String {
    let bank_name = check.bank_name.as_deref().unwrap_or_default();
    (language.texts().payee.answer)(check.answer, &check.asked_name, bank_name)
}

/// The agency's words for a reason.
#[must_use]
pub fn reason(language: Language, reason: &Reason) -> &str {
    match language {
        Language::Danish => &reason.da,
        Language::English => &reason.en,
    }
}

/// What a caseworker has said to a name that does not fit.
#[must_use]
pub fn acknowledged(language: Language, Acknowledged { reason: chosen, note }: &Acknowledged) -> String {
    let reason = reason(language, chosen);
    let whole = match note {
        Some(note) => format!("{reason}: {note}"),
        None => reason.to_owned(),
    };
    (language.texts().payee.said)(&whole)
}
