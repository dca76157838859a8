//! A holder that was looked at in this session, in memory only: in no storage and no address, and gone with the session.

use crate::{
    contract::{AccountOverview, HolderHandle},
    domain::holder::HolderId,
};

/// So many are remembered.
pub const MOST: usize = 8;

/// A holder that was looked at.
#[derive(Clone, PartialEq, Eq)]
pub struct Recent {
    /// Name in the API.
    pub handle: HolderHandle,
    /// Number, to be shown masked.
    pub holder: HolderId,
    /// Name as written.
    pub name: String,
}

impl Recent {
    /// The holder of accounts.
    #[must_use]
    pub fn of(overview: &AccountOverview) -> Self {
        let AccountOverview { handle, holder, name, .. } = overview;
        Self { handle: handle.clone(), holder: holder.clone(), name: name.clone() }
    }
}
