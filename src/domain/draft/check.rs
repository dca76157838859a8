//! The step from a form as typed to a valid change.

use super::{Draft, Field, FieldError, FieldErrors, Kind};
use crate::domain::{
    account::{Account, IbanAccount},
    bic::Bic,
    change::{Action, Change},
    date::{Date, DateError},
    domestic::{AccountNumber, DomesticAccount, RegistrationNumber},
    holder::HolderId,
    iban::ForeignIban,
};

/// What the rules depend on besides the form: they are the agency's and the calendar's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rules {
    /// Today in Denmark.
    pub today: Date,
    /// How many days ahead an account may take effect. The real limit is not published, so it is configured.
    pub valid_from_days: i32,
}

impl Draft {
    /// Checks every field and gathers all that is wrong, never stopping at the first.
    pub fn check(&self, holder: &HolderId, rules: Rules) -> Result<Change, FieldErrors> {
        let mut errors = FieldErrors::default();
        let action = match self.kind {
            Kind::DomesticNemKonto => self.check_domestic(rules, &mut errors),
            Kind::ForeignNemKonto => self
                .check_iban(&mut errors)
                .map(|account| Action::AssignNemKonto { account: Account::Iban(account), valid_from: None }),
            Kind::DeleteNemKonto => Some(Action::DeleteNemKonto),
        };
        match action {
            Some(action) if errors.is_empty() => Ok(Change { holder: holder.clone(), action }),
            _ => Err(errors),
        }
    }

    fn check_domestic(&self, rules: Rules, errors: &mut FieldErrors) -> Option<Action> {
        let registration_number = errors.keep(
            Field::RegistrationNumber,
            RegistrationNumber::parse(self.get(Field::RegistrationNumber)).map_err(FieldError::RegistrationNumber),
        );
        let account_number = errors.keep(
            Field::AccountNumber,
            AccountNumber::parse(self.get(Field::AccountNumber)).map_err(FieldError::AccountNumber),
        );
        let valid_from = errors.keep(Field::ValidFrom, self.check_valid_from(rules));
        let account = DomesticAccount::new(registration_number?, account_number?);
        Some(Action::AssignNemKonto { account: Account::Domestic(account), valid_from: valid_from? })
    }

    /// Left empty it means: from today.
    fn check_valid_from(&self, rules: Rules) -> Result<Option<Date>, FieldError> {
        let date = match Date::parse_typed(self.get(Field::ValidFrom)) {
            Ok(date) => date,
            Err(DateError::Empty) => return Ok(None),
            Err(error) => return Err(FieldError::ValidFrom(error)),
        };
        let latest = rules.today.plus_days(rules.valid_from_days);
        if date < rules.today {
            Err(FieldError::ValidFromPast)
        } else if date > latest {
            Err(FieldError::ValidFromTooLate { latest })
        } else {
            Ok(Some(date))
        }
    }

    fn check_iban(&self, errors: &mut FieldErrors) -> Option<IbanAccount> {
        let bic = errors.keep(Field::Bic, Bic::parse(self.get(Field::Bic)).map_err(FieldError::Bic));
        let iban = errors.keep(Field::Iban, ForeignIban::parse(self.get(Field::Iban)).map_err(FieldError::Iban));
        if let Some((iban, bic)) = self.differing_countries()
            && !self.is_ticked(Field::DifferentCountries)
        {
            errors.add(Field::DifferentCountries, FieldError::DifferentCountries { iban, bic });
        }
        Some(IbanAccount { bic: bic?, iban: iban? })
    }
}
