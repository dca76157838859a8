//! The banks' directory.

use serde::{Deserialize, Serialize};

use super::shown;
/// Body of `POST /api/banks/find`.
pub use crate::domain::bank_key::BankKey;
use crate::domain::{bic::Bic, country::Country};

/// Answer of `POST /api/banks/find`, which is asked with a [`BankKey`].
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

impl Bank {
    /// Its BIC, for a form in which another one stands or none.
    #[must_use]
    pub fn bic_to_offer(&self, typed: &str) -> Option<Bic> {
        let own = self.bic.as_ref()?;
        let is_there = Bic::parse(typed).is_ok_and(|typed| typed.head_office() == own.head_office());
        (!is_there).then(|| own.clone())
    }

    /// Whether a BIC is that of another bank, which may be known, too. A bank with several BICs is told by its name.
    #[must_use]
    pub fn is_other_than(&self, bic: &Bic, bank_of_bic: Option<&Bank>) -> bool {
        match (&self.bic, bank_of_bic) {
            (Some(own), _) => own.head_office() != bic.head_office(),
            (None, Some(other)) => other.name != self.name,
            (None, None) => false,
        }
    }
}

impl std::fmt::Display for Bank {
    /// Name and city: `Eksempelbanken, Eksempelby`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        self.city.iter().try_for_each(|city| write!(f, ", {city}"))
    }
}
