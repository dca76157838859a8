//! One at a time: requests about the same change wait for each other.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use nemkonto::contract::ChangeId;
use tokio::sync::OwnedMutexGuard;

/// The changes that somebody is confirming.
#[derive(Default)]
pub struct Turns(Mutex<HashMap<ChangeId, Weak<tokio::sync::Mutex<()>>>>);

impl Turns {
    /// Waits until nobody else is confirming this change. The turn ends when the answer is dropped.
    pub async fn wait(&self, change: &ChangeId) -> OwnedMutexGuard<()> {
        let turn = {
            let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            turns.retain(|_, turn| turn.strong_count() > 0);
            let turn = turns.get(change).and_then(Weak::upgrade).unwrap_or_default();
            turns.insert(change.clone(), Arc::downgrade(&turn));
            turn
        };
        turn.lock_owned().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn nothing_is_remembered_of_a_turn_that_is_over() {
        let turns = Turns::default();
        let changes = ["one", "other"].map(|name| ChangeId(name.to_owned()));
        drop(turns.wait(&changes[0]).await);
        let _turn = turns.wait(&changes[1]).await;
        let known: Vec<ChangeId> = turns.0.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect();
        assert_eq!(known, changes[1..]);
    }
}
