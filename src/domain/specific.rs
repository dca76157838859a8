//! Accounts for one benefit type: what names them, and who may do what to them.

use serde::{Deserialize, Serialize};

use super::{account::Account, benefit_type::BenefitCode, change_kind::ChangeKind, company_number::Cvr};

/// Which of a holder's specific accounts: one authority has at most one for each benefit type.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SpecificAccountId {
    /// What it is for.
    pub benefit_type: BenefitCode,
    /// CVR number of the authority that registered it.
    pub authority: Cvr,
}

/// What locks a specific account. Either lock shuts out the holder and every other authority, and keeps the account from ever becoming
/// the `NemKonto`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Locks {
    /// The account itself is locked ("Lås for ændringer").
    pub account: bool,
    /// Its benefit type is locked, and with it all accounts of the type ("Lås for kontoændringer").
    pub benefit_type: bool,
}

/// Why an authority cannot do something to a specific account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SpecificAccountError {
    /// It is locked, and belongs to another authority.
    LockedByOther,
    /// Locks are set and removed by the authority to which the account belongs.
    OtherAuthority,
    /// It is locked already.
    AlreadyLocked,
    /// It is not locked.
    NotLocked,
    /// Its benefit type is locked: that lock is removed at the benefit type.
    BenefitTypeLocked,
}

/// Whether authorities may replace and delete an unlocked specific account of another authority. The guide says of locked accounts
/// only that others may not, which implies it for the rest; what the real service does is not published.
const OTHERS_MAY_CHANGE_UNLOCKED: bool = true;

impl Locks {
    /// Whether anything locks it.
    #[must_use]
    pub fn is_locked(self) -> bool {
        self.account || self.benefit_type
    }
}

/// Whether an account in force can become the `NemKonto` when that is deleted: nothing locks it, and it is of a type that a `NemKonto` can be.
#[must_use]
pub fn can_become_nemkonto(account: &Account, locks: Locks) -> bool {
    !locks.is_locked() && account.can_be_nemkonto()
}

/// Whether `acting` may fill in a form about an account of `owner`. Forms that are about no account that is there are refused by nothing here.
///
/// ```
/// use nemkonto::domain::{
///     change_kind::ChangeKind,
///     company_number::Cvr,
///     specific::{Locks, SpecificAccountError, check_allowed},
/// };
///
/// let [ours, theirs] = ["12345674", "10000009"].map(|number| Cvr::parse(number).unwrap());
/// let locked = Locks { account: true, benefit_type: false };
/// assert_eq!(check_allowed(ChangeKind::DeleteSpecific, locked, &ours, &ours), Ok(()));
/// let refused = check_allowed(ChangeKind::DeleteSpecific, locked, &theirs, &ours);
/// assert_eq!(refused, Err(SpecificAccountError::LockedByOther));
/// ```
pub fn check_allowed(kind: ChangeKind, locks: Locks, owner: &Cvr, acting: &Cvr) -> Result<(), SpecificAccountError> {
    let is_own = owner == acting;
    match kind {
        ChangeKind::ReplaceSpecific | ChangeKind::DeleteSpecific => match (is_own, locks.is_locked()) {
            (true, _) => Ok(()),
            (false, true) => Err(SpecificAccountError::LockedByOther),
            (false, false) if OTHERS_MAY_CHANGE_UNLOCKED => Ok(()),
            (false, false) => Err(SpecificAccountError::OtherAuthority),
        },
        ChangeKind::LockSpecific | ChangeKind::UnlockSpecific if !is_own => Err(SpecificAccountError::OtherAuthority),
        ChangeKind::LockSpecific if locks.account => Err(SpecificAccountError::AlreadyLocked),
        ChangeKind::UnlockSpecific if locks.account => Ok(()),
        ChangeKind::UnlockSpecific if locks.benefit_type => Err(SpecificAccountError::BenefitTypeLocked),
        ChangeKind::UnlockSpecific => Err(SpecificAccountError::NotLocked),
        ChangeKind::LockSpecific
        | ChangeKind::AssignNemKonto
        | ChangeKind::DeleteNemKonto
        | ChangeKind::CreateSpecific
        | ChangeKind::CreateBenefitType
        | ChangeKind::EditBenefitType
        | ChangeKind::DeleteBenefitType => Ok(()),
    }
}
