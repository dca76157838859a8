//! FI: paying to a Danish creditor by payment slip instead of to an account.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::text::{self, FormatError};

const CREDITOR_LABELS: [&str; 8] =
    ["FI", "FINR", "FINUMMER", "FIKREDITORNR", "FIKREDITORNUMMER", "KREDITOR", "KREDITORNR", "KREDITORNUMMER"];
const ID_LABELS: [&str; 4] = ["ID", "BETALINGSID", "BETALINGSIDENT", "BETALINGSIDENTIFIKATION"];

/// A creditor number: eight digits, the first an 8. It is given by the creditor's bank and is no account number.
///
/// Its check digit, if it has one, is not public.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct CreditorNumber(String);

/// Why a text is no creditor number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CreditorNumberError {
    /// Not eight digits.
    Format(FormatError),
    /// The first digit is not 8.
    FirstDigit,
}

/// The types of payment slip for creditor numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Slip {
    /// `+71`: a payment id of 15 digits, no text.
    #[serde(rename = "71")]
    #[strum(serialize = "71")]
    Type71,
    /// `+73`: no payment id.
    #[serde(rename = "73")]
    #[strum(serialize = "73")]
    Type73,
    /// `+75`: a payment id of 16 digits, and a text.
    #[serde(rename = "75")]
    #[strum(serialize = "75")]
    Type75,
}

/// A creditor, and on which slip and with which payment id the money is sent. Which of them the real form asks for is not published.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Wire", into = "Wire")]
pub struct FiAccount {
    slip: Slip,
    creditor: CreditorNumber,
    payment_id: Option<String>,
}

/// Why a text is no payment id for a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaymentIdError {
    /// Not the digits that the slip has.
    Format(FormatError),
    /// The check digit does not match: a typing error.
    CheckDigit,
    /// The slip has no payment id, yet there is one.
    NotUsed,
}

/// Why fields are no payment to a creditor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FiError {
    /// What is wrong with the creditor number.
    pub creditor: Option<CreditorNumberError>,
    /// What is wrong with the payment id.
    pub payment_id: Option<PaymentIdError>,
}

text_on_the_wire!(CreditorNumber, CreditorNumberError);
hidden_in_debug!(CreditorNumber, FiAccount);
named_error!(CreditorNumberError, PaymentIdError, FiError);
from_format_error!(CreditorNumberError, PaymentIdError);

impl CreditorNumber {
    /// Reads a creditor number as typed: `80000000`, `8000 0000`, `FI-kreditornr.: 80000000`.
    pub fn parse(raw: &str) -> Result<CreditorNumber, CreditorNumberError> {
        let digits = text::digits(raw, &CREDITOR_LABELS, 8..=8)?;
        if digits.starts_with('8') { Ok(CreditorNumber(digits)) } else { Err(CreditorNumberError::FirstDigit) }
    }

    /// Eight digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Eight digits in groups, for comparing with what stands on paper: `8000 0000`.
    #[must_use]
    pub fn in_groups(&self) -> String {
        text::in_groups(&self.0, &[4], " ")
    }
}

impl Slip {
    /// Every slip, in the order of their numbers.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Two digits.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The slip with a number.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }

    /// How many digits the payment id has; none if the slip has no payment id.
    #[must_use]
    pub fn id_length(self) -> Option<usize> {
        match self {
            Self::Type71 => Some(15),
            Self::Type73 => None,
            Self::Type75 => Some(16),
        }
    }
}

impl FiAccount {
    /// Reads both fields as typed; an empty `payment_id` is none. Shorter ids are filled up with zeros on the left, as on the slip.
    pub fn parse(slip: Slip, creditor: &str, payment_id: &str) -> Result<FiAccount, FiError> {
        match (CreditorNumber::parse(creditor), parse_id(slip, payment_id)) {
            (Ok(creditor), Ok(payment_id)) => Ok(FiAccount { slip, creditor, payment_id }),
            (creditor, payment_id) => Err(FiError { creditor: creditor.err(), payment_id: payment_id.err() }),
        }
    }

    /// Which slip.
    #[must_use]
    pub fn slip(&self) -> Slip {
        self.slip
    }

    /// Who is paid.
    #[must_use]
    pub fn creditor(&self) -> &CreditorNumber {
        &self.creditor
    }

    /// What the creditor knows the payment by.
    #[must_use]
    pub fn payment_id(&self) -> Option<&str> {
        self.payment_id.as_deref()
    }

    /// The same in groups, for comparing with what stands on paper: `000 000 000 123 455`.
    #[must_use]
    pub fn payment_id_in_groups(&self) -> Option<String> {
        let sizes: &[usize] = if self.slip == Slip::Type75 { &[4; 4] } else { &[3; 5] };
        self.payment_id().map(|id| text::in_groups(id, sizes, " "))
    }

    /// For places that need not show the whole number: `FI ....0000`.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("FI ....{}", &self.creditor.0[4..])
    }
}

impl fmt::Display for CreditorNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for FiAccount {
    /// The line at the foot of the slip: `+71<000000000123455+80000000<`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}<{}+{}<", self.slip.code(), self.payment_id().unwrap_or_default(), self.creditor)
    }
}

/// Splits the line at the foot of a slip, as pasted: `+71<000000000123455+80000000<`, or without the angle brackets, as people type it.
///
/// ```
/// use nemkonto::domain::fi::{Slip, split_slip};
///
/// let account = split_slip("+71 000000000123455 +80000000").unwrap();
/// assert_eq!((account.slip(), account.payment_id()), (Slip::Type71, Some("000000000123455")));
/// assert_eq!(account.to_string(), "+71<000000000123455+80000000<");
/// ```
#[must_use]
pub fn split_slip(raw: &str) -> Option<FiAccount> {
    let line: String = raw.chars().filter(|character| !character.is_whitespace()).collect();
    let (slip, rest) = line.strip_prefix('+')?.split_at_checked(2)?;
    let (payment_id, creditor) = rest.split_once('+')?;
    let payment_id = payment_id.strip_prefix('<').unwrap_or(payment_id);
    FiAccount::parse(Slip::from_code(slip)?, creditor.strip_suffix('<').unwrap_or(creditor), payment_id).ok()
}

fn parse_id(slip: Slip, raw: &str) -> Result<Option<String>, PaymentIdError> {
    let Some(length) = slip.id_length() else {
        return match text::compact(raw, &ID_LABELS) {
            Err(FormatError::Empty) => Ok(None),
            _ => Err(PaymentIdError::NotUsed),
        };
    };
    let digits = text::digits(raw, &ID_LABELS, 1..=length)?;
    let id = format!("{digits:0>length$}");
    if luhn_matches(&id) { Ok(Some(id)) } else { Err(PaymentIdError::CheckDigit) }
}

/// The check digit of a payment id: every second digit from the right counts twice, and the sum of all digits is a multiple of 10.
/// Source: the payment slips' published examples, which are those of the Luhn algorithm (ISO/IEC 7812-1, annex B).
fn luhn_matches(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0') * if place % 2 == 0 { 1 } else { 2 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Wire {
    slip: Slip,
    creditor: CreditorNumber,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    payment_id: Option<String>,
}

impl TryFrom<Wire> for FiAccount {
    type Error = PaymentIdError;

    fn try_from(wire: Wire) -> Result<FiAccount, PaymentIdError> {
        let payment_id = parse_id(wire.slip, &wire.payment_id.unwrap_or_default())?;
        Ok(FiAccount { slip: wire.slip, creditor: wire.creditor, payment_id })
    }
}

impl From<FiAccount> for Wire {
    fn from(account: FiAccount) -> Wire {
        Wire { slip: account.slip, creditor: account.creditor, payment_id: account.payment_id }
    }
}
