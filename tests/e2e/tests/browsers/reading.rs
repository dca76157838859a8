//! What a caseworker reads, and for whom they act.

use crate::caseworker::{Caseworker, assert_all};
use nemkonto_e2e::in_each_browser;

/// Nothing is registered.
const WITH_NOTHING: &str = "120361-6003";

#[tokio::test]
async fn a_long_history_is_read_page_by_page() {
    in_each_browser("a_long_history_is_read_page_by_page", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_citizen("230881-5008").await;
        site.browser.click("#history").await.unwrap();
        site.browser.find("#entry-24").await.unwrap();
        site.browser.click("#older").await.unwrap();
        site.browser.find("#entry-49").await.unwrap();
        // Reading goes on where the new entries begin.
        site.browser.wait_for_focus("entry-25").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn another_unit_pays_other_benefits() {
    in_each_browser("another_unit_pays_other_benefits", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        site.browser.click("#to-units").await.unwrap();
        site.browser.find("#switch-unit").await.unwrap();
        site.browser.click("label[for=unit-1]").await.unwrap();
        site.browser.click("#switch-unit").await.unwrap();
        anna.app.wait_for_lookup().await.unwrap();
        assert!(site.browser.text("#caseworker").await.unwrap().contains("Løn og personale"));
        anna.open_citizen(WITH_NOTHING).await;
        site.browser.click("#create-specific").await.unwrap();
        let offered = site.browser.text("#benefit-type").await.unwrap();
        assert!(offered.contains("NKSLØN") && !offered.contains("NKSKOH"), "{offered}");
    })
    .await;
}

#[tokio::test]
async fn a_service_centre_acts_for_another_authority() {
    in_each_browser("a_service_centre_acts_for_another_authority", async |site| {
        let gry = Caseworker::log_in(site, "gry").await;
        assert_all(&site.browser.text("#caseworker").await.unwrap(), &["Eksempelby Kommune"]);
        site.browser.click("#to-units").await.unwrap();
        site.browser.click("label[for=unit-1]").await.unwrap();
        site.browser.click("#switch-unit").await.unwrap();
        gry.app.wait_for_lookup().await.unwrap();
        assert_all(&site.browser.text("#caseworker").await.unwrap(), &["Styrelsen for Eksempler"]);
        site.browser.click("#menu-benefit-types").await.unwrap();
        assert_all(&site.browser.text("#own").await.unwrap(), &["PULJE"]);
        // What another authority has locked stays locked, whoever employs the caseworker.
        gry.open_citizen("050675-7002").await;
        assert_all(&site.browser.text("main").await.unwrap(), &["låst af en anden myndighed"]);
    })
    .await;
}
