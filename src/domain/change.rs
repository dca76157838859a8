//! A change: to what, and what is done to it.

use serde::{Deserialize, Serialize};

use super::{
    account::Account,
    benefit_type::{BenefitCode, BenefitName},
    change_kind::ChangeKind,
    company_number::Cvr,
    date::Date,
    holder::HolderId,
    specific::SpecificAccountId,
};

/// A change that obeys every rule which can be checked without the current data.
///
/// Made by [`Draft::check`](super::draft::Draft::check) only; the confirmation, the request, the text in the `MitID` app, the history line and the receipt are
/// all derived from it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// To the `NemKonto` of a holder.
    NemKonto {
        /// Whose.
        holder: HolderId,
        /// What is done.
        action: NemKontoAction,
    },
    /// To the account of a holder for one benefit type of one authority.
    SpecificAccount {
        /// Whose.
        holder: HolderId,
        /// Which.
        of: SpecificAccountId,
        /// What is done.
        action: SpecificAction,
    },
    /// To one of an authority's own benefit types.
    BenefitType {
        /// Whose.
        authority: Cvr,
        /// Which.
        code: BenefitCode,
        /// What is done.
        action: BenefitTypeAction,
    },
}

/// What is done to a `NemKonto`.
#[allow(clippy::large_enum_variant, reason = "there are never many of them at a time")]
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NemKontoAction {
    /// An account becomes the `NemKonto`, whether or not there is one already.
    Assign {
        /// The new account.
        account: Account,
        /// The first day on which it is to be used, once the holder has activated it; the day of activation if none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        valid_from: Option<Date>,
    },
    /// There is no `NemKonto` any more. An unlocked specific account may then take its place.
    Delete,
}

/// What is done to a specific account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SpecificAction {
    /// It is registered.
    Create {
        /// The account.
        account: Account,
        /// Whether only the authority that registers it can change it ("Lås for ændringer").
        locked: bool,
    },
    /// Another account takes its place. Its lock stays as it is.
    Replace {
        /// The new account.
        account: Account,
    },
    /// It is removed: the benefit goes to the `NemKonto` again.
    Delete,
    /// It is locked.
    Lock,
    /// It is unlocked.
    Unlock,
}

/// What is done to a benefit type.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BenefitTypeAction {
    /// It is made.
    Create {
        /// Its name.
        name: BenefitName,
        /// Whether all specific accounts of the type are locked ("Lås for kontoændringer").
        locked: bool,
    },
    /// Name and lock are set.
    Edit {
        /// Its name.
        name: BenefitName,
        /// Whether all specific accounts of the type are locked ("Lås for kontoændringer").
        locked: bool,
    },
    /// It is removed.
    Delete,
}

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

impl Change {
    /// Whose accounts it concerns, if it concerns a holder's.
    #[must_use]
    pub fn holder(&self) -> Option<&HolderId> {
        match self {
            Self::NemKonto { holder, .. } | Self::SpecificAccount { holder, .. } => Some(holder),
            Self::BenefitType { .. } => None,
        }
    }

    /// Which benefit type it concerns, if it concerns one.
    #[must_use]
    pub fn benefit_type(&self) -> Option<&BenefitCode> {
        match self {
            Self::NemKonto { .. } => None,
            Self::SpecificAccount { of, .. } => Some(&of.benefit_type),
            Self::BenefitType { code, .. } => Some(code),
        }
    }

    /// The account that the change introduces, if it introduces one.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match self {
            Self::NemKonto { action, .. } => match action {
                NemKontoAction::Assign { account, .. } => Some(account),
                NemKontoAction::Delete => None,
            },
            Self::SpecificAccount { action, .. } => match action {
                SpecificAction::Create { account, .. } | SpecificAction::Replace { account } => Some(account),
                SpecificAction::Delete | SpecificAction::Lock | SpecificAction::Unlock => None,
            },
            Self::BenefitType { .. } => None,
        }
    }

    /// The form on which it is made.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        match self {
            Self::NemKonto { action, .. } => match action {
                NemKontoAction::Assign { .. } => ChangeKind::AssignNemKonto,
                NemKontoAction::Delete => ChangeKind::DeleteNemKonto,
            },
            Self::SpecificAccount { action, .. } => match action {
                SpecificAction::Create { .. } => ChangeKind::CreateSpecific,
                SpecificAction::Replace { .. } => ChangeKind::ReplaceSpecific,
                SpecificAction::Delete => ChangeKind::DeleteSpecific,
                SpecificAction::Lock => ChangeKind::LockSpecific,
                SpecificAction::Unlock => ChangeKind::UnlockSpecific,
            },
            Self::BenefitType { action, .. } => match action {
                BenefitTypeAction::Create { .. } => ChangeKind::CreateBenefitType,
                BenefitTypeAction::Edit { .. } => ChangeKind::EditBenefitType,
                BenefitTypeAction::Delete => ChangeKind::DeleteBenefitType,
            },
        }
    }

    /// What is registered after the change, where `before` was registered until now.
    #[must_use]
    pub fn after(&self, before: Option<&Registered>) -> Option<Registered> {
        match self {
            Self::NemKonto { action, .. } => match action {
                NemKontoAction::Assign { account, valid_from } => {
                    Some(Registered::Account { account: account.clone(), valid_from: *valid_from, locked: None })
                }
                NemKontoAction::Delete => None,
            },
            Self::SpecificAccount { action, .. } => match action {
                SpecificAction::Create { account, locked } => {
                    Some(Registered::Account { account: account.clone(), valid_from: None, locked: Some(*locked) })
                }
                SpecificAction::Replace { account } => {
                    let locked = before.and_then(Registered::lock);
                    Some(Registered::Account { account: account.clone(), valid_from: None, locked })
                }
                SpecificAction::Delete => None,
                SpecificAction::Lock => before.map(|before| before.clone().with_lock(true)),
                SpecificAction::Unlock => before.map(|before| before.clone().with_lock(false)),
            },
            Self::BenefitType { action, .. } => match action {
                BenefitTypeAction::Create { name, locked } | BenefitTypeAction::Edit { name, locked } => {
                    Some(Registered::BenefitType { name: name.clone(), locked: *locked })
                }
                BenefitTypeAction::Delete => None,
            },
        }
    }
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

    /// Whether it is locked, where that can be.
    #[must_use]
    pub fn lock(&self) -> Option<bool> {
        match self {
            Self::Account { locked, .. } => *locked,
            Self::BenefitType { locked, .. } => Some(*locked),
        }
    }

    fn with_lock(mut self, is_locked: bool) -> Self {
        match &mut self {
            Self::Account { locked, .. } => *locked = Some(is_locked),
            Self::BenefitType { locked, .. } => *locked = is_locked,
        }
        self
    }
}
