//! Looking an account holder up, which leads to the accounts.

use leptos::prelude::*;

use crate::{
    api_error::ApiError,
    domain::holder::HolderId,
    ui::{journey::Journey, task::TaskScope},
};

/// A look-up as it goes on: from the page where holders are found, or from a receipt to the accounts of the same holder.
#[derive(Clone, Copy)]
pub struct HolderSearch {
    journey: Journey,
    page: TaskScope,
    /// Whether the API is being asked.
    pub is_searching: RwSignal<bool>,
    /// Why there was no answer to the last look-up.
    pub failure: RwSignal<Option<ApiError>>,
}

impl HolderSearch {
    pub fn new() -> Self {
        Self {
            journey: Journey::get(),
            page: TaskScope::here(),
            is_searching: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    /// Opens the accounts of a holder. Nothing while it is being looked for.
    pub fn open(self, holder: &HolderId) {
        if self.is_searching.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.is_searching.set(true);
        self.journey.open_accounts(holder, self.page, move |failure| {
            self.failure.set(Some(failure));
            self.is_searching.set(false);
        });
    }
}
