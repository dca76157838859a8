//! Who may do what to an account for one benefit type.

use serde::{Deserialize, Serialize};

use super::{company_number::Cvr, draft::Kind};

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
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Hindrance {
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

/// What keeps `acting` from filling in a form about an account of `owner`, if anything does.
#[must_use]
pub fn hindrance(kind: Kind, locks: Locks, owner: &Cvr, acting: &Cvr) -> Option<Hindrance> {
    let is_own = owner == acting;
    match kind {
        Kind::ReplaceSpecific | Kind::DeleteSpecific => match (is_own, locks.is_locked()) {
            (true, _) => None,
            (false, true) => Some(Hindrance::LockedByOther),
            (false, false) => (!OTHERS_MAY_CHANGE_UNLOCKED).then_some(Hindrance::OtherAuthority),
        },
        Kind::LockSpecific | Kind::UnlockSpecific if !is_own => Some(Hindrance::OtherAuthority),
        Kind::LockSpecific => locks.account.then_some(Hindrance::AlreadyLocked),
        Kind::UnlockSpecific if locks.account => None,
        Kind::UnlockSpecific if locks.benefit_type => Some(Hindrance::BenefitTypeLocked),
        Kind::UnlockSpecific => Some(Hindrance::NotLocked),
        // These are about no account that is there.
        Kind::AssignNemKonto
        | Kind::DeleteNemKonto
        | Kind::CreateSpecific
        | Kind::CreateBenefitType
        | Kind::EditBenefitType
        | Kind::DeleteBenefitType => None,
    }
}
