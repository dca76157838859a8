//! What was read of a history last, so that it is there again for who comes back to it. In memory only, and gone with the session.

use leptos::prelude::*;

use crate::{
    browser::page_state::PageState,
    contract::{HistoryCursor, HistoryEntry, HistoryPage, HolderHandle},
    ui::lasting::Lasting,
};

/// Whose history it is: of the accounts of a holder, or of the authority's benefit types where there is nobody.
pub type HistoryOf = Option<HolderHandle>;

/// The history that was opened last.
#[derive(Clone, Copy)]
pub struct ReadHistory {
    /// Nothing if none was, or it was forgotten.
    of: Lasting<Option<HistoryOf>>,
    entries: Lasting<Vec<HistoryEntry>>,
    next: Lasting<Option<HistoryCursor>>,
    /// How its page was left.
    left: StoredValue<Option<PageState>, LocalStorage>,
}

impl ReadHistory {
    /// None yet.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            of: Lasting::new(None),
            entries: Lasting::new(Vec::new()),
            next: Lasting::new(None),
            left: StoredValue::new_local(None),
        }
    }

    /// The handle, inside a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens a history: says how its page was left if it is the one that was read last, and begins with nothing if not.
    #[must_use]
    pub fn open(self, of: &HistoryOf) -> Option<PageState> {
        let left = self.left.try_update_value(Option::take).flatten();
        if self.of.with_untracked(|last| last.as_ref() == Some(of)) {
            return left;
        }
        self.forget();
        self.of.set(Some(of.clone()));
        None
    }

    /// Notes how its page is left.
    pub fn leave(self, page: PageState) {
        self.left.set_value(Some(page));
    }

    /// Forgets all of it.
    pub fn forget(self) {
        self.left.set_value(None);
        self.next.set(None);
        self.entries.update(Vec::clear);
        self.of.set(None);
    }

    /// Whether it was forgotten since it was opened.
    #[must_use]
    pub fn is_forgotten(self) -> bool {
        self.of.with(Option::is_none)
    }

    /// How many entries are here.
    #[must_use]
    pub fn len(self) -> usize {
        self.entries.with(Vec::len)
    }

    /// Whether there are none yet. It may have none at all.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.entries.with_untracked(Vec::is_empty)
    }

    /// One of them.
    #[must_use]
    pub fn entry(self, index: usize) -> Option<HistoryEntry> {
        self.entries.with_untracked(|entries| entries.get(index).cloned())
    }

    /// Where the older ones begin, if there are any.
    #[must_use]
    pub fn next(self) -> Option<HistoryCursor> {
        self.next.get()
    }

    /// Adds older entries to those that are here.
    pub fn take(self, page: HistoryPage) {
        self.next.set(page.next);
        self.entries.update(|entries| entries.extend(page.entries));
    }
}
