//! Watches whose session it is, and its end: a notice five minutes before it, and the way out when it has come.
//!
//! The API says when. Every call prolongs the session, in other tabs too, so it is asked again before anybody is told anything; that
//! call is the only one that prolongs nothing.

use std::time::Duration;

use leptos::prelude::*;

use super::Journey;
use crate::{api, browser::tabs, contract::ActingAs, relogin::Event};

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
            Err(failure) if self.note_failure(&failure) => {}
            Err(_) => expiry.rely_on_what_was_known(),
        });
    }

    /// Hears from other tabs who is logged in, as long as the page is there. The browser may keep it when it is left (back/forward cache),
    /// and show it again when much has happened: then the API says whether it is still right.
    pub fn listen_to_other_tabs(self) {
        tabs::listen(move |told| self.hear(told));
        on_cleanup(tabs::stop_listening);
    }

    fn hear(self, told: String) {
        let now = (!told.is_empty()).then_some(ActingAs(told));
        self.dispatch(Event::HeardFromTab(now));
    }

    /// The browser shows the page again that it had kept.
    pub fn was_restored(self) {
        tabs::listen(move |told| self.hear(told));
        self.dispatch(Event::PageRestored);
        if self.machine().caseworker().is_some() {
            self.tasks.spawn(api::session_expiry(), move |answer| {
                if let Err(failure) = answer {
                    self.note_failure(&failure);
                }
            });
        }
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
            Err(failure) if self.note_failure(&failure) => expiry.end_prolonging(None),
            Err(failure) => expiry.end_prolonging(Some(failure)),
        });
    }
}
