//! The banks' directory.

use serde::{Deserialize, Serialize};

use super::shown;
use crate::domain::{bank_key::BankKey, bic::Bic, country::Country};

/// Answer of `POST /api/banks/find`, whose body is a [`BankKey`]: it names a bank, and nothing of an account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundBank {
    /// What was asked for.
    pub key: BankKey,
    /// The bank; nothing where the directory has none. It does not have every bank in the world, so that is no error.
    pub bank: Option<Bank>,
}

/// A bank, or a branch of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bank {
    /// Name as written.
    #[serde(deserialize_with = "shown::text")]
    pub name: String,
    /// The street, or what stands for it in the country.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub street: Option<String>,
    /// The postcode.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub postcode: Option<String>,
    /// The city, or the branch.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub city: Option<String>,
    /// The country.
    pub country: Country,
    /// The BIC, if it has exactly one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bic: Option<Bic>,
}

impl std::fmt::Display for Bank {
    /// Name and city: `Eksempelbanken, Eksempelby`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        self.city.iter().try_for_each(|city| write!(f, ", {city}"))
    }
}
