//! Running other programs.

use std::ffi::OsStr;
use std::process::Stdio;

use tokio::process::Command;

use super::error::LaunchError;

/// A program that is stopped when nobody waits for it any more.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.kill_on_drop(true).stdin(Stdio::null());
    command
}

/// Runs the program in view of the user and tells whether it succeeded.
pub async fn succeeds(command: &mut Command) -> Result<bool, LaunchError> {
    let status = command.status().await.map_err(failed(command))?;
    Ok(status.success())
}

/// What the program prints, or `None` when it fails or does not exist.
pub async fn output(command: &mut Command) -> Option<String> {
    let output = command.output().await.ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn failed(command: &Command) -> impl FnOnce(std::io::Error) -> LaunchError + use<> {
    let program = command.as_std().get_program().to_string_lossy().into_owned();
    move |source| LaunchError::Program { program, source }
}
