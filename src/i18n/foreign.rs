//! What other countries call the codes of banks and the numbers of accounts, as it stands in a sentence, in Danish and in English.

use crate::domain::foreign_number::{AccountKind, BankCodeKind};

/// The code of a bank, as in "Indtast ABA-nummeret".
pub(super) fn bank_code(kind: BankCodeKind) -> (&'static str, &'static str) {
    match kind {
        BankCodeKind::Aba => ("ABA-nummeret", "the ABA number"),
        BankCodeKind::CanadianTransit => ("transitnummeret", "the transit number"),
        BankCodeKind::Bsb => ("BSB-nummeret", "the BSB number"),
        BankCodeKind::NewZealand => ("nummeret på bank og filial", "the number of bank and branch"),
        BankCodeKind::Ifsc => ("IFSC-koden", "the IFSC code"),
        BankCodeKind::SouthAfricanBranch => ("filialkoden", "the branch code"),
        BankCodeKind::Cnaps => ("CNAPS-koden", "the CNAPS code"),
        BankCodeKind::Zengin => ("Zengin-koden", "the Zengin code"),
        BankCodeKind::General => ("bankkoden", "the bank code"),
    }
}

/// The number of an account.
pub(super) fn account(kind: AccountKind) -> (&'static str, &'static str) {
    match kind {
        AccountKind::Clabe => ("CLABE-nummeret", "the CLABE"),
        AccountKind::UnitedStates
        | AccountKind::Australian
        | AccountKind::NewZealand
        | AccountKind::Japanese
        | AccountKind::General => ("kontonummeret", "the account number"),
    }
}
