//! The form on React, served as the sandbox serves the app, with an API that answers it what the sandbox answers the app.

use axum::Router;
use axum::routing::{get, post};
use nemkonto_e2e::site::root;
use nemkonto_sandbox::static_files;
use serde_json::Value;
use tokio::net::TcpListener;
use url::Url;

use crate::caseworker::COMPANY;
use crate::{Failure, logged_in};

pub struct Peer {
    /// The form.
    pub form: Url,
    /// The page that counts validations.
    pub validations: Url,
}

impl Peer {
    /// Serves both, until the program ends.
    pub async fn start() -> Result<Self, Failure> {
        let built = root().join("target/peer/dist");
        let app = built.join("app");
        if !app.join("index.html").exists() {
            return Err("the form on React is not built; tests/bench/measure builds it".into());
        }
        let form = serve(static_files::router(&app).merge(api().await?)).await?;
        let validations = serve(static_files::router(&built.join("validations"))).await?.join("validations.html")?;
        Ok(Self { form, validations })
    }
}

/// The answers that the app gets to the same questions, each fixed.
async fn api() -> Result<Router, Failure> {
    let (site, caseworker) = logged_in().await?;
    let session = caseworker.session().await?;
    let overview = caseworker.look_up(COMPANY).await?;
    let confirmed = caseworker.carry_out(&overview).await?;
    site.close().await;
    let fixed = |answer: Value| move || async move { ([("cache-control", "no-store")], axum::Json(answer)) };
    Ok(Router::new()
        .route("/api/session", get(fixed(session)))
        .route("/api/account-holders/1", get(fixed(serde_json::to_value(overview)?)))
        .route("/api/changes/1/confirm", post(fixed(confirmed))))
}

async fn serve(router: Router) -> Result<Url, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://localhost:{}", listener.local_addr()?.port());
    tokio::spawn(axum::serve(listener, router).into_future());
    Ok(address.parse()?)
}
