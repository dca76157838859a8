//! A screen of its own for a browser that needs one, stopped when dropped. On a screen that two windows share only one of them has the keys.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::error::Error;

const PROGRAM: &str = "Xvfb";
const START_LIMIT: Duration = Duration::from_secs(30);

pub struct Display {
    /// As the programs on it want it named, in `DISPLAY`.
    pub name: String,
    _process: Child,
}

impl Display {
    /// Starts an X server without a screen that anybody sees. It chooses its number itself, and tells it once it takes windows.
    pub async fn start() -> Result<Self, Error> {
        let mut process = Command::new(PROGRAM)
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|source| Error::Driver { program: PROGRAM, source })?;
        let silent = Error::DriverSilent { program: PROGRAM };
        let Some(told) = process.stdout.take() else { return Err(silent) };
        let mut number = String::new();
        match timeout(START_LIMIT, BufReader::new(told).read_line(&mut number)).await {
            Ok(Ok(length)) if length > 0 => Ok(Self { name: format!(":{}", number.trim()), _process: process }),
            _ => Err(silent),
        }
    }
}
