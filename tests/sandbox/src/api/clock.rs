//! The time, as the API sees it. It never trusts the browser's.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

use nemkonto::{contract::Timestamp, domain::date::Date};

/// The system's clock, which tests can put forward. Clones go alike.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        Timestamp(i64::try_from(seconds).unwrap_or(i64::MAX)).plus(self.ahead.load(Ordering::Relaxed))
    }

    /// Puts the clock forward, or back when negative.
    pub fn advance(&self, seconds: i64) {
        self.ahead.fetch_add(seconds, Ordering::Relaxed);
    }
}

/// The day of a moment in UTC, which between midnight and two o'clock is the day before the Danish one.
#[must_use]
pub fn day(at: Timestamp) -> Date {
    const SECONDS_A_DAY: i64 = 24 * 60 * 60;
    Date::UNIX_EPOCH.plus_days(i32::try_from(at.0.div_euclid(SECONDS_A_DAY)).unwrap_or(i32::MAX))
}
