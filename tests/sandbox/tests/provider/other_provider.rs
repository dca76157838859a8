//! The sandbox with another provider than its stand-in: `cargo run -- --provider FILE`.

use nemkonto::{
    contract::{LoginStarted, Session},
    relogin::Callback,
};
use nemkonto_sandbox::{
    driver::{Choice, Driver},
    provider::{self, Algorithm, Client, Provider},
    relying_party::{self, Broker, ClientAuthentication, ProviderSettings, Secret},
    server::{DEVELOPMENT_ORIGINS, Sandbox, Settings},
};
use reqwest::header;
use serde_json::json;
use tokio::net::TcpListener;
use url::Url;

/// Where the provider lets logins return to. The sandbox's own port is not known beforehand.
const APP: &str = DEVELOPMENT_ORIGINS[0];

/// A provider somewhere else, and the settings to use it.
async fn elsewhere() -> ProviderSettings {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let issuer = format!("http://{}", listener.local_addr().unwrap());
    let provider = Provider::new(provider::Settings {
        issuer: issuer.parse().unwrap(),
        client: Client {
            id: "elsewhere".to_owned(),
            secret: "a secret".to_owned(),
            name: "NemKonto".to_owned(),
            redirect_uris: vec![format!("{APP}/login/return").parse().unwrap()],
            post_logout_redirect_uris: Vec::new(),
        },
        shaped_after: Broker::Idura,
        signing: Algorithm::Es256,
        fault_switch: false,
    });
    tokio::spawn(axum::serve(listener, provider::router(provider)).into_future());
    let authentication = ClientAuthentication::SecretBasic(Secret::new("a secret"));
    Broker::Idura.settings(&issuer, relying_party::Client { id: "elsewhere".to_owned(), authentication })
}

#[tokio::test]
async fn people_are_sent_there_and_whoever_logs_in_is_a_caseworker() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("sandbox.sqlite");
    let settings = Settings { provider: Some(elsewhere().await), ..Settings::new(0, folder.path().to_owned(), data) };
    let sandbox = Sandbox::start(&settings).await.unwrap();
    let browser = reqwest::Client::builder().cookie_store(true).build().unwrap();
    let call = |path: &str| browser.post(sandbox.app().join(path).unwrap()).header(header::ORIGIN, APP);
    let started: LoginStarted = call("/api/login").json(&json!({})).send().await.unwrap().json().await.unwrap();
    assert!(started.authorization_url.starts_with(&settings.provider.as_ref().unwrap().issuer));

    let url: Url = started.authorization_url.parse().unwrap();
    let back = Driver::new().unwrap().log_in(&url, "anna", Choice::Approve).await.unwrap();
    let parameters: Vec<(String, String)> = back.query_pairs().into_owned().collect();
    let Callback::Login(callback) = Callback::from_parameters(&parameters) else { panic!("the login succeeded") };
    let session: Session = call("/api/login/complete").json(&callback).send().await.unwrap().json().await.unwrap();
    assert_eq!(session.caseworker.name.as_deref(), Some("Anna Agersted"));
    assert_eq!(session.caseworker.authority.name, "Eksempelby Kommune");
    assert_eq!(session.caseworker.rights.len(), 4, "nobody registered her, for at this provider she is somebody else");
}

#[tokio::test]
async fn what_to_type_and_what_to_register_is_that_of_the_other_provider() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("sandbox.sqlite");
    let settings = |provider| Settings { provider, ..Settings::new(0, folder.path().to_owned(), data.clone()) };
    let people = provider::guide().title;
    let sandbox = Sandbox::start(&settings(Some(elsewhere().await))).await.unwrap();
    assert!(sandbox.guide().iter().all(|section| section.title != people));
    let origin = sandbox.app().as_str().trim_end_matches('/');
    assert_eq!(sandbox.redirect_uris()[..2], [format!("{origin}/login/return"), format!("{origin}/return")]);

    let sandbox = Sandbox::start(&settings(None)).await.unwrap();
    assert_eq!(sandbox.guide()[0].title, people);
}
