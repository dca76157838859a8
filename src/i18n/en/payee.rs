//! What the payee's bank said about an account, and what a caseworker says to that, in English.

use crate::{domain::payee::PayeeAnswer, i18n::payee::Payee};

pub(super) const PAYEE: Payee = Payee {
    heading: "Whose account is it?",
    answer: |answer, asked, bank| match answer {
        PayeeAnswer::Match => format!("The bank confirms that the account belongs to {asked}."),
        PayeeAnswer::CloseMatch => {
            format!("The bank knows the account by a similar name: {bank}. It was asked about {asked}.")
        }
        PayeeAnswer::NoMatch => format!("The bank answers that the account does not belong to {asked}."),
        PayeeAnswer::NoIban => "The bank cannot be asked, for the account has no IBAN.".into(),
        PayeeAnswer::NotInScheme => "The bank does not say whose account it is.".into(),
        PayeeAnswer::NoAnswer => "The bank has not answered in time.".into(),
    },
    advice: |answer| match answer {
        PayeeAnswer::Match => "",
        PayeeAnswer::CloseMatch | PayeeAnswer::NoMatch => {
            "Compare the account with the document, and ask the holder in a way that you know already. If the account is right, choose why. The receipt will say so."
        }
        PayeeAnswer::NoIban | PayeeAnswer::NotInScheme => "Check in another way that the account is the holder's.",
        PayeeAnswer::NoAnswer => "Ask again, or check in another way that the account is the holder's.",
    },
    asked_at: |time| format!("Asked at {time}."),
    record: |answer| match answer {
        PayeeAnswer::Match => "The bank confirmed the name",
        PayeeAnswer::CloseMatch => "The bank knew the account by a similar name",
        PayeeAnswer::NoMatch => "The bank answered that it was not the holder's account",
        PayeeAnswer::NoIban => "The bank could not be asked: no IBAN",
        PayeeAnswer::NotInScheme => "The bank does not say whose account it is",
        PayeeAnswer::NoAnswer => "The bank did not answer",
    },
    term: "Owner of the account",
    said: |reason| format!("The caseworker's reason: {reason}."),
    go_on: "Continue",
    ask_again: "Ask the bank again",
    asking: "Asking …",
    preparing: "Asking the account's bank about the name …",
};
