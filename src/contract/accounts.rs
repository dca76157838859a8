//! What is registered for an account holder.

use serde::{Deserialize, Serialize};

use super::Timestamp;
use crate::domain::{
    account::Account,
    date::Date,
    holder::{HolderId, Scheme},
};

/// Opaque name of an account holder in the API, safe in a URL. It says nothing about the holder.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HolderKey(pub String);

/// Body of `POST /api/account-holders/lookup`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookupRequest {
    /// Kind of number.
    pub scheme: Scheme,
    /// The number, as typed or compact; the API parses it again.
    pub number: String,
}

/// Answer of `POST /api/account-holders/lookup` and `GET /api/account-holders/{key}`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AccountOverview {
    /// Name of the holder in the API.
    pub key: HolderKey,
    /// Grows with every change of the holder's accounts; sent back by `prepare`, so that nobody changes what they have not seen.
    pub version: u64,
    /// Identifier of the holder.
    pub holder: HolderId,
    /// Name of the person or company.
    pub name: String,
    /// What the registers say about the holder.
    pub status: HolderStatus,
    /// The account in force.
    pub nemkonto: Option<NemKonto>,
    /// An account that waits for the holder to activate it.
    pub pending: Option<PendingNemKonto>,
    /// Accounts for single benefit types.
    pub specific_accounts: Vec<SpecificAccount>,
}

/// What the CPR and CVR registers say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolderStatus {
    /// A living person or an operating company.
    Active,
    /// A deceased person.
    Deceased,
    /// A company that has ceased.
    Closed,
}

/// Who registered an account, and when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Registration {
    /// Name of the authority or bank.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A `NemKonto` in force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NemKonto {
    /// The account.
    pub account: Account,
    /// Who registered it, and when.
    pub registration: Registration,
}

/// A `NemKonto` that is not in force until the holder has used the code in the activation letter.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PendingNemKonto {
    /// The account.
    pub account: Account,
    /// Who registered it, and when.
    pub registration: Registration,
    /// Date of the letter.
    pub letter_date: Date,
    /// Last day on which the code works.
    pub activate_by: Date,
    /// First day on which the account is to be used; the day of activation if none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
}

/// An account for one benefit type of one authority.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SpecificAccount {
    /// What it is for.
    pub benefit_type: BenefitType,
    /// The account.
    pub account: Account,
    /// Whether only the authority that registered it can change it.
    pub locked: bool,
    /// Who registered it, and when.
    pub registration: Registration,
}

/// A kind of payment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BenefitType {
    /// Code, such as `NKSSOP`; UTF-8, may contain Danish letters.
    pub code: String,
    /// Name as written.
    pub name: String,
}

impl std::fmt::Debug for LookupRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LookupRequest").field("scheme", &self.scheme).finish_non_exhaustive()
    }
}
