//! What a change is about, as it is registered at this moment.

use nemkonto::{
    contract::{AccountOverview, BenefitTypes, Caseworker, HolderHandle, Names, ProblemType},
    domain::{
        change::{BenefitTypeAction, Change, ChangeDetails, Registered},
        date::Date,
        holder::HolderId,
    },
};
use rusqlite::Transaction;

use super::Refusal;
use crate::store::{
    accounts::{self, Holder},
    banks, benefit_types,
    history::Subject,
    units,
};

/// The accounts of a holder, or the benefit types of the authority that the caseworker acts for.
pub enum Target {
    /// Accounts.
    Holder(Box<Holder>),
    /// Benefit types.
    BenefitTypes(BenefitTypes),
}

impl Target {
    /// What a request names: a holder, or nobody, which means the benefit types.
    pub fn of_request(
        transaction: &Transaction<'_>,
        holder: Option<&HolderHandle>,
        caseworker: &Caseworker,
        today: Date,
    ) -> Result<Self, Refusal> {
        let Some(handle) = holder else { return Self::benefit_types(transaction, caseworker) };
        let holder = accounts::get(transaction, handle, today)?.ok_or(ProblemType::HolderNotFound)?;
        Ok(Self::Holder(Box::new(holder)))
    }

    /// What a change is about.
    pub fn of_change(
        transaction: &Transaction<'_>,
        change: &Change,
        caseworker: &Caseworker,
        today: Date,
    ) -> Result<Self, Refusal> {
        let Some(holder) = change.holder() else { return Self::benefit_types(transaction, caseworker) };
        let holder = accounts::find(transaction, holder, today)?.ok_or(ProblemType::HolderNotFound)?;
        Ok(Self::Holder(Box::new(holder)))
    }

    fn benefit_types(transaction: &Transaction<'_>, caseworker: &Caseworker) -> Result<Self, Refusal> {
        Ok(Self::BenefitTypes(benefit_types::of(transaction, &caseworker.authority, &caseworker.unit)?))
    }

    /// Grows with every change.
    pub fn version(&self) -> u64 {
        match self {
            Self::Holder(holder) => holder.overview.version,
            Self::BenefitTypes(types) => types.version,
        }
    }

    /// Whose accounts, if they are a holder's.
    pub fn holder(&self) -> Option<&HolderId> {
        self.overview().map(|overview| &overview.holder)
    }

    /// The accounts, if it is about accounts.
    pub fn overview(&self) -> Option<&AccountOverview> {
        match self {
            Self::Holder(holder) => Some(&holder.overview),
            Self::BenefitTypes(_) => None,
        }
    }

    /// The row of the holder.
    pub fn row(&self) -> Option<i64> {
        match self {
            Self::Holder(holder) => Some(holder.id),
            Self::BenefitTypes(_) => None,
        }
    }

    /// Where its history is written down.
    pub fn history(&self, caseworker: &Caseworker) -> Subject {
        match self {
            Self::Holder(holder) => Subject::Holder(holder.id),
            Self::BenefitTypes(_) => Subject::BenefitTypes(caseworker.authority.cvr.clone()),
        }
    }

    /// What is registered where the change takes place.
    pub fn before(&self, change: &Change) -> Option<Registered> {
        match (self, change.details()) {
            (Self::Holder(holder), ChangeDetails::NemKonto { .. }) => holder.overview.registered_nemkonto(),
            (Self::Holder(holder), ChangeDetails::SpecificAccount { id, .. }) => {
                holder.overview.specific(id)?.registered()
            }
            (Self::BenefitTypes(types), ChangeDetails::BenefitType { code, .. }) => Some(types.own(code)?.registered()),
            _ => None,
        }
    }

    /// What the numbers and codes in the change are called.
    pub fn names(&self, transaction: &Transaction<'_>, change: &Change) -> rusqlite::Result<Names> {
        let (authority, new_name) = match change.details() {
            ChangeDetails::NemKonto { .. } => (None, None),
            ChangeDetails::SpecificAccount { id, .. } => (Some(&id.authority), None),
            ChangeDetails::BenefitType { authority, action: BenefitTypeAction::Create { name, .. }, .. } => {
                (Some(authority), Some(name))
            }
            ChangeDetails::BenefitType { authority, .. } => (Some(authority), None),
        };
        let bank = |registered: Option<&Registered>| match registered.and_then(Registered::account) {
            Some(account) => banks::name(transaction, account),
            None => Ok(None),
        };
        let before = self.before(change);
        let known = change.benefit_type().map(|code| benefit_types::find(transaction, code)).transpose()?.flatten();
        let known = known.map(|registered| registered.benefit_type.name);
        Ok(Names {
            holder: self.overview().map(|overview| overview.name.clone()),
            benefit_type: new_name.or(known.as_ref()).map(ToString::to_string),
            authority: authority.map(|cvr| units::authority_name(transaction, cvr)).transpose()?.flatten(),
            bank: bank(change.after(before.as_ref()).as_ref())?,
            bank_before: bank(before.as_ref())?,
        })
    }
}
