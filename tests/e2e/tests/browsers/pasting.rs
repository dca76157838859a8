//! What only the browser's own paste and undo can show.

use crate::caseworker::{COMPANY, Caseworker, value};
use fantoccini::key::Key;
use nemkonto_e2e::{engine::Engine, in_each_browser};

/// As many characters as a field holds.
const LONGEST: usize = 2_000;

#[tokio::test]
async fn b20_undo_brings_back_what_stood_in_the_field_before_an_account_was_pasted() {
    in_each_browser("b20_undo_brings_back_what_stood_in_the_field", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(COMPANY).await;
        site.browser.click("#assign-nemkonto").await.unwrap();
        site.browser.fill("#registration-number", "12").await.unwrap();
        site.browser.paste("#registration-number", "9998-654321").await.unwrap();
        assert_eq!(value(site, "#registration-number").await, "9998");
        assert_eq!(value(site, "#account-number").await, "0000654321");
        if site.browser.engine() == Engine::WebKit {
            // Its browser has undo in a menu, where no key of the driver leads.
            site.browser.run("document.execCommand('undo')", Vec::new()).await.unwrap();
        } else {
            site.browser.press(&[Key::Control.into(), 'z']).await.unwrap();
        }
        assert_eq!(value(site, "#registration-number").await, "12");
    })
    .await;
}

#[tokio::test]
async fn b20_a_megabyte_is_cut_when_it_is_pasted_and_the_beginning_is_kept() {
    in_each_browser("b20_a_megabyte_is_cut_when_it_is_pasted", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(COMPANY).await;
        site.browser.click("#assign-nemkonto").await.unwrap();
        site.browser.paste("#account-number", &"7".repeat(1_000_000)).await.unwrap();
        assert_eq!(value(site, "#account-number").await, "7".repeat(LONGEST));
        site.browser
            .find_text("span", "Der var mere tekst, end feltet kan rumme. Kun begyndelsen står i feltet")
            .await
            .unwrap();
        site.browser.reload().await.unwrap();
        assert_eq!(value(site, "#account-number").await, "7".repeat(LONGEST), "kept");
    })
    .await;
}
