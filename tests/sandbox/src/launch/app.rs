//! The built app in `dist`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::command::{command, succeeds};
use super::error::LaunchError;
use super::stamp;
use super::tools::{self, Tools};

/// A folder that someone else has built the app into.
pub fn built(dist: &Path) -> Result<PathBuf, LaunchError> {
    if dist.join("index.html").exists() {
        Ok(dist.to_owned())
    } else {
        Err(LaunchError::NotBuilt { dist: dist.to_owned() })
    }
}

/// Builds the app for release, unless nothing has changed since that was done last.
pub async fn build(root: &Path) -> Result<PathBuf, LaunchError> {
    let dist = root.join("dist");
    let record = root.join("target/dist.stamp");
    let recorded = fs::read_to_string(&record).ok();
    if recorded.is_some() && recorded == stamp::take(root) {
        return Ok(dist);
    }
    tools::check(root).await?;
    // The first time the tools take minutes, too.
    let (tools, ()) = tokio::join!(Tools::install(root), compile_ahead(root));
    let tools = tools?;
    println!("Building the app ...");
    if !succeeds(tools.trunk(root).args(["build", "--release"])).await? {
        return Err(LaunchError::Build);
    }
    if let Some(stamp) = stamp::take(root) {
        fs::write(&record, stamp).map_err(LaunchError::file(record))?;
    }
    Ok(dist)
}

/// Compiles what Trunk will compile, which then finds it done. What goes wrong is told when Trunk comes to it.
async fn compile_ahead(root: &Path) {
    let mut cargo = command(tools::cargo());
    cargo.current_dir(root).args(["build", "--release", "--locked", "--manifest-path", "src/web/Cargo.toml"]);
    cargo.args(["--target", tools::WASM_TARGET]).stdout(Stdio::null()).stderr(Stdio::null());
    let _ = succeeds(&mut cargo).await;
}
