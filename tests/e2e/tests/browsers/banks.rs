//! The bank by its name, from the field to the receipt.

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN, assert_all, value};
use nemkonto_e2e::{in_each_browser, in_one_browser, site::Site};
use nemkonto_sandbox::api::Fault;

/// Waits until an element says something.
async fn says(site: &Site, css: &str, words: &str) {
    let expression = format!("document.querySelector('{css}')?.textContent.includes('{words}')");
    site.browser.wait_until(&expression).await.unwrap();
}

#[tokio::test]
async fn the_bank_is_named_from_the_field_to_the_receipt() {
    in_each_browser("the_bank_is_named", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(COMPANY).await;
        site.browser.click("#assign-nemkonto").await.unwrap();

        // A number that no bank has: the directory says so at once, and the API refuses it at the field.
        site.browser.fill("#registration-number", "9900").await.unwrap();
        says(site, "#registration-number-bank", "ikke i bankregisteret").await;
        site.browser.fill("#account-number", "123456").await.unwrap();
        anna.app.save().await.unwrap();
        says(site, "#registration-number-error", "Ingen bank har dette registreringsnummer").await;

        anna.app.choose_form("iban").await.unwrap();
        site.browser.fill("#iban", IBAN).await.unwrap();
        says(site, "#iban-bank", "Bank: Pavyzdys Bankas, Vilnius").await;
        site.browser.fill("#bic", "AAAALT22").await.unwrap();
        says(site, "#banks-differ", "hver sin bank").await;
        site.browser.click("#use-bic").await.unwrap();
        site.browser.wait_for_focus("bic").await.unwrap();
        assert_eq!(value(site, "#bic").await, BIC);

        let (confirmation, receipt) = anna.carry_out().await;
        for told in [confirmation, receipt] {
            assert_all(&told, &["Bank: Pavyzdys Bankas, Vilnius", "LT35 3250 0123 4567 8901"]);
        }
        anna.open_overview(COMPANY).await;
        assert_all(&site.browser.text("#pending").await.unwrap(), &["Bank: Pavyzdys Bankas, Vilnius"]);
    })
    .await;
}

#[tokio::test]
async fn a24_a_directory_that_is_down_or_slow_stops_nobody() {
    in_one_browser("a_directory_that_is_down_stops_nobody", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        for fault in [Fault::DirectoryUnavailable, Fault::DirectorySlow] {
            // What was typed before is still there, and is asked about when the form opens.
            site.sandbox.api().set_fault(fault, 3);
            anna.open_overview(COMPANY).await;
            site.browser.click("#assign-nemkonto").await.unwrap();
            site.browser.fill("#registration-number", "9999").await.unwrap();
            site.browser.fill("#account-number", "123456").await.unwrap();
            anna.app.save().await.unwrap();
            assert_all(&anna.confirmation().await, &["Bank: Eksempelbanken, Eksempelby"]);
            assert_eq!(site.browser.text("#registration-number-bank").await.unwrap(), "");
            site.browser.click("#cancel").await.unwrap();
            site.sandbox.api().clear_faults();
            site.visit("/").await.unwrap();
        }
    })
    .await;
}

/// From now on the directory is asked only when the test lets it be.
const HOLD_THE_DIRECTORY: &str = "const ask = window.fetch, held = []; \
    window.fetch = (what, how) => !(what.url ?? what).includes('/banks/find') ? ask(what, how) : \
        new Promise((go) => held.push(go)).then(() => ask(what, how)); \
    window.letGo = () => held.splice(0).forEach((go) => go())";

#[tokio::test]
async fn a26_the_name_of_a_bank_moves_nothing_when_it_comes() {
    in_each_browser("the_name_of_a_bank_moves_nothing", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(COMPANY).await;
        site.browser.click("#assign-nemkonto").await.unwrap();
        site.browser.run(HOLD_THE_DIRECTORY, Vec::new()).await.unwrap();
        let place = async || {
            site.browser.settle().await.unwrap();
            site.browser.run("return save.getBoundingClientRect().top", Vec::new()).await.unwrap()
        };
        let stays = async |bank: &str, words: &str| {
            let before = place().await;
            site.browser.run("letGo()", Vec::new()).await.unwrap();
            says(site, bank, words).await;
            assert_eq!(place().await, before, "{bank}");
        };
        site.browser.fill("#registration-number", "9999").await.unwrap();
        stays("#registration-number-bank", "Bank: Eksempelbanken, Eksempelby").await;

        anna.app.choose_form("iban").await.unwrap();
        site.browser.fill("#bic", BIC).await.unwrap();
        site.browser.fill("#iban", IBAN).await.unwrap();
        stays("#iban-bank", "Bank: Pavyzdys Bankas, Vilnius").await;
    })
    .await;
}
