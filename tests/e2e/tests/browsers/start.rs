//! The app starts.

use std::fs;
use std::path::{Path, PathBuf};

use nemkonto_e2e::in_each_browser;
use nemkonto_e2e::pages::Page;
use nemkonto_e2e::site::{dist, start_sandbox};
use serde_json::json;
use tempfile::TempDir;

#[tokio::test]
async fn the_first_page_appears_under_the_strict_policy_and_asks_early_who_is_logged_in() {
    in_each_browser("the_first_page_appears_under_the_strict_policy", async |site| {
        site.visit("/").await.unwrap();
        let page = Page(&site.browser);
        assert_ne!(page.heading().await.unwrap(), "");
        assert_eq!(page.language().await.unwrap(), "da");

        // A refused request is the app's business; anything else in the console is a fault.
        let messages = site.browser.console().await.unwrap();
        let faults: Vec<_> = messages.iter().filter(|message| message.source != "network").collect();
        assert!(faults.is_empty(), "{faults:#?}");

        // The question goes out while the module is still loading, once, and its answer is what the app then uses. So does that for the
        // configuration. Which of the two a browser begins first is its own business.
        let asked = "return performance.getEntriesByType('resource')
            .map((entry) => new URL(entry.name).pathname).filter((path) => path.startsWith('/api/')).sort()";
        let asked = site.browser.run(asked, Vec::new()).await.unwrap();
        assert_eq!(asked, json!(["/api/configuration", "/api/session"]));

        for id in ["loading", "start-failed", "outdated", "unreachable", "old-browser", "wasm-blocked", "crash"] {
            let panels = format!("#{id}:not([hidden])");
            let shown = site.browser.client().find_all(fantoccini::Locator::Css(&panels)).await.unwrap();
            assert!(shown.is_empty(), "{id}");
        }
    })
    .await;
}

/// They would compete with the app, and a page can be read without them.
#[tokio::test]
async fn fonts_are_taken_once_the_app_is_in_the_cache_and_no_more_than_two() {
    in_each_browser("fonts_are_taken_once_the_app_is_in_the_cache", async |site| {
        let fetched = "const ended = (part) => (entry) => new URL(entry.name).pathname.endsWith(part); \
                       const files = performance.getEntriesByType('resource'); \
                       const fonts = files.filter(ended('.woff2')); \
                       const [app] = files.filter(ended('.wasm')); \
                       const loaded = [...document.fonts].filter(({ status }) => status === 'loaded'); \
                       return [loaded.length, fonts.length <= 2 && fonts.every((font) => font.startTime > app.responseEnd), \
                               getComputedStyle(document.body).fontFamily.includes('IBM Plex Sans')]";
        site.visit("/").await.unwrap();
        site.browser.wait_until("localStorage.getItem('nemkonto.fonts')").await.unwrap();
        site.browser.settle().await.unwrap();
        assert_eq!(site.browser.run(fetched, Vec::new()).await.unwrap(), json!([2, true, false]));
        site.visit("/verify").await.unwrap();
        site.browser.settle().await.unwrap();
        let now = site.browser.run(fetched, Vec::new()).await.unwrap();
        assert_eq!([&now[0], &now[2]], [&json!(2), &json!(true)]);
    })
    .await;
}

/// A proxy cuts the module, answers with nothing, or with a page of its own. The browser blocks nothing then; loading again helps.
#[tokio::test]
async fn b15_a_module_that_did_not_arrive_whole_asks_to_load_the_page_again() {
    let copy = copy_of_the_build();
    let module = built_file(copy.path(), "nemkonto", "wasm");
    let whole = fs::read(&module).unwrap();
    let half = &whole[..whole.len() / 2];
    in_each_browser("b15_a_module_that_did_not_arrive_whole", async |site| {
        for damaged in [half, &[], b"<!doctype html><title>Proxy</title>"] {
            fs::write(&module, damaged).unwrap();
            let (sandbox, _data) = start_sandbox(copy.path().to_owned()).await.unwrap();
            site.browser.go(sandbox.app().as_str()).await.unwrap();
            site.browser.find("#start-failed:not([hidden])").await.unwrap();
            let blamed = site.browser.client().find_all(fantoccini::Locator::Css("#wasm-blocked:not([hidden])")).await;
            assert!(blamed.unwrap().is_empty(), "{} bytes", damaged.len());
            sandbox.stop().await;
        }
    })
    .await;
}

/// In place of `boot.js`: an app that does not arrive, however long one waits.
pub const NEVER: &str = "globalThis.starting = new Promise(() => {});";

/// A copy of the built app, to be altered.
pub fn copy_of_the_build() -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&dist().unwrap(), copy.path());
    copy
}

/// Puts another script in the place of one of a build, under a name that no browser has in its cache.
pub fn replace_script(dist: &Path, beginning: &str, script: &str) {
    let file = built_file(dist, beginning, "js");
    let name = file.file_name().unwrap().to_str().unwrap();
    let page = dist.join("index.html");
    fs::write(dist.join(format!("other-{name}")), script).unwrap();
    let text = fs::read_to_string(&page).unwrap();
    fs::write(page, text.replace(name, &format!("other-{name}"))).unwrap();
}

/// The file of a build whose name begins and ends so; in between is a hash.
pub fn built_file(dist: &Path, beginning: &str, ending: &str) -> PathBuf {
    let files = fs::read_dir(dist).unwrap().map(|file| file.unwrap().path());
    let fits = |file: &PathBuf| {
        let name = file.file_name().unwrap().to_str().unwrap();
        name.starts_with(beginning) && file.extension().is_some_and(|it| it == ending)
    };
    files.into_iter().find(fits).unwrap()
}

/// Without the compressed twins, which would be served in place of what is altered.
fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap().map(|file| file.unwrap().path()) {
        let target = to.join(file.file_name().unwrap());
        if file.is_dir() {
            copy_folder(&file, &target);
        } else if !file.extension().is_some_and(|it| it == "br" || it == "gz") {
            fs::copy(&file, target).unwrap();
        }
    }
}
