//! What is told before a change is confirmed.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

/// Something that does not forbid a change, but that the caseworker should know.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Warning {
    /// `NemKonto` cannot guarantee a transfer abroad, and it costs.
    ForeignTransfer,
    /// Without a `NemKonto`, an unlocked specific account may become the new one.
    SpecificAccountTakesOver,
    /// Without a `NemKonto`, payments to the holder cannot be carried out.
    NoAccountAfterwards,
    /// Another account already waits for activation; the new one takes its place.
    ReplacesPending,
    /// An account that waits for activation goes on waiting, and becomes the `NemKonto` when the holder activates it.
    StillWaits,
    /// An unlocked specific account can be changed and deleted by the holder, and may become the `NemKonto`.
    UnlockedCanBeChanged,
    /// The same of an account that no `NemKonto` can be: a creditor.
    UnlockedCreditorCanBeChanged,
    /// The present specific account is not in force, because its holder has not activated it.
    NeverActivated,
    /// A locked specific account can be changed by the own authority only.
    LockedForOthers,
    /// The account is not locked itself, but its benefit type locks it.
    LockedByType,
    /// All specific accounts of the benefit type become locked.
    LocksAllAccounts,
    /// All specific accounts of the benefit type lose the lock that it gave them.
    UnlocksAllAccounts,
    /// The benefit goes to the `NemKonto` again.
    BenefitGoesToNemKonto,
    /// The holder is registered as deceased.
    HolderDeceased,
    /// The company has ceased.
    CompanyClosed,
}

impl Warning {
    /// Every warning.
    pub const ALL: &[Self] = Self::VARIANTS;
}
