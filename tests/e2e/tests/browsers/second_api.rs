//! The app with another implementation of its API than the sandbox: `tests/second_api`.

use nemkonto_e2e::{at_site, engine::Engine, site::Site};

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN, assert_all};

#[tokio::test]
async fn a_whole_change_and_one_that_is_given_up_with_the_second_api() {
    let site = Site::open_with_second_api(Engine::Shell).await.unwrap();
    at_site(site, "a_whole_change_with_the_second_api", async |site| {
        let anna = Caseworker::log_in_by_hand(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.save_and_confirm(BIC, IBAN).await;
        anna.login.complete_by_hand("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
        let signed = anna.app.signed_receipt().await.unwrap();
        assert_all(&anna.newest_in_history().await, &[BIC, "Anna Agersted"]);

        // The form comes back as it was typed.
        anna.open_overview(COMPANY).await;
        site.browser.click("#assign-nemkonto").await.unwrap();
        anna.app.choose_form("domestic").await.unwrap();
        site.browser.fill("#registration-number", "9999").await.unwrap();
        site.browser.fill("#account-number", "12 34 56").await.unwrap();
        anna.confirm_the_form().await;
        site.browser.click("#cancel").await.unwrap();
        let typed = site.browser.find("#account-number").await.unwrap().prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some("12 34 56"));

        for document in [signed.document(), signed.code()] {
            site.visit("/verify").await.unwrap();
            anna.app.check_receipt(document).await.unwrap();
            site.browser.find("#genuine").await.unwrap();
        }
        let messages = site.browser.console().await.unwrap();
        let faults: Vec<_> = messages.iter().filter(|message| message.source != "network").collect();
        assert!(faults.is_empty(), "{faults:#?}");
    })
    .await;
}
