//! What a bank is known by, without anything of an account in it.

use serde::{Deserialize, Serialize};

use super::{
    account::Account,
    bic::Bic,
    country::Country,
    domestic::RegistrationNumber,
    iban::{Iban, bank_part},
    text::FormatError,
};

/// What names a bank.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BankKey {
    /// The registration number of a Danish, Faroese or Greenlandic branch.
    RegistrationNumber(RegistrationNumber),
    /// The BIC.
    Bic(Bic),
    /// What an IBAN says of the bank.
    Iban(IbanBank),
}

/// The country of an IBAN, and the part of it that names the bank. It has exactly the length that the country gives that part, so no
/// account number can be taken for one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Wire", into = "Wire")]
pub struct IbanBank {
    country: Country,
    code: String,
}

impl BankKey {
    /// What names the bank of an IBAN; nothing in a country whose IBANs do not say.
    ///
    /// ```
    /// use nemkonto::domain::{bank_key::BankKey, iban::Iban};
    ///
    /// let key = BankKey::of_iban(&Iban::parse("LT35 3250 0123 4567 8901").unwrap()).unwrap();
    /// // Nothing of the account.
    /// assert_eq!(serde_json::to_string(&key).unwrap(), r#"{"iban":{"country":"LT","code":"32500"}}"#);
    /// ```
    #[must_use]
    pub fn of_iban(iban: &Iban) -> Option<Self> {
        let code = iban.bank_code()?.to_owned();
        Some(Self::Iban(IbanBank { country: iban.country(), code }))
    }

    /// What names the bank of an account: the IBAN before the BIC, which was typed beside it.
    #[must_use]
    pub fn of_account(account: &Account) -> Vec<Self> {
        match account {
            Account::Domestic(account) => vec![Self::RegistrationNumber(account.registration_number().clone())],
            Account::Iban(account) => {
                Self::of_iban(account.iban.iban()).into_iter().chain([Self::Bic(account.bic.clone())]).collect()
            }
            Account::Number(account) => account.bic.iter().cloned().map(Self::Bic).collect(),
            Account::Fi(_) => Vec::new(),
        }
    }
}

impl IbanBank {
    /// The country of the bank.
    #[must_use]
    pub fn country(&self) -> Country {
        self.country
    }

    /// Letters and digits, as they stand in the IBAN.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Wire {
    country: Country,
    code: String,
}

impl TryFrom<Wire> for IbanBank {
    type Error = FormatError;

    fn try_from(Wire { country, code }: Wire) -> Result<Self, FormatError> {
        let length = bank_part(country).map_or(0, |part| part.len());
        match code.bytes().position(|byte| !byte.is_ascii_uppercase() && !byte.is_ascii_digit()) {
            Some(at) => Err(FormatError::Unexpected { position: at + 1 }),
            None if code.len() > length => Err(FormatError::TooLong { extra: code.len() - length }),
            None if code.len() < length => Err(FormatError::TooShort { missing: length - code.len() }),
            None if length == 0 => Err(FormatError::Empty),
            None => Ok(Self { country, code }),
        }
    }
}

impl From<IbanBank> for Wire {
    fn from(IbanBank { country, code }: IbanBank) -> Self {
        Self { country, code }
    }
}
