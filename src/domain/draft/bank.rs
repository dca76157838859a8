//! The banks that a form names.

use super::{Draft, Field};
use crate::domain::{bank_key::BankKey, bic::Bic, domestic::RegistrationNumber, iban::ForeignIban};

impl Draft {
    /// What names the bank in a field, once it is complete.
    #[must_use]
    pub fn bank_key(&self, field: Field) -> Option<BankKey> {
        let typed = self.get(field);
        match field {
            Field::RegistrationNumber => RegistrationNumber::parse(typed).ok().map(BankKey::RegistrationNumber),
            Field::Bic => Bic::parse(typed).ok().map(BankKey::Bic),
            Field::Iban => BankKey::of_iban(ForeignIban::parse(typed).ok()?.iban()),
            _ => None,
        }
    }

    /// The banks that its fields name.
    #[must_use]
    pub fn bank_keys(&self) -> Vec<BankKey> {
        self.fields().into_iter().filter_map(|field| self.bank_key(field)).collect()
    }
}
