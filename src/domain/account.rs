//! An account that public payments can go to.

use serde::{Deserialize, Serialize};

use super::{bic::Bic, country::countries_agree, domestic::DomesticAccount, iban::ForeignIban};

/// An account, in one of the forms that `NemKonto` knows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "kebab-case")]
pub enum Account {
    /// Registration number and account number in a Danish, Faroese or Greenlandic bank.
    Domestic(DomesticAccount),
    /// A foreign account with an IBAN.
    Iban(IbanAccount),
}

/// A foreign account that is identified by IBAN (ISO 13616) and BIC (ISO 9362).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct IbanAccount {
    /// The bank.
    pub bic: Bic,
    /// The account in the bank.
    pub iban: ForeignIban,
}

impl Account {
    /// Whether the money leaves Denmark, the Faroe Islands and Greenland.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        matches!(self, Self::Iban(_))
    }
}

impl IbanAccount {
    /// Whether bank and account are in the same country, or in a pair known to belong together.
    #[must_use]
    pub fn countries_agree(&self) -> bool {
        countries_agree(self.iban.iban().country(), self.bic.country())
    }
}
