//! The fields of an account, read as the chosen type of account.

use super::{Draft, Field, FieldError, FieldErrors};
use crate::domain::{
    account::{Account, AccountType, IbanAccount, NumberAccount},
    bic::{Bic, BicError},
    country::Country,
    currency::{Currency, CurrencyError},
    domestic::{AccountNumber, DomesticAccount, RegistrationNumber},
    fi::{FiAccount, FiError},
    foreign_number::{ForeignNumber, ForeignNumberError, Layout, Presence, layout},
    iban::ForeignIban,
    line::Line,
    text::FormatError,
};

impl Draft {
    pub(super) fn read_account(&self, errors: &mut FieldErrors) -> Option<Account> {
        let account_type = match AccountType::from_name(self.get(Field::AccountType)) {
            Some(chosen) if !self.kind().account_types().contains(&chosen) => {
                errors.add(Field::AccountType, FieldError::AccountType);
                return None;
            }
            _ => self.account_type(),
        };
        match account_type {
            AccountType::Domestic => self.read_domestic(errors).map(Account::Domestic),
            AccountType::Iban => self.read_iban(errors).map(Account::Iban),
            AccountType::Number => self.read_number(errors).map(Account::Number),
            AccountType::Fi => self.read_fi(errors).map(Account::Fi),
        }
    }

    fn read_domestic(&self, errors: &mut FieldErrors) -> Option<DomesticAccount> {
        let registration_number = errors.record(
            Field::RegistrationNumber,
            RegistrationNumber::parse(self.get(Field::RegistrationNumber)).map_err(FieldError::RegistrationNumber),
        );
        let account_number = errors.record(
            Field::AccountNumber,
            AccountNumber::parse(self.get(Field::AccountNumber)).map_err(FieldError::AccountNumber),
        );
        Some(DomesticAccount::new(registration_number?, account_number?))
    }

    /// BIC and IBAN say all that a payment needs, so bank and currency may be left out.
    fn read_iban(&self, errors: &mut FieldErrors) -> Option<IbanAccount> {
        let bic = errors.record(Field::Bic, Bic::parse(self.get(Field::Bic)).map_err(FieldError::Bic));
        let iban = errors.record(Field::Iban, ForeignIban::parse(self.get(Field::Iban)).map_err(FieldError::Iban));
        self.require_agreement(errors);
        let bank_name = self.read_optional_line(Field::BankName, FieldError::BankName, errors);
        let bank_street = self.read_optional_line(Field::BankStreet, FieldError::BankStreet, errors);
        let bank_city = self.read_optional_line(Field::BankCity, FieldError::BankCity, errors);
        let currency = match Currency::parse(self.get(Field::Currency)) {
            Err(CurrencyError::Format(FormatError::Empty)) => None,
            currency => errors.record(Field::Currency, currency.map_err(FieldError::Currency)),
        };
        Some(IbanAccount { bic: bic?, iban: iban?, bank_name, bank_street, bank_city, currency })
    }

    /// The number alone finds no bank for certain, so name, address and currency are asked for.
    fn read_number(&self, errors: &mut FieldErrors) -> Option<NumberAccount> {
        let (country, layout) = errors.record(Field::Country, self.read_country())?;
        let number = self.read_foreign_number(country, layout, errors);
        let bic = match Bic::parse(self.get(Field::Bic)) {
            Err(BicError::Format(FormatError::Empty)) if layout.bic != Presence::Required => Some(None),
            bic => errors.record(Field::Bic, bic.map_err(FieldError::Bic)).map(Some),
        };
        self.require_agreement(errors);
        let mut line = |field, error: fn(FormatError) -> FieldError| {
            errors.record(field, Line::parse(self.get(field)).map_err(error))
        };
        let bank_name = line(Field::BankName, FieldError::BankName);
        let bank_street = line(Field::BankStreet, FieldError::BankStreet);
        let bank_city = line(Field::BankCity, FieldError::BankCity);
        let currency = Currency::parse(self.get(Field::Currency)).map_err(FieldError::Currency);
        let currency = errors.record(Field::Currency, currency);
        Some(NumberAccount {
            number: number?,
            bic: bic?,
            bank_name: bank_name?,
            bank_street: bank_street?,
            bank_city: bank_city?,
            currency: currency?,
        })
    }

    fn read_country(&self) -> Result<(Country, Layout), FieldError> {
        let country = self.country().ok_or(FieldError::Country)?;
        if country.is_domestic() {
            return Err(FieldError::CountryDomestic(country));
        }
        layout(country).map(|layout| (country, layout)).ok_or(FieldError::CountryWithIban(country))
    }

    fn read_foreign_number(&self, country: Country, layout: Layout, errors: &mut FieldErrors) -> Option<ForeignNumber> {
        // What was typed for a country that has a bank code stays, but does not count where there is none.
        let bank_code = if layout.bank_code_presence == Presence::Absent { "" } else { self.get(Field::BankCode) };
        match ForeignNumber::parse(country, bank_code, self.get(Field::ForeignAccount)) {
            Ok(number) => Some(number),
            Err(ForeignNumberError::UsesIban) => {
                errors.add(Field::Country, FieldError::CountryWithIban(country));
                None
            }
            Err(ForeignNumberError::Fields { bank_code, account }) => {
                if let Some(error) = bank_code {
                    errors.add(Field::BankCode, FieldError::BankCode { kind: layout.bank_code, error });
                }
                if let Some(error) = account {
                    errors.add(Field::ForeignAccount, FieldError::ForeignAccount { kind: layout.account, error });
                }
                None
            }
        }
    }

    fn read_fi(&self, errors: &mut FieldErrors) -> Option<FiAccount> {
        let Some(slip) = self.slip() else {
            errors.add(Field::Slip, FieldError::Slip);
            return None;
        };
        let payment_id = if slip.id_length().is_some() { self.get(Field::PaymentId) } else { "" };
        match FiAccount::parse(slip, self.get(Field::Creditor), payment_id) {
            Ok(account) => Some(account),
            Err(FiError { creditor, payment_id }) => {
                if let Some(error) = payment_id {
                    errors.add(Field::PaymentId, FieldError::PaymentId(error));
                }
                if let Some(error) = creditor {
                    errors.add(Field::Creditor, FieldError::Creditor(error));
                }
                None
            }
        }
    }

    /// Account and bank in different countries need a tick.
    fn require_agreement(&self, errors: &mut FieldErrors) {
        if let Some((account, bic)) = self.differing_countries()
            && !self.is_ticked(Field::DifferentCountries)
        {
            errors.add(Field::DifferentCountries, FieldError::DifferentCountries { account, bic });
        }
    }

    fn read_optional_line(
        &self,
        field: Field,
        error: fn(FormatError) -> FieldError,
        errors: &mut FieldErrors,
    ) -> Option<Line> {
        match Line::parse(self.get(field)) {
            Err(FormatError::Empty) => None,
            line => errors.record(field, line.map_err(error)),
        }
    }
}
