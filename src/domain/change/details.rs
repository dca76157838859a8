//! What a change is about, and what is done to it.

use serde::{Deserialize, Serialize};

use crate::domain::{
    account::Account,
    benefit_type::{BenefitCode, BenefitName},
    company_number::Cvr,
    date::Date,
    holder::HolderId,
    specific::SpecificAccountId,
};

/// The content of a [`Change`](super::Change), for reading. Nothing is said here about whether it obeys the rules.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeDetails {
    /// To the `NemKonto` of a holder.
    NemKonto {
        /// Whose it is.
        holder: HolderId,
        /// What is done.
        action: NemKontoAction,
    },
    /// To the account of a holder for one benefit type of one authority.
    SpecificAccount {
        /// Whose account it is.
        holder: HolderId,
        /// Which of the holder's accounts.
        #[serde(rename = "of")]
        id: SpecificAccountId,
        /// What is done.
        action: SpecificAction,
    },
    /// To one of an authority's own benefit types.
    BenefitType {
        /// The authority that owns it.
        authority: Cvr,
        /// Its code.
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
