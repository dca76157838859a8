//! What can go wrong before the sandbox runs: one sentence each, with the remedy.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use nemkonto_sandbox::{
    api::ConfigurationError, relying_party::ProviderFileError, server::StartError, store::StoreError,
};

#[derive(Debug, Error)]
pub enum LaunchError {
    #[error("Node.js was not found. Install version {needed} or newer (https://nodejs.org) and start again.")]
    NodeMissing { needed: u32 },
    #[error("Node.js {found} is too old. Install version {needed} or newer (https://nodejs.org) and start again.")]
    NodeTooOld { found: String, needed: u32 },
    #[error(
        "Rust cannot compile to WebAssembly yet. Install rustup (https://rustup.rs), run `rustup target add wasm32-unknown-unknown`, and start again."
    )]
    WasmTargetMissing,
    #[error(
        "{tool} could not be installed; the lines above say why. This step needs the network, once. \
        Start again to continue."
    )]
    Install { tool: String },
    #[error("The app could not be built; the lines above say why.")]
    Build,
    #[error("`trunk serve` stopped; the lines above say why. It needs port 8090 to be free.")]
    Watch,
    #[error("There is no built app in {}. Leave out --dist to build one.", dist.display())]
    NotBuilt { dist: PathBuf },
    #[error("{program} could not be run ({source}). Is it installed?")]
    Program { program: String, source: io::Error },
    #[error("{} cannot be read or written ({source}).", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("The data cannot be used: {0}. To start again with the data the sandbox comes with: --reset.")]
    Store(#[from] StoreError),
    #[error("{0}\nThe provider file is not used, and nothing was started.")]
    Provider(#[from] ProviderFileError),
    #[error("{0}\nThe configuration is not used, and nothing was started.")]
    Configuration(#[from] ConfigurationError),
    #[error("{0}")]
    Start(#[from] StartError),
}

impl LaunchError {
    /// For `map_err` on what was done with the file at `path`.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
