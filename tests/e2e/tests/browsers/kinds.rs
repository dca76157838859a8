//! Every kind of change of accounts, each from form to receipt.

use std::time::SystemTime;

use crate::caseworker::{self, COMPANY, Caseworker, assert_all, value};
use nemkonto::domain::date::Date;
use nemkonto_e2e::{in_each_browser, in_one_browser};
use nemkonto_sandbox::identities::MUNICIPALITY;

/// A company with a domestic `NemKonto`, by CVR number.
const COMPANY_WITH_NEMKONTO: &str = "99 00 00 15";
/// Specific accounts of the municipality (`NKSSOP`, locked) and of the agency (`NKSBØT`, not locked).
const WITH_SPECIFIC: &str = "050675-7002";
/// A foreign `NemKonto`, and an unlocked specific account of the municipality (`NKSLØN`).
const WITH_UNLOCKED: &str = "080888-8009";
/// A deceased person.
const DECEASED: &str = "301190-5004";
/// Nothing is registered.
const WITH_NOTHING: &str = "120361-6003";

/// Some day in the future.
fn in_a_month() -> Date {
    let days = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() / 86_400;
    Date::UNIX_EPOCH.plus_days(i32::try_from(days).unwrap() + 30)
}

#[tokio::test]
async fn a_domestic_nemkonto_pasted_as_one_number() {
    in_each_browser("a_domestic_nemkonto_pasted_as_one_number", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(COMPANY_WITH_NEMKONTO).await;
        site.browser.click("#assign-nemkonto").await.unwrap();
        site.browser.click("#registration-number").await.unwrap();
        site.browser.paste("#registration-number", "9998-654321").await.unwrap();
        assert_eq!(value(site, "#registration-number").await, "9998");
        assert_eq!(value(site, "#account-number").await, "0000654321");
        let echo = site.browser.text("#account-number-echo").await.unwrap();
        assert!(echo.starts_with("9998 0000654321 · IBAN i en dansk bank DK"), "{echo}");
        let valid_from = in_a_month().as_typed();
        site.browser.fill("#valid-from", &valid_from).await.unwrap();

        let (confirmation, receipt) = anna.carry_out().await;
        assert_all(
            &confirmation,
            &["Nuværende NemKonto:", "0000 123 456", "Ny NemKonto:", "Kontonummer: 0000 654 321 ændret", &valid_from],
        );
        assert!(!confirmation.contains("udlandet"), "{confirmation}");
        assert_all(
            &receipt,
            &["Den nye NemKonto er registreret", "0000 654 321", &valid_from, "aktiveringsbrev", "60 dage"],
        );
        assert_all(&receipt, &["Før ændringen:", "0000 123 456", "Kontonummer: 0000 654 321 ændret"]);
        assert_all(&anna.newest_in_history().await, &["Ny NemKonto registreret", "0000 654 321", &valid_from]);
        anna.open_overview(COMPANY_WITH_NEMKONTO).await;
        assert!(site.browser.text("#nemkonto").await.unwrap().contains("0000 123 456"), "in force until activation");
        assert_all(&site.browser.text("#pending").await.unwrap(), &["0000 654 321", &valid_from]);
    })
    .await;
}

#[tokio::test]
async fn a_foreign_nemkonto_without_iban() {
    in_one_browser("a_foreign_nemkonto_without_iban", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(COMPANY).await;
        site.browser.click("#assign-nemkonto").await.unwrap();
        anna.app.choose_form("number").await.unwrap();
        site.browser.find("#country").await.unwrap();
        anna.app.choose("country", "US").await.unwrap();
        for (field, text) in [
            ("#bank-code", "999999992"),
            ("#foreign-account", "000123456789"),
            ("#bank-name", "Example Bank"),
            ("#bank-street", "1 Main Street"),
            ("#bank-city", "12345 Springfield"),
            ("#currency", "usd"),
        ] {
            site.browser.fill(field, text).await.unwrap();
        }
        let (confirmation, receipt) = anna.carry_out().await;
        let account = ["USA (US)", "999999992", "000123456789", "Example Bank", "12345 Springfield", "(USD)"];
        assert_all(&confirmation, &account);
        assert_all(&confirmation, &["Ny udenlandsk NemKonto:", "NemKonto kan ikke garantere"]);
        assert_all(&receipt, &account);
    })
    .await;
}

#[tokio::test]
async fn a_nemkonto_is_deleted_and_the_receipt_does_not_show_its_number() {
    in_one_browser("a_nemkonto_is_deleted", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(COMPANY_WITH_NEMKONTO).await;
        let number = "0000 123 456";
        site.browser.click("#delete-nemkonto").await.unwrap();
        assert!(site.browser.text("#no-promotion").await.unwrap().contains("Ingen ulåst specifik konto"));
        let (confirmation, receipt) = anna.carry_out().await;
        assert_all(&confirmation, &[number, "Slettes", "ingen NemKonto"]);
        let shows_number = |text: &str| text.replace(' ', "").contains("0000123456");
        assert!(receipt.contains("NemKonto er slettet") && !shows_number(&receipt), "{receipt}");
        anna.open_overview(COMPANY_WITH_NEMKONTO).await;
        assert!(site.browser.text("#nemkonto").await.unwrap().contains("ingen NemKonto"));
        site.browser.click("#history").await.unwrap();
        let newest = site.browser.text("#entry-0").await.unwrap();
        assert!(newest.contains("NemKonto slettet") && !shows_number(&newest), "{newest}");
    })
    .await;
}

#[tokio::test]
async fn an_unlocked_specific_account_takes_the_place_of_a_deleted_nemkonto() {
    in_one_browser("an_unlocked_specific_account_takes_the_place", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(WITH_UNLOCKED).await;
        site.browser.click("#delete-nemkonto").await.unwrap();
        assert_all(&site.browser.text("#promotable").await.unwrap(), &["NKSLØN", "Lås for ændringer"]);
        let (confirmation, receipt) = anna.carry_out().await;
        assert_all(&confirmation, &["NemKonto efter ændringen:", "Slettes", "kan automatisk blive den nye NemKonto"]);
        assert_all(&receipt, &["NemKonto er slettet", "En specifik konto er blevet NemKonto"]);
        let newest = anna.newest_in_history().await;
        assert_all(&newest, &["NKSLØN", "blev NemKonto, da NemKonto blev slettet"]);
        anna.open_overview(WITH_UNLOCKED).await;
        assert_all(&site.browser.text("#nemkonto").await.unwrap(), &["9998", "0000 666 777"]);
    })
    .await;
}

#[tokio::test]
async fn a_locked_specific_account_is_registered() {
    in_one_browser("a_locked_specific_account", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(WITH_NOTHING).await;
        site.browser.click("#create-specific").await.unwrap();
        site.browser.find("#benefit-type").await.unwrap();
        anna.app.choose("benefit-type", "NKSKOH").await.unwrap();
        site.browser.fill("#registration-number", "9998").await.unwrap();
        site.browser.fill("#account-number", "112233").await.unwrap();
        site.browser.click("label[for=locked]").await.unwrap();
        let (confirmation, receipt) = anna.carry_out().await;
        assert_all(
            &confirmation,
            &["Kontanthjælp m.m. (NKSKOH)", "0000 112 233", "Låst for ændringer", "aldrig NemKonto"],
        );
        assert_all(&receipt, &["Den specifikke konto er registreret", "NKSKOH", "aktiveringsbrev"]);
        let newest = anna.newest_in_history().await;
        assert_all(&newest, &["Specifik konto registreret", "NKSKOH", "0000 112 233", "Låst for ændringer"]);
        anna.open_overview(WITH_NOTHING).await;
        let account = format!("[id='specific-NKSKOH-{}']", MUNICIPALITY.cvr);
        assert_all(&site.browser.text(&account).await.unwrap(), &["0000 112 233", "venter på aktivering", "Låst"]);
    })
    .await;
}

#[tokio::test]
async fn a_specific_account_that_pays_a_creditor() {
    in_one_browser("a_specific_account_that_pays_a_creditor", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(WITH_NOTHING).await;
        site.browser.click("#create-specific").await.unwrap();
        site.browser.find("#benefit-type").await.unwrap();
        anna.app.choose("benefit-type", "NKSKOH").await.unwrap();
        anna.app.choose_form("fi").await.unwrap();
        site.browser.find("#creditor").await.unwrap();
        site.browser.paste("#creditor", "+71<000000000123455+80000000<").await.unwrap();
        let (confirmation, receipt) = anna.carry_out().await;
        assert_all(&confirmation, &["+71", "000 000 000 123 455", "8000 0000", "ikke låst"]);
        assert_all(&receipt, &["+71", "000 000 000 123 455", "8000 0000"]);
    })
    .await;
}

#[tokio::test]
async fn a_specific_account_is_replaced_by_one_abroad() {
    in_one_browser("a_specific_account_is_replaced", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(WITH_SPECIFIC).await;
        anna.app.open_specific("NKSSOP", MUNICIPALITY.cvr, "replace").await.unwrap();
        site.browser.find("#present").await.unwrap();
        anna.app.choose_form("iban").await.unwrap();
        anna.app.fill_foreign_form(caseworker::BIC, caseworker::IBAN).await.unwrap();
        let (confirmation, receipt) = anna.carry_out().await;
        assert_all(&confirmation, &["Nuværende specifik konto:", "Ny udenlandsk specifik konto:", caseworker::IBAN]);
        assert_all(&confirmation, &["0000 222 333", "Låst for ændringer"]);
        assert_all(&receipt, &["Den nye specifikke konto er registreret", caseworker::IBAN, "0000 222 333", "60 dage"]);
        assert_all(&anna.newest_in_history().await, &["Specifik konto rettet", "NKSSOP", caseworker::IBAN]);
    })
    .await;
}

#[tokio::test]
async fn a_specific_account_is_unlocked_locked_and_deleted() {
    in_one_browser("a_specific_account_is_unlocked_locked_and_deleted", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        for (change, said, done, next, event) in [
            (
                "unlock",
                "Ikke låst ændret",
                "Den specifikke konto er låst op",
                "kan kontohaveren",
                "Specifik konto låst op",
            ),
            (
                "lock",
                "Låst for ændringer ændret",
                "Den specifikke konto er låst",
                "Kun din myndighed",
                "Specifik konto låst",
            ),
            (
                "delete",
                "Slettes",
                "Den specifikke konto er slettet",
                "til kontohaverens NemKonto",
                "Specifik konto slettet",
            ),
        ] {
            anna.open_overview(WITH_SPECIFIC).await;
            anna.app.open_specific("NKSSOP", MUNICIPALITY.cvr, change).await.unwrap();
            site.browser.find("#present").await.unwrap();
            let (confirmation, receipt) = anna.carry_out().await;
            assert_all(&confirmation, &["NKSSOP", said]);
            assert_all(&receipt, &[done, next]);
            assert_all(&anna.newest_in_history().await, &[event, "NKSSOP"]);
        }
        anna.open_overview(WITH_SPECIFIC).await;
        assert!(!site.browser.text("main").await.unwrap().contains("NKSSOP"));
    })
    .await;
}

#[tokio::test]
async fn what_the_registers_say_is_told_before_and_after() {
    in_one_browser("what_the_registers_say", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(DECEASED).await;
        assert_all(&site.browser.text("main").await.unwrap(), &["Personen er registreret som afdød"]);
        site.browser.click("#assign-nemkonto").await.unwrap();
        site.browser.fill("#registration-number", "9998").await.unwrap();
        site.browser.fill("#account-number", "654321").await.unwrap();
        let (confirmation, receipt) = anna.carry_out().await;
        assert_all(&confirmation, &["Kontohaveren er registreret som afdød"]);
        assert_all(&receipt, &["aktiveringsbrevet når måske ikke frem"]);
    })
    .await;
}
