//! The kinds of change that a caseworker can make, each on a form of its own.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::account::AccountType;

/// A kind of change. Each has a form of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// An account as `NemKonto`.
    AssignNemKonto,
    /// Removal of the `NemKonto`.
    DeleteNemKonto,
    /// A new account for one benefit type.
    CreateSpecific,
    /// Another account for the same benefit type.
    ReplaceSpecific,
    /// Removal of an account for one benefit type.
    DeleteSpecific,
    /// Locking an account for one benefit type.
    LockSpecific,
    /// Unlocking an account for one benefit type.
    UnlockSpecific,
    /// A new benefit type of the own authority.
    CreateBenefitType,
    /// Name and lock of a benefit type.
    EditBenefitType,
    /// Removal of a benefit type.
    DeleteBenefitType,
}

impl ChangeKind {
    /// Every kind.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Whether it is about the accounts of a holder, and not about a benefit type.
    #[must_use]
    pub fn is_about_holder(self) -> bool {
        match self {
            Self::AssignNemKonto
            | Self::DeleteNemKonto
            | Self::CreateSpecific
            | Self::ReplaceSpecific
            | Self::DeleteSpecific
            | Self::LockSpecific
            | Self::UnlockSpecific => true,
            Self::CreateBenefitType | Self::EditBenefitType | Self::DeleteBenefitType => false,
        }
    }

    /// Whether what it is about must be there already, and is named when the form is opened.
    #[must_use]
    pub fn is_about_existing(self) -> bool {
        match self {
            Self::ReplaceSpecific
            | Self::DeleteSpecific
            | Self::LockSpecific
            | Self::UnlockSpecific
            | Self::EditBenefitType
            | Self::DeleteBenefitType => true,
            Self::AssignNemKonto | Self::DeleteNemKonto | Self::CreateSpecific | Self::CreateBenefitType => false,
        }
    }

    /// Whether something is removed by it, after which the receipt shows no number.
    #[must_use]
    pub fn is_deletion(self) -> bool {
        match self {
            Self::DeleteNemKonto | Self::DeleteSpecific | Self::DeleteBenefitType => true,
            Self::AssignNemKonto
            | Self::CreateSpecific
            | Self::ReplaceSpecific
            | Self::LockSpecific
            | Self::UnlockSpecific
            | Self::CreateBenefitType
            | Self::EditBenefitType => false,
        }
    }

    /// The types of account that it can introduce.
    #[must_use]
    pub fn account_types(self) -> &'static [AccountType] {
        match self {
            Self::AssignNemKonto => AccountType::OF_NEMKONTO,
            Self::CreateSpecific | Self::ReplaceSpecific => AccountType::OF_SPECIFIC,
            Self::DeleteNemKonto
            | Self::DeleteSpecific
            | Self::LockSpecific
            | Self::UnlockSpecific
            | Self::CreateBenefitType
            | Self::EditBenefitType
            | Self::DeleteBenefitType => &[],
        }
    }
}
