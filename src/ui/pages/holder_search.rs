//! Looking an account holder up, which leads to the accounts.

use leptos::{prelude::*, task::spawn_local};

use crate::{api_error::ApiError, domain::holder::HolderId, ui::state::App};

/// A look-up as it goes on: from the page where holders are found, or from a receipt to the accounts of the same holder.
#[derive(Clone, Copy)]
pub struct HolderSearch {
    app: App,
    /// Whether the API is being asked.
    pub is_searching: RwSignal<bool>,
    /// Why there was no answer to the last look-up.
    pub failure: RwSignal<Option<ApiError>>,
}

impl HolderSearch {
    pub fn new() -> Self {
        Self { app: App::get(), is_searching: RwSignal::new(false), failure: RwSignal::new(None) }
    }

    /// Opens the accounts of a holder. Nothing while it is being looked for.
    pub fn open(self, holder: HolderId) {
        if self.is_searching.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.is_searching.set(true);
        spawn_local(async move {
            if let Err(refused) = self.app.open_accounts(&holder).await {
                self.failure.set(Some(refused));
                self.is_searching.set(false);
            }
        });
    }
}
