//! The benefit types that a caseworker has to do with.

use serde::{Deserialize, Serialize};

use super::BenefitType;
use crate::domain::{benefit_type::BenefitCode, change::Registered};

/// Answer of `GET /api/benefit-types`, for the unit and authority that the caseworker acts for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenefitTypes {
    /// Grows with every change of the authority's own benefit types; sent back by `prepare`.
    pub version: u64,
    /// The authority's own.
    pub own: Vec<OwnBenefitType>,
    /// Those that the unit pays, general and own: for these it can register specific accounts.
    pub payable: Vec<BenefitType>,
}

/// A benefit type of the authority.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnBenefitType {
    /// Code and name.
    pub benefit_type: BenefitType,
    /// Whether all specific accounts of the type are locked ("Lås for kontoændringer").
    pub locked: bool,
    /// How many specific accounts there are of the type.
    pub accounts: u64,
}

impl BenefitTypes {
    /// One of the authority's own.
    #[must_use]
    pub fn own(&self, code: &BenefitCode) -> Option<&OwnBenefitType> {
        self.own.iter().find(|own| own.benefit_type.code == *code)
    }
}

impl OwnBenefitType {
    /// The benefit type as a change of it finds it.
    #[must_use]
    pub fn registered(&self) -> Registered {
        Registered::BenefitType { name: self.benefit_type.name.clone(), locked: self.locked }
    }
}
