//! A running API in front of a running provider.

use std::{fs, path::PathBuf};

use nemkonto_sandbox::{
    api::{self, Agency, Api, Clock, Limits, Settings},
    log::Log,
    relying_party::{Broker, ProviderSettings},
    store::Data,
};
use tempfile::TempDir;
use tokio::net::TcpListener;
use url::Url;

use crate::{
    caseworker::Caseworker,
    provider::{Options, Provider, Registration},
};

/// Where the app is served from; the provider knows its return addresses.
const APP: &str = "http://localhost:8080";

/// An API and its provider.
pub struct World {
    pub clock: Clock,
    address: Url,
    _provider: Provider,
    _files: TempDir,
}

impl World {
    /// Pushed requests, a client secret, claims from the userinfo endpoint.
    pub async fn start() -> World {
        World::with(Options::default()).await
    }

    pub async fn with(options: Options) -> World {
        World::edited(options, &[], Limits::default()).await
    }

    pub async fn with_limits(options: Options, limits: Limits) -> World {
        World::edited(options, &[], limits).await
    }

    /// The provider file for the options, with more lines replaced.
    pub async fn edited(options: Options, edits: &[(&str, &str)], limits: Limits) -> World {
        let provider = Provider::start(options).await;
        let files = TempDir::new().unwrap();
        let file = write_provider_file(&files, &provider.registration, options, edits);
        let clock = Clock::default();
        let api = Api::new(Settings {
            data: Data::File(files.path().join("api.sqlite")),
            app_origins: vec![APP.to_owned()],
            provider: ProviderSettings::read(&file).unwrap(),
            registers_unknown: false,
            limits,
            agency: Agency::of_the_sandbox(),
            payee: None,
            sandbox: true,
            log: Log::default(),
            clock: clock.clone(),
        })
        .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        let app = axum::Router::new().nest("/api", api::router(api));
        tokio::spawn(axum::serve(listener, app).into_future());
        World { clock, address, _provider: provider, _files: files }
    }

    /// A caseworker with a browser in which nobody is logged in.
    pub fn caseworker(&self) -> Caseworker {
        Caseworker::new(self.address.clone(), APP)
    }

    /// A caseworker with a browser in which somebody is logged in.
    pub async fn logged_in(&self, user_id: &str) -> Caseworker {
        let caseworker = self.caseworker();
        caseworker.log_in(user_id).await.unwrap();
        caseworker
    }
}

/// Fills in the file that comes with the project for a provider without peculiarities, as one does by hand.
fn write_provider_file(
    folder: &TempDir,
    registration: &Registration,
    options: Options,
    edits: &[(&str, &str)],
) -> PathBuf {
    let Registration { issuer, client_id, secret, key } = registration;
    let mut text = Broker::Generic.file().to_owned();
    let mut replace = |from: &str, to: &str| {
        assert!(text.contains(from), "the file has no line {from}");
        text = text.replacen(from, to, 1);
    };
    replace("issuer = \"\"", &format!("issuer = \"{issuer}\""));
    replace("\nid = \"\"", &format!("\nid = \"{client_id}\""));
    replace("person = \"sub\"", "person = \"employee_id\"");
    replace("source = \"id-token\"", &format!("source = \"{}\"", options.claims_in));
    let authentication = options.authentication;
    replace("authentication = \"client_secret_basic\"", &format!("authentication = \"{authentication}\""));
    match (key, options.algorithm) {
        (Some(key), Some(algorithm)) => {
            fs::write(folder.path().join("client-key.pem"), key).unwrap();
            let lines = format!("key_file = \"client-key.pem\"\nkey_algorithm = \"{algorithm}\"\nkey_id = \"client\"");
            replace("secret = \"\"", &lines);
        }
        _ => replace("secret = \"\"", &format!("secret = \"{secret}\"")),
    }
    if options.pushed {
        replace("pushed = \"off\"", "pushed = \"required\"");
    }
    if options.signed {
        replace("signed = false", "signed = true");
    }
    for (from, to) in edits {
        replace(from, to);
    }
    let file = folder.path().join("provider.toml");
    fs::write(&file, text).unwrap();
    file
}
