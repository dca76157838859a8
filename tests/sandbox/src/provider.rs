//! A small `OpenID` Connect provider that stands in for `MitID` Erhverv, so that the whole journey runs offline.
//!
//! It keeps to what the Danish broker of Nets does, unless it is shaped after another one: a pushed request (RFC 9126), the login
//! pages, an authorization response with `iss` (RFC 9207), an ID token, and the employee's claims at the userinfo endpoint. It is
//! written out by hand because it must also be able to misbehave: see [`Fault`].

mod answer;
mod app;
mod authorize;
mod client;
mod discovery;
mod end_session;
mod fault;
mod guide;
mod id_token;
mod keys;
mod login;
mod pages;
mod parameters;
mod pushed;
mod refusal;
mod request;
mod shape;
mod state;
mod texts;
mod token;
mod userinfo;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::{
    Router,
    extract::{Request, State},
    middleware::{Next, from_fn_with_state},
    response::Response,
    routing::{get, post},
};
use url::Url;

pub use client::Client;
pub use fault::Fault;
pub use guide::guide;
pub use keys::Algorithm;

use crate::{faults, identities::Identity, relying_party::Broker};
use state::Inside;

/// What the stand-in provider is told at its start.
pub struct Settings {
    /// Where the provider is reached: scheme, host and port without a path.
    pub issuer: Url,
    /// The one client that it knows.
    pub client: Client,
    /// Whose claims, parameters and ways it takes over.
    pub shaped_after: Broker,
    /// The algorithm that signs its ID tokens.
    pub signing: Algorithm,
    /// Whether faults can be switched on over HTTP at `/faults`.
    pub fault_switch: bool,
}

/// The stand-in provider. Clones share everything.
#[derive(Clone)]
pub struct Provider(Arc<Shared>);

struct Shared {
    settings: Settings,
    inside: Mutex<Inside>,
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provider").field("issuer", &self.issuer()).finish_non_exhaustive()
    }
}

impl Provider {
    /// A provider with new signing keys, where nobody is logged in.
    #[must_use]
    pub fn new(settings: Settings) -> Provider {
        let inside = Mutex::new(Inside::new(settings.signing));
        Provider(Arc::new(Shared { settings, inside }))
    }

    /// The issuer identifier: the address without a slash at its end (`OpenID` Connect Discovery 1.0, section 2).
    #[must_use]
    pub fn issuer(&self) -> &str {
        self.0.settings.issuer.as_str().trim_end_matches('/')
    }

    /// Lets the provider commit `fault` the next `count` times that it has the chance to.
    pub fn set_fault(&self, fault: Fault, count: u32) {
        self.inside().faults.set(fault, count);
    }

    /// Takes back all faults that have not been committed yet.
    pub fn clear_faults(&self) {
        self.inside().faults.clear();
    }

    /// Lets more people log in than those of the sandbox. Who is listed on the login page stays the same.
    pub fn invite(&self, guests: impl IntoIterator<Item = Identity>) {
        self.inside().guests.extend(guests);
    }

    /// How often a path such as `/token` has been requested.
    #[must_use]
    pub fn requests_to(&self, path: &str) -> usize {
        self.inside().requests.get(path).copied().unwrap_or(0)
    }

    /// Who is meant by what somebody typed.
    fn identity(&self, typed: &str) -> Option<Identity> {
        let is_meant = |identity: &Identity| identity.user_id == typed.trim().to_lowercase();
        Identity::find(typed).or_else(|| self.inside().guests.iter().copied().find(is_meant))
    }

    fn client(&self) -> &Client {
        &self.0.settings.client
    }

    fn shaped_after(&self) -> Broker {
        self.0.settings.shaped_after
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.issuer())
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Everything that the provider answers.
pub fn router(provider: Provider) -> Router {
    let mut router = Router::new()
        .route("/.well-known/openid-configuration", get(discovery::configuration))
        .route("/keys", get(discovery::keys))
        .route("/par", post(pushed::push))
        .route("/authorize", get(authorize::authorize))
        .route("/token", post(token::redeem))
        .route("/userinfo", get(userinfo::tell))
        .route("/end-session", get(end_session::end_session))
        .merge(login::routes())
        .merge(app::routes())
        .merge(pages::assets());
    if provider.0.settings.fault_switch {
        router = router.merge(faults::routes(Provider::set_fault, Provider::clear_faults));
    }
    router.layer(from_fn_with_state(provider.clone(), count_request)).with_state(provider)
}

async fn count_request(State(provider): State<Provider>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    *provider.inside().requests.entry(path).or_default() += 1;
    next.run(request).await
}
