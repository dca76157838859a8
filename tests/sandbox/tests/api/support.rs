//! A running API with its provider, and the browsers of caseworkers.

mod browser;
mod cases;
mod contract;
mod drafts;

use std::{net::SocketAddr, path::Path, time::Duration};

use nemkonto::{
    contract::UnitId,
    domain::{date::Date, right::Right},
};
use nemkonto_sandbox::{
    api::{self, Agency, Api, Clock, Limits, PayeeSettings, Settings, day},
    fixtures::{ASSIGNMENTS, HOLDERS},
    identities::{self, Identity},
    log::Log,
    provider::{self, Algorithm, Client, Provider},
    relying_party::{self, Broker, ClientAuthentication, Person, ProviderSettings, Secret},
    store::{Data, StoreError, assignments, audit},
    vop,
};
use rusqlite::{Connection, Transaction};
use tempfile::TempDir;
use tokio::net::TcpListener;
use url::Url;

pub use browser::{Browser, Refused, kind, read, ready};
pub use cases::{PreparedCase, case};
pub use drafts::{
    AMERICAN, CREDITOR, DOMESTIC, LITHUANIAN, about, checked, domestic, filled, foreign, key, lithuanian, new_specific,
    type_edit,
};
pub use nemkonto_sandbox::driver::Ready;

/// Where the app is served from.
pub const APP: &str = "http://localhost:8080";
/// Where `trunk serve` serves it from.
pub const DEV_APP: &str = "http://localhost:8090";

/// A company without a `NemKonto`, by CVR number.
pub const COMPANY: &str = "99000120";
/// A company with a domestic `NemKonto`, by CVR number.
pub const COMPANY_WITH_NEMKONTO: &str = "99000015";

/// Long enough for a provider on a busy machine that has to make an RSA key first.
pub const PATIENCE: Duration = Duration::from_mins(1);

pub struct World {
    pub provider: Provider,
    pub clock: Clock,
    pub api: Api,
    address: Url,
    settings: ProviderSettings,
    payee: Option<PayeeSettings>,
    data: TempDir,
}

impl World {
    pub async fn start() -> World {
        World::signing_with(Algorithm::Es256).await
    }

    pub async fn signing_with(signing: Algorithm) -> World {
        World::with(Broker::Nets, signing, Limits::default(), PATIENCE).await
    }

    /// An API that waits for the provider no longer than a second.
    pub async fn impatient() -> World {
        World::with(Broker::Nets, Algorithm::Es256, Limits::default(), Duration::from_secs(1)).await
    }

    pub async fn with_limits(limits: Limits) -> World {
        World::with(Broker::Nets, Algorithm::Es256, limits, PATIENCE).await
    }

    /// A provider shaped after a broker, and an API with the file for it. Whoever logs in is registered.
    pub async fn shaped_after(broker: Broker, limits: Limits) -> World {
        World::with(broker, Algorithm::Es256, limits, PATIENCE).await
    }

    /// The same, with an edited file.
    pub async fn with_edited(broker: Broker, edit: impl FnOnce(&mut ProviderSettings)) -> World {
        World::edited(broker, Algorithm::Es256, Limits::default(), edit).await
    }

    async fn with(broker: Broker, signing: Algorithm, limits: Limits, timeout: Duration) -> World {
        World::edited(broker, signing, limits, |settings| settings.timeout = timeout).await
    }

    /// An API that asks the banks whose account it is, and waits so long for their answer.
    pub async fn asking_banks(patience: Duration) -> World {
        let (listener, address) = listen().await;
        tokio::spawn(axum::serve(listener, vop::stand_in::router()).into_future());
        World::asking_banks_at(address, patience).await
    }

    /// The same, where the banks are elsewhere.
    pub async fn asking_banks_at(address: Url, patience: Duration) -> World {
        let questions = Agency::of_the_sandbox().payee_check.unwrap();
        let payee = Some(PayeeSettings { patience, ..PayeeSettings::new(address, &questions) });
        World::start_with(Broker::Nets, Algorithm::Es256, Limits::default(), payee, Log::default(), |_| {}).await
    }

    /// An API that tells each call.
    pub async fn with_log(log: Log, limits: Limits) -> World {
        World::start_with(Broker::Nets, Algorithm::Es256, limits, None, log, |_| {}).await
    }

    async fn edited(
        broker: Broker,
        signing: Algorithm,
        limits: Limits,
        edit: impl FnOnce(&mut ProviderSettings),
    ) -> World {
        World::start_with(broker, signing, limits, None, Log::default(), edit).await
    }

    async fn start_with(
        broker: Broker,
        signing: Algorithm,
        limits: Limits,
        payee: Option<PayeeSettings>,
        log: Log,
        edit: impl FnOnce(&mut ProviderSettings),
    ) -> World {
        let (provider, issuer) = start_provider(broker, signing).await;
        let (clock, data) = (Clock::default(), TempDir::new().unwrap());
        let mut settings = broker.settings(&issuer, client(broker));
        edit(&mut settings);
        let (api, address) =
            start_api(&settings, broker != Broker::Nets, limits, payee.clone(), log, &clock, data.path()).await;
        World { provider, clock, api, address, settings, payee, data }
    }

    /// Stops the API and starts it again on the same data, on another port.
    pub async fn restart(&mut self) {
        (self.api, self.address) = start_api(
            &self.settings,
            false,
            Limits::default(),
            self.payee.clone(),
            Log::default(),
            &self.clock,
            self.data.path(),
        )
        .await;
    }

    /// A browser in which nobody is logged in.
    pub fn browser(&self) -> Browser {
        Browser::new(self.address.clone(), APP)
    }

    /// A browser on another machine.
    pub fn browser_elsewhere(&self) -> Browser {
        Browser::from_address(self.address.clone(), APP, Some([127, 0, 0, 2].into()))
    }

    pub fn browser_at(&self, origin: &str) -> Browser {
        Browser::new(self.address.clone(), origin)
    }

    /// A browser in which somebody is logged in.
    pub async fn logged_in(&self, user_id: &str) -> Browser {
        let browser = self.browser();
        browser.log_in(user_id).await.unwrap();
        browser
    }

    /// Asks the database for a number.
    pub fn count(&self, query: &str) -> i64 {
        self.database().query_row(query, [], |row| row.get(0)).unwrap()
    }

    /// The API's database, for whoever comes to it from elsewhere.
    pub fn database(&self) -> Connection {
        Connection::open(self.data.path().join("api.sqlite")).unwrap()
    }

    pub fn commits(&self) -> i64 {
        self.count("SELECT count(*) FROM commits")
    }

    /// No change has been carried out: neither receipt nor evidence nor account nor version nor history.
    pub fn assert_nothing_committed(&self) {
        assert_eq!(self.commits(), 0);
        assert_eq!(self.count("SELECT max(version) FROM holders"), 1);
        assert_eq!(self.count("SELECT max(version) FROM authorities"), 1);
        assert_eq!(self.count("SELECT count(*) FROM pending_nemkonti"), pending_in_fixtures());
        assert_eq!(self.count("SELECT count(*) FROM history WHERE receipt_number IS NOT NULL"), 0);
    }

    /// Today in Denmark, by the API's clock.
    pub fn today(&self) -> Date {
        day(self.clock.now())
    }

    pub fn change<T>(&self, work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> T {
        self.api.store().transaction_blocking(|transaction| work(transaction).map_err(StoreError::from)).unwrap()
    }

    /// Sets what somebody may do in each of the units.
    pub fn set_rights(&self, identity: Identity, rights: &[Right]) {
        for assignment in ASSIGNMENTS.iter().filter(|assignment| assignment.identity == identity) {
            let unit = UnitId(assignment.unit.id.to_owned());
            self.change(|transaction| assignments::set_rights(transaction, &person(identity), &unit, rights));
        }
    }

    /// The whole audit log as text, to look for what must not be there.
    pub fn audit_log(&self) -> String {
        self.change(audit::lines).join("\n")
    }
}

/// How many accounts the fixtures let wait to become a `NemKonto`.
pub fn pending_in_fixtures() -> i64 {
    HOLDERS.iter().map(|holder| i64::from(holder.pending.is_some())).sum()
}

fn origins() -> Vec<String> {
    [APP, DEV_APP].map(str::to_owned).into()
}

async fn listen() -> (TcpListener, Url) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    (listener, address)
}

/// A provider on a free port, and its issuer identifier.
pub async fn start_provider(broker: Broker, signing: Algorithm) -> (Provider, String) {
    let (listener, issuer) = listen().await;
    let issuer = issuer.as_str().trim_end_matches('/').to_owned();
    let redirect_uris = Settings::redirect_uris(&origins());
    let provider = Provider::new(provider::Settings {
        issuer: issuer.parse().unwrap(),
        client: Client {
            id: "nemkonto".to_owned(),
            secret: "a secret".to_owned(),
            name: "NemKonto".to_owned(),
            redirect_uris: redirect_uris.iter().map(|uri| uri.parse().unwrap()).collect(),
            post_logout_redirect_uris: Vec::new(),
        },
        shaped_after: broker,
        signing,
        fault_switch: false,
    });
    tokio::spawn(axum::serve(listener, provider::router(provider.clone())).into_future());
    (provider, issuer)
}

/// The API as the provider knows it; `FoxIDs` starts with another way to prove it.
pub fn client(broker: Broker) -> relying_party::Client {
    let secret = Secret::new("a secret");
    let authentication = match broker {
        Broker::FoxIds => ClientAuthentication::SecretPost(secret),
        _ => ClientAuthentication::SecretBasic(secret),
    };
    relying_party::Client { id: "nemkonto".to_owned(), authentication }
}

pub async fn start_api(
    provider: &ProviderSettings,
    registers_unknown: bool,
    limits: Limits,
    payee: Option<PayeeSettings>,
    log: Log,
    clock: &Clock,
    data: &Path,
) -> (Api, Url) {
    let api = Api::new(Settings {
        data: Data::File(data.join("api.sqlite")),
        app_origins: origins(),
        provider: provider.clone(),
        registers_unknown,
        limits,
        agency: Agency::of_the_sandbox(),
        payee,
        sandbox: true,
        log,
        clock: clock.clone(),
    })
    .unwrap();
    let (listener, address) = listen().await;
    let app = axum::Router::new().nest("/api", api::router(api.clone()));
    let service = app.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(axum::serve(listener, service).into_future());
    (api, address)
}

/// The person that an identity is to the API.
pub fn person(identity: Identity) -> Person {
    match identity.kind {
        identities::IdentityKind::Employee { authority, persistent_id, .. } => {
            Person { id: persistent_id.to_owned(), cvr: authority.cvr.to_owned() }
        }
        identities::IdentityKind::Private { .. } => panic!("a private person is no caseworker"),
    }
}

/// A Lithuanian account that is not there, one for each number.
pub fn numbered_iban(number: u32) -> String {
    let bban = format!("32500{number:011}");
    // ISO 13616: L is 21, T is 29.
    let digits = format!("{bban}212900");
    let remainder = digits.bytes().fold(0, |sum, digit| (sum * 10 + u32::from(digit - b'0')) % 97);
    format!("LT{:02}{bban}", 98 - remainder)
}
