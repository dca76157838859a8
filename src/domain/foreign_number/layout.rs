//! What accounts without IBAN consist of, country by country.

use super::{AccountKind, BankCodeKind};
use crate::domain::country::Country;

/// Whether a field is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It must be given.
    Required,
    /// It may be given.
    Optional,
    /// The country has no such field.
    Absent,
}

/// The fields of an account without IBAN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Layout {
    /// What the bank's code is.
    pub bank_code: BankCodeKind,
    /// Whether the bank's code is asked for.
    pub bank_code_presence: Presence,
    /// What the account's number is.
    pub account: AccountKind,
    /// Whether a BIC is asked for. Optional where the bank code alone finds the bank.
    pub bic: Presence,
}

/// The fields of accounts in a country; none where accounts have an IBAN, which is asked for instead.
#[must_use]
pub fn layout(country: Country) -> Option<Layout> {
    use Presence::{Absent, Optional, Required};
    let (bank_code, bank_code_presence, account, bic) = match country.as_str() {
        _ if country.has_iban() => return None,
        "US" | "PR" | "GU" | "VI" | "AS" | "MP" => (BankCodeKind::Aba, Required, AccountKind::UnitedStates, Optional),
        "CA" => (BankCodeKind::CanadianTransit, Required, AccountKind::General, Required),
        "AU" => (BankCodeKind::Bsb, Required, AccountKind::Australian, Optional),
        "NZ" => (BankCodeKind::NewZealand, Required, AccountKind::NewZealand, Optional),
        "IN" => (BankCodeKind::Ifsc, Required, AccountKind::General, Optional),
        "MX" => (BankCodeKind::General, Absent, AccountKind::Clabe, Optional),
        "ZA" => (BankCodeKind::SouthAfricanBranch, Required, AccountKind::General, Optional),
        "CN" => (BankCodeKind::Cnaps, Required, AccountKind::General, Optional),
        "JP" => (BankCodeKind::Zengin, Required, AccountKind::Japanese, Optional),
        _ => (BankCodeKind::General, Optional, AccountKind::General, Required),
    };
    Some(Layout { bank_code, bank_code_presence, account, bic })
}

/// The form of one field.
pub(super) struct NumberFormat {
    /// See [`crate::domain::structure`]. Its length is the most characters there can be.
    pub structure: &'static str,
    /// The fewest characters.
    pub fewest: usize,
    /// The sizes of the groups in which it is written; the rest follows ungrouped.
    pub groups: &'static [usize],
    /// Labels that may stand before it.
    pub labels: &'static [&'static str],
}

impl BankCodeKind {
    pub(super) fn format(self) -> NumberFormat {
        let (structure, fewest, groups, labels): (_, _, &[usize], &[&str]) = match self {
            BankCodeKind::Aba => (
                "9n",
                9,
                &[],
                &["ABA", "ABANO", "ABANUMBER", "ABAROUTINGNUMBER", "ROUTING", "ROUTINGNO", "ROUTINGNUMBER", "RTN"],
            ),
            BankCodeKind::CanadianTransit => ("8n", 8, &[5, 3], &["TRANSIT", "TRANSITNO", "TRANSITNUMBER"]),
            BankCodeKind::Bsb => ("6n", 6, &[3, 3], &["BSB", "BSBNO", "BSBNUMBER"]),
            BankCodeKind::NewZealand => ("6n", 6, &[2, 4], &[]),
            BankCodeKind::Ifsc => ("4a1z6c", 11, &[], &["IFSC", "IFSCCODE"]),
            BankCodeKind::SouthAfricanBranch => ("6n", 6, &[], &["BRANCHCODE", "UNIVERSALBRANCHCODE", "SORTCODE"]),
            BankCodeKind::Cnaps => ("12n", 12, &[], &["CNAPS", "CNAPSNO", "CNAPSCODE"]),
            BankCodeKind::Zengin => ("7n", 7, &[4, 3], &["ZENGIN"]),
            BankCodeKind::General => ("35c", 1, &[], &["BANKCODE", "BRANCHCODE", "CLEARING", "CLEARINGNO", "SORTCODE"]),
        };
        NumberFormat { structure, fewest, groups, labels }
    }
}

impl AccountKind {
    pub(super) fn format(self) -> NumberFormat {
        let (structure, fewest, groups, labels): (_, _, &[usize], &[&str]) = match self {
            AccountKind::UnitedStates => ("17c", 1, &[], ACCOUNT_LABELS),
            AccountKind::Australian => ("10n", 1, &[], ACCOUNT_LABELS),
            AccountKind::NewZealand => ("10n", 9, &[7], ACCOUNT_LABELS),
            AccountKind::Clabe => ("18n", 18, &[3, 3, 11, 1], &["CLABE", "CLABEINTERBANCARIA"]),
            AccountKind::Japanese => ("7n", 7, &[], ACCOUNT_LABELS),
            AccountKind::General => ("34c", 1, &[], ACCOUNT_LABELS),
        };
        NumberFormat { structure, fewest, groups, labels }
    }
}

const ACCOUNT_LABELS: &[&str] = &[
    "ACC",
    "ACCNO",
    "ACCT",
    "ACCTNO",
    "ACCOUNT",
    "ACCOUNTNO",
    "ACCOUNTNR",
    "ACCOUNTNUMBER",
    "KONTO",
    "KONTONR",
    "KONTONUMMER",
];
