//! What is registered at one place, before a change or after it.

use serde::{Deserialize, Serialize};

use crate::domain::{account::Account, benefit_type::BenefitName, date::Date};

/// What is registered at the place that a change is about. The same before and after, so that the two can be compared.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Registered {
    /// An account.
    Account {
        /// The account.
        account: Account,
        /// First day of use, where one was set.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        valid_from: Option<Date>,
        /// Whether it is locked, where it can be.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        locked: Option<bool>,
    },
    /// A benefit type.
    BenefitType {
        /// Its name.
        name: BenefitName,
        /// Whether all its accounts are locked.
        locked: bool,
    },
}

impl Registered {
    /// Whether both are benefit types, or accounts of one form, so that their lines can be compared one by one.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Account { account, .. }, Self::Account { account: other, .. }) => {
                account.account_type() == other.account_type()
            }
            (Self::BenefitType { .. }, Self::BenefitType { .. }) => true,
            (Self::Account { .. }, Self::BenefitType { .. }) | (Self::BenefitType { .. }, Self::Account { .. }) => {
                false
            }
        }
    }

    /// The account, if it is one.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match self {
            Self::Account { account, .. } => Some(account),
            Self::BenefitType { .. } => None,
        }
    }

    /// Whether it is locked, where that can be.
    #[must_use]
    pub fn lock(&self) -> Option<bool> {
        match self {
            Self::Account { locked, .. } => *locked,
            Self::BenefitType { locked, .. } => Some(*locked),
        }
    }

    pub(super) fn with_lock(mut self, is_locked: bool) -> Self {
        match &mut self {
            Self::Account { locked, .. } => *locked = Some(is_locked),
            Self::BenefitType { locked, .. } => *locked = is_locked,
        }
        self
    }
}
