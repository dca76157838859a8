//! Accounts in Denmark, the Faroe Islands and Greenland: registration number and account number.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::country::Country;
use super::iban::Iban;
use super::text::{self, FormatError};

pub(super) const REGISTRATION_LABELS: [&str; 4] = ["REG", "REGNR", "REGISTRERINGSNR", "REGISTRERINGSNUMMER"];
pub(super) const ACCOUNT_LABELS: [&str; 5] = ["KONTO", "KONTONR", "KONTONUMMER", "KTO", "KTONR"];

/// What stands before a whole account in letters and mails.
const PASTED_LABELS: [&str; 14] = [
    "REG",
    "REGNR",
    "REGISTRERINGSNR",
    "REGISTRERINGSNUMMER",
    "KONTO",
    "KONTONR",
    "KONTONUMMER",
    "KTO",
    "KTONR",
    "REGOGKONTONR",
    "REGNROGKONTONR",
    "REG/KONTO",
    "REG/KONTONR",
    "REGNR/KONTONR",
];

/// The groups in which [`AccountNumber::in_groups`] shows an account number.
const NUMBER_GROUPS: [usize; 3] = [4, 3, 3];

/// The groups of a Norwegian account number, which has eleven digits.
const NORWEGIAN_GROUPS: [usize; 3] = [4, 2, 5];

/// Shorter account numbers are not split off: eight digits in two groups are no account with its registration number.
const SHORTEST_SPLIT: usize = 5;

/// A bank branch's registration number: four digits, of which the first may be 0.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct RegistrationNumber(String);

/// An account number: ten digits; shorter ones are filled up with zeros on the left.
///
/// No check digit: the registry of IBANs names one, but its rule is not public.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct AccountNumber(String);

/// Both together identify an account.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DomesticAccount {
    registration_number: RegistrationNumber,
    account_number: AccountNumber,
}

/// Where a domestic account is. The same numbers have another IBAN in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DomesticCountry {
    /// Denmark, `DK`.
    Denmark,
    /// The Faroe Islands, `FO`.
    FaroeIslands,
    /// Greenland, `GL`.
    Greenland,
}

text_on_the_wire!(RegistrationNumber, FormatError);
text_on_the_wire!(AccountNumber, FormatError);
hidden_in_debug!(RegistrationNumber, AccountNumber);

impl RegistrationNumber {
    /// Reads a registration number as typed: `9999`, `Reg.nr.: 9999`.
    pub fn parse(raw: &str) -> Result<RegistrationNumber, FormatError> {
        text::digits(raw, &REGISTRATION_LABELS, 4..=4).map(RegistrationNumber)
    }

    /// Four digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AccountNumber {
    /// Reads an account number of 1 to 10 digits as typed: `123456`, `0000 123 456`, `Kontonr. 123456`.
    pub fn parse(raw: &str) -> Result<AccountNumber, FormatError> {
        let digits = text::digits(raw, &ACCOUNT_LABELS, 1..=10)?;
        Ok(AccountNumber(format!("{digits:0>10}")))
    }

    /// Ten digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Ten digits in groups, for comparing with what stands on paper: `0000 123 456`.
    #[must_use]
    pub fn in_groups(&self) -> String {
        text::in_groups(&self.0, &NUMBER_GROUPS, " ")
    }
}

impl DomesticAccount {
    /// The account with these numbers.
    #[must_use]
    pub fn new(registration_number: RegistrationNumber, account_number: AccountNumber) -> DomesticAccount {
        DomesticAccount { registration_number, account_number }
    }

    /// Which branch.
    #[must_use]
    pub fn registration_number(&self) -> &RegistrationNumber {
        &self.registration_number
    }

    /// Which account there.
    #[must_use]
    pub fn account_number(&self) -> &AccountNumber {
        &self.account_number
    }

    /// The IBAN of this account.
    ///
    /// ```
    /// use nemkonto::domain::domestic::{DomesticAccount, DomesticCountry, split_domestic_account};
    ///
    /// let account = split_domestic_account("Reg.nr. 9999 Kontonr. 123456").unwrap();
    /// let iban = account.to_iban(DomesticCountry::Denmark);
    /// assert_eq!(iban.to_string(), "DK03 9999 0000 1234 56");
    /// assert_eq!(DomesticAccount::from_iban(&iban), Some(account));
    /// ```
    #[must_use]
    pub fn to_iban(&self, country: DomesticCountry) -> Iban {
        let country = match country {
            DomesticCountry::Denmark => Country::DENMARK,
            DomesticCountry::FaroeIslands => Country::FAROE_ISLANDS,
            DomesticCountry::Greenland => Country::GREENLAND,
        };
        Iban::from_digits(country, &format!("{}{}", self.registration_number.0, self.account_number.0))
    }

    /// The account behind a Danish, Faroese or Greenlandic IBAN.
    #[must_use]
    pub fn from_iban(iban: &Iban) -> Option<DomesticAccount> {
        let (registration, account) = iban.bban().split_at_checked(4).filter(|_| iban.is_domestic())?;
        Some(DomesticAccount {
            registration_number: RegistrationNumber(registration.to_owned()),
            account_number: AccountNumber(account.to_owned()),
        })
    }

    /// Last four digits only, for places that need not show the whole number: `9999 ......3456`.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("{} ......{}", self.registration_number.0, &self.account_number.0[6..])
    }
}

impl fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for DomesticAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.registration_number, self.account_number)
    }
}

/// Whether a text is an account number in the groups in which this app shows it, `0000 123 456`, and not a registration number before an account number.
#[must_use]
pub fn is_grouped_account_number(raw: &str) -> bool {
    text::compact(raw, &ACCOUNT_LABELS).is_ok_and(|number| number.groups() == NUMBER_GROUPS)
}

/// Splits a whole account pasted into one field: `9999-123456`, `9999 123456`, `9999/123456`, 14 digits in a row,
/// `Reg.nr. 9999 Kontonr. 123456`, or a Danish, Faroese or Greenlandic IBAN.
///
/// ```
/// use nemkonto::domain::domestic::split_domestic_account;
///
/// let account = split_domestic_account("9999-123456").unwrap();
/// assert_eq!(account.to_string(), "9999 0000123456");
/// assert_eq!(split_domestic_account("DK03 9999 0000 1234 56"), Some(account));
/// ```
#[must_use]
pub fn split_domestic_account(raw: &str) -> Option<DomesticAccount> {
    if let Ok(iban) = Iban::parse(raw) {
        return DomesticAccount::from_iban(&iban);
    }
    let whole = text::compact(raw, &PASTED_LABELS).ok()?;
    // The boundary shows as a gap, a slash or the second label after the first four digits, or by 14 digits in a row.
    let (registration, rest) = whole.as_str().split_at_checked(4)?;
    let is_divided = (1..4).any(|at| whole.has_gap_before(at));
    if is_divided || rest.len() < SHORTEST_SPLIT || whole.groups() == NORWEGIAN_GROUPS {
        return None;
    }
    let gap = whole.has_gap_before(4) || !rest.starts_with(|c: char| c.is_ascii_digit());
    let account = AccountNumber::parse(rest.trim_start_matches(['/', ':', ','])).ok()?;
    let registration_number = RegistrationNumber::parse(registration).ok()?;
    (gap || rest.len() == 10).then_some(DomesticAccount { registration_number, account_number: account })
}
