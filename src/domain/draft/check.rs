//! The step from a form as typed to a valid change.

mod account;

use super::{Draft, Field, FieldError, FieldErrors};
use crate::domain::{
    account::Account,
    benefit_type::{BenefitCode, BenefitName},
    change::{BenefitTypeAction, Change, ChangeDetails, NemKontoAction, SpecificAction},
    change_kind::ChangeKind,
    company_number::Cvr,
    date::{Date, DateError},
    holder::HolderId,
    specific::SpecificAccountId,
};

/// What the rules depend on besides the form: they are the agency's and the calendar's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rules {
    /// Today in Denmark.
    pub today: Date,
    /// How many days ahead an account may take effect. The real limit is not published, so it is configured.
    pub valid_from_days: i32,
    /// How many days beside both limits are not refused here, because somebody with a better calendar decides.
    pub tolerance_days: i32,
}

impl Draft {
    /// Checks every field and gathers all that is wrong, never stopping at the first. `authority` is the one that the caseworker acts for.
    ///
    /// A form about a holder's accounts is refused without naming a field when no holder is given.
    ///
    /// ```
    /// use nemkonto::domain::{
    ///     change_kind::ChangeKind,
    ///     company_number::Cvr,
    ///     date::Date,
    ///     draft::{Draft, Field, Rules},
    ///     holder::{HolderId, Scheme},
    /// };
    ///
    /// let rules = Rules { today: Date::new(2026, 11, 28).unwrap(), valid_from_days: 365, tolerance_days: 0 };
    /// let holder = HolderId::parse(Scheme::Cvr, "99 00 01 20", rules.today).unwrap();
    /// let authority = Cvr::parse("12345674").unwrap();
    ///
    /// let mut draft = Draft::new(ChangeKind::AssignNemKonto);
    /// draft.set(Field::RegistrationNumber, "999");
    /// let errors = draft.check(Some(&holder), &authority, rules).unwrap_err();
    /// assert!(errors.get(Field::RegistrationNumber).is_some() && errors.get(Field::AccountNumber).is_some());
    ///
    /// draft.set(Field::RegistrationNumber, "9999");
    /// draft.set(Field::AccountNumber, "123456");
    /// let change = draft.check(Some(&holder), &authority, rules).unwrap();
    /// assert_eq!(change.account().unwrap().masked(), "9999 ......3456");
    /// ```
    pub fn check(&self, holder: Option<&HolderId>, authority: &Cvr, rules: Rules) -> Result<Change, FieldErrors> {
        let mut errors = FieldErrors::default();
        match self.read(holder, authority, rules, &mut errors) {
            Some(details) if errors.is_empty() => Ok(Change::new(details)),
            _ => Err(errors),
        }
    }

    /// Checks the fields of the account alone.
    pub fn check_account(&self) -> Result<Account, FieldErrors> {
        let mut errors = FieldErrors::default();
        match self.read_account(&mut errors) {
            Some(account) if errors.is_empty() => Ok(account),
            _ => Err(errors),
        }
    }

    fn read(
        &self,
        holder: Option<&HolderId>,
        authority: &Cvr,
        rules: Rules,
        errors: &mut FieldErrors,
    ) -> Option<ChangeDetails> {
        let nemkonto = |action| Some(ChangeDetails::NemKonto { holder: holder?.clone(), action });
        let specific = |id, action| Some(ChangeDetails::SpecificAccount { holder: holder?.clone(), id, action });
        let benefit_type =
            |code, action| Some(ChangeDetails::BenefitType { authority: authority.clone(), code, action });
        match self.kind {
            ChangeKind::AssignNemKonto => {
                let account = self.read_account(errors);
                let valid_from = errors.record(Field::ValidFrom, self.read_valid_from(rules));
                nemkonto(NemKontoAction::Assign { account: account?, valid_from: valid_from? })
            }
            ChangeKind::DeleteNemKonto => nemkonto(NemKontoAction::Delete),
            ChangeKind::CreateSpecific => {
                let code = self.read_benefit_type(errors);
                let account = self.read_account(errors);
                let id = SpecificAccountId { benefit_type: code?, authority: authority.clone() };
                specific(id, SpecificAction::Create { account: account?, locked: self.is_ticked(Field::Locked) })
            }
            ChangeKind::ReplaceSpecific => {
                let id = self.read_account_id(errors);
                let account = self.read_account(errors);
                specific(id?, SpecificAction::Replace { account: account? })
            }
            ChangeKind::DeleteSpecific => specific(self.read_account_id(errors)?, SpecificAction::Delete),
            ChangeKind::LockSpecific => specific(self.read_account_id(errors)?, SpecificAction::Lock),
            ChangeKind::UnlockSpecific => specific(self.read_account_id(errors)?, SpecificAction::Unlock),
            ChangeKind::CreateBenefitType => {
                let code =
                    errors.record(Field::Code, BenefitCode::parse_own(self.get(Field::Code)).map_err(FieldError::Code));
                let name = self.read_name(errors);
                let locked = self.is_ticked(Field::TypeLocked);
                benefit_type(code?, BenefitTypeAction::Create { name: name?, locked })
            }
            ChangeKind::EditBenefitType => {
                let code = self.read_benefit_type(errors);
                let name = self.read_name(errors);
                let locked = self.is_ticked(Field::TypeLocked);
                benefit_type(code?, BenefitTypeAction::Edit { name: name?, locked })
            }
            ChangeKind::DeleteBenefitType => benefit_type(self.read_benefit_type(errors)?, BenefitTypeAction::Delete),
        }
    }

    /// Whether it names what it is about, where that must be there already. A form that does not has no address.
    #[must_use]
    pub fn names_its_target(&self) -> bool {
        let mut errors = FieldErrors::default();
        match (self.kind.is_about_existing(), self.kind.is_about_holder()) {
            (false, _) => true,
            (true, true) => self.read_account_id(&mut errors).is_some(),
            (true, false) => self.read_benefit_type(&mut errors).is_some(),
        }
    }

    fn read_benefit_type(&self, errors: &mut FieldErrors) -> Option<BenefitCode> {
        let code = BenefitCode::parse(self.get(Field::BenefitType)).map_err(|_| FieldError::BenefitType);
        errors.record(Field::BenefitType, code)
    }

    fn read_account_id(&self, errors: &mut FieldErrors) -> Option<SpecificAccountId> {
        let benefit_type = self.read_benefit_type(errors)?;
        let authority = Cvr::parse(self.get(Field::Authority)).map_err(|_| FieldError::BenefitType);
        Some(SpecificAccountId { benefit_type, authority: errors.record(Field::Authority, authority)? })
    }

    fn read_name(&self, errors: &mut FieldErrors) -> Option<BenefitName> {
        errors.record(Field::Name, BenefitName::parse(self.get(Field::Name)).map_err(FieldError::Name))
    }

    /// Left empty it means: from today.
    fn read_valid_from(&self, rules: Rules) -> Result<Option<Date>, FieldError> {
        let date = match Date::parse_typed(self.get(Field::ValidFrom)) {
            Ok(date) => date,
            Err(DateError::Empty) => return Ok(None),
            Err(error) => return Err(FieldError::ValidFrom(error)),
        };
        let latest = rules.today.plus_days(rules.valid_from_days);
        if date < rules.today.plus_days(-rules.tolerance_days) {
            Err(FieldError::ValidFromPast)
        } else if date > latest.plus_days(rules.tolerance_days) {
            Err(FieldError::ValidFromTooLate { latest })
        } else {
            Ok(Some(date))
        }
    }
}
