//! The journey of the guide, from the look-up to the receipt, and what it leaves behind.

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN};
use nemkonto_e2e::{in_each_browser, in_one_browser};
use nemkonto_sandbox::api::Fault;

#[tokio::test]
async fn a_foreign_nemkonto_from_look_up_to_receipt() {
    in_each_browser("a_foreign_nemkonto_from_look_up_to_receipt", async |site| {
        let anna = Caseworker::log_in_by_hand(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.app.fill_foreign_form("revolt21", "IBAN: lt35 3250 0123 4567 8901").await.unwrap();
        anna.app.save().await.unwrap();

        let confirmation = anna.confirmation().await;
        for expected in [
            "Du skal nu bekræfte ændringen med MitID Erhverv",
            "For CVR-nummer:",
            COMPANY,
            "Ny udenlandsk NemKonto:",
            "BIC-kode (SWIFT): REVOLT21",
            "IBAN-kode: LT35 3250 0123 4567 8901",
            "NemKonto kan ikke garantere",
            "Log ind som Anna Agersted for Eksempelby Kommune",
        ] {
            assert!(confirmation.contains(expected), "“{expected}” is missing in {confirmation}");
        }
        let code = site.browser.text("#check-code").await.unwrap();
        let promised = site.browser.text("#reference-text").await.unwrap();
        assert!(promised.contains(&code), "{promised}");

        anna.app.confirm().await.unwrap();
        anna.login.choose_mitid().await.unwrap();
        anna.login.identify("anna").await.unwrap();
        let mitid_app = anna.login.open_app().await.unwrap();
        assert_eq!(site.browser.text("#reference-text").await.unwrap(), promised, "the app shows what was promised");
        mitid_app.approve().await.unwrap();

        let number = anna.app.receipt_number().await.unwrap();
        let receipt = site.browser.text("main").await.unwrap();
        for expected in
            ["Kvittering", "REVOLT21", "LT35 3250 0123 4567 8901", COMPANY, "Anna Agersted", &code, "60 dage"]
        {
            assert!(receipt.contains(expected), "“{expected}” is missing in {receipt}");
        }
        assert_eq!(anna.stored().await, "[]", "nothing is left in session storage");

        // The receipt is the API's: a reload shows it again.
        site.browser.reload().await.unwrap();
        assert_eq!(anna.app.receipt_number().await.unwrap(), number);

        anna.open_overview(COMPANY).await;
        let pending = site.browser.text("#pending").await.unwrap();
        assert!(pending.contains("REVOLT21") && pending.contains("LT35 3250 0123 4567 8901"), "{pending}");
    })
    .await;
}

#[tokio::test]
async fn t01_no_number_and_no_code_reaches_address_title_history_storage_or_console() {
    in_each_browser("t01_no_number_reaches_address_title_history_storage_or_console", async |site| {
        let anna = Caseworker::log_in_by_hand(site, "anna").await;
        let mut seen = Vec::new();
        anna.open_foreign_form(COMPANY).await;
        seen.push(anna.traces().await);
        anna.save_and_confirm(BIC, IBAN).await;
        anna.login.complete_by_hand("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
        seen.push(anna.traces().await);
        // Everything that the history still holds of the app.
        let entries = site.browser.run("return history.length", Vec::new()).await.unwrap().as_u64().unwrap();
        assert!(entries > 4, "{entries}");
        for _ in 1..entries.min(9) {
            site.browser.back().await.unwrap();
            if site.browser.client().current_url().await.unwrap().host_str() == Some("localhost") {
                seen.push(anna.traces().await);
            }
        }
        let compact = |text: &str| text.replace([' ', '-'], "");
        for trace in seen {
            for secret in [COMPANY, IBAN, BIC] {
                assert!(!compact(&trace).contains(&compact(secret)), "{trace}");
            }
            assert!(!trace.contains("code=") && !trace.contains("state="), "{trace}");
        }
        for message in site.browser.console().await.unwrap() {
            for secret in [COMPANY, IBAN, BIC, "code="] {
                assert!(!compact(&message.text).contains(&compact(secret)), "{message:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn t02_the_page_runs_under_the_strict_policy_on_every_screen() {
    in_one_browser("t02_the_page_runs_under_the_strict_policy_on_every_screen", async |site| {
        let anna = Caseworker::log_in_by_hand(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.save_and_confirm(BIC, IBAN).await;
        anna.login.complete_by_hand("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
        site.visit("/no/such/page").await.unwrap();
        site.browser.find_text("h1", "Siden findes ikke").await.unwrap();
        let messages = site.browser.console().await.unwrap();
        let faults: Vec<_> = messages.iter().filter(|message| message.source != "network").collect();
        assert!(faults.is_empty(), "{faults:#?}");
    })
    .await;
}

/// Rows A01 and A02: nobody answers, then a proxy does, then the answer is lost that said that all went well.
#[tokio::test]
async fn a01_a02_lost_answers_end_with_the_receipt_of_one_change() {
    in_one_browser("a01_a02_lost_answers", async |site| {
        let anna = Caseworker::at_the_provider(site).await;
        for fault in [Fault::Unavailable, Fault::Nonsense, Fault::AnswerLost] {
            site.sandbox.api().set_fault(fault, 1);
        }
        anna.login.complete("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
        assert_eq!(site.sandbox.stand_in().requests_to("/token"), 2, "each login was redeemed once");
    })
    .await;
}
