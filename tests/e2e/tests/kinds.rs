//! The other kinds of change, each from form to receipt.
#![allow(clippy::unwrap_used)]

mod caseworker;

use caseworker::{COMPANY, Caseworker};
use nemkonto_e2e::in_each_browser;

/// A company with a domestic `NemKonto`, by CVR number.
const COMPANY_WITH_NEMKONTO: &str = "99 00 00 15";

#[tokio::test]
async fn a_domestic_nemkonto_pasted_as_one_number() {
    in_each_browser("a_domestic_nemkonto_pasted_as_one_number", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(COMPANY).await;
        site.browser.click("#change-domestic").await.unwrap();
        site.browser.paste("#registration-number", "9999-123456").await.unwrap();
        let value = async |field: &str| site.browser.find(field).await.unwrap().prop("value").await.unwrap().unwrap();
        assert_eq!(value("#registration-number").await, "9999");
        assert_eq!(value("#account-number").await, "0000123456");
        let echo = site.browser.text("#account-number-echo").await.unwrap();
        assert_eq!(echo, "9999 0000123456 · IBAN DK03 9999 0000 1234 56");

        anna.app.save().await.unwrap();
        let confirmation = anna.confirmation().await;
        for expected in ["Ny NemKonto:", "Registreringsnummer: 9999", "Kontonummer: 0000123456"] {
            assert!(confirmation.contains(expected), "“{expected}” is missing in {confirmation}");
        }
        assert!(!confirmation.contains("udlandet"), "{confirmation}");
        anna.app.confirm().await.unwrap();
        anna.login.complete("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
        assert!(site.browser.text("#receipt").await.unwrap().contains("0000123456"));
        anna.open_overview(COMPANY).await;
        assert!(site.browser.text("#pending").await.unwrap().contains("0000123456"));
    })
    .await;
}

#[tokio::test]
async fn a_nemkonto_is_deleted_and_the_receipt_does_not_show_its_number() {
    in_each_browser("a_nemkonto_is_deleted", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(COMPANY_WITH_NEMKONTO).await;
        let account = site.browser.text("#nemkonto").await.unwrap();
        let number = account.split_whitespace().last().unwrap().to_owned();
        site.browser.click("#delete-nemkonto").await.unwrap();
        assert!(site.browser.text("#no-promotion").await.unwrap().contains("Ingen ulåst specifik konto"));
        anna.app.save().await.unwrap();
        let confirmation = anna.confirmation().await;
        assert!(confirmation.contains(&number) && confirmation.contains("NemKonto slettes"), "{confirmation}");
        anna.app.confirm().await.unwrap();
        anna.login.complete("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
        let page = site.browser.text("main").await.unwrap();
        assert!(page.contains("NemKonto er slettet") && !page.contains(&number), "{page}");
        anna.open_overview(COMPANY_WITH_NEMKONTO).await;
        assert!(site.browser.text("#nemkonto").await.unwrap().contains("ingen NemKonto"));
    })
    .await;
}
