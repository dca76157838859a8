//! `trunk serve` beside the sandbox: builds on every change and reloads the page.

use std::path::{Path, PathBuf};

use super::command::succeeds;
use super::error::LaunchError;
use super::tools::Tools;

/// Where Trunk.toml tells Trunk to listen.
pub const ADDRESS: &str = "http://localhost:8090";

/// The development build has its own folder, so that it does not replace the release.
pub fn dist(root: &Path) -> PathBuf {
    root.join("target/watch")
}

/// Runs until `trunk serve` ends; stops it when nobody waits any more.
pub async fn serve(root: &Path, tools: &Tools) -> Result<(), LaunchError> {
    if succeeds(tools.trunk(root).args(["serve", "--dist"]).arg(dist(root))).await? {
        Ok(())
    } else {
        Err(LaunchError::Watch)
    }
}
