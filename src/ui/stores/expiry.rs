//! How long the session lasts, as far as it is known.

use leptos::prelude::*;

use crate::{api_error::ApiError, browser::clock, ui::lasting::Lasting};

/// So many seconds before the end there is a notice (DKFDS, session about to end; WCAG 2.2, 2.2.1).
const NOTICE: u32 = 5 * 60;
/// The API is not asked more often than this, in seconds.
const PATIENCE: f64 = 10.0;

/// What is known of the end of the session.
#[derive(Clone, Copy)]
pub struct Expiry {
    left: Lasting<Option<u32>>,
    is_prolonging: Lasting<bool>,
    failure: Lasting<Option<ApiError>>,
    /// When it ends, by [`clock::seconds`].
    ends_at: StoredValue<Option<f64>>,
    asked_at: StoredValue<f64>,
}

impl Expiry {
    /// Nobody is logged in yet.
    #[must_use]
    pub fn unknown() -> Self {
        Self {
            left: Lasting::new(None),
            is_prolonging: Lasting::new(false),
            failure: Lasting::new(None),
            ends_at: StoredValue::new(None),
            asked_at: StoredValue::new(0.0),
        }
    }

    /// The handle, inside a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Seconds until the end, once they are few.
    #[must_use]
    pub fn left(self) -> Option<u32> {
        self.left.get()
    }

    /// Whether the session is being prolonged.
    #[must_use]
    pub fn is_prolonging(self) -> bool {
        self.is_prolonging.get()
    }

    /// Why it could not be prolonged.
    #[must_use]
    pub fn failure(self) -> Option<ApiError> {
        self.failure.get()
    }

    /// The session is being prolonged; `false` if it is already.
    #[must_use]
    pub fn begin_prolonging(self) -> bool {
        !self.is_prolonging.update(|is_prolonging| std::mem::replace(is_prolonging, true)).unwrap_or(true)
    }

    /// The session was prolonged, or was not, and why.
    pub fn end_prolonging(self, failure: Option<ApiError>) {
        self.failure.set(failure);
        self.is_prolonging.set(false);
    }

    /// The session lasts so many seconds from now.
    pub fn lasts(self, seconds: u32) {
        self.ends_at.set_value(Some(clock::seconds() + f64::from(seconds)));
        self.failure.set(None);
        self.left.change_to(&(seconds <= NOTICE).then_some(seconds));
    }

    /// The session is over.
    pub fn forget(self) {
        self.ends_at.set_value(None);
        self.failure.set(None);
        self.left.set(None);
    }

    /// A second has passed. Says whether it is time to ask the API: shortly before the end, and every minute after that, in case the
    /// session is used in another tab.
    #[must_use]
    pub fn tick(self) -> bool {
        let Some(remaining) = self.remaining().filter(|remaining| *remaining <= NOTICE) else { return false };
        let is_told = self.left.get_untracked().is_some();
        if is_told {
            self.left.set(Some(remaining));
        }
        let now = clock::seconds();
        let asks = (!is_told || remaining % 60 == 0) && now - self.asked_at.get_value() >= PATIENCE;
        if asks {
            self.asked_at.set_value(now);
        }
        asks
    }

    /// The API could not say when the session ends. What was known still holds: then, or later.
    pub fn rely_on_what_was_known(self) {
        self.left.set(self.remaining());
    }

    /// Seconds until the end, however few or many.
    fn remaining(self) -> Option<u32> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number without sign that fits")]
        self.ends_at.get_value().map(|ends_at| (ends_at - clock::seconds()).ceil().max(0.0) as u32)
    }
}
