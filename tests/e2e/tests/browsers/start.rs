//! The app starts.

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

/// The question goes out while the module is still loading, and its answer is what the app then uses. Left to the app, it would come
/// after that for the configuration.
#[tokio::test]
async fn who_is_logged_in_is_asked_once_and_early() {
    in_each_browser("who_is_logged_in_is_asked_once_and_early", async |site| {
        site.visit("/").await.unwrap();
        Page(&site.browser).heading().await.unwrap();
        let asked = "return performance.getEntriesByType('resource')
            .map((entry) => new URL(entry.name).pathname).filter((path) => path.startsWith('/api/'))";
        let asked = site.browser.client().execute(asked, Vec::new()).await.unwrap();
        assert_eq!(asked, serde_json::json!(["/api/session", "/api/configuration"]));
    })
    .await;
}
