//! A WebDriver program on a free port, stopped when dropped.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Stdio;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

use crate::engine::Engine;
use crate::error::Error;

const START_LIMIT: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

pub struct Driver {
    pub url: String,
    _process: Child,
}

impl Driver {
    /// Starts the engine's driver and waits until it listens.
    pub async fn start(engine: Engine) -> Result<Self, Error> {
        let port = free_port()?;
        let (program, arguments) = engine.driver(port);
        let process = Command::new(program)
            .args(arguments)
            .envs(engine.environment().iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|source| Error::Driver { program, source })?;
        let limit = Instant::now() + START_LIMIT;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_err() {
            if Instant::now() > limit {
                return Err(Error::DriverSilent { program });
            }
            sleep(PAUSE).await;
        }
        Ok(Self { url: format!("http://127.0.0.1:{port}"), _process: process })
    }
}

/// Not every driver can choose a port itself.
fn free_port() -> Result<u16, Error> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
