//! How long the session lasts: a notice five minutes before it ends, and the way out when it has ended.
//!
//! The API says when. Every call prolongs the session, in other tabs too, so it is asked again before anybody is told anything; that
//! call is the only one that prolongs nothing.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::state::App;
use crate::{
    api,
    api_error::ApiError,
    browser::clock,
    contract::{ProblemType, Session},
    relogin::{Event, SessionState},
};

/// So many seconds before the end there is a notice (DKFDS, session about to end; WCAG 2.2, 2.2.1).
const NOTICE: u32 = 5 * 60;
/// The API is not asked more often than this, in seconds.
const PATIENCE: f64 = 10.0;

/// What is known of the end of the session.
#[derive(Clone, Copy)]
pub struct Expiry {
    /// Seconds until the end, once they are few.
    pub left: RwSignal<Option<u32>>,
    /// Whether the session is being prolonged.
    pub is_prolonging: RwSignal<bool>,
    /// Why it could not be prolonged.
    pub failure: RwSignal<Option<ApiError>>,
    /// When it ends, by [`clock::seconds`].
    ends_at: StoredValue<Option<f64>>,
    asked_at: StoredValue<f64>,
}

impl Expiry {
    /// Nobody is logged in yet.
    #[must_use]
    pub fn unknown() -> Self {
        Self {
            left: RwSignal::new(None),
            is_prolonging: RwSignal::new(false),
            failure: RwSignal::new(None),
            ends_at: StoredValue::new(None),
            asked_at: StoredValue::new(0.0),
        }
    }

    fn lasts(self, seconds: u32) {
        self.ends_at.set_value(Some(clock::seconds() + f64::from(seconds)));
        self.failure.set(None);
        let left = (seconds <= NOTICE).then_some(seconds);
        if self.left.get_untracked() != left {
            self.left.set(left);
        }
    }

    pub(super) fn forget(self) {
        self.ends_at.set_value(None);
        self.failure.set(None);
        self.left.set(None);
    }

    /// Seconds until the end, however few or many.
    fn remaining(self) -> Option<u32> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number without sign that fits")]
        self.ends_at.get_value().map(|ends_at| (ends_at - clock::seconds()).ceil().max(0.0) as u32)
    }
}

impl App {
    /// What is known of the end of the session.
    #[must_use]
    pub fn expiry(self) -> Expiry {
        self.expiry.get_value()
    }

    /// Looks at the clock every second, as long as the app lives. Not a single timer: one that slept with the computer would be late.
    pub fn watch_session(self) {
        if let Ok(ticking) = set_interval_with_handle(move || self.look_at_the_clock(), Duration::from_secs(1)) {
            on_cleanup(move || ticking.clear());
        }
    }

    /// Notes how long the session lasts that begins or goes on now.
    pub fn session_lasts(self, session: &Session) {
        self.expiry().lasts(session.expires_in);
    }

    fn look_at_the_clock(self) {
        let is_logged_in = self.session.with_untracked(|session| matches!(session, SessionState::LoggedIn(_)));
        let Some(remaining) = self.expiry().remaining().filter(|remaining| is_logged_in && *remaining <= NOTICE) else {
            return;
        };
        let is_told = self.expiry().left.get_untracked().is_some();
        // Every minute, in case the session is used in another tab.
        if !is_told || remaining % 60 == 0 {
            self.ask_for_the_end();
        }
        if is_told {
            self.expiry().left.set(Some(remaining));
        }
    }

    fn ask_for_the_end(self) {
        let now = clock::seconds();
        if now - self.expiry().asked_at.get_value() < PATIENCE {
            return;
        }
        self.expiry().asked_at.set_value(now);
        spawn_local(async move {
            match api::session_expiry().await {
                Ok(expiry) => self.expiry().lasts(expiry.expires_in),
                Err(failure) if failure.problem_type() == Some(ProblemType::NotLoggedIn) => {
                    self.dispatch(Event::SessionEnded);
                }
                // What was known still holds: the session ends then, or later.
                Err(_) => self.expiry().left.set(self.expiry().remaining()),
            }
        });
    }

    /// "Forbliv logget på": uses the session, which prolongs it.
    pub fn prolong_session(self, then: impl FnOnce() + 'static) {
        if self.expiry().is_prolonging.get_untracked() {
            return;
        }
        self.expiry().is_prolonging.set(true);
        spawn_local(async move {
            match api::session().await {
                Ok(session) => {
                    self.dispatch(Event::SessionRenewed(Box::new(session)));
                    then();
                }
                Err(failure) if failure.problem_type() == Some(ProblemType::NotLoggedIn) => {
                    self.dispatch(Event::SessionEnded);
                }
                Err(failure) => self.expiry().failure.set(Some(failure)),
            }
            self.expiry().is_prolonging.set(false);
        });
    }
}
