//! A change: what it is about, and what is done to it.

mod details;
mod registered;

use serde::{Deserialize, Serialize};

pub use self::{
    details::{BenefitTypeAction, ChangeDetails, NemKontoAction, SpecificAction},
    registered::Registered,
};
use super::{account::Account, benefit_type::BenefitCode, change_kind::ChangeKind, holder::HolderId};

/// A change that obeys every rule which can be checked without the current data.
///
/// [`Draft::check`](super::draft::Draft::check) makes it; what arrives as JSON is checked again for what needs no calendar, and refused with a
/// [`ChangeError`]. The confirmation, the request, the text in the `MitID` app, the history line and the receipt are all derived from it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Wire")]
pub struct Change(ChangeDetails);

/// Why what was sent is no change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChangeError {
    /// The account is of a type that this kind of change cannot introduce: a creditor as `NemKonto`.
    AccountType,
    /// The account is in a country where the number finds no bank without a BIC, and there is none.
    BicMissing,
    /// The new benefit type has a code like those that all authorities share.
    GeneralBenefitCode,
}

named_error!(ChangeError);

/// A form makes a change:
///
/// ```
/// use nemkonto::domain::{change::Change, change_kind::ChangeKind, draft::Draft};
/// # use nemkonto::domain::{company_number::Cvr, date::Date, draft::Rules, holder::{HolderId, Scheme}};
/// # let holder = HolderId::parse(Scheme::Cvr, "12345674", Date::UNIX_EPOCH).unwrap();
/// # let authority = Cvr::parse("10000009").unwrap();
/// # let rules = Rules { today: Date::UNIX_EPOCH, valid_from_days: 0, tolerance_days: 0 };
/// let change: Change = Draft::new(ChangeKind::DeleteNemKonto).check(Some(&holder), &authority, rules).unwrap();
/// assert_eq!(change.kind(), ChangeKind::DeleteNemKonto);
/// ```
///
/// What it says can be read, and not be made into another one:
///
/// ```
/// use nemkonto::domain::change::{Change, ChangeDetails};
/// fn content(change: &Change) -> &ChangeDetails { change.details() }
/// ```
///
/// ```compile_fail,E0423
/// use nemkonto::domain::change::{Change, ChangeDetails};
/// fn unchecked(details: ChangeDetails) -> Change { Change(details) }
/// ```
impl Change {
    /// For [`Draft::check`](super::draft::Draft::check), which refuses more than is refused here, and field by field.
    pub(super) fn new(details: ChangeDetails) -> Self {
        Self(details)
    }

    /// What it is about, and what is done to it.
    #[must_use]
    pub fn details(&self) -> &ChangeDetails {
        &self.0
    }

    /// Whose accounts it concerns, if it concerns a holder's.
    #[must_use]
    pub fn holder(&self) -> Option<&HolderId> {
        match &self.0 {
            ChangeDetails::NemKonto { holder, .. } | ChangeDetails::SpecificAccount { holder, .. } => Some(holder),
            ChangeDetails::BenefitType { .. } => None,
        }
    }

    /// Which benefit type it concerns, if it concerns one.
    #[must_use]
    pub fn benefit_type(&self) -> Option<&BenefitCode> {
        match &self.0 {
            ChangeDetails::NemKonto { .. } => None,
            ChangeDetails::SpecificAccount { id, .. } => Some(&id.benefit_type),
            ChangeDetails::BenefitType { code, .. } => Some(code),
        }
    }

    /// The account that the change introduces, if it introduces one.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match &self.0 {
            ChangeDetails::NemKonto { action, .. } => match action {
                NemKontoAction::Assign { account, .. } => Some(account),
                NemKontoAction::Delete => None,
            },
            ChangeDetails::SpecificAccount { action, .. } => match action {
                SpecificAction::Create { account, .. } | SpecificAction::Replace { account } => Some(account),
                SpecificAction::Delete | SpecificAction::Lock | SpecificAction::Unlock => None,
            },
            ChangeDetails::BenefitType { .. } => None,
        }
    }

    /// The form on which it is made.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        match &self.0 {
            ChangeDetails::NemKonto { action, .. } => match action {
                NemKontoAction::Assign { .. } => ChangeKind::AssignNemKonto,
                NemKontoAction::Delete => ChangeKind::DeleteNemKonto,
            },
            ChangeDetails::SpecificAccount { action, .. } => match action {
                SpecificAction::Create { .. } => ChangeKind::CreateSpecific,
                SpecificAction::Replace { .. } => ChangeKind::ReplaceSpecific,
                SpecificAction::Delete => ChangeKind::DeleteSpecific,
                SpecificAction::Lock => ChangeKind::LockSpecific,
                SpecificAction::Unlock => ChangeKind::UnlockSpecific,
            },
            ChangeDetails::BenefitType { action, .. } => match action {
                BenefitTypeAction::Create { .. } => ChangeKind::CreateBenefitType,
                BenefitTypeAction::Edit { .. } => ChangeKind::EditBenefitType,
                BenefitTypeAction::Delete => ChangeKind::DeleteBenefitType,
            },
        }
    }

    /// What is registered after the change, where `before` was registered until now.
    #[must_use]
    pub fn after(&self, before: Option<&Registered>) -> Option<Registered> {
        match &self.0 {
            ChangeDetails::NemKonto { action, .. } => match action {
                NemKontoAction::Assign { account, valid_from } => {
                    Some(Registered::Account { account: account.clone(), valid_from: *valid_from, locked: None })
                }
                NemKontoAction::Delete => None,
            },
            ChangeDetails::SpecificAccount { action, .. } => match action {
                SpecificAction::Create { account, locked } => {
                    Some(Registered::Account { account: account.clone(), valid_from: None, locked: Some(*locked) })
                }
                SpecificAction::Replace { account } => {
                    let locked = before.and_then(Registered::lock);
                    Some(Registered::Account { account: account.clone(), valid_from: None, locked })
                }
                SpecificAction::Delete => None,
                SpecificAction::Lock => before.map(|before| before.clone().with_lock(true)),
                SpecificAction::Unlock => before.map(|before| before.clone().with_lock(false)),
            },
            ChangeDetails::BenefitType { action, .. } => match action {
                BenefitTypeAction::Create { name, locked } | BenefitTypeAction::Edit { name, locked } => {
                    Some(Registered::BenefitType { name: name.clone(), locked: *locked })
                }
                BenefitTypeAction::Delete => None,
            },
        }
    }
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
struct Wire(ChangeDetails);

impl TryFrom<Wire> for Change {
    type Error = ChangeError;

    fn try_from(Wire(details): Wire) -> Result<Self, ChangeError> {
        let change = Change(details);
        if let Some(account) = change.account() {
            if !change.kind().account_types().contains(&account.account_type()) {
                return Err(ChangeError::AccountType);
            }
            if matches!(account, Account::Number(account) if account.lacks_bic()) {
                return Err(ChangeError::BicMissing);
            }
        }
        match &change.0 {
            ChangeDetails::BenefitType { code, action: BenefitTypeAction::Create { .. }, .. } if code.is_general() => {
                Err(ChangeError::GeneralBenefitCode)
            }
            _ => Ok(change),
        }
    }
}
