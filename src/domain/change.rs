//! A change: whose account, and what is done to it.

use serde::{Deserialize, Serialize};

use super::{account::Account, date::Date, holder::HolderId};

/// A change that obeys every rule which can be checked without the current data.
///
/// Made by [`Draft::check`](super::draft::Draft::check) only; the confirmation, the request, the text in the `MitID` app, the history line and the receipt are
/// all derived from it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// Whose payments it concerns.
    pub holder: HolderId,
    /// What is done.
    pub action: Action,
}

/// What a change does.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Action {
    /// Registers an account as the holder's `NemKonto`, whether or not there is one already.
    AssignNemKonto {
        /// The new account.
        account: Account,
        /// The first day on which it is to be used, once the holder has activated it; the day of activation if none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        valid_from: Option<Date>,
    },
    /// Removes the holder's `NemKonto`. An unlocked specific account may then become the `NemKonto`.
    DeleteNemKonto,
}

impl Change {
    /// The account that the change introduces, if it introduces one.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        match &self.action {
            Action::AssignNemKonto { account, .. } => Some(account),
            Action::DeleteNemKonto => None,
        }
    }
}
