//! Every kind of change of benefit types, each from form to receipt.

use crate::caseworker::{Caseworker, assert_all};
use nemkonto_e2e::in_one_browser;
use nemkonto_sandbox::identities::MUNICIPALITY;

/// A locked account for `BEFORD`, a benefit type of the municipality.
const WITH_BENEFIT_OF_ITS_OWN: &str = "031280-5006";

#[tokio::test]
async fn a_benefit_type_is_created_edited_and_deleted() {
    in_one_browser("a_benefit_type_is_created_edited_and_deleted", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        site.browser.click("#menu-benefit-types").await.unwrap();
        site.browser.click("#create-benefit-type").await.unwrap();
        site.browser.fill("#code", "fritid").await.unwrap();
        site.browser.fill("#name", "Fritidspas igen").await.unwrap();
        anna.app.save().await.unwrap();
        let taken = site.browser.text("#code-error").await.unwrap();
        assert!(taken.contains("allerede en ydelsesart med denne korttekst"), "{taken}");
        site.browser.fill("#code", "musik").await.unwrap();
        let (confirmation, receipt) = anna.carry_out().await;
        assert_all(&confirmation, &["Ny ydelsesart:", "MUSIK", "Fritidspas igen", "Ikke låst"]);
        assert_all(&receipt, &["Ydelsesarten er oprettet", "MUSIK"]);

        site.browser.click("#to-benefit-types").await.unwrap();
        site.browser.click("a[href='/benefit-types/MUSIK/edit']").await.unwrap();
        site.browser.fill("#name", "Tilskud til musikskole").await.unwrap();
        site.browser.click("label[for=type-locked]").await.unwrap();
        let (confirmation, _) = anna.carry_out().await;
        assert_all(
            &confirmation,
            &["Fritidspas igen", "Tilskud til musikskole ændret", "Låst for kontoændringer ændret"],
        );

        site.browser.click("#to-benefit-types").await.unwrap();
        site.browser.click("a[href='/benefit-types/MUSIK/delete']").await.unwrap();
        site.browser.find("#present").await.unwrap();
        let (_, receipt) = anna.carry_out().await;
        assert_all(&receipt, &["Ydelsesarten er slettet"]);
        site.browser.click("#to-benefit-types").await.unwrap();
        site.browser.click("#history").await.unwrap();
        site.browser.find("#entry-2").await.unwrap();
        assert_all(
            &site.browser.text("#entries").await.unwrap(),
            &["Ydelsesart slettet", "Ydelsesart rettet", "Ydelsesart oprettet"],
        );
    })
    .await;
}

#[tokio::test]
async fn a_benefit_type_locks_its_accounts_and_unlocks_them() {
    in_one_browser("a_benefit_type_locks_its_accounts", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        let account = format!("[id='specific-BEFORD-{}']", MUNICIPALITY.cvr);
        for (said, next, lock) in [
            (
                "Alle specifikke konti for ydelsesarten bliver låst",
                "er låst fra nu af",
                "Låst, fordi ydelsesarten er låst",
            ),
            ("Ydelsesarten låser ikke længere dens", "Ydelsesarten låser ikke længere dens", "Låst for ændringer"),
        ] {
            site.browser.click("#menu-benefit-types").await.unwrap();
            site.browser.click("a[href='/benefit-types/BEFORD/edit']").await.unwrap();
            site.browser.click("label[for=type-locked]").await.unwrap();
            let (confirmation, receipt) = anna.carry_out().await;
            assert_all(&confirmation, &[said, "Befordringsgodtgørelse (BEFORD)", "ændret"]);
            assert_all(&receipt, &["Ydelsesarten er rettet", next]);
            anna.open_overview(WITH_BENEFIT_OF_ITS_OWN).await;
            assert_all(&site.browser.text(&account).await.unwrap(), &[lock]);
        }
    })
    .await;
}
