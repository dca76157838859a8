//! Two tabs of one browser: what happens in one is known in the other.

use crate::caseworker::{BIC, COMPANY, Caseworker, assert_all};
use nemkonto_e2e::in_each_browser;

#[tokio::test]
async fn b23_a_form_that_is_taken_away_while_somebody_types_into_it_stops_nothing() {
    in_each_browser("b23_a_form_that_is_taken_away", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        site.browser.fill("#bic", BIC).await.unwrap();
        site.browser.run("new BroadcastChannel('nemkonto.session').postMessage('')", vec![]).await.unwrap();
        site.browser.find("#ended").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn s11_a_tab_knows_at_once_who_is_logged_in_in_another_tab() {
    in_each_browser("s11_a_tab_knows_at_once", async |site| {
        let (browser, client) = (&site.browser, site.browser.client());
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        browser.fill("#bic", BIC).await.unwrap();
        let first = client.window().await.unwrap();
        let second = client.new_window(true).await.unwrap().handle;

        client.switch_to_window(second.clone()).await.unwrap();
        site.visit("/").await.unwrap();
        anna.app.wait_for_lookup().await.unwrap();
        browser.click("#log-out").await.unwrap();
        browser.find("#log-in").await.unwrap();
        client.switch_to_window(first.clone()).await.unwrap();
        let ended = browser.find("#ended").await.unwrap();
        assert_all(&ended.text().await.unwrap(), &["i en anden fane"]);

        // Nobody is let in as the one before.
        client.switch_to_window(second).await.unwrap();
        anna.app.start_login().await.unwrap();
        anna.login.complete("clara").await.unwrap();
        anna.app.wait_for_lookup().await.unwrap();
        client.switch_to_window(first).await.unwrap();
        browser.find("#somebody-else").await.unwrap();
        let page = browser.find("body").await.unwrap().text().await.unwrap();
        assert!(!page.contains("Clara") && !page.contains("Anna") && !page.contains(BIC), "{page}");
        browser.click("#go-on").await.unwrap();
        anna.app.wait_for_lookup().await.unwrap();
        let caseworker = browser.find("#caseworker").await.unwrap().text().await.unwrap();
        assert_all(&caseworker, &["Clara Dyrholt"]);
        assert_eq!(anna.stored().await, "[]");
    })
    .await;
}
