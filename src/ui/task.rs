//! Work that takes time, and what becomes of it when nobody waits for it any more.

use std::future::Future;

use leptos::prelude::*;

/// Whatever lives as long as the page, or the app, in which it was made. What is spawned in it is heard of as long as that lives: a
/// page that is gone has no signals left that an answer could be put into.
#[derive(Clone, Copy)]
pub struct TaskScope(StoredValue<()>);

impl TaskScope {
    /// The scope of what is being drawn now.
    #[must_use]
    pub fn here() -> Self {
        Self(StoredValue::new(()))
    }

    /// Does some work, and something with its outcome, unless the scope is gone by then.
    pub fn spawn<T: 'static>(self, work: impl Future<Output = T> + 'static, then: impl FnOnce(T) + 'static) {
        #[allow(clippy::disallowed_methods, reason = "the one place from which anything is spawned")]
        leptos::task::spawn_local(async move {
            let outcome = work.await;
            if self.is_alive() {
                then(outcome);
            }
        });
    }

    fn is_alive(self) -> bool {
        self.0.try_get_value().is_some()
    }
}
