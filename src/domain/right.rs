//! What caseworkers may do.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::change_kind::ChangeKind;

/// Something a caseworker may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// Look up account holders and see their accounts.
    ViewAccounts,
    /// Assign, replace and delete a `NemKonto`.
    ChangeNemKonto,
    /// Register, replace, delete, lock and unlock specific accounts.
    ChangeSpecificAccounts,
    /// Make, edit, lock and delete the authority's own benefit types.
    ManageBenefitTypes,
}

impl Right {
    /// Every right.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The right that a form needs.
    ///
    /// ```
    /// use nemkonto::domain::{change_kind::ChangeKind, right::Right};
    ///
    /// assert_eq!(Right::needed_for(ChangeKind::DeleteNemKonto), Right::ChangeNemKonto);
    /// assert_eq!(Right::needed_for(ChangeKind::LockSpecific), Right::ChangeSpecificAccounts);
    /// ```
    #[must_use]
    pub fn needed_for(kind: ChangeKind) -> Self {
        match kind {
            ChangeKind::AssignNemKonto | ChangeKind::DeleteNemKonto => Self::ChangeNemKonto,
            ChangeKind::CreateSpecific
            | ChangeKind::ReplaceSpecific
            | ChangeKind::DeleteSpecific
            | ChangeKind::LockSpecific
            | ChangeKind::UnlockSpecific => Self::ChangeSpecificAccounts,
            ChangeKind::CreateBenefitType | ChangeKind::EditBenefitType | ChangeKind::DeleteBenefitType => {
                Self::ManageBenefitTypes
            }
        }
    }
}
