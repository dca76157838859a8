//! The benefit types that a caseworker has to do with.

use serde::{Deserialize, Serialize};

use super::BenefitType;

/// Answer of `GET /api/benefit-types`, for the unit and authority that the caseworker acts for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
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
pub struct OwnBenefitType {
    /// Code and name.
    #[serde(flatten)]
    pub benefit_type: BenefitType,
    /// Whether all specific accounts of the type are locked ("Lås for kontoændringer").
    pub locked: bool,
    /// How many specific accounts there are of the type.
    pub accounts: u64,
}
