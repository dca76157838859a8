//! What is registered for an account holder.

use serde::{Deserialize, Serialize};

use super::{Authority, Timestamp, shown};
use crate::domain::{
    account::Account,
    benefit_type::{BenefitCode, BenefitName},
    change::Registered,
    date::Date,
    holder::{HolderId, Scheme},
    specific::{Locks, SpecificAccountId},
};

/// Opaque name of an account holder in the API, safe in a URL. It says nothing about the holder.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct HolderHandle(pub String);

/// Body of `POST /api/account-holders/lookup`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LookupRequest {
    /// Kind of number. Nothing where its eight digits may be a CVR or an SE number: then both are looked for, and where there are both, the
    /// answer is [`ProblemType::SeveralHolders`](super::ProblemType::SeveralHolders).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<Scheme>,
    /// The number, as typed or compact; the API parses it again. What is no number of its kind is a
    /// [`ProblemType::BadRequest`](super::ProblemType::BadRequest).
    pub number: String,
}

/// Answer of `POST /api/account-holders/lookup` and `GET /api/account-holders/{handle}`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccountOverview {
    /// Name of the holder in the API.
    pub handle: HolderHandle,
    /// Grows with every change of the holder's accounts; sent back by `prepare`, so that nobody changes what they have not seen.
    pub version: u64,
    /// Identifier of the holder.
    pub holder: HolderId,
    /// Name of the person or company.
    #[serde(deserialize_with = "shown::text")]
    pub name: String,
    /// What the registers say about the holder.
    pub status: HolderStatus,
    /// The account in force.
    pub nemkonto: Option<InForce>,
    /// An account that waits for the holder to activate it.
    pub pending: Option<Pending>,
    /// Accounts for single benefit types.
    pub specific_accounts: Vec<SpecificAccount>,
}

/// What the CPR and CVR registers say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Registration {
    /// Name of the authority or bank.
    #[serde(deserialize_with = "shown::text")]
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// An account in force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InForce {
    /// The account.
    pub account: Account,
    /// Its bank, as the directory of banks knows it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub bank: Option<String>,
    /// Who registered it, and when.
    pub registration: Registration,
}

/// An account that is not in force until the holder has used the code in the activation letter.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pending {
    /// The account.
    pub account: Account,
    /// Its bank, as the directory of banks knows it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub bank: Option<String>,
    /// Who registered it, and when.
    pub registration: Registration,
    /// Date of the letter.
    pub letter_date: Date,
    /// Last day on which the code works.
    pub activate_by: Date,
    /// Whether that day is over, by the API's calendar. The account can then not be activated any more.
    pub is_expired: bool,
    /// First day on which the account is to be used; the day of activation if none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
}

/// An account for one benefit type of one authority. At least one of `account` and `pending` is there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SpecificAccount {
    /// What it is for.
    pub benefit_type: BenefitType,
    /// The authority that registered it.
    pub authority: Authority,
    /// The account in force, and who registered it.
    pub in_force: Option<InForce>,
    /// An account that waits for activation.
    pub pending: Option<Pending>,
    /// What keeps others from changing it.
    pub locks: Locks,
}

/// A kind of payment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenefitType {
    /// Code, such as `NKSSOP`.
    pub code: BenefitCode,
    /// Name as written.
    pub name: BenefitName,
}

impl std::fmt::Display for BenefitType {
    /// Name and code: `Social pension (NKSSOP)`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.name, self.code)
    }
}

impl LookupRequest {
    /// Whether these are the accounts of whom was asked for.
    #[must_use]
    pub fn is_answered_by(&self, overview: &AccountOverview) -> bool {
        self.scheme.is_none_or(|scheme| overview.holder.scheme() == scheme) && overview.holder.as_str() == self.number
    }
}

impl AccountOverview {
    /// The `NemKonto` in force, as a change of it finds it.
    #[must_use]
    pub fn registered_nemkonto(&self) -> Option<Registered> {
        let account = self.nemkonto.as_ref()?.account.clone();
        Some(Registered::Account { account, valid_from: None, locked: None })
    }

    /// One of the specific accounts.
    #[must_use]
    pub fn specific(&self, id: &SpecificAccountId) -> Option<&SpecificAccount> {
        self.specific_accounts.iter().find(|account| account.id() == *id)
    }
}

impl SpecificAccount {
    /// The account as a change of it finds it: the one in force, or the one that waits if none is.
    #[must_use]
    pub fn registered(&self) -> Option<Registered> {
        let account = self.account()?.clone();
        Some(Registered::Account { account, valid_from: None, locked: Some(self.locks.account) })
    }

    /// What names it among the holder's accounts.
    #[must_use]
    pub fn id(&self) -> SpecificAccountId {
        SpecificAccountId { benefit_type: self.benefit_type.code.clone(), authority: self.authority.cvr.clone() }
    }

    /// The account in force, or the one that waits if none is.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        let in_force = self.in_force.as_ref().map(|in_force| &in_force.account);
        in_force.or(self.pending.as_ref().map(|pending| &pending.account))
    }
}

impl std::fmt::Debug for LookupRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LookupRequest").field("scheme", &self.scheme).finish_non_exhaustive()
    }
}
