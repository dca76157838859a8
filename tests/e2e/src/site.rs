//! What every test starts from: a sandbox of its own and a browser that has never been there.

use std::any::Any;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use nemkonto::contract::{LoginStarted, Report, ReportKind};
use nemkonto::relogin::Callback;
use nemkonto_sandbox::api::{Agency, Limits};
use nemkonto_sandbox::driver::{Choice, Driver};
use nemkonto_sandbox::log::Log;
use nemkonto_sandbox::server::{Sandbox, Settings};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::{Instant, sleep};
use url::Url;

use crate::browser::Browser;
use crate::deployment::Deployment;
use crate::driver::free_port;
use crate::engine::Engine;
use crate::error::Error;
use crate::log;
use crate::proxy::{Proxy, Server};
use crate::second_api::SecondApi;

/// A page of the app's origin on which the app does not run.
const OUTSIDE: &str = "third-party-notices.txt";
/// Where the sandbox logs, beside its data.
const LOG: &str = "log";
/// Longer than a browser may take to send a report.
const REPORT_LIMIT: Duration = Duration::from_secs(30);

/// A running sandbox with fresh data, and a browser.
pub struct Site {
    pub sandbox: Sandbox,
    pub browser: Browser,
    data: TempDir,
    /// What runs beside them as long as they do.
    _beside: Option<Box<dyn Any>>,
}

impl Site {
    /// Starts both, on free ports.
    pub async fn open(engine: Engine) -> Result<Self, Error> {
        Self::open_with(engine, dist()?).await
    }

    /// The same with another build of the app.
    pub async fn open_with(engine: Engine, dist: PathBuf) -> Result<Self, Error> {
        let (sandbox, data) = start_sandbox(dist).await?;
        let browser = Browser::start(engine).await?;
        Ok(Self { sandbox, browser, data, _beside: None })
    }

    /// The same of an agency that has set other things than the sandbox.
    pub async fn open_for(engine: Engine, dist: PathBuf, agency: Agency) -> Result<Self, Error> {
        let (sandbox, data) = start(dist, None, agency).await?;
        let browser = Browser::start(engine).await?;
        Ok(Self { sandbox, browser, data, _beside: None })
    }

    /// The same with a server before the sandbox, which the browser comes to.
    pub async fn open_behind(engine: Engine, server: Server) -> Result<Self, Error> {
        let (sandbox, data, proxy) = start_behind(server).await?;
        let browser = Browser::start(engine).await?;
        Ok(Self { sandbox, browser, data, _beside: Some(Box::new(proxy)) })
    }

    /// The same with another implementation of the API, which is there in the place of the sandbox: that one gives no more than its address.
    pub async fn open_with_second_api(engine: Engine) -> Result<Self, Error> {
        let origin = free_origin("http")?;
        let api = SecondApi::start(&origin, &dist()?).await?;
        let (sandbox, data) = start(PathBuf::from("no-app"), Some(origin), Agency::of_the_sandbox()).await?;
        let browser = Browser::start(engine).await?;
        Ok(Self { sandbox, browser, data, _beside: Some(Box::new(api)) })
    }

    /// The same on a server on which other builds can be deployed meanwhile.
    pub async fn open_deployed(engine: Engine, build: &Path) -> Result<(Self, Deployment), Error> {
        let (sandbox, data) = start_without_app("http").await?;
        let deployment = Deployment::start(sandbox.app(), build, sandbox.address()).await?;
        let browser = Browser::start(engine).await?;
        Ok((Self { sandbox, browser, data, _beside: None }, deployment))
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

    /// To a page of the app's origin on which the app does not run.
    pub async fn step_outside(&self) -> Result<(), Error> {
        self.visit(OUTSIDE).await
    }

    /// Gives the browser, at a page of the app's origin, a session. It asks the API what the app would ask; the pages of the login in between are
    /// those of another device.
    pub async fn begin_session(&self, user_id: &str) -> Result<(), Error> {
        let started: LoginStarted = self.ask("/api/login", json!({})).await?;
        let first = started.authorization_url.parse().map_err(|_| Error::Answer)?;
        let last = Driver::new()?.log_in(&first, user_id, Choice::Approve).await?;
        let parameters: Vec<(String, String)> = last.query_pairs().into_owned().collect();
        let Callback::Login(callback) = Callback::from_parameters(&parameters) else { return Err(Error::Answer) };
        self.ask::<Value>("/api/login/complete", json!(callback)).await.map(drop)
    }

    /// The browser's own request, with its cookies.
    async fn ask<T: DeserializeOwned>(&self, path: &str, body: Value) -> Result<T, Error> {
        let script = "const [path, body, done] = arguments; \
                      const headers = { 'content-type': 'application/json' }; \
                      fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).then( \
                          async (answer) => done(answer.ok ? await answer.json() : `${answer.status} ${await answer.text()}`), \
                          (error) => done(String(error)) \
                      )";
        let answer = self.browser.client().execute_async(script, vec![json!(path), body]).await?;
        serde_json::from_value(answer.clone()).map_err(|_| Error::Refused(answer.to_string()))
    }

    /// What the sandbox has logged so far, line by line.
    pub fn logged(&self) -> Result<Vec<Value>, Error> {
        let text = fs::read_to_string(self.data.path().join(LOG)).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).map_err(|_| Error::Answer)).collect()
    }

    /// The report of a kind that a browser has sent, as soon as there is one.
    pub async fn reported(&self, kind: ReportKind) -> Result<Report, Error> {
        let limit = Instant::now() + REPORT_LIMIT;
        loop {
            let reports = self.logged()?.into_iter().filter_map(|line| log::report(&line));
            if let Some(report) = reports.into_iter().find(|report| report.kind == kind) {
                return Ok(report);
            }
            if Instant::now() > limit {
                return Err(Error::NotReported(format!("{kind:?}")));
            }
            sleep(Duration::from_millis(20)).await;
        }
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

/// Starts a sandbox with fresh data, which are in the folder, and with this build of the app.
pub async fn start_sandbox(dist: PathBuf) -> Result<(Sandbox, TempDir), Error> {
    start(dist, None, Agency::of_the_sandbox()).await
}

/// Starts a sandbox, and before it a server that serves the app itself over TLS and takes the API from the sandbox. The sandbox goes by the
/// server's address.
pub async fn start_behind(server: Server) -> Result<(Sandbox, TempDir, Proxy), Error> {
    let (sandbox, data) = start_without_app("https").await?;
    let proxy = server.start(sandbox.app(), &dist()?, sandbox.address()).await?;
    Ok((sandbox, data, proxy))
}

fn free_origin(scheme: &str) -> Result<Url, Error> {
    format!("{scheme}://localhost:{}", free_port()?).parse().map_err(|_| Error::Answer)
}

/// Starts a sandbox that goes by the address of a server before it.
async fn start_without_app(scheme: &str) -> Result<(Sandbox, TempDir), Error> {
    // It has no app of its own, so that nobody takes that for what the server serves.
    start(PathBuf::from("no-app"), Some(free_origin(scheme)?), Agency::of_the_sandbox()).await
}

async fn start(dist: PathBuf, origin: Option<Url>, agency: Agency) -> Result<(Sandbox, TempDir), Error> {
    let data = tempfile::tempdir()?;
    // A test looks up as many in a minute as its machine is quick enough for.
    let limits = Limits { lookups_a_minute: u32::MAX, logins_a_minute: u32::MAX, ..Limits::default() };
    let log = Log::at(&data.path().join(LOG))?;
    let settings =
        Settings { limits, agency, log, origin, ..Settings::new(0, dist, data.path().join("sandbox.sqlite")) };
    Ok((Sandbox::start(&settings).await?, data))
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
