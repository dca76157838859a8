//! A new version is deployed while people work: their pages, what they have typed, and their changes go on.
//!
//! The next version is a build of its own (`tests/e2e/next.mjs`), with another version of the stored record and other names for all files.

use std::fs;
use std::path::Path;

use nemkonto::contract::{ReportKind, ReportPage};
use nemkonto_e2e::deployment::{Deployment, next_build};
use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::site::{Site, dist, start_sandbox};
use nemkonto_e2e::{at_site, in_each_browser};
use serde_json::json;
use tempfile::TempDir;

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN};
use crate::start::built_file;

/// A company with a `NemKonto`.
const OTHER_COMPANY: &str = "99 00 00 15";
const HALF_AN_IBAN: &str = "LT35 3250 01";

async fn in_each_browser_from(build: &Path, name: &str, test: impl AsyncFn(&Site, &Deployment)) {
    for engine in Engine::asked_for() {
        in_browser_from(engine, build, name, &test).await;
    }
}

async fn in_browser_from(engine: Engine, build: &Path, name: &str, test: impl AsyncFn(&Site, &Deployment)) {
    let (site, deployment) = Site::open_deployed(engine, build).await.unwrap();
    at_site(site, name, async |site| test(site, &deployment).await).await;
}

/// Whether the page in the browser is one of the next version.
async fn is_next(site: &Site) -> bool {
    let named = "return document.querySelector('script[data-wasm]').dataset.wasm";
    site.browser.run(named, vec![]).await.unwrap() == format!("/{}", module(&next_build().unwrap()))
}

/// Anna has typed into one form, and has confirmed another one. She is at the provider.
async fn at_the_provider_with_something_typed(site: &Site) -> Caseworker<'_> {
    let anna = Caseworker::log_in(site, "anna").await;
    anna.open_foreign_form(OTHER_COMPANY).await;
    anna.app.fill_foreign_form(BIC, HALF_AN_IBAN).await.unwrap();
    site.browser.wait_until("sessionStorage.getItem('nemkonto.drafts')").await.unwrap();
    // Within the app: what is typed is then kept as a whole.
    site.browser.click("#menu-find").await.unwrap();
    anna.app.look_up(COMPANY).await.unwrap();
    anna.app.open_foreign_form().await.unwrap();
    anna.save_and_confirm(BIC, IBAN).await;
    anna
}

/// What was typed before is still in the other form.
async fn assert_typed_is_there(site: &Site, anna: &Caseworker<'_>) {
    anna.open_overview(OTHER_COMPANY).await;
    site.browser.click("#assign-nemkonto").await.unwrap();
    anna.assert_form_holds(BIC, HALF_AN_IBAN).await;
}

/// The address of the module, which every build names after its content.
fn module(build: &Path) -> String {
    let file = built_file(build, "nemkonto", "wasm");
    file.file_name().unwrap().to_str().unwrap().to_owned()
}

async fn status(site: &Site, file: &str) -> u16 {
    reqwest::get(site.sandbox.app().join(file).unwrap()).await.unwrap().status().as_u16()
}

#[tokio::test]
async fn b29_a_change_that_was_confirmed_in_the_version_before_is_carried_out_and_nothing_typed_is_lost() {
    let (present, next) = (dist().unwrap(), next_build().unwrap());
    assert_ne!(module(&present), module(&next));
    in_each_browser_from(&present, "b29_a_change_that_was_confirmed", async |site, deployment| {
        let anna = at_the_provider_with_something_typed(site).await;
        deployment.deploy(&next).unwrap();
        deployment.upgrade_api();
        assert_eq!(status(site, &module(&present)).await, 404);
        anna.login.complete("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
        assert!(is_next(site).await);
        assert_eq!(anna.stored().await, "[]");
        assert_typed_is_there(site, &anna).await;
    })
    .await;
}

/// What a page has loaded, it has. The API must go on understanding it, and it the API.
#[tokio::test]
async fn b30_a_page_that_is_never_loaded_anew_works_with_the_api_of_the_next_version() {
    let (present, next) = (dist().unwrap(), next_build().unwrap());
    in_browser_from(Engine::Shell, &present, "b30_a_page_that_is_never_loaded", async |site, deployment| {
        let anna = Caseworker::log_in(site, "anna").await;
        deployment.deploy(&next).unwrap();
        deployment.upgrade_api();
        let asked = "const done = arguments[0]; fetch('/api/session').then((it) => it.json()).then((it) => done([it.added_later, \
                     it.caseworker.rights, it.caseworker.name]))";
        let told = site.browser.client().execute_async(asked, vec![]).await.unwrap();
        assert!(told[0].is_object() && told[2].is_null(), "the API is the next one: {told}");
        assert!(told[1].as_array().unwrap().contains(&json!("added-later")), "{told}");

        site.browser.fill("#holder-number", OTHER_COMPANY).await.unwrap();
        anna.app.open_accounts().await.unwrap();
        site.browser.click("#history").await.unwrap();
        site.browser.find("#entry-0").await.unwrap();
        site.browser.click("#menu-benefit-types").await.unwrap();
        site.browser.find("#create-benefit-type").await.unwrap();
        site.browser.click("#menu-find").await.unwrap();
        anna.app.look_up(COMPANY).await.unwrap();
        anna.app.open_foreign_form().await.unwrap();
        anna.app.fill_foreign_form(BIC, IBAN).await.unwrap();
        anna.app.save().await.unwrap();
        assert!(anna.confirmation().await.contains(IBAN));
        assert!(!is_next(site).await, "still the page that was loaded before");
        anna.app.confirm().await.unwrap();
        anna.login.complete("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
        assert!(is_next(site).await);
        assert!(anna.newest_in_history().await.contains("3250"));
    })
    .await;
}

#[tokio::test]
async fn b33_a_change_that_came_back_to_an_older_version_is_not_carried_out_and_its_form_is_there() {
    let (present, next) = (dist().unwrap(), next_build().unwrap());
    in_each_browser_from(&next, "b33_a_change_that_came_back_to_an_older_version", async |site, deployment| {
        let anna = at_the_provider_with_something_typed(site).await;
        deployment.deploy(&present).unwrap();
        anna.login.complete("anna").await.unwrap();
        anna.assert_notice("NemKonto skiftede version, mens du loggede ind. Det, du havde indtastet, står her stadig.")
            .await;
        assert!(!is_next(site).await);
        site.browser.find_text("h2", "Ændringen er ikke gennemført").await.unwrap();
        anna.assert_form_holds(BIC, IBAN).await;
        site.browser.click("#language-en").await.unwrap();
        anna.assert_notice("NemKonto changed to another version while you were logging in.").await;
        assert_eq!(site.sandbox.stand_in().requests_to("/token"), 1, "only the first login was redeemed");
        assert_eq!(anna.stored().await, "[]");
        let report = site.reported(ReportKind::RecordUnreadable).await.unwrap();
        assert_eq!(report.page, Some(ReportPage::Return));

        // And it can be confirmed here: once.
        anna.confirm_the_form().await;
        anna.login.complete("anna").await.unwrap();
        let number = anna.app.receipt_number().await.unwrap();
        assert!(!number.is_empty());
        assert_typed_is_there(site, &anna).await;
    })
    .await;
}

/// A folder that holds a build without some of its files.
fn without(build: &Path, is_missing: impl Fn(&str) -> bool) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for file in fs::read_dir(build).unwrap().map(|file| file.unwrap()) {
        let name = file.file_name().into_string().unwrap();
        if file.path().is_file() && !is_missing(&name) {
            fs::copy(file.path(), copy.path().join(name)).unwrap();
        }
    }
    copy
}

async fn assert_asks_to_reload(site: &Site, panel: &str, heading: &str) {
    let shown = format!("#{panel}:not([hidden]) h1");
    assert_eq!(site.browser.text(&shown).await.unwrap(), heading);
}

/// A proxy has kept the page, or the new version comes while the page is loading.
#[tokio::test]
async fn b32_a_page_whose_files_are_gone_asks_to_load_it_again() {
    let (present, next) = (dist().unwrap(), next_build().unwrap());
    let page_of_before = without(&next, |name| name.starts_with("index.html"));
    fs::copy(present.join("index.html"), page_of_before.path().join("index.html")).unwrap();
    in_each_browser_from(&next, "b32_a_page_whose_files_are_gone", async |site, deployment| {
        // Where errors are told is known from an earlier visit.
        site.visit("/").await.unwrap();
        site.browser.wait_until("localStorage.getItem('nemkonto.configuration')").await.unwrap();
        deployment.deploy(page_of_before.path()).unwrap();
        site.visit_without_the_app("/verify").await.unwrap();
        assert_asks_to_reload(site, "outdated", "NemKonto er blevet opdateret").await;
        let report = site.reported(ReportKind::FileMissing).await.unwrap();
        assert_eq!((report.page, report.build), (Some(ReportPage::Verify), module(&present)));
        deployment.deploy(&next).unwrap();
        site.browser.click("#outdated button").await.unwrap();
        site.browser.find("#receipt-text").await.unwrap();
        assert!(is_next(site).await);
    })
    .await;
}

#[tokio::test]
async fn b32_a_page_that_loses_a_file_while_it_is_loading_asks_to_load_it_again() {
    let present = dist().unwrap();
    in_each_browser("b32_a_page_that_loses_a_file", async |site| {
        let files =
            ["nemkonto-web-", "nemkonto-web_bg-", "boot-", "main-"].map(|file| (file, "#outdated:not([hidden]) h1"));
        // What it can do without, it does without.
        let others = ["early-", "first-"].map(|file| (file, "#receipt-text"));
        for (missing, shown) in files.into_iter().chain(others) {
            let build = without(&present, |name| name.starts_with(missing));
            // Of an origin of its own, of which nothing is in the cache.
            let (sandbox, _data) = start_sandbox(build.path().to_owned()).await.unwrap();
            site.browser.go(sandbox.app().join("verify").unwrap().as_str()).await.unwrap();
            site.browser.find(shown).await.unwrap_or_else(|error| panic!("without {missing}: {error}"));
            sandbox.stop().await;
        }
    })
    .await;
}

#[tokio::test]
async fn b32_files_that_cannot_be_fetched_without_a_network_are_not_said_to_be_gone() {
    in_browser_from(Engine::Shell, &dist().unwrap(), "b32_files_that_cannot_be_fetched", async |site, _| {
        site.browser.devtools("Network.enable", json!({})).await.unwrap();
        site.browser.devtools("Network.setBlockedURLs", json!({ "urls": ["*_bg*"] })).await.unwrap();
        site.visit_without_the_app("/verify").await.unwrap();
        assert_asks_to_reload(site, "unreachable", "NemKonto svarer ikke").await;
        site.browser.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await.unwrap();
        site.browser.click("#unreachable button").await.unwrap();
        site.browser.find("#receipt-text").await.unwrap();
    })
    .await;
}
