//! A WebDriver program on a free port, stopped when dropped.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

use crate::display::Display;
use crate::engine::Engine;
use crate::error::Error;

const START_LIMIT: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

pub struct Driver {
    pub url: String,
    // Before the screen that it is on.
    _process: Child,
    _display: Option<Display>,
}

impl Driver {
    /// Starts the engine's driver and waits until it says that it is ready for a session.
    pub async fn start(engine: Engine) -> Result<Self, Error> {
        let port = free_port()?;
        let (program, arguments) = engine.driver(port);
        let display = if engine.needs_display() { Some(Display::start().await?) } else { None };
        let mut process = Command::new(program)
            .args(arguments)
            .envs(engine.environment().iter().copied())
            .envs(display.iter().map(|display| ("DISPLAY", &display.name)))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|source| Error::Driver { program, source })?;
        let url = format!("http://127.0.0.1:{port}");
        let limit = Instant::now() + START_LIMIT;
        while !is_ready(&url).await.unwrap_or(false) {
            if Instant::now() > limit {
                return Err(Error::DriverSilent { program });
            }
            sleep(PAUSE).await;
        }
        // Someone else may have taken the port in between, and then it is that one which answered.
        if process.try_wait()?.is_some() {
            return Err(Error::DriverSilent { program });
        }
        Ok(Self { url, _process: process, _display: display })
    }
}

/// Not every driver can choose a port itself.
pub fn free_port() -> Result<u16, Error> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Whether the driver's status (`WebDriver`, section 8.3) is that it takes a new session. That the port accepts connections is
/// not enough: the server behind it may not be there yet.
async fn is_ready(url: &str) -> Result<bool, reqwest::Error> {
    let status: Value = reqwest::get(format!("{url}/status")).await?.json().await?;
    Ok(status["value"]["ready"] == true)
}
