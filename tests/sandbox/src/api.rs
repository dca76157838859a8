//! The reference API. The contract is `nemkonto::contract`; what each call does stands in the module of its name.

mod agency;
mod banks;
mod benefit_types;
mod calls;
mod clock;
mod commit;
mod configuration;
mod confirm;
mod cookies;
mod effect;
mod extract;
mod fault;
mod guard;
mod health;
mod history;
mod holders;
mod login;
pub mod openapi;
mod payee;
mod pending_change;
mod prepare;
mod receipts;
mod refusal;
mod reopen;
mod reports;
mod rules;
mod settings;
mod target;
mod turns;
mod units;
mod warnings;
mod wrong;

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderMap, header},
    middleware,
    routing::get,
};
use nemkonto::contract::ProblemType;

pub use agency::{Agency, ConfigurationError, WrongEntry};
use calls::calls;
pub use clock::{Clock, day};
pub use effect::ACTIVATION_DAYS;
pub use fault::Fault;
pub use refusal::Refusal;
pub use settings::{Limits, PayeeSettings, Settings};
pub use wrong::Wrong;

use crate::{
    faults::{self, Faults},
    fixtures,
    log::Log,
    rate::RateByAddress,
    relying_party::RelyingParty,
    seal::Sealer,
    store::{Store, StoreError, receipt_keys, secrets},
    vop::Vop,
};
use turns::Turns;

/// Largest body of a request in bytes. The largest honest one is a sealed change.
const LARGEST_BODY: usize = 64 * 1024;

/// The API. Clones share everything.
#[derive(Clone)]
pub struct Api(Arc<Parts>);

struct Parts {
    settings: Settings,
    store: Store,
    sealer: Sealer,
    audit_key: [u8; 32],
    relying_party: RelyingParty,
    vop: Option<Vop>,
    turns: Turns,
    logins: RateByAddress,
    anonymous_refusals: RateByAddress,
    reports: RateByAddress,
    faults: Mutex<Faults<Fault>>,
    wrong: Mutex<Option<Wrong>>,
}

/// Why the API cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The client for the provider cannot be set up.
    #[error("the client for the identity provider or the banks: {0}")]
    Client(#[from] reqwest::Error),
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api").finish_non_exhaustive()
    }
}

impl Api {
    /// Opens the database, fills it with the synthetic data if it is new, and is ready. The provider is first asked when it is needed.
    pub fn new(settings: Settings) -> Result<Self, StartError> {
        let store = Store::open(&settings.data)?;
        let now = settings.clock.now();
        let (seal_key, audit_key) = store.transaction_blocking(|transaction| -> Result<_, StoreError> {
            fixtures::seed(transaction, now)?;
            // So that there is a key to publish before the first receipt.
            receipt_keys::in_use(transaction, now)?;
            Ok((secrets::key(transaction, "seal")?, secrets::key(transaction, "audit")?))
        })?;
        let relying_party = RelyingParty::new(settings.provider.clone())?;
        let payee = settings.payee.as_ref();
        let vop = payee.map(|payee| Vop::new(payee.provider.clone(), payee.patience)).transpose()?;
        let limits = settings.limits;
        let parts = Parts {
            settings,
            store,
            sealer: Sealer::new(&seal_key),
            audit_key,
            relying_party,
            vop,
            turns: Turns::default(),
            logins: RateByAddress::a_minute(limits.logins_a_minute),
            anonymous_refusals: RateByAddress::a_minute(limits.anonymous_refusals_a_minute),
            reports: RateByAddress::a_minute(limits.reports_a_minute),
            faults: Mutex::default(),
            wrong: Mutex::default(),
        };
        Ok(Self(Arc::new(parts)))
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Lets the API commit `fault` the next `count` times that it has the chance to. Only in the sandbox.
    pub fn set_fault(&self, fault: Fault, count: u32) {
        self.faults().set(fault, count);
    }

    /// Takes back all faults that have not been committed yet.
    pub fn clear_faults(&self) {
        self.faults().clear();
    }

    fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The clock, which tests can put forward.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.settings.clock
    }

    fn sealer(&self) -> &Sealer {
        &self.0.sealer
    }

    fn audit_key(&self) -> &[u8; 32] {
        &self.0.audit_key
    }

    fn relying_party(&self) -> &RelyingParty {
        &self.0.relying_party
    }

    fn vop(&self) -> Option<&Vop> {
        self.0.vop.as_ref()
    }

    fn turns(&self) -> &Turns {
        &self.0.turns
    }

    fn logins(&self) -> &RateByAddress {
        &self.0.logins
    }

    fn anonymous_refusals(&self) -> &RateByAddress {
        &self.0.anonymous_refusals
    }

    fn reports(&self) -> &RateByAddress {
        &self.0.reports
    }

    fn log(&self) -> &Log {
        &self.0.settings.log
    }

    fn faults(&self) -> MutexGuard<'_, Faults<Fault>> {
        self.0.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The origin that a request names, if the app is served from there.
    fn allowed_origin(&self, headers: &HeaderMap) -> Option<String> {
        let origin = headers.get(header::ORIGIN)?.to_str().ok()?;
        self.0.settings.app_origins.iter().find(|allowed| *allowed == origin).cloned()
    }
}

/// All calls of the API and their description, to be mounted at `/api`; in the sandbox also `/faults`.
pub fn router(api: Api) -> Router {
    let router = calls()
        .into_iter()
        .fold(Router::new(), |router, call| router.route(call.path, call.handler))
        .route(openapi::PATH, get(openapi::serve))
        .fallback(not_found)
        .method_not_allowed_fallback(not_found)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(middleware::from_fn_with_state(api.clone(), guard::guard));
    if !api.settings().sandbox {
        return router.with_state(api);
    }
    let misbehave = middleware::from_fn_with_state(api.clone(), fault::misbehave);
    let wrong = middleware::from_fn_with_state(api.clone(), wrong::around);
    router.layer(misbehave).layer(wrong).merge(faults::routes(Api::set_fault, Api::clear_faults)).with_state(api)
}

async fn not_found() -> Refusal {
    ProblemType::NotFound.into()
}
