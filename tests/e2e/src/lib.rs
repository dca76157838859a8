//! Drives the app in real browsers: a sandbox and a fresh browser session for every test.
//!
//! `BROWSERS` names the browsers (`chromium firefox webkit`; Chromium when unset), `NEMKONTO_DIST` the folder of the built
//! app (`dist` when unset). What a failed test last saw is left in `target/e2e`.

pub mod browser;
mod driver;
pub mod engine;
pub mod error;
pub mod pages;
pub mod site;

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures_util::FutureExt;

use engine::Engine;
use site::Site;

/// Runs the test in each browser that is asked for. When it panics, a picture of the page is kept under its name.
///
/// # Panics
/// When the test does, or when the sandbox, a driver or a browser does not start.
pub async fn in_each_browser(name: &str, test: impl AsyncFn(&Site)) {
    for engine in Engine::asked_for() {
        let site = match Site::open(engine).await {
            Ok(site) => site,
            Err(error) => panic!("{name} in {engine}: {error}"),
        };
        let outcome = AssertUnwindSafe(test(&site)).catch_unwind().await;
        if outcome.is_err() {
            site.keep_evidence(&format!("{name}-{engine}")).await;
        }
        site.close().await;
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
    }
}
