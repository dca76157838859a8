//! Profiles of Firefox that it has been started with before. With a new one it compiles its own scripts and makes its databases first, which is two
//! fifths of the work of a start.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use tempfile::TempDir;
use tokio::process::Command;
use tokio::sync::OnceCell;

use crate::driver::Driver;
use crate::engine::Engine;
use crate::error::Error;
use crate::site::root;

const PROGRAM: &str = "firefox";

static TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();

/// A profile with which no page has been visited, gone when dropped.
pub async fn unused() -> Result<TempDir, Error> {
    let template = TEMPLATE.get_or_try_init(template).await?;
    let copy = tempfile::tempdir()?;
    let copied = Command::new("cp").arg("-r").arg(template.join(".")).arg(copy.path()).status().await?;
    if copied.success() { Ok(copy) } else { Err(Error::NoProfile) }
}

/// The profile that all are copied from. It is kept for the next run of the tests, and made once for each version of Firefox.
async fn template() -> Result<PathBuf, Error> {
    let told = Command::new(PROGRAM).arg("--version").output().await;
    let told = told.map_err(|source| Error::Driver { program: PROGRAM, source })?.stdout;
    let folder = root().join("target/tests");
    let kept = folder.join(format!("profile of {}", String::from_utf8_lossy(&told).trim()));
    if !kept.exists() {
        fs::create_dir_all(&folder)?;
        let made = tempfile::tempdir_in(&folder)?;
        start_and_end_with(made.path()).await?;
        // Another process may have been faster, and its profile is as good.
        if fs::rename(made.path(), &kept).is_ok() {
            let _ = made.keep();
        }
    }
    Ok(kept)
}

async fn start_and_end_with(profile: &Path) -> Result<(), Error> {
    let driver = Driver::start(Engine::Firefox).await?;
    let capabilities = Engine::Firefox.capabilities(Some(profile));
    let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&driver.url).await?;
    Ok(client.close().await?)
}
