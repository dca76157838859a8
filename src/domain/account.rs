//! An account that public payments can go to.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    bic::Bic,
    currency::Currency,
    domestic::DomesticAccount,
    fi::FiAccount,
    foreign_number::{ForeignNumber, Presence},
    iban::ForeignIban,
    line::Line,
};

/// An account, of one of the types that `NemKonto` knows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Account {
    /// Registration number and account number in a Danish, Faroese or Greenlandic bank.
    Domestic(DomesticAccount),
    /// A foreign account with an IBAN.
    Iban(IbanAccount),
    /// A foreign account in a country without IBAN.
    Number(NumberAccount),
    /// A creditor who is paid by FI. Only for one benefit type, never as `NemKonto`.
    Fi(FiAccount),
}

/// A foreign account that is identified by IBAN (ISO 13616) and BIC (ISO 9362), which say all that a payment needs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IbanAccount {
    /// The bank.
    pub bic: Bic,
    /// The account in the bank.
    pub iban: ForeignIban,
    /// The bank's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank_name: Option<Line>,
    /// The bank's street, or what stands for it in the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank_street: Option<Line>,
    /// The bank's postcode and city.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank_city: Option<Line>,
    /// The currency of the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
}

/// A foreign account that is identified by its number, by what the country calls the bank's code, and by the bank's name and address.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NumberAccount {
    /// Country, bank code and account number.
    pub number: ForeignNumber,
    /// The bank, where its code alone does not find it, or where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bic: Option<Bic>,
    /// The bank's name.
    pub bank_name: Line,
    /// The bank's street, or what stands for it in the country.
    pub bank_street: Line,
    /// The bank's postcode and city.
    pub bank_city: Line,
    /// The currency of the account.
    pub currency: Currency,
}

/// The types of account.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AccountType {
    /// See [`Account::Domestic`].
    Domestic,
    /// See [`Account::Iban`].
    Iban,
    /// See [`Account::Number`].
    Number,
    /// See [`Account::Fi`].
    Fi,
}

impl AccountType {
    /// The types that a `NemKonto` can be of.
    pub const OF_NEMKONTO: &[Self] = &[Self::Domestic, Self::Iban, Self::Number];
    /// The types that an account for one benefit type can be of: every one.
    pub const OF_SPECIFIC: &[Self] = Self::VARIANTS;

    /// Name in JSON and in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The type with a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        name.parse().ok()
    }
}

impl NumberAccount {
    /// Whether the BIC is missing without which nobody finds the bank.
    #[must_use]
    pub fn lacks_bic(&self) -> bool {
        self.bic.is_none() && self.number.layout().bic == Presence::Required
    }
}

impl Account {
    /// Which type it is of.
    #[must_use]
    pub fn account_type(&self) -> AccountType {
        match self {
            Self::Domestic(_) => AccountType::Domestic,
            Self::Iban(_) => AccountType::Iban,
            Self::Number(_) => AccountType::Number,
            Self::Fi(_) => AccountType::Fi,
        }
    }

    /// Whether the money leaves Denmark, the Faroe Islands and Greenland.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        match self {
            Self::Iban(_) | Self::Number(_) => true,
            Self::Domestic(_) | Self::Fi(_) => false,
        }
    }

    /// Whether it can be a `NemKonto`, and not only an account for one benefit type.
    #[must_use]
    pub fn can_be_nemkonto(&self) -> bool {
        AccountType::OF_NEMKONTO.contains(&self.account_type())
    }

    /// The number to copy, in a form that can be pasted into this app as a whole; for a foreign account without IBAN the account number alone.
    #[must_use]
    pub fn text_to_copy(&self) -> String {
        match self {
            Self::Domestic(account) => account.to_string(),
            Self::Iban(account) => account.iban.iban().as_str().to_owned(),
            Self::Number(account) => account.number.account().to_owned(),
            Self::Fi(account) => account.to_string(),
        }
    }

    /// The form for places that need not show the whole number: what kind it is and the last four characters.
    #[must_use]
    pub fn masked(&self) -> String {
        match self {
            Self::Domestic(account) => account.masked(),
            Self::Iban(account) => account.iban.iban().masked(),
            Self::Number(account) => account.number.masked(),
            Self::Fi(account) => account.masked(),
        }
    }
}
