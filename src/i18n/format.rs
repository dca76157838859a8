//! Numbers and accounts, labelled and grouped for reading against paper.

use super::{Language, Texts};
use crate::{
    contract::{ChangeKind, Contact},
    domain::{
        account::Account,
        holder::{HolderId, Scheme},
    },
};

/// One line of an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccountLine {
    /// What it is.
    pub label: &'static str,
    /// The value, grouped.
    pub value: String,
}

/// The lines of an account, in the order in which they stand on a form.
#[must_use]
pub fn account_lines(language: Language, account: &Account) -> Vec<AccountLine> {
    let form = &language.texts().form;
    match account {
        Account::Domestic(account) => vec![
            AccountLine { label: form.registration_number_label, value: account.registration_number().to_string() },
            AccountLine { label: form.account_number_label, value: account.account_number().to_string() },
        ],
        Account::Iban(account) => vec![
            AccountLine { label: form.bic_label, value: account.bic.to_string() },
            AccountLine { label: form.iban_label, value: account.iban.iban().to_string() },
        ],
    }
}

/// Kind and number of a holder, such as `CVR-nummer 12345674`.
#[must_use]
pub fn holder_number(language: Language, holder: &HolderId) -> String {
    format!("{} {holder}", scheme(language.texts(), holder.scheme()))
}

/// What a kind of number is called.
#[must_use]
pub fn scheme(texts: &Texts, scheme: Scheme) -> &'static str {
    let lookup = &texts.lookup;
    match scheme {
        Scheme::Cpr => lookup.cpr,
        Scheme::Cvr => lookup.cvr,
        Scheme::Se => lookup.se,
        Scheme::P => lookup.p,
    }
}

/// What a change did, as a receipt says it.
#[must_use]
pub fn change_kind(texts: &Texts, kind: ChangeKind) -> &'static str {
    let receipt = &texts.receipt;
    match kind {
        ChangeKind::AssignNemKonto => receipt.assign_nemkonto,
        ChangeKind::DeleteNemKonto => receipt.delete_nemkonto,
    }
}

/// A level of assurance that is named by a URI (NSIS), in a word.
#[must_use]
pub fn assurance<'a>(texts: &Texts, uri: &'a str) -> &'a str {
    let receipt = &texts.receipt;
    match uri.rsplit('/').next() {
        Some("Low") => receipt.assurance_low,
        Some("Substantial") => receipt.assurance_substantial,
        Some("High") => receipt.assurance_high,
        _ => uri,
    }
}

/// Contact details in one line.
#[must_use]
pub fn contact_line(contact: &Contact) -> String {
    format!("{} · {} · {} · {}", contact.name, contact.telephone, contact.email, contact.opening_hours)
}
