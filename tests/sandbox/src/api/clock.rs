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

/// The day of a moment in Denmark, by which letters are dated.
#[must_use]
pub fn day(at: Timestamp) -> Date {
    let there = jiff::Timestamp::from_second(at.0).and_then(|moment| moment.in_tz("Europe/Copenhagen"));
    let date = there.ok().and_then(|there| {
        let number = |number: i8| u8::try_from(number).ok();
        Date::new(u16::try_from(there.year()).ok()?, number(there.month())?, number(there.day())?)
    });
    // Beyond the year 9999 no calendar of ours has a day.
    date.unwrap_or(Date::LAST)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_day_changes_at_danish_midnight() {
        // 2026-07-01T21:59:59Z and a second later; in winter the hour is another.
        assert_eq!(day(Timestamp(1_782_943_199)), Date::new(2026, 7, 1).unwrap());
        assert_eq!(day(Timestamp(1_782_943_200)), Date::new(2026, 7, 2).unwrap());
        assert_eq!(day(Timestamp(1_798_671_599)), Date::new(2026, 12, 30).unwrap());
        assert_eq!(day(Timestamp(1_798_671_600)), Date::new(2026, 12, 31).unwrap());
    }
}
