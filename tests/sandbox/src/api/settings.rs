//! What the agency sets.

use std::time::Duration;

use nemkonto::contract::Reason;
use url::Url;

use super::{Agency, Clock, agency::PayeeQuestions};
use crate::{log::Log, relying_party::ProviderSettings, store::Data};

/// Everything that the API is told at its start.
pub struct Settings {
    /// Where the data are kept.
    pub data: Data,
    /// The origins that the app is served from, such as `http://localhost:8080`. No other page can change anything, and a login
    /// returns to no other place.
    pub app_origins: Vec<String>,
    /// The identity provider.
    pub provider: ProviderSettings,
    /// Whether an employee whom nobody has registered becomes a caseworker with every right at the first login. For trying a
    /// provider in the sandbox, which does not know its people.
    pub registers_unknown: bool,
    /// How long things last.
    pub limits: Limits,
    /// What the agency sets of the app's configuration.
    pub agency: Agency,
    /// How banks are asked whose account it is; nothing where they are not asked.
    pub payee: Option<PayeeSettings>,
    /// Whether this is the sandbox, where nothing is real.
    pub sandbox: bool,
    /// Where each call is told.
    pub log: Log,
    /// The time.
    pub clock: Clock,
}

/// How banks are asked whose account it is.
#[derive(Clone, Debug)]
pub struct PayeeSettings {
    /// Where a provider of Verification of Payee answers.
    pub provider: Url,
    /// How long an answer is waited for. The change goes on without one.
    pub patience: Duration,
    /// The reasons why an account can be right although its bank knows it by another name; one at least.
    pub reasons: Vec<Reason>,
}

impl PayeeSettings {
    /// As an agency sets it, where this provider answers.
    #[must_use]
    pub fn new(provider: Url, questions: &PayeeQuestions) -> Self {
        let patience = Duration::from_millis(questions.wait_milliseconds);
        Self { provider, patience, reasons: questions.reasons.clone() }
    }
}

/// How long things last, in seconds unless named otherwise, and how often they may happen.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long a prepared change waits for its login.
    pub pending: i64,
    /// How far the provider's clock may be from ours.
    pub skew: i64,
    /// How long a session lasts that is not used.
    pub session: i64,
    /// How often the confirmation of one change may be refused.
    pub refused_confirmations: u32,
    /// How many days ahead an account may take effect.
    pub valid_from_days: i32,
    /// How many account holders one caseworker may look up in a minute.
    pub lookups_a_minute: u32,
    /// How many ordinary logins may be started in a minute from one address.
    pub logins_a_minute: u32,
    /// How many refusals of somebody who is not logged in are logged in a minute, for each address.
    pub anonymous_refusals_a_minute: u32,
    /// How many reports of errors are taken in a minute from one address.
    pub reports_a_minute: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            pending: 600,
            skew: 60,
            session: 30 * 60,
            refused_confirmations: 5,
            valid_from_days: 365,
            lookups_a_minute: 60,
            logins_a_minute: 120,
            anonymous_refusals_a_minute: 120,
            reports_a_minute: 60,
        }
    }
}

impl Settings {
    /// Where an ordinary login returns to, in an app served from this origin.
    pub(super) fn login_return(origin: &str) -> String {
        format!("{origin}/login/return")
    }

    /// Where a fresh login that confirms a change returns to.
    pub(super) fn change_return(origin: &str) -> String {
        format!("{origin}/return")
    }

    /// Every address that a provider may send the browser back to; to be registered there.
    #[must_use]
    pub fn redirect_uris(app_origins: &[String]) -> Vec<String> {
        app_origins.iter().flat_map(|origin| [Self::login_return(origin), Self::change_return(origin)]).collect()
    }

    /// Whether the app is served over TLS only.
    pub(super) fn is_secure(&self) -> bool {
        self.app_origins.iter().all(|origin| origin.starts_with("https://"))
    }
}
