//! The stand-in for `MitID` by itself, for another API than the sandbox's: one that an agency writes.

use std::future::IntoFuture;
use std::io;

use tokio::task::JoinSet;
use url::Url;

use super::{CLIENT_ID, StartError, app_origins, listen, origin};
use crate::{api, provider, random};

/// The running stand-in, and what it knows its one client by. Dropping it stops it.
#[derive(Debug)]
pub struct StandIn {
    /// Where it is: its issuer.
    pub address: Url,
    /// What the API is called there.
    pub client_id: &'static str,
    /// What the API proves itself with, made at each start.
    pub client_secret: String,
    /// Where logins may return to.
    pub redirect_uris: Vec<String>,
    _server: JoinSet<io::Result<()>>,
}

impl StandIn {
    /// Listens on a port of 127.0.0.1, or a free one if it is 0, for the API of the app at this origin.
    pub async fn start(port: u16, app: &Url) -> Result<Self, StartError> {
        let listener = listen(port).await?;
        let address = origin("127.0.0.1", &listener, port)?;
        let (client_secret, origins) = (random::token(), app_origins(app));
        let stand_in = super::stand_in(&address, &origins, &client_secret);
        let mut server = JoinSet::new();
        server.spawn(axum::serve(listener, provider::router(stand_in)).into_future());
        let redirect_uris = api::Settings::redirect_uris(&origins);
        Ok(Self { address, client_id: CLIENT_ID, client_secret, redirect_uris, _server: server })
    }
}
