//! What other countries call the codes of banks and the numbers of accounts.

use super::Language;
use crate::domain::foreign_number::{AccountKind, BankCodeKind};

/// The words for one kind of code or number.
pub struct ForeignWords {
    danish: Words,
    english: Words,
}

struct Words {
    label: &'static str,
    /// As in "Indtast ABA-nummeret".
    definite: &'static str,
    hint: &'static str,
}

impl ForeignWords {
    /// The label of its field.
    #[must_use]
    pub fn label(&self, language: Language) -> &'static str {
        self.words(language).label
    }

    /// What it looks like.
    #[must_use]
    pub fn hint(&self, language: Language) -> &'static str {
        self.words(language).hint
    }

    /// As it stands in a sentence, in Danish and in English.
    pub(super) fn definite(&self) -> (&'static str, &'static str) {
        (self.danish.definite, self.english.definite)
    }

    fn words(&self, language: Language) -> &Words {
        match language {
            Language::Danish => &self.danish,
            Language::English => &self.english,
        }
    }
}

const fn words(danish: [&'static str; 3], english: [&'static str; 3]) -> ForeignWords {
    let ([label, definite, hint], [english_label, english_definite, english_hint]) = (danish, english);
    ForeignWords {
        danish: Words { label, definite, hint },
        english: Words { label: english_label, definite: english_definite, hint: english_hint },
    }
}

/// The words for the code of a bank.
#[must_use]
pub fn bank_code(kind: BankCodeKind) -> ForeignWords {
    match kind {
        BankCodeKind::Aba => words(
            ["ABA-nummer (routing number)", "ABA-nummeret", "9 cifre"],
            ["ABA number (routing number)", "the ABA number", "9 digits"],
        ),
        BankCodeKind::CanadianTransit => words(
            ["Transitnummer", "transitnummeret", "5 cifre for filialen og 3 for banken, for eksempel 12345-678"],
            [
                "Transit number",
                "the transit number",
                "5 digits for the branch and 3 for the bank, for example 12345-678",
            ],
        ),
        BankCodeKind::Bsb => words(
            ["BSB-nummer", "BSB-nummeret", "6 cifre, for eksempel 123-456"],
            ["BSB number", "the BSB number", "6 digits, for example 123-456"],
        ),
        BankCodeKind::NewZealand => words(
            ["Bank og filial", "nummeret på bank og filial", "2 cifre for banken og 4 for filialen"],
            ["Bank and branch", "the number of bank and branch", "2 digits for the bank and 4 for the branch"],
        ),
        BankCodeKind::Ifsc => words(
            ["IFSC-kode", "IFSC-koden", "4 bogstaver, et 0 og 6 bogstaver eller cifre"],
            ["IFSC code", "the IFSC code", "4 letters, a 0 and 6 letters or digits"],
        ),
        BankCodeKind::SouthAfricanBranch => words(
            ["Filialkode (branch code)", "filialkoden", "6 cifre"],
            ["Branch code", "the branch code", "6 digits"],
        ),
        BankCodeKind::Cnaps => {
            words(["CNAPS-kode", "CNAPS-koden", "12 cifre"], ["CNAPS code", "the CNAPS code", "12 digits"])
        }
        BankCodeKind::Zengin => words(
            ["Zengin-kode", "Zengin-koden", "4 cifre for banken og 3 for filialen"],
            ["Zengin code", "the Zengin code", "4 digits for the bank and 3 for the branch"],
        ),
        BankCodeKind::General => words(
            ["Bankkode (frivilligt)", "bankkoden", "Den kode, som landet bruger for banken, hvis der er en"],
            ["Bank code (optional)", "the bank code", "The code that the country uses for the bank, if there is one"],
        ),
    }
}

/// The words for the number of an account.
#[must_use]
pub fn account(kind: AccountKind) -> ForeignWords {
    match kind {
        AccountKind::Clabe => words(["CLABE", "CLABE-nummeret", "18 cifre"], ["CLABE", "the CLABE", "18 digits"]),
        AccountKind::UnitedStates => words(
            ["Kontonummer", "kontonummeret", "Op til 17 tegn"],
            ["Account number", "the account number", "Up to 17 characters"],
        ),
        AccountKind::Australian => words(
            ["Kontonummer", "kontonummeret", "Op til 10 cifre"],
            ["Account number", "the account number", "Up to 10 digits"],
        ),
        AccountKind::NewZealand => words(
            ["Kontonummer med suffiks", "kontonummeret", "7 cifre og et suffiks på 2 eller 3 cifre"],
            ["Account number with suffix", "the account number", "7 digits and a suffix of 2 or 3 digits"],
        ),
        AccountKind::Japanese => {
            words(["Kontonummer", "kontonummeret", "7 cifre"], ["Account number", "the account number", "7 digits"])
        }
        AccountKind::General => words(
            ["Kontonummer", "kontonummeret", "Op til 34 bogstaver og cifre"],
            ["Account number", "the account number", "Up to 34 letters and digits"],
        ),
    }
}
