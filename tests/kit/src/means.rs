//! What the kit is told of an API besides its test data.

use std::{future::Future, pin::Pin, time::Duration};

use url::Url;

use crate::outcome::{Outcome, not_tried};

/// Where the API is.
#[derive(Clone, Debug)]
pub struct Target {
    /// Below this are `/api/…`.
    pub base: Url,
    /// The origin of the app, which the API must know. That of `base`, unless the API is asked past the web server.
    pub origin: String,
}

/// What can be done besides asking.
pub struct Means {
    /// Lets time pass for the API, so many seconds, or says that it cannot. A negative number takes back what passed before, where a
    /// clock was put forward.
    pub pass: Box<dyn Fn(i64) -> Later + Send + Sync>,
    /// Gives the caseworker the right to change a `NemKonto`, or takes it. Without it the commands of the test data do.
    pub set_right: Option<Box<dyn Fn(bool) + Send + Sync>>,
}

/// Done, or not possible.
pub type Later = Pin<Box<dyn Future<Output = Outcome> + Send>>;

impl Means {
    /// Waits in earnest, no longer than this.
    #[must_use]
    pub fn waiting(at_most: u64) -> Self {
        let pass = move |seconds: i64| -> Later {
            Box::pin(async move {
                let seconds = u64::try_from(seconds).unwrap_or_default();
                if seconds > at_most {
                    return not_tried(format!("it takes {seconds} seconds; --wait {seconds} waits so long"));
                }
                tokio::time::sleep(Duration::from_secs(seconds)).await;
                Ok(())
            })
        };
        Self { pass: Box::new(pass), set_right: None }
    }
}
