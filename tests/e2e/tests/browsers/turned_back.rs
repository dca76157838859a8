//! Ways in which a change does not happen: the caseworker reads why, and finds the form as it was.

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN, value};
use fantoccini::key::Key;
use nemkonto_e2e::{in_each_browser, in_one_browser, screens::PANIC};
use nemkonto_sandbox::provider::Fault;

#[tokio::test]
async fn b16_a_confirmation_that_is_closed_in_whatever_way_keeps_the_form_and_opens_again() {
    in_each_browser("b16_a_confirmation_that_is_closed", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.app.fill_foreign_form(BIC, IBAN).await.unwrap();
        anna.app.save().await.unwrap();
        anna.confirmation().await;
        site.browser.click("#cancel").await.unwrap();
        anna.assert_form_holds(BIC, IBAN).await;
        assert_eq!(anna.stored().await, "[]");

        // Escape says the same.
        anna.app.save().await.unwrap();
        anna.confirmation().await;
        let escape = char::from(Key::Escape).to_string();
        site.browser.client().active_element().await.unwrap().send_keys(&escape).await.unwrap();
        site.browser.find("#confirmation:not([open])").await.unwrap();
        anna.assert_form_holds(BIC, IBAN).await;

        // And so does a browser that closes it by itself.
        for _ in 0..2 {
            anna.app.save().await.unwrap();
            anna.confirmation().await;
            site.browser.run("document.querySelector('#confirmation').close()", Vec::new()).await.unwrap();
            site.browser.find("#confirmation:not([open])").await.unwrap();
        }
        anna.assert_form_holds(BIC, IBAN).await;
        anna.carry_out().await;
    })
    .await;
}

#[tokio::test]
async fn p15_a_login_rejected_in_the_app_leads_back_to_the_filled_in_form() {
    in_one_browser("p15_a_login_rejected_in_the_app", async |site| {
        let anna = Caseworker::at_the_provider(site).await;
        anna.login.choose_mitid().await.unwrap();
        anna.login.identify("anna").await.unwrap();
        anna.login.open_app().await.unwrap().reject().await.unwrap();
        anna.assert_notice("Du afbrød login").await;
        anna.assert_form_holds(BIC, IBAN).await;
        assert_eq!(anna.stored().await, "[]");
        anna.assert_not_changed().await;
    })
    .await;
}

#[tokio::test]
async fn p15_a_login_cancelled_at_the_provider_leads_back_to_the_filled_in_form() {
    in_each_browser("p15_a_login_cancelled_at_the_provider", async |site| {
        let anna = Caseworker::at_the_provider(site).await;
        site.browser.click("#cancel").await.unwrap();
        anna.assert_notice("Du afbrød login").await;
        anna.assert_form_holds(BIC, IBAN).await;

        // And from there the journey can be finished.
        anna.confirm_the_form().await;
        anna.login.complete("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_login_leads_back_to_a_form_of_any_kind() {
    in_one_browser("a_cancelled_login_leads_back", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        let cancel_the_login = async || {
            anna.confirm_the_form().await;
            site.browser.click("#cancel").await.unwrap();
            anna.assert_notice("Du afbrød login").await;
        };
        anna.open_overview(COMPANY).await;
        site.browser.click("#create-specific").await.unwrap();
        site.browser.find("#benefit-type").await.unwrap();
        anna.app.choose("benefit-type", "NKSKOH").await.unwrap();
        anna.app.choose_form("fi").await.unwrap();
        site.browser.click("label[for=slip-73]").await.unwrap();
        site.browser.fill("#creditor", "8000 0000").await.unwrap();
        site.browser.click("label[for=locked]").await.unwrap();
        cancel_the_login().await;
        assert_eq!(value(site, "#benefit-type").await, "NKSKOH");
        assert_eq!(value(site, "#creditor").await, "8000 0000", "letter by letter");
        site.browser.find("#slip-73:checked").await.unwrap();
        site.browser.find("#locked:checked").await.unwrap();

        site.browser.click("#menu-benefit-types").await.unwrap();
        site.browser.click("a[href='/benefit-types/FRITID/edit']").await.unwrap();
        site.browser.fill("#name", "Fritidskort").await.unwrap();
        cancel_the_login().await;
        assert_eq!(value(site, "#name").await, "Fritidskort");
        site.browser.find("#type-locked:not(:checked)").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn f05_another_caseworker_cannot_finish_the_change() {
    in_each_browser("f05_another_caseworker", async |site| {
        let anna = Caseworker::at_the_provider(site).await;
        anna.login.complete("bo").await.unwrap();
        anna.assert_stopped("Login hører til en anden person").await;
        let page = site.browser.text("main").await.unwrap();
        assert!(!page.contains("Anna") && !page.contains("Bo Birkelund"), "{page}");
        anna.back_to_the_form().await;
        anna.assert_not_changed().await;
    })
    .await;
}

/// Rows F01, F04 and P07. Another person's login is refused in every browser, see above.
#[tokio::test]
async fn p07_f01_f04_a_login_that_proves_too_little_is_refused_and_the_next_one_finds_the_form() {
    in_one_browser("p07_f01_f04_a_login_that_proves_too_little", async |site| {
        let anna = Caseworker::at_the_provider(site).await;
        site.sandbox.stand_in().set_fault(Fault::ChangedSignature, 1);
        anna.login.complete("anna").await.unwrap();
        anna.assert_stopped("Login kunne ikke kontrolleres").await;
        anna.back_to_the_form().await;

        anna.confirm_the_form().await;
        site.sandbox.stand_in().set_fault(Fault::OldAuthTime, 1);
        anna.login.complete("anna").await.unwrap();
        anna.assert_stopped("Login var ikke nyt").await;
        anna.back_to_the_form().await;

        anna.confirm_the_form().await;
        anna.login.complete("eva").await.unwrap();
        anna.assert_stopped("Du brugte dit private MitID").await;
        anna.back_to_the_form().await;
        anna.assert_not_changed().await;
    })
    .await;
}

#[tokio::test]
async fn s06_a_return_without_a_record_sends_nothing() {
    in_each_browser("s06_a_return_without_a_record", async |site| {
        let anna = Caseworker::at_the_provider(site).await;
        site.visit("/return?code=someone-elses&state=unknown").await.unwrap();
        site.browser.find_text("h1", "Vi kan ikke se, hvilken ændring dette login hører til").await.unwrap();
        assert!(!site.browser.client().current_url().await.unwrap().as_str().contains("code"));
        assert_eq!(site.sandbox.stand_in().requests_to("/token"), 1, "only the first login was redeemed");

        // The change that is still open in this tab is offered again.
        site.browser.click("#to-start").await.unwrap();
        anna.assert_notice("Du kom tilbage").await;
        anna.assert_form_holds(BIC, IBAN).await;
    })
    .await;
}

#[tokio::test]
async fn b01_back_from_the_provider_opens_the_form_as_it_was() {
    in_each_browser("b01_back_from_the_provider", async |site| {
        let anna = Caseworker::at_the_provider(site).await;
        site.browser.back().await.unwrap();
        // Either the browser kept the page, with the dialog usable again, or the app loads anew and asks for the form.
        site.browser.find("#confirmation[open] #cancel, #notice").await.unwrap();
        let has_dialog =
            !site.browser.client().find_all(fantoccini::Locator::Css("#confirmation[open]")).await.unwrap().is_empty();
        if has_dialog {
            site.browser.click("#cancel").await.unwrap();
        }
        anna.assert_form_holds(BIC, IBAN).await;
        anna.assert_not_changed().await;
    })
    .await;
}

#[tokio::test]
async fn s03_blocked_storage_keeps_the_caseworker_on_the_page() {
    in_one_browser("s03_blocked_storage", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.app.fill_foreign_form(BIC, IBAN).await.unwrap();
        anna.app.save().await.unwrap();
        anna.confirmation().await;
        let block = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError'); }";
        site.browser.client().execute(block, Vec::new()).await.unwrap();
        site.browser.click("#confirm").await.unwrap();
        site.browser.find_text("h2", "Browseren gemmer ikke ændringen").await.unwrap();
        assert_eq!(site.browser.client().current_url().await.unwrap().host_str(), Some("localhost"));
        site.browser.click("#cancel").await.unwrap();
        anna.assert_form_holds(BIC, IBAN).await;
    })
    .await;
}

#[tokio::test]
async fn an_app_that_stopped_leads_back_to_the_form_as_it_was() {
    in_each_browser("an_app_that_stopped", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.app.fill_foreign_form(BIC, IBAN).await.unwrap();
        // From here on whatever is kept holds both.
        let watch = "const store = Storage.prototype.setItem;
            Storage.prototype.setItem = function (name, value) { store.call(this, name, value); window.isKept = true; }";
        site.browser.run(watch, Vec::new()).await.unwrap();
        site.browser.fill("#valid-from", "B").await.unwrap();
        let kept = "return new Promise((resolve) => {
            const look = () => (window.isKept ? resolve() : requestAnimationFrame(look));
            look();
        })";
        site.browser.run(kept, Vec::new()).await.unwrap();

        site.browser.run(PANIC, Vec::new()).await.unwrap();
        anna.app.save().await.unwrap();
        site.browser.find_text("h1", "NemKonto kunne ikke fortsætte").await.unwrap();
        site.browser.click("#crash a[href]").await.unwrap();
        anna.assert_form_holds(BIC, IBAN).await;
    })
    .await;
}
