//! What the provider remembers: all of it in memory, all of it for a limited time.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use axum::http::{HeaderName, HeaderValue, header};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::i18n::Language;
use serde_json::{Map, Value};
use url::Url;

use super::{
    fault::Fault,
    keys::{Algorithm, KeyRing},
    request::AuthorizationRequest,
};
use crate::{faults::Faults, identities::Identity};

/// The provider's memory, behind one lock.
pub(super) struct Inside {
    pub keys: KeyRing,
    pub faults: Faults<Fault>,
    pub pushed: Tickets<AuthorizationRequest>,
    pub logins: Tickets<Login>,
    /// Logins that have gone on after the decision, for the app, which may be asked what was decided a moment later.
    pub decided: Tickets<Login>,
    pub sessions: Tickets<Session>,
    pub codes: Tickets<Grant>,
    /// What the userinfo endpoint tells, by access token.
    pub told: Tickets<Map<String, Value>>,
    /// ID tokens that were issued, as proof of where an `id_token_hint` comes from.
    pub issued: Tickets<()>,
    /// People who can log in besides those of the sandbox.
    pub guests: Vec<Identity>,
    /// How often each path was requested.
    pub requests: HashMap<String, usize>,
}

impl Inside {
    pub fn new(signing: Algorithm) -> Inside {
        Inside {
            keys: KeyRing::new(signing),
            faults: Faults::default(),
            pushed: Tickets::lasting(PUSHED_REQUEST_LIFETIME),
            logins: Tickets::lasting(Duration::from_mins(15)),
            decided: Tickets::lasting(Duration::from_mins(15)),
            sessions: Tickets::lasting(Duration::from_mins(270)),
            codes: Tickets::lasting(CODE_LIFETIME),
            told: Tickets::lasting(ACCESS_TOKEN_LIFETIME),
            issued: Tickets::lasting(Duration::from_hours(24)),
            guests: Vec::new(),
            requests: HashMap::new(),
        }
    }
}

/// How long a code can be redeemed: as long as RFC 6749 section 4.1.2 recommends at most. Brokers give it less, but a thousand re-logins on a
/// busy machine wait longer than a minute for their turn.
const CODE_LIFETIME: Duration = Duration::from_mins(10);

/// How long a pushed request can be used.
pub(super) const PUSHED_REQUEST_LIFETIME: Duration = Duration::from_mins(10);

/// How long an access token can be used.
pub(super) const ACCESS_TOKEN_LIFETIME: Duration = Duration::from_hours(3);

/// A login under way, from the choice of `MitID` to the answer of the app.
#[derive(Clone)]
pub(super) struct Login {
    pub request: AuthorizationRequest,
    pub language: Language,
    pub identity: Option<Identity>,
    pub decision: Option<Decision>,
}

/// What the person decided in the app.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    Approved,
    Rejected,
}

/// Somebody who is logged in at the provider.
#[derive(Clone, Copy)]
pub(super) struct Session {
    pub identity: Identity,
    /// When the person last approved in the app, in seconds since 1970.
    pub auth_time: i64,
}

/// What a code stands for.
#[derive(Clone)]
pub(super) struct Grant {
    pub redirect_uri: Url,
    pub code_challenge: String,
    pub nonce: Option<String>,
    pub session: Session,
}

/// Values kept under random names until they are taken or too old.
pub(super) struct Tickets<T> {
    entries: HashMap<String, (Instant, T)>,
    lifetime: Duration,
}

impl<T> Tickets<T> {
    fn lasting(lifetime: Duration) -> Tickets<T> {
        Tickets { entries: HashMap::new(), lifetime }
    }

    /// Keeps a value and gives the name under which it is found again.
    pub fn add(&mut self, value: T) -> String {
        let name = random_name();
        self.keep(name.clone(), value);
        name
    }

    pub fn keep(&mut self, name: String, value: T) {
        let lifetime = self.lifetime;
        self.entries.retain(|_, (since, _)| since.elapsed() < lifetime);
        self.entries.insert(name, (Instant::now(), value));
    }

    pub fn get(&mut self, name: &str) -> Option<&mut T> {
        let (since, value) = self.entries.get_mut(name)?;
        (since.elapsed() < self.lifetime).then_some(value)
    }

    pub fn take(&mut self, name: &str) -> Option<T> {
        let (since, value) = self.entries.remove(name)?;
        (since.elapsed() < self.lifetime).then_some(value)
    }
}

/// 128 random bits, fit for URLs.
pub(super) fn random_name() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>())
}

/// Seconds since 1970.
pub(super) fn now() -> i64 {
    let elapsed = std::time::UNIX_EPOCH.elapsed().unwrap_or_default();
    i64::try_from(elapsed.as_secs()).unwrap_or(i64::MAX)
}

/// For answers that must not be kept by anybody.
pub(super) const NO_STORE: [(HeaderName, HeaderValue); 1] =
    [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_found_until_it_is_taken() {
        let mut tickets = Tickets::lasting(Duration::from_mins(1));
        let name = tickets.add(7);
        assert_eq!(tickets.get(&name), Some(&mut 7));
        assert_eq!(tickets.take(&name), Some(7));
        assert_eq!(tickets.take(&name), None);
    }

    #[test]
    fn a_ticket_that_is_too_old_is_gone() {
        let mut tickets = Tickets::lasting(Duration::ZERO);
        let name = tickets.add(7);
        assert_eq!(tickets.get(&name), None);
        assert_eq!(tickets.take(&name), None);
    }
}
