//! Back from the login of a change, before the app is there: the change is carried out meanwhile (`public/early.js`).

use std::fs;

use super::{App, LET_THE_APP_START, in_each_browser_with};
use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN};
use crate::start::copy_of_the_build;
use nemkonto_e2e::at_site;
use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::site::Site;
use serde_json::json;

const IS_CONFIRMED: &str = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/confirm'))";
/// How often a change was carried out by this page, and what its address says.
const CONFIRMED: &str = "return [performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/confirm')).length, \
                         location.pathname + location.search]";

#[tokio::test]
async fn b31_a_change_is_asked_for_once_and_before_the_app_is_there() {
    in_each_browser_with(App::Held, "b31_a_change_is_asked_for_once", async |site| {
        let start = async || {
            site.browser.wait_until("globalThis.letTheAppStart").await.unwrap();
            site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
        };
        site.visit_without_the_app("/").await.unwrap();
        start().await;
        let anna = Caseworker::at_the_log_in_page(site);
        anna.app.start_login().await.unwrap();
        anna.login.complete("anna").await.unwrap();
        start().await;
        anna.app.wait_for_lookup().await.unwrap();
        anna.open_foreign_form(COMPANY).await;
        anna.save_and_confirm(BIC, IBAN).await;
        anna.login.complete("anna").await.unwrap();
        site.browser.wait_until("globalThis.letTheAppStart").await.unwrap();
        site.browser.wait_until(IS_CONFIRMED).await.unwrap();
        let before = json!([1, "/return"]);
        assert_eq!(site.browser.run(CONFIRMED, Vec::new()).await.unwrap(), before);
        start().await;
        anna.app.receipt_number().await.unwrap();
        let after = site.browser.run(CONFIRMED, Vec::new()).await.unwrap();
        assert_eq!(after[0], 1, "the app takes the answer that is there");
    })
    .await;
}

/// The module does not arrive: what happened to the change is told as soon as it does.
#[tokio::test]
async fn b31_a_change_that_was_carried_out_without_the_app_is_told_when_it_arrives() {
    for engine in Engine::asked_for() {
        let copy = copy_of_the_build();
        let page = copy.path().join("index.html");
        let whole = fs::read_to_string(&page).unwrap();
        let without_app = whole.replace("nemkonto-web", "missing");
        assert_ne!(whole, without_app);
        let site = Site::open_with(engine, copy.path().to_owned()).await.unwrap();
        at_site(site, "b31_a_change_that_was_carried_out_without_the_app", &async |site: &Site| {
            let anna = Caseworker::at_the_provider(site).await;
            fs::write(&page, &without_app).unwrap();
            anna.login.complete("anna").await.unwrap();
            site.browser.find("#outdated:not([hidden])").await.unwrap();
            site.browser.wait_until(IS_CONFIRMED).await.unwrap();
            assert_eq!(site.browser.run(CONFIRMED, Vec::new()).await.unwrap(), json!([1, "/return"]));
            fs::write(&page, &whole).unwrap();
            site.browser.reload().await.unwrap();
            anna.app.receipt_number().await.unwrap();
            assert_eq!(anna.stored().await, "[]");
        })
        .await;
    }
}
