//! Watches the end of the session: a notice five minutes before it, and the way out when it has come.
//!
//! The API says when. Every call prolongs the session, in other tabs too, so it is asked again before anybody is told anything; that
//! call is the only one that prolongs nothing.

use std::time::Duration;

use leptos::prelude::*;

use super::Journey;
use crate::{api, contract::ProblemType, relogin::Event};

impl Journey {
    /// Looks at the clock every second, as long as the app lives. Not a single timer: one that slept with the computer would be late.
    pub fn watch_session(self) {
        if let Ok(ticking) = set_interval_with_handle(move || self.look_at_the_clock(), Duration::from_secs(1)) {
            on_cleanup(move || ticking.clear());
        }
    }

    fn look_at_the_clock(self) {
        let expiry = self.stores().expiry;
        if self.machine().caseworker().is_none() || !expiry.tick() {
            return;
        }
        self.tasks.spawn(api::session_expiry(), move |answer| match answer {
            Ok(now) => expiry.lasts(now.expires_in),
            Err(failure) if failure.problem_type() == Some(ProblemType::NotLoggedIn) => {
                self.dispatch(Event::SessionEnded);
            }
            Err(_) => expiry.rely_on_what_was_known(),
        });
    }

    /// "Forbliv logget på": uses the session, which prolongs it.
    pub fn prolong_session(self, then: impl FnOnce() + 'static) {
        let expiry = self.stores().expiry;
        if !expiry.begin_prolonging() {
            return;
        }
        self.tasks.spawn(api::session(), move |answer| match answer {
            Ok(session) => {
                self.dispatch(Event::SessionRenewed(Box::new(session)));
                then();
                expiry.end_prolonging(None);
            }
            Err(failure) if failure.problem_type() == Some(ProblemType::NotLoggedIn) => {
                self.dispatch(Event::SessionEnded);
                expiry.end_prolonging(None);
            }
            Err(failure) => expiry.end_prolonging(Some(failure)),
        });
    }
}
