//! What only the driver of Chromium can do.

use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use super::{Browser, PATIENCE, PAUSE};
use crate::error::Error;

/// A file that was saved, as long as this lives.
pub struct Download {
    pub file: PathBuf,
    _folder: TempDir,
}

/// What the page, or the browser about the page, wrote to the console.
#[derive(Debug, Clone, Deserialize)]
pub struct Message {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// `console-api`, `javascript`, `security`, `network` and others.
    pub source: String,
    #[serde(rename = "message")]
    pub text: String,
}

impl Browser {
    /// Replaces what is in the field, all at once, where it does not matter how it came there.
    pub async fn insert(&self, css: &str, text: &str) -> Result<(), Error> {
        self.find(css).await?.clear().await?;
        self.run("document.querySelector(arguments[0]).focus()", vec![json!(css)]).await?;
        self.devtools("Input.insertText", json!({ "text": text })).await.map(drop)
    }

    /// What has been written to the console since this was last asked. Empty where the engine does not tell.
    pub async fn console(&self) -> Result<Vec<Message>, Error> {
        if !self.engine.has_devtools() {
            return Ok(Vec::new());
        }
        let answer = self.issue("se/log", json!({ "type": "browser" })).await?;
        serde_json::from_value(answer).map_err(|_| Error::Answer)
    }

    /// Clicks a link that saves a file, and gives what was saved.
    pub async fn download(&self, css: &str) -> Result<Download, Error> {
        let folder = tempfile::tempdir()?;
        let behavior = json!({ "behavior": "allow", "downloadPath": folder.path() });
        self.devtools("Browser.setDownloadBehavior", behavior).await?;
        self.click(css).await?;
        let limit = Instant::now() + PATIENCE;
        while Instant::now() < limit {
            // While it is being written it has another ending.
            let saved = fs::read_dir(folder.path())?.filter_map(Result::ok).map(|entry| entry.path());
            if let Some(file) = saved.into_iter().find(|file| file.extension().is_none_or(|end| end != "crdownload")) {
                return Ok(Download { file, _folder: folder });
            }
            sleep(PAUSE).await;
        }
        Err(Error::NotSaved)
    }

    /// Sets a preference of the system, such as `prefers-color-scheme`, as media queries see it; an empty value takes it back.
    pub async fn prefer(&self, feature: &str, value: &str) -> Result<(), Error> {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// Has a script run at the beginning of each new page, until it is forgotten.
    pub(crate) async fn run_in_new_pages(&self, script: &str) -> Result<Value, Error> {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await
    }

    pub(crate) async fn forget_script(&self, script: Value) -> Result<(), Error> {
        self.devtools("Page.removeScriptToEvaluateOnNewDocument", script).await.map(drop)
    }

    /// A command of the DevTools protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value, Error> {
        self.issue("goog/cdp/execute", json!({ "cmd": method, "params": parameters })).await
    }
}
