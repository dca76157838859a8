//! A running API with its provider, and the browsers of caseworkers.

mod browser;

use std::{path::Path, time::Duration};

use nemkonto::{
    contract::{Contact, Right},
    domain::{
        date::Date,
        draft::{Draft, Field, Kind, Rules},
    },
};
use nemkonto_sandbox::{
    api::{self, Api, Clock, Limits, Settings},
    identities::{self, Identity},
    provider::{self, Algorithm, Client, Provider},
    relying_party::{Person, ProviderSettings, Secret},
    store::{Data, StoreError, caseworkers},
};
use rusqlite::{Connection, Transaction};
use tempfile::TempDir;
use tokio::net::TcpListener;
use url::Url;

pub use browser::{Browser, kind, read};

/// Where the app is served from.
pub const APP: &str = "http://localhost:8080";
/// Where `trunk serve` serves it from.
pub const DEV_APP: &str = "http://localhost:8090";

/// Rules that foreign accounts do not depend on.
pub const RULES: Rules = Rules { today: Date::UNIX_EPOCH, valid_from_days: 0 };

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
    issuer: String,
    data: TempDir,
}

impl World {
    pub async fn start() -> World {
        World::signing_with(Algorithm::Es256).await
    }

    pub async fn signing_with(signing: Algorithm) -> World {
        World::with(signing, Limits::default(), PATIENCE).await
    }

    /// An API that waits for the provider no longer than a second.
    pub async fn impatient() -> World {
        World::with(Algorithm::Es256, Limits::default(), Duration::from_secs(1)).await
    }

    pub async fn with_limits(limits: Limits) -> World {
        World::with(Algorithm::Es256, limits, PATIENCE).await
    }

    async fn with(signing: Algorithm, limits: Limits, timeout: Duration) -> World {
        let (provider, issuer) = start_provider(signing).await;
        let (clock, data) = (Clock::default(), TempDir::new().unwrap());
        let (api, address) = start_api(&issuer, limits, timeout, &clock, data.path()).await;
        World { provider, clock, api, address, issuer, data }
    }

    /// Stops the API and starts it again on the same data, on another port.
    pub async fn restart(&mut self) {
        (self.api, self.address) =
            start_api(&self.issuer, Limits::default(), PATIENCE, &self.clock, self.data.path()).await;
    }

    /// A browser in which nobody is logged in.
    pub fn browser(&self) -> Browser {
        Browser::new(self.address.clone(), APP)
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
        let database = Connection::open(self.data.path().join("api.sqlite")).unwrap();
        database.query_row(query, [], |row| row.get(0)).unwrap()
    }

    pub fn commits(&self) -> i64 {
        self.count("SELECT count(*) FROM commits")
    }

    /// No change has been carried out: neither receipt nor evidence nor account nor version.
    pub fn assert_nothing_committed(&self) {
        assert_eq!(self.commits(), 0);
        assert_eq!(self.count("SELECT max(version) FROM holders"), 1);
        assert_eq!(self.count("SELECT count(*) FROM pending_nemkonti"), 2, "only those of the fixtures");
    }

    pub fn change<T>(&self, work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> T {
        self.api.store().transaction_blocking(|transaction| work(transaction).map_err(StoreError::from)).unwrap()
    }

    pub fn set_rights(&self, identity: Identity, rights: &[Right]) {
        self.change(|transaction| caseworkers::set_rights(transaction, &person(identity), rights));
    }

    /// The whole audit log as text, to look for what must not be there.
    pub fn audit_log(&self) -> String {
        let database = Connection::open(self.data.path().join("api.sqlite")).unwrap();
        let mut lines = database
            .prepare("SELECT concat_ws(' ', event, person_id, cvr, holder_id, change_id, subject, problem, detail, reference) FROM audit")
            .unwrap();
        let lines = lines.query_map([], |row| row.get::<_, String>(0)).unwrap();
        lines.map(Result::unwrap).collect::<Vec<_>>().join("\n")
    }
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
pub async fn start_provider(signing: Algorithm) -> (Provider, String) {
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
        signing,
        fault_switch: false,
    });
    tokio::spawn(axum::serve(listener, provider::router(provider.clone())).into_future());
    (provider, issuer)
}

pub async fn start_api(issuer: &str, limits: Limits, timeout: Duration, clock: &Clock, data: &Path) -> (Api, Url) {
    let mut provider = ProviderSettings::nets(issuer, "nemkonto", Secret::new("a secret"));
    provider.timeout = timeout;
    let api = Api::new(Settings {
        data: Data::File(data.join("api.sqlite")),
        app_origins: origins(),
        provider,
        limits,
        contact: Contact {
            name: "Support".to_owned(),
            telephone: "12 34 56 78".to_owned(),
            email: "support@example.org".to_owned(),
            opening_hours: "8-16".to_owned(),
        },
        sandbox: true,
        clock: clock.clone(),
    })
    .unwrap();
    let (listener, address) = listen().await;
    let app = axum::Router::new().nest("/api", api::router(api.clone()));
    tokio::spawn(axum::serve(listener, app).into_future());
    (api, address)
}

/// The person that an identity is to the API.
pub fn person(identity: Identity) -> Person {
    match identity.kind {
        identities::Kind::Employee { authority, persistent_id, .. } => {
            Person { id: persistent_id.to_owned(), cvr: authority.cvr.to_owned() }
        }
        identities::Kind::Private { .. } => panic!("a private person is no caseworker"),
    }
}

/// The foreign account of the guide.
pub fn lithuanian() -> Draft {
    foreign("REVOLT21", "LT35 3250 0123 4567 8901")
}

pub fn foreign(bic: &str, iban: &str) -> Draft {
    let mut draft = Draft::new(Kind::ForeignNemKonto);
    draft.set(Field::Bic, bic);
    draft.set(Field::Iban, iban);
    draft
}

/// A Lithuanian account that is not there, one for each number.
pub fn numbered_iban(number: u32) -> String {
    let bban = format!("32500{number:011}");
    // ISO 13616: L is 21, T is 29.
    let digits = format!("{bban}212900");
    let remainder = digits.bytes().fold(0, |sum, digit| (sum * 10 + u32::from(digit - b'0')) % 97);
    format!("LT{:02}{bban}", 98 - remainder)
}
