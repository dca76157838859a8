//! The second implementation of the API (`tests/second_api`), with the stand-in for `MitID` beside it, on free ports.

use std::path::Path;
use std::process::Stdio;

use nemkonto_sandbox::server::stand_in::StandIn;
use tokio::process::{Child, Command};
use url::Url;

use crate::error::Error;
use crate::proxy::listening;
use crate::site::root;

/// It runs until it is dropped.
#[derive(Debug)]
pub struct SecondApi {
    _process: Child,
    _stand_in: StandIn,
}

impl SecondApi {
    /// Starts it, with the app, for browsers that come to this origin.
    pub async fn start(origin: &Url, dist: &Path) -> Result<Self, Error> {
        let stand_in = StandIn::start(0, origin).await?;
        let (program, port) = ("node", origin.port().ok_or(Error::Answer)?);
        let mut command = Command::new(program);
        command.arg(root().join("tests/second_api/main.mjs")).args(["--port", &port.to_string()]);
        command.args(["--issuer", stand_in.address.as_str().trim_end_matches('/'), "--client-id", stand_in.client_id]);
        command.arg("--dist").arg(dist).env("CLIENT_SECRET", &stand_in.client_secret);
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        let mut process = command.spawn().map_err(|source| Error::Driver { program, source })?;
        listening(&mut process, program, port).await?;
        Ok(Self { _process: process, _stand_in: stand_in })
    }
}
