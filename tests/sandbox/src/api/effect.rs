//! What a change does to the data.

use nemkonto::{
    contract::{BenefitType, Caseworker, InForce, Pending, Registration, SpecificAccount, Timestamp},
    domain::{
        account::Account,
        benefit_type::BenefitCode,
        change::{BenefitTypeAction, Change, ChangeDetails, NemKontoAction, SpecificAction},
        date::Date,
        specific::SpecificAccountId,
    },
};
use rusqlite::Transaction;

use super::{clock::day, target::Target};
use crate::store::{
    accounts::{self, Holder},
    benefit_types,
    places::{self, Place},
    specific_accounts,
};

/// For so many days the code in the activation letter works.
pub const ACTIVATION_DAYS: i32 = 60;

/// A change that is about to happen, by whom and when.
#[derive(Clone, Copy)]
pub struct Effect<'a> {
    /// The transaction in which it happens.
    pub transaction: &'a Transaction<'a>,
    /// Who does it.
    pub caseworker: &'a Caseworker,
    /// When.
    pub at: Timestamp,
}

impl Effect<'_> {
    /// Does it. Gives the specific account that became the `NemKonto`, if one did.
    pub fn apply(self, change: &Change, target: &Target) -> rusqlite::Result<Option<SpecificAccount>> {
        match (change.details(), target) {
            (ChangeDetails::NemKonto { action, .. }, Target::Holder(holder)) => {
                accounts::next_version(self.transaction, holder.id)?;
                self.nemkonto(action, holder)
            }
            (ChangeDetails::SpecificAccount { id, action, .. }, Target::Holder(holder)) => {
                accounts::next_version(self.transaction, holder.id)?;
                self.specific(holder.id, id, action)?;
                Ok(None)
            }
            (ChangeDetails::BenefitType { authority, code, action }, _) => {
                benefit_types::next_version(self.transaction, authority)?;
                self.benefit_type(code, action)?;
                Ok(None)
            }
            // `rules` has refused a change of accounts without a holder.
            (_, Target::BenefitTypes(_)) => Ok(None),
        }
    }

    fn nemkonto(self, action: &NemKontoAction, holder: &Holder) -> rusqlite::Result<Option<SpecificAccount>> {
        let place = Place::NemKonto(holder.id);
        match action {
            NemKontoAction::Assign { account, valid_from } => {
                self.send_letter(place, account, *valid_from)?;
                Ok(None)
            }
            NemKontoAction::Delete => {
                places::remove_in_force(self.transaction, place)?;
                let successor = specific_accounts::successor(&holder.overview.specific_accounts);
                successor.map(|(specific, in_force)| self.promote(holder.id, specific, in_force)).transpose()
            }
        }
    }

    /// The account keeps its registration. What waits to replace it goes on waiting, for the benefit alone.
    fn promote(self, holder: i64, specific: &SpecificAccount, in_force: &InForce) -> rusqlite::Result<SpecificAccount> {
        places::set_in_force(self.transaction, Place::NemKonto(holder), in_force)?;
        let id = specific.id();
        if specific.pending.as_ref().is_none_or(|pending| pending.is_expired) {
            specific_accounts::remove(self.transaction, holder, &id)?;
        } else if let Some(place) = specific_accounts::find(self.transaction, holder, &id)? {
            places::remove_in_force(self.transaction, place)?;
        }
        Ok(specific.clone())
    }

    fn specific(self, holder: i64, id: &SpecificAccountId, action: &SpecificAction) -> rusqlite::Result<()> {
        match action {
            SpecificAction::Create { account, locked } => {
                let place = specific_accounts::add(self.transaction, holder, id, *locked)?;
                self.send_letter(place, account, None)
            }
            SpecificAction::Replace { account } => match specific_accounts::find(self.transaction, holder, id)? {
                Some(place) => self.send_letter(place, account, None),
                None => Err(rusqlite::Error::QueryReturnedNoRows),
            },
            SpecificAction::Delete => specific_accounts::remove(self.transaction, holder, id),
            SpecificAction::Lock => specific_accounts::set_lock(self.transaction, holder, id, true),
            SpecificAction::Unlock => specific_accounts::set_lock(self.transaction, holder, id, false),
        }
    }

    fn benefit_type(self, code: &BenefitCode, action: &BenefitTypeAction) -> rusqlite::Result<()> {
        match action {
            BenefitTypeAction::Create { name, locked } => {
                let benefit_type = BenefitType { code: code.clone(), name: name.clone() };
                let owner = &self.caseworker.authority.cvr;
                benefit_types::add_own(self.transaction, owner, &benefit_type, *locked)?;
                // Who else pays it is agreed with the paying system, not here.
                benefit_types::let_pay(self.transaction, &self.caseworker.unit.id, code)
            }
            BenefitTypeAction::Edit { name, locked } => benefit_types::edit(self.transaction, code, name, *locked),
            BenefitTypeAction::Delete => benefit_types::remove(self.transaction, code),
        }
    }

    /// The account waits until its holder has used the code in the letter. What was in force stays so.
    fn send_letter(self, place: Place, account: &Account, valid_from: Option<Date>) -> rusqlite::Result<()> {
        let letter_date = day(self.at);
        let pending = Pending {
            account: account.clone(),
            bank: None,
            registration: Registration { by: self.caseworker.authority.name.clone(), at: self.at },
            letter_date,
            activate_by: letter_date.plus_days(ACTIVATION_DAYS),
            is_expired: false,
            valid_from,
        };
        places::set_pending(self.transaction, place, &pending)
    }
}
