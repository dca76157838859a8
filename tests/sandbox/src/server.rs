//! Puts the sandbox's parts together and listens: the app with its API on one origin, the provider on another.

pub mod stand_in;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use axum::{Router, middleware};
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;
use url::Url;

use crate::api::{self, Agency, Api, Limits};
use crate::guide::{self, Section};
use crate::log::Log;
use crate::provider::{self, Provider};
use crate::relying_party::{Broker, ProviderSettings, Secret};
use crate::security_headers::{self, Transport};
use crate::store::{Data, StoreError};
use crate::{fixtures, random, static_files, vop};

/// What the API is called at the provider.
const CLIENT_ID: &str = "nemkonto-sandbox";
/// Where `trunk serve` serves the app; see `Trunk.toml`.
pub const DEVELOPMENT_ORIGINS: [&str; 2] = ["http://localhost:8090", "http://127.0.0.1:8090"];

/// How long open requests may take once the sandbox is told to stop.
const GRACE: Duration = Duration::from_secs(3);

/// What to serve and where.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Port of the app and the API; the stand-in provider takes the next one. 0 means two free ports.
    pub port: u16,
    /// The folder of the built app.
    pub dist: PathBuf,
    /// The database file.
    pub data: PathBuf,
    /// Another provider, to which the API sends people in place of the stand-in.
    pub provider: Option<ProviderSettings>,
    /// How long things last, and how often they may happen.
    pub limits: Limits,
    /// What the agency sets.
    pub agency: Agency,
    /// Where each call is told.
    pub log: Log,
    /// The origin that browsers come to, where another server stands before the sandbox.
    pub origin: Option<Url>,
}

impl Settings {
    /// The sandbox as it comes.
    #[must_use]
    pub fn new(port: u16, dist: PathBuf, data: PathBuf) -> Self {
        let agency = Agency::of_the_sandbox();
        Self { port, dist, data, provider: None, limits: Limits::default(), agency, log: Log::default(), origin: None }
    }
}

/// Why the sandbox could not start.
#[derive(Debug, Error)]
pub enum StartError {
    #[error(
        "Port {port} is used by another program. Stop that program, or choose other ports with --port \
        (the sandbox uses the port and the next one)."
    )]
    PortTaken { port: u16 },
    #[error("The sandbox cannot listen on port {port} ({source}). Choose another with --port.")]
    Listen { port: u16, source: io::Error },
    #[error(
        "The data in {} were made by another version of the sandbox. Start once with --reset to begin with the data \
        that it comes with; what was changed in them is then gone.", path.display()
    )]
    OtherData { path: PathBuf },
    #[error("The sandbox's API cannot start: {0}. If it is the data, start once with --reset.")]
    Api(api::StartError),
}

/// A running sandbox. Dropping it stops it at once; [`Sandbox::stop`] lets open requests finish.
#[derive(Debug)]
pub struct Sandbox {
    address: Url,
    app: Url,
    provider: Url,
    guide: Vec<Section>,
    api: Api,
    stand_in: Provider,
    stop: watch::Sender<bool>,
    servers: JoinSet<io::Result<()>>,
}

impl Sandbox {
    /// Listens on both ports of 127.0.0.1 and serves until stopped.
    pub async fn start(settings: &Settings) -> Result<Self, StartError> {
        let app_listener = listen(settings.port).await?;
        let provider_port = if settings.port == 0 { 0 } else { settings.port + 1 };
        let provider_listener = listen(provider_port).await?;
        // Two names of the same machine are two sites to a browser, as the app and its provider are in real life.
        let address = origin("localhost", &app_listener, settings.port)?;
        let app = settings.origin.clone().unwrap_or_else(|| address.clone());
        let provider = origin("127.0.0.1", &provider_listener, provider_port)?;

        let (stop, _) = watch::channel(false);
        let own_name = app.clone();
        let (api, stand_in) = parts(&app, &provider, settings)?;
        let identities = settings.provider.is_none().then(provider::guide);
        let guide =
            [identities.into_iter().collect(), fixtures::guide(), vec![vop::stand_in::guide(), guide::receipts()]]
                .concat();
        let guide_page = guide::page::router(&guide).merge(guide::examples::router());
        let mut sandbox = Self {
            address,
            app,
            provider,
            guide,
            api: api.clone(),
            stand_in: stand_in.clone(),
            stop,
            servers: JoinSet::new(),
        };
        let site = static_files::router(&settings.dist).nest("/api", api::router(api)).merge(guide_page);
        let site = site.layer(middleware::from_fn_with_state(own_name, static_files::to_the_apps_own_name));
        sandbox.serve(app_listener, security_headers::add(site, Transport::Plain));
        sandbox.serve(provider_listener, provider::router(stand_in).merge(vop::stand_in::router()));
        Ok(sandbox)
    }

    /// Origin of the app and the API.
    #[must_use]
    pub fn app(&self) -> &Url {
        &self.app
    }

    /// Where the sandbox itself listens: the same, unless another server stands before it.
    #[must_use]
    pub fn address(&self) -> &Url {
        &self.address
    }

    /// The addresses that a provider must let logins return to.
    #[must_use]
    pub fn redirect_uris(&self) -> Vec<String> {
        api::Settings::redirect_uris(&app_origins(&self.app))
    }

    /// Origin of the stand-in identity provider.
    #[must_use]
    pub fn provider(&self) -> &Url {
        &self.provider
    }

    /// The API, which can be told to misbehave.
    #[must_use]
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// The stand-in provider, which can be told to misbehave.
    #[must_use]
    pub fn stand_in(&self) -> &Provider {
        &self.stand_in
    }

    /// What someone trying the sandbox can type.
    #[must_use]
    pub fn guide(&self) -> &[Section] {
        &self.guide
    }

    /// Takes no new requests and returns when the open ones are answered, after three seconds at the latest.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        let all_stopped = async { while self.servers.join_next().await.is_some() {} };
        // What is still open by then is closed when `self` is dropped.
        let _ = tokio::time::timeout(GRACE, all_stopped).await;
    }

    fn serve(&mut self, listener: TcpListener, router: Router) {
        let mut stop = self.stop.subscribe();
        let stopped = async move {
            // An error means that the sender is gone, which is a reason to stop, too.
            let _ = stop.wait_for(|stop| *stop).await;
        };
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        self.servers.spawn(axum::serve(listener, service).with_graceful_shutdown(stopped).into_future());
    }
}

/// The API and the stand-in provider, who know each other by a secret that is made at each start.
fn parts(app: &Url, provider: &Url, settings: &Settings) -> Result<(Api, Provider), StartError> {
    let app_origins = app_origins(app);
    let secret = random::token();
    let stand_in = stand_in(provider, &app_origins, &secret);
    let own = || ProviderSettings::nets(stand_in.issuer(), CLIENT_ID, Secret::new(&secret));
    let api = Api::new(api::Settings {
        data: Data::File(settings.data.clone()),
        app_origins,
        provider: settings.provider.clone().unwrap_or_else(own),
        registers_unknown: settings.provider.is_some(),
        limits: settings.limits,
        agency: settings.agency.clone(),
        payee: settings.agency.payee_check.as_ref().map(|asked| api::PayeeSettings::new(provider.clone(), asked)),
        sandbox: true,
        log: settings.log.clone(),
        clock: api::Clock::default(),
    })
    .map_err(|error| match error {
        api::StartError::Store(StoreError::OtherVersion { .. }) => {
            StartError::OtherData { path: settings.data.clone() }
        }
        error => StartError::Api(error),
    })?;
    Ok((api, stand_in))
}

fn stand_in(issuer: &Url, app_origins: &[String], secret: &str) -> Provider {
    let addresses = |texts: &[String]| texts.iter().filter_map(|text| text.parse().ok()).collect();
    Provider::new(provider::Settings {
        issuer: issuer.clone(),
        client: provider::Client {
            id: CLIENT_ID.to_owned(),
            secret: secret.to_owned(),
            name: "NemKonto".to_owned(),
            redirect_uris: addresses(&api::Settings::redirect_uris(app_origins)),
            post_logout_redirect_uris: addresses(app_origins),
        },
        shaped_after: Broker::Nets,
        signing: provider::Algorithm::Es256,
        fault_switch: true,
    })
}

/// `trunk serve` is for developers: an app that is served over TLS has no origin without it, and cookies that need it.
fn app_origins(app: &Url) -> Vec<String> {
    let mut origins = vec![app.origin().ascii_serialization()];
    if app.scheme() != "https" {
        origins.extend(DEVELOPMENT_ORIGINS.map(str::to_owned));
    }
    origins
}

async fn listen(port: u16) -> Result<TcpListener, StartError> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).await.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => StartError::PortTaken { port },
        _ => StartError::Listen { port, source },
    })
}

fn origin(host: &str, listener: &TcpListener, port: u16) -> Result<Url, StartError> {
    let failed = |source| StartError::Listen { port, source };
    let port = listener.local_addr().map_err(failed)?.port();
    Url::parse(&format!("http://{host}:{port}")).map_err(|error| failed(io::Error::other(error)))
}
