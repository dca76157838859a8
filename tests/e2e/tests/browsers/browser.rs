//! What browsers do besides showing pages: tabs, frames, popups, cookies.

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN};
use nemkonto_e2e::{in_each_browser, in_one_browser};

#[tokio::test]
async fn b04_of_two_tabs_one_wins_and_the_other_sees_the_new_state_and_its_own_draft() {
    in_each_browser("b04_of_two_tabs_one_wins", async |site| {
        let client = site.browser.client();
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.app.fill_foreign_form(BIC, IBAN).await.unwrap();
        let first = client.window().await.unwrap();

        let second = client.new_window(true).await.unwrap().handle;
        client.switch_to_window(second).await.unwrap();
        anna.open_overview(COMPANY).await;
        site.browser.click("#assign-nemkonto").await.unwrap();
        site.browser.fill("#registration-number", "9998").await.unwrap();
        site.browser.fill("#account-number", "654321").await.unwrap();
        anna.carry_out().await;

        client.switch_to_window(first).await.unwrap();
        anna.app.save().await.unwrap();
        site.browser.find_text("h2", "Det, du vil ændre, er ændret, siden du åbnede det").await.unwrap();
        anna.assert_form_holds(BIC, IBAN).await;
        // Now that it has been seen, the change can be made on top of it.
        anna.app.save().await.unwrap();
        let confirmation = anna.confirmation().await;
        assert!(confirmation.contains("En anden konto venter på aktivering"), "{confirmation}");
    })
    .await;
}

#[tokio::test]
async fn b09_the_journey_needs_neither_popups_nor_third_party_cookies() {
    // Chromium is started with both blocked, for every test; the others block popups by themselves.
    in_each_browser("b09_neither_popups_nor_third_party_cookies", async |site| {
        let anna = Caseworker::log_in_by_hand(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        let watch = "window.open = () => { document.title = 'a popup'; throw new Error('blocked'); }";
        site.browser.client().execute(watch, Vec::new()).await.unwrap();
        anna.save_and_confirm(BIC, IBAN).await;
        anna.login.complete_by_hand("anna").await.unwrap();
        anna.app.receipt_number().await.unwrap();
    })
    .await;
}

/// The app has marks in the page where something will be drawn.
#[tokio::test]
async fn b19_an_extension_that_removes_comments_takes_nothing_from_the_page() {
    in_one_browser("b19_an_extension_that_removes_comments", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        let watch = "const remove = () => {
              const comments = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT), found = [];
              while (comments.nextNode()) found.push(comments.currentNode);
              for (const comment of found) comment.remove();
            };
            remove();
            new MutationObserver(remove).observe(document, { childList: true, subtree: true });";
        site.browser.run(watch, Vec::new()).await.unwrap();
        site.browser.click("#look-up").await.unwrap();
        site.browser.find(".alert-error").await.unwrap();
        anna.app.look_up(COMPANY).await.unwrap();
        anna.app.open_foreign_form().await.unwrap();
        anna.app.fill_foreign_form(BIC, IBAN).await.unwrap();
        anna.app.save().await.unwrap();
        assert!(anna.confirmation().await.contains(IBAN));
        site.browser.click("#cancel").await.unwrap();
        site.browser.click("#back").await.unwrap();
        site.browser.click("#history").await.unwrap();
        site.browser.find("#shown:not(:empty)").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn b10_the_app_does_not_work_in_a_frame_of_another_site() {
    in_each_browser("b10_in_a_frame_of_another_site", async |site| {
        let client = site.browser.client();
        site.visit("/").await.unwrap();
        site.browser.find("#log-in").await.unwrap();
        let page =
            format!("data:text/html,<h1>another site</h1><iframe id=framed src='{}'></iframe>", site.sandbox.app());
        site.browser.go(&page).await.unwrap();
        site.browser.find("#framed").await.unwrap().enter_frame().await.unwrap();
        for part in ["#log-in", "main", "#main"] {
            let found = client.find_all(fantoccini::Locator::Css(part)).await.unwrap();
            assert!(
                found.is_empty() || !site.browser.text("body").await.unwrap().contains("NemKonto"),
                "{part} is framed"
            );
        }
    })
    .await;
}
