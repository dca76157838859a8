//! Whose account it is: each answer of a bank, from form to receipt.

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN, assert_all};
use nemkonto_e2e::{in_each_browser, in_one_browser};

/// The Lithuanian accounts of the guide whose banks know somebody else.
const CLOSE: &str = "LT66 3250 0070 0000 0001";
const OTHER: &str = "LT39 3250 0070 0000 0002";
const SILENT: &str = "LT12 3250 0070 0000 0003";
const DOWN: &str = "LT55 3250 0070 0000 0005";
/// The ten digits of domestic ones: the same, one whose bank does not say, and one that answers when it is asked again.
const DOMESTIC_OTHER: &str = "7000000002";
const DOMESTIC_SILENT: &str = "7000000003";
const DOMESTIC_SLOW_AT_FIRST: &str = "7000000008";

impl Caseworker<'_> {
    async fn save_domestic(&self, account: &str) {
        self.open_overview(COMPANY).await;
        let browser = self.browser();
        browser.click("#assign-nemkonto").await.unwrap();
        browser.fill("#registration-number", "9999").await.unwrap();
        browser.fill("#account-number", account).await.unwrap();
        self.app.save().await.unwrap();
        browser.find("#confirmation[open] #payee").await.unwrap();
    }

    async fn payee(&self) -> String {
        self.browser().text("#payee").await.unwrap()
    }

    /// Says why the account is right. Gives the confirmation, which can now be confirmed.
    async fn acknowledge(&self, reason: &str, note: Option<&str>) -> String {
        self.app.choose("payee-reason", reason).await.unwrap();
        if let Some(note) = note {
            self.browser().fill("#payee-note", note).await.unwrap();
        }
        self.browser().click("#acknowledge").await.unwrap();
        self.browser().find("#confirm").await.unwrap();
        self.confirmation().await
    }

    /// Saves the form, and looks at the confirmation.
    async fn assert_told(&self, next: &str, expected: &str) {
        self.app.save().await.unwrap();
        self.browser().find(&format!("#confirmation[open] {next}")).await.unwrap();
        assert_all(&self.payee().await, &[expected]);
        self.browser().click("#cancel").await.unwrap();
        self.browser().find("#confirmation:not([open])").await.unwrap();
    }

    async fn confirm_by_login(&self) -> String {
        self.app.confirm().await.unwrap();
        self.login.complete("anna").await.unwrap();
        self.app.receipt_number().await.unwrap();
        self.browser().text("main").await.unwrap()
    }
}

#[tokio::test]
async fn a_name_that_fits_is_confirmed_as_ever() {
    in_one_browser("a_name_that_fits", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.save_domestic("123456").await;
        assert_all(&anna.payee().await, &["Banken bekræfter, at kontoen tilhører Bakkens Bageri I/S.", "Spurgt kl."]);
        assert_all(&anna.confirm_by_login().await, &["Kontoens ejer", "Banken bekræftede navnet"]);
    })
    .await;
}

#[tokio::test]
async fn v05_a_similar_name_wants_a_reason_which_the_receipt_and_the_history_have() {
    in_each_browser("a_similar_name_wants_a_reason", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.app.fill_foreign_form(BIC, CLOSE).await.unwrap();
        anna.app.save().await.unwrap();
        anna.browser().find("#acknowledge").await.unwrap();
        assert_all(&anna.payee().await, &["et navn, der ligner: B. Bageri I/S", "Bakkens Bageri I/S"]);
        // Without a reason nobody goes on.
        anna.browser().click("#acknowledge").await.unwrap();
        anna.browser().find("#payee-reason[aria-invalid=true]").await.unwrap();
        let confirmation = anna.acknowledge("other", Some("Set i CVR")).await;
        assert_all(&confirmation, &["Sagsbehandlerens begrundelse: En anden grund: Set i CVR.", "Kontrolkode"]);
        assert!(!anna.traces().await.contains("B. Bageri"), "the bank's name is kept nowhere");
        let receipt = anna.confirm_by_login().await;
        assert_all(&receipt, &["Banken kendte kontoen under et lignende navn", "En anden grund: Set i CVR"]);
        assert!(!receipt.contains("B. Bageri"), "{receipt}");
        assert_all(&anna.newest_in_history().await, &["et lignende navn", "En anden grund: Set i CVR"]);
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_account_of_a_danish_bank_in_english() {
    in_each_browser("somebody_elses_account", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.browser().click("#language-en").await.unwrap();
        anna.save_domestic(DOMESTIC_OTHER).await;
        assert_all(&anna.payee().await, &["The bank answers that the account does not belong to Bakkens Bageri I/S."]);
        let confirmation = anna.acknowledge("guardian", None).await;
        assert_all(&confirmation, &["The caseworker's reason: The account is a guardian's or an attorney's."]);
        let receipt = anna.confirm_by_login().await;
        assert_all(&receipt, &["Owner of the account", "it was not the holder's account"]);
    })
    .await;
}

#[tokio::test]
async fn v07_who_edits_the_account_after_giving_a_reason_is_asked_again() {
    in_one_browser("who_edits_the_account_is_asked_again", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.app.fill_foreign_form(BIC, CLOSE).await.unwrap();
        anna.app.save().await.unwrap();
        anna.browser().find("#acknowledge").await.unwrap();
        anna.acknowledge("other", Some("Set i CVR")).await;
        anna.browser().click("#cancel").await.unwrap();
        anna.app.fill_foreign_form(BIC, OTHER).await.unwrap();
        anna.app.save().await.unwrap();
        anna.browser().find("#acknowledge").await.unwrap();
        assert_all(&anna.payee().await, &["kontoen ikke tilhører"]);
        // The words are still there, the reason is to be chosen anew.
        anna.browser().click("#acknowledge").await.unwrap();
        anna.browser().find("#payee-reason[aria-invalid=true]").await.unwrap();
        anna.app.choose("payee-reason", "other").await.unwrap();
        let note = anna.browser().find("#payee-note").await.unwrap().prop("value").await.unwrap();
        assert_eq!(note.as_deref(), Some("Set i CVR"));
    })
    .await;
}

#[tokio::test]
async fn v01_a_bank_that_does_not_say_stops_nobody_and_one_that_was_slow_is_asked_again() {
    in_each_browser("a_bank_that_does_not_say_stops_nobody", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.save_domestic(DOMESTIC_SLOW_AT_FIRST).await;
        // Every other time it is quick; a busy machine may need more than one try.
        while anna.payee().await.contains("har ikke svaret") {
            anna.browser().click("#ask-bank-again").await.unwrap();
            anna.browser().find("#confirmation[open] #payee:not(:has([aria-busy=true]))").await.unwrap();
        }
        assert_all(&anna.payee().await, &["Banken bekræfter"]);
        anna.browser().click("#cancel").await.unwrap();
        anna.save_domestic(DOMESTIC_SILENT).await;
        assert_all(&anna.payee().await, &["Banken svarer ikke på, hvem der ejer kontoen.", "på anden måde"]);
        assert_all(&anna.confirm_by_login().await, &["Banken svarer ikke på, hvem der ejer kontoen"]);
    })
    .await;
}

/// Each answer, at a Danish bank and at a foreign one, in both languages: what the confirmation says, and whether it asks for a reason.
#[tokio::test]
async fn each_answer_is_told_of_each_account_in_each_language() {
    in_one_browser("each_answer_is_told", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        let answers = [
            ("123456", IBAN, "#confirm", ["Banken bekræfter", "The bank confirms"]),
            ("7000000001", CLOSE, "#acknowledge", ["et navn, der ligner", "by a similar name"]),
            (DOMESTIC_OTHER, OTHER, "#acknowledge", ["ikke tilhører", "does not belong"]),
            (DOMESTIC_SILENT, SILENT, "#confirm", ["svarer ikke på", "does not say whose"]),
            ("7000000005", DOWN, "#confirm", ["har ikke svaret", "has not answered"]),
        ];
        for (language, words) in [("da", 0), ("en", 1)] {
            anna.browser().click(&format!("#language-{language}")).await.unwrap();
            for (account, iban, next, expected) in answers {
                anna.open_overview(COMPANY).await;
                anna.browser().click("#assign-nemkonto").await.unwrap();
                anna.app.choose_form("domestic").await.unwrap();
                anna.browser().fill("#registration-number", "9999").await.unwrap();
                anna.browser().fill("#account-number", account).await.unwrap();
                anna.assert_told(next, expected[words]).await;
                anna.app.choose_form("iban").await.unwrap();
                anna.app.fill_foreign_form(BIC, iban).await.unwrap();
                anna.assert_told(next, expected[words]).await;
                site.visit("/").await.unwrap();
            }
        }
    })
    .await;
}
