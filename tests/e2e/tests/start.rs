//! The app starts.
#![allow(clippy::unwrap_used)]

use nemkonto_e2e::in_each_browser;
use nemkonto_e2e::pages::Page;

#[tokio::test]
async fn the_first_page_appears_under_the_strict_policy() {
    in_each_browser("the_first_page_appears_under_the_strict_policy", async |site| {
        site.visit("/").await.unwrap();
        let page = Page(&site.browser);
        assert_ne!(page.heading().await.unwrap(), "");
        assert_eq!(page.language().await.unwrap(), "da");

        // A refused request is the app's business; anything else in the console is a fault.
        let messages = site.browser.console().await.unwrap();
        let faults: Vec<_> = messages.iter().filter(|message| message.source != "network").collect();
        assert!(faults.is_empty(), "{faults:#?}");

        for id in ["loading", "start-failed", "old-browser", "wasm-blocked", "crash"] {
            let panels = format!("#{id}:not([hidden])");
            let shown = site.browser.client().find_all(fantoccini::Locator::Css(&panels)).await.unwrap();
            assert!(shown.is_empty(), "{id}");
        }
    })
    .await;
}
