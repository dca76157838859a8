//! What every test starts from: a sandbox of its own and a browser that has never been there.

use std::env;
use std::path::{Path, PathBuf};

use nemkonto_sandbox::api::Limits;
use nemkonto_sandbox::server::{Sandbox, Settings};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::error::Error;

/// A running sandbox with fresh data, and a browser.
pub struct Site {
    pub sandbox: Sandbox,
    pub browser: Browser,
    _data: TempDir,
}

impl Site {
    /// Starts both, on free ports.
    pub async fn open(engine: Engine) -> Result<Self, Error> {
        Self::open_with(engine, dist()?).await
    }

    /// The same with another build of the app.
    pub async fn open_with(engine: Engine, dist: PathBuf) -> Result<Self, Error> {
        let data = tempfile::tempdir()?;
        // A test looks up as many in a minute as its machine is quick enough for.
        let limits = Limits { lookups_a_minute: u32::MAX, logins_a_minute: u32::MAX, ..Limits::default() };
        let settings = Settings { port: 0, dist, data: data.path().join("sandbox.sqlite"), provider: None, limits };
        let sandbox = Sandbox::start(&settings).await?;
        let browser = Browser::start(engine).await?;
        Ok(Self { sandbox, browser, _data: data })
    }

    /// Opens an address of the app, such as `/`, and waits until the app has taken the place of the page that is there before it.
    pub async fn visit(&self, path: &str) -> Result<(), Error> {
        self.visit_without_the_app(path).await?;
        self.browser.wait_until("!document.getElementById('first')").await
    }

    /// The same without waiting for the app.
    pub async fn visit_without_the_app(&self, path: &str) -> Result<(), Error> {
        let url = format!("{}{}", self.sandbox.app(), path.trim_start_matches('/'));
        self.browser.go(&url).await
    }

    /// Leaves a picture of the page in `target/e2e` and prints its address and console.
    pub async fn keep_evidence(&self, name: &str) {
        let file = root().join("target/e2e").join(format!("{name}.png"));
        let kept = self.browser.screenshot(&file).await;
        println!("{name}: on {:?}, picture {} ({kept:?})", self.browser.client().current_url().await, file.display());
        println!("{name}: console {:#?}", self.browser.console().await);
    }

    pub async fn close(self) {
        if let Err(error) = self.browser.close().await {
            println!("The browser did not close: {error}");
        }
        self.sandbox.stop().await;
    }
}

/// The folder of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().unwrap_or(root)
}

/// The folder of the built app.
pub fn dist() -> Result<PathBuf, Error> {
    let dist = env::var_os("NEMKONTO_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    if dist.join("index.html").exists() { Ok(dist) } else { Err(Error::NotBuilt(dist.display().to_string())) }
}
