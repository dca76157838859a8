//! State that outlives the pages that read it.

use leptos::{
    prelude::*,
    reactive::graph::{AnySource, Observer, Source, ToAnySource},
};

/// A signal that lives as long as the app.
///
/// A signal remembers who has read it until it changes, also those that are long gone: one that seldom changes would remember every page
/// that was ever shown. Whoever reads this one is forgotten with the page, or with whatever else they belong to.
pub struct Lasting<T: 'static>(RwSignal<T>);

impl<T> Clone for Lasting<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Lasting<T> {}

impl<T: Send + Sync + 'static> Lasting<T> {
    /// Begins with a value.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }

    /// Reads it; whoever does so follows its changes.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.0.track();
        forget_reader_in_time(self.0.to_any_source());
        self.0.with_untracked(read)
    }

    /// Reads it without following it.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.0.with_untracked(read)
    }

    /// Sets it.
    pub fn set(self, value: T) {
        self.0.set(value);
    }

    /// Changes it.
    pub fn update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        self.0.try_update(change)
    }
}

impl<T: Clone + Send + Sync + 'static> Lasting<T> {
    /// What it is; whoever asks follows its changes.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// What it is now.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.0.get_untracked()
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Lasting<T> {
    /// Sets it, if that is a change.
    pub fn change_to(self, value: &T) {
        if self.with_untracked(|now| now != value) {
            self.set(value.clone());
        }
    }
}

fn forget_reader_in_time(source: AnySource) {
    if let Some(reader) = Observer::get() {
        on_cleanup(move || source.remove_subscriber(&reader));
    }
}
