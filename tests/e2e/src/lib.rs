//! Drives the app in real browsers: a sandbox and a fresh browser session for every test.
//!
//! `BROWSERS` names the browsers (`chromium firefox webkit`; Chromium when unset), `NEMKONTO_DIST` the folder of the built
//! app (`dist` when unset). What a failed test last saw is left in `target/e2e`.

pub mod axe;
pub mod browser;
pub mod deployment;
mod display;
mod driver;
pub mod engine;
pub mod error;
pub mod layout;
pub mod log;
pub mod pages;
mod profile;
pub mod proxy;
pub mod screens;
pub mod second_api;
pub mod site;
pub mod snapshot;
pub mod tree;

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures_util::FutureExt;

use engine::Engine;
use site::Site;

/// Runs a test of what engines do each in their way: history and navigation, storage and cookies, tabs, focus and keys, dialogs, pasting, files,
/// layout and printing, policies, crashes; or a journey that every engine must be able to go. Runs it in each browser that is asked for, in all
/// of them even when it fails in one. When it panics, a picture of the page is kept under its name.
///
/// # Panics
/// When the test does, or when the sandbox, a driver or a browser does not start.
pub async fn in_each_browser(name: &str, test: impl AsyncFn(&Site)) {
    let mut failures = Vec::new();
    for engine in Engine::asked_for() {
        let attempt = AssertUnwindSafe(in_browser(engine, name, &test)).catch_unwind().await;
        failures.extend(attempt.err().map(|panic| (engine, panic)));
    }
    let engines: Vec<_> = failures.iter().map(|(engine, _)| engine.to_string()).collect();
    if let Some((_, panic)) = failures.into_iter().next() {
        println!("{name} failed in {}", engines.join(", "));
        resume_unwind(panic);
    }
}

/// Runs a test of what is the same in every engine: what the API answers, and what the page then says. Runs it in [`Engine::Shell`], whatever is
/// asked for.
///
/// # Panics
/// Like [`in_each_browser`].
pub async fn in_one_browser(name: &str, test: impl AsyncFn(&Site)) {
    in_browser(Engine::Shell, name, test).await;
}

async fn in_browser(engine: Engine, name: &str, test: impl AsyncFn(&Site)) {
    match Site::open(engine).await {
        Ok(site) => at_site(site, name, test).await,
        Err(error) => panic!("{name} in {engine}: {error}"),
    }
}

/// Runs the test at a site that is open, and closes it.
///
/// # Panics
/// Like [`in_each_browser`].
pub async fn at_site(site: Site, name: &str, test: impl AsyncFn(&Site)) {
    let engine = site.browser.engine();
    let outcome = AssertUnwindSafe(async {
        test(&site).await;
        log::assert_tells_of_nobody(&site.logged().expect("the sandbox logs JSON"));
    });
    let outcome = outcome.catch_unwind().await;
    if outcome.is_err() {
        site.keep_evidence(&format!("{name}-{engine}")).await;
    }
    site.close().await;
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}
