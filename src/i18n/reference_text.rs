//! The text that the `MitID` app shows while the caseworker approves.

use crate::domain::{
    account::Account,
    change::{Action, Change},
    holder::{HolderId, Scheme},
};

/// The app shows at most 130; whether that counts characters or bytes is not published, so we count bytes.
pub const REFERENCE_TEXT_BYTES: usize = 130;

/// What is confirmed, for whom, and the check code, in Danish, without a whole CPR or account number.
#[must_use]
pub fn reference_text(change: &Change, check_code: &str) -> String {
    let what = match &change.action {
        Action::AssignNemKonto { account, .. } => match account {
            Account::Iban(account) => format!("NemKonto {}", account.iban.iban().masked()),
            Account::Domestic(account) => format!("NemKonto {}", account.masked()),
        },
        Action::DeleteNemKonto => "sletning af NemKonto".to_owned(),
    };
    format!("Bekræft {what} for {}. Kontrolkode {check_code}", holder(&change.holder))
}

fn holder(holder: &HolderId) -> String {
    let number = holder.as_str();
    match holder.scheme() {
        Scheme::Cpr => format!("CPR-nr. der ender på {}", &number[number.len() - 4..]),
        Scheme::Cvr => format!("CVR-nr. {number}"),
        Scheme::Se => format!("SE-nr. {number}"),
        Scheme::P => format!("P-nr. {number}"),
    }
}
