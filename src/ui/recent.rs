//! The holders that were looked at in this session, in memory only: they are in no storage and no address, and gone with the session.

use leptos::prelude::*;

use super::state::App;
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

impl App {
    /// Remembers whose accounts are being looked at; the newest first, each once.
    pub fn remember_look_up(self, overview: &AccountOverview) {
        let AccountOverview { handle, holder, name, .. } = overview;
        let newest = Recent { handle: handle.clone(), holder: holder.clone(), name: name.clone() };
        self.recent.update(|recent| {
            recent.retain(|earlier| earlier.handle != newest.handle);
            recent.insert(0, newest);
            recent.truncate(MOST);
        });
    }
}
