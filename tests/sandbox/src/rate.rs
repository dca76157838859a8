//! How often something may happen.

use std::collections::VecDeque;

use nemkonto::contract::Timestamp;

/// Within what time it is counted, in seconds.
const MINUTE: i64 = 60;

/// So often in any minute, and not more.
pub struct Rate {
    most: usize,
    taken: VecDeque<Timestamp>,
}

impl Rate {
    /// At most so often in a minute.
    pub fn a_minute(most: u32) -> Self {
        Self { most: usize::try_from(most).unwrap_or(usize::MAX), taken: VecDeque::new() }
    }

    /// Counts it once more, or tells in how many seconds it may happen again.
    pub fn take(&mut self, now: Timestamp) -> Result<(), u32> {
        while self.taken.front().is_some_and(|first| has_passed(*first, now)) {
            self.taken.pop_front();
        }
        if self.taken.len() < self.most {
            self.taken.push_back(now);
            return Ok(());
        }
        Err(self.taken.front().map_or(0, |first| pause(*first, now)))
    }
}

/// In how many seconds what happened then is no longer counted; at least one.
pub fn pause(then: Timestamp, now: Timestamp) -> u32 {
    u32::try_from((then.0 + MINUTE - now.0).max(1)).unwrap_or(1)
}

/// What is to come has passed, too: the clock was set back, and nobody shall wait for that.
fn has_passed(then: Timestamp, now: Timestamp) -> bool {
    then.plus(MINUTE) <= now || now < then
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_often_in_any_minute_and_then_after_the_pause_that_was_told() {
        let mut rate = Rate::a_minute(2);
        assert_eq!([0, 20, 30, 59].map(|at| rate.take(Timestamp(at))), [Ok(()), Ok(()), Err(30), Err(1)]);
        assert_eq!([60, 61, 80].map(|at| rate.take(Timestamp(at))), [Ok(()), Err(19), Ok(())]);
    }

    #[test]
    fn a_clock_that_is_set_back_stops_nobody() {
        let mut rate = Rate::a_minute(1);
        assert_eq!([1000, 500, 501].map(|at| rate.take(Timestamp(at))), [Ok(()), Ok(()), Err(59)]);
    }
}
