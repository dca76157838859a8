//! How often something may happen.

use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

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
        while self.taken.front().is_some_and(|first| pause(*first, now).is_none()) {
            self.taken.pop_front();
        }
        if self.taken.len() < self.most {
            self.taken.push_back(now);
            return Ok(());
        }
        Err(self.taken.front().and_then(|first| pause(*first, now)).unwrap_or(1))
    }

    fn is_idle(&self, now: Timestamp) -> bool {
        self.taken.back().is_none_or(|last| pause(*last, now).is_none())
    }
}

/// In how many seconds what happened then is no longer counted; none if it is not. What is to come is not either: the clock was set
/// back, and nobody shall wait for that.
pub fn pause(then: Timestamp, now: Timestamp) -> Option<u32> {
    if now < then {
        return None;
    }
    u32::try_from(then.0.saturating_add(MINUTE).saturating_sub(now.0)).ok().filter(|seconds| *seconds > 0)
}

/// The same for each address that requests come from. Those of which it is not known count as one.
pub struct RateByAddress {
    most: u32,
    rates: Mutex<HashMap<Option<IpAddr>, Rate>>,
}

impl RateByAddress {
    /// At most so often in a minute from any address.
    pub fn a_minute(most: u32) -> Self {
        Self { most, rates: Mutex::default() }
    }

    /// Counts it once more, or tells in how many seconds it may happen again.
    pub fn take(&self, address: Option<IpAddr>, now: Timestamp) -> Result<(), u32> {
        let mut rates = self.rates.lock().unwrap_or_else(PoisonError::into_inner);
        // Nothing is kept of those who have gone.
        rates.retain(|_, rate| !rate.is_idle(now));
        rates.entry(address).or_insert_with(|| Rate::a_minute(self.most)).take(now)
    }
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

    #[test]
    fn each_address_has_its_own_minute_and_is_forgotten_after_it() {
        let rate = RateByAddress::a_minute(1);
        let addresses = [Some(IpAddr::from([192, 0, 2, 1])), Some(IpAddr::from([192, 0, 2, 2])), None];
        for address in addresses {
            assert_eq!(rate.take(address, Timestamp(0)), Ok(()));
            assert_eq!(rate.take(address, Timestamp(1)), Err(59));
        }
        assert_eq!(rate.take(addresses[0], Timestamp(60)), Ok(()));
        assert_eq!(rate.rates.lock().unwrap_or_else(PoisonError::into_inner).len(), 1);
    }
}
