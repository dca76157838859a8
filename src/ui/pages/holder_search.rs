//! Looking an account holder up, which leads to the accounts.

use leptos::prelude::*;

use crate::{
    api_error::ApiError,
    contract::LookupRequest,
    domain::holder::{HolderId, Scheme},
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

    /// Opens the accounts of a holder, known by a number whose kind is told or is left to the API. Nothing while it is being looked for.
    pub fn open(self, scheme: Option<Scheme>, holder: &HolderId) {
        if self.is_searching.get_untracked() {
            return;
        }
        self.failure.set(None);
        self.is_searching.set(true);
        let request = LookupRequest { scheme, number: holder.as_str().to_owned() };
        self.journey.open_accounts(request, self.page, move |failure| {
            self.failure.set(Some(failure));
            self.is_searching.set(false);
        });
    }
}
