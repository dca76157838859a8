//! Accounts abroad that have no IBAN: a number, and in most countries a code for the bank.

mod check_digits;
mod layout;

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use self::layout::NumberFormat;
pub use self::layout::{Layout, Presence, layout};
use super::country::Country;
use super::iban::Iban;
use super::structure;
use super::text::{self, FormatError};

/// What a country calls the code of a bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BankCodeKind {
    /// United States: ABA routing number, 9 digits with a check digit.
    Aba,
    /// Canada: transit 5 and institution 3 digits, written `XXXXX-YYY`.
    CanadianTransit,
    /// Australia: Bank State Branch, 6 digits.
    Bsb,
    /// New Zealand: bank 2 and branch 4 digits.
    NewZealand,
    /// India: Indian Financial System Code, 4 letters, a zero, 6 letters or digits.
    Ifsc,
    /// South Africa: branch code, 6 digits.
    SouthAfricanBranch,
    /// China: CNAPS code, 12 digits.
    Cnaps,
    /// Japan: Zengin code, bank 4 and branch 3 digits.
    Zengin,
    /// Elsewhere: whatever the country uses, up to 35 letters or digits (ISO 20022, clearing system member identification).
    General,
}

/// What a country calls the number of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// United States: up to 17 letters or digits (the width of the field in ACH payments).
    UnitedStates,
    /// Australia: up to 10 digits.
    Australian,
    /// New Zealand: account 7 and suffix 2 or 3 digits, checked together with bank and branch.
    NewZealand,
    /// Mexico: CLABE, 18 digits with a check digit; it includes the bank.
    Clabe,
    /// Japan: 7 digits.
    Japanese,
    /// Elsewhere: up to 34 letters or digits (ISO 20022, other account identification).
    General,
}

impl BankCodeKind {
    /// Every kind.
    pub const ALL: &[Self] = Self::VARIANTS;
}

impl AccountKind {
    /// Every kind.
    pub const ALL: &[Self] = Self::VARIANTS;
}

/// An account in a country without IBAN.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Wire", into = "Wire")]
pub struct ForeignNumber {
    country: Country,
    layout: Layout,
    bank_code: Option<String>,
    account: String,
}

/// Why fields are no account of the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ForeignNumberError {
    /// Accounts of this country have an IBAN, which is asked for instead.
    UsesIban,
    /// At least one field is wrong.
    Fields {
        /// What is wrong with the bank's code.
        bank_code: Option<PartError>,
        /// What is wrong with the account's number.
        account: Option<PartError>,
    },
}

/// Why a text is no bank code or account number of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartError {
    /// Wrong characters or wrong length.
    Format(FormatError),
    /// The check digit does not match: a typing error.
    CheckDigit,
    /// The country has no such field, yet it is filled in.
    NotUsed,
    /// It is an IBAN, which belongs in the form for those.
    IsIban,
    /// A word stands before the number.
    Word,
}

hidden_in_debug!(ForeignNumber);
named_error!(ForeignNumberError);
from_format_error!(PartError);

impl ForeignNumber {
    /// Reads both fields as typed; an empty `bank_code` is none. See [`layout`] for what a country asks for.
    ///
    /// ```
    /// use nemkonto::domain::{country::Country, foreign_number::{ForeignNumber, ForeignNumberError}};
    ///
    /// let [america, germany] = ["US", "DE"].map(|code| Country::from_code(code).unwrap());
    /// let account = ForeignNumber::parse(america, "ABA no. 999999992", "000123456789").unwrap();
    /// assert_eq!(account.masked(), "US.. 6789");
    /// assert_eq!(ForeignNumber::parse(germany, "", "123456789"), Err(ForeignNumberError::UsesIban));
    /// ```
    pub fn parse(country: Country, bank_code: &str, account: &str) -> Result<ForeignNumber, ForeignNumberError> {
        let layout = layout(country).ok_or(ForeignNumberError::UsesIban)?;
        let bank_code = parse_bank_code(layout, bank_code);
        let account = parse_account(layout.account, account, bank_code.as_ref().ok().and_then(Option::as_deref));
        match (bank_code, account) {
            (Ok(bank_code), Ok(account)) => Ok(ForeignNumber { country, layout, bank_code, account }),
            (bank_code, account) => {
                Err(ForeignNumberError::Fields { bank_code: bank_code.err(), account: account.err() })
            }
        }
    }

    /// Where the account is.
    #[must_use]
    pub fn country(&self) -> Country {
        self.country
    }

    /// Which fields accounts of the country have.
    #[must_use]
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// The bank's code without separators.
    #[must_use]
    pub fn bank_code(&self) -> Option<&str> {
        self.bank_code.as_deref()
    }

    /// The account's number without separators.
    #[must_use]
    pub fn account(&self) -> &str {
        &self.account
    }

    /// The bank's code as it is written in the country, such as `123-456`.
    #[must_use]
    pub fn bank_code_in_groups(&self) -> Option<String> {
        self.bank_code.as_ref().map(|code| grouped(code, &self.layout.bank_code.format()))
    }

    /// The account's number as it is written in the country.
    #[must_use]
    pub fn account_in_groups(&self) -> String {
        grouped(&self.account, &self.layout.account.format())
    }

    /// Country and last four characters, for places that need not show the whole number: `US.. 6789`. Of a number of up to four
    /// characters only the last is told.
    #[must_use]
    pub fn masked(&self) -> String {
        let told = if self.account.len() > 4 { 4 } else { 1 };
        format!("{}.. {}", self.country, &self.account[self.account.len() - told..])
    }
}

impl fmt::Display for ForeignNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(bank_code) = self.bank_code_in_groups() {
            write!(f, "{bank_code} ")?;
        }
        f.write_str(&self.account_in_groups())
    }
}

/// Splits a whole account pasted into one field, as [`ForeignNumber`] is displayed: the bank's code, then the account's number. The end of
/// the code shows as a gap, or by an account's number that cannot be shorter, as in New Zealand: `01-0242-0100194-00`.
#[must_use]
pub fn split_foreign_number(country: Country, raw: &str) -> Option<ForeignNumber> {
    let layout = layout(country).filter(|layout| layout.bank_code_presence == Presence::Required)?;
    let (code, account) = (layout.bank_code.format(), layout.account.format());
    let whole = text::compact(raw, &[code.labels, account.labels].concat()).ok()?;
    let end = structure::length(code.structure);
    let (bank_code, number) = whole.as_str().split_at_checked(end)?;
    let is_divided = whole.has_gap_before(end) || account.fewest > 1;
    is_divided.then(|| ForeignNumber::parse(country, bank_code, number).ok()).flatten()
}

/// Whether a text is the number of an account in the country, without its bank's code.
#[must_use]
pub fn is_account_number(country: Country, raw: &str) -> bool {
    layout(country).is_some_and(|layout| parse_account(layout.account, raw, None).is_ok())
}

/// Whether a label, in capital letters and without separators, stands before the code of a bank somewhere.
pub(super) fn is_label_of_bank_code(is_among: impl Fn(&[&str]) -> bool) -> bool {
    BankCodeKind::ALL.iter().any(|kind| is_among(kind.format().labels))
}

/// The same before the number of an account.
pub(super) fn is_label_of_account(is_among: impl Fn(&[&str]) -> bool) -> bool {
    AccountKind::ALL.iter().any(|kind| is_among(kind.format().labels))
}

fn parse_bank_code(layout: Layout, raw: &str) -> Result<Option<String>, PartError> {
    let kind = layout.bank_code;
    let code = match (layout.bank_code_presence, read(raw, &kind.format())) {
        (Presence::Optional | Presence::Absent, Err(PartError::Format(FormatError::Empty))) => return Ok(None),
        (Presence::Absent, _) => return Err(PartError::NotUsed),
        // Payment files write Canadian codes the other way round: 0, institution, transit.
        (_, Err(PartError::Format(FormatError::TooLong { extra: 1 }))) if kind == BankCodeKind::CanadianTransit => {
            canadian_from_nine(raw)?
        }
        (_, code) => code?,
    };
    let matches = kind != BankCodeKind::Aba || check_digits::aba_matches(&code);
    if matches { Ok(Some(code)) } else { Err(PartError::CheckDigit) }
}

fn parse_account(kind: AccountKind, raw: &str, bank_code: Option<&str>) -> Result<String, PartError> {
    if Iban::parse(raw).is_ok() {
        return Err(PartError::IsIban);
    }
    let account = read(raw, &kind.format())?;
    let matches = match (kind, bank_code) {
        (AccountKind::Clabe, _) => check_digits::clabe_matches(&account),
        (AccountKind::NewZealand, Some(bank_code)) => check_digits::new_zealand_matches(bank_code, &account),
        _ => true,
    };
    if matches { Ok(account) } else { Err(PartError::CheckDigit) }
}

fn read(raw: &str, form: &NumberFormat) -> Result<String, PartError> {
    let compact = text::compact(raw, form.labels)?;
    if let Some((position, _)) = structure::misfit(&compact, &[form.structure]) {
        return Err(FormatError::Unexpected { position }.into());
    }
    compact.require_length(form.fewest..=structure::length(form.structure))?;
    // A word before the number, such as `Checking 123456`, would become part of it.
    let word = compact.as_str().bytes().take_while(u8::is_ascii_alphabetic).count();
    if word > 1 && compact.has_gap_before(word) { Err(PartError::Word) } else { Ok(compact.into_string()) }
}

/// Reads nine characters, no fewer.
fn canadian_from_nine(raw: &str) -> Result<String, PartError> {
    let form = NumberFormat { structure: "1z8n", ..BankCodeKind::CanadianTransit.format() };
    let code = read(raw, &form)?;
    Ok(format!("{}{}", &code[4..], &code[1..4]))
}

fn grouped(text: &str, form: &NumberFormat) -> String {
    text::in_groups(text, form.groups, "-")
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Wire {
    country: Country,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bank_code: Option<String>,
    account: String,
}

impl TryFrom<Wire> for ForeignNumber {
    type Error = ForeignNumberError;

    fn try_from(wire: Wire) -> Result<ForeignNumber, ForeignNumberError> {
        ForeignNumber::parse(wire.country, &wire.bank_code.unwrap_or_default(), &wire.account)
    }
}

impl From<ForeignNumber> for Wire {
    fn from(number: ForeignNumber) -> Wire {
        Wire { country: number.country, bank_code: number.bank_code, account: number.account }
    }
}
