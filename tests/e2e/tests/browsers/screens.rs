//! Every screen in every state: nothing for axe-core to report, nothing cut off, and the accessibility tree as reviewed.

use std::collections::BTreeSet;
use std::env;
use std::sync::Mutex;

use nemkonto::i18n::Language;
use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::screens::{SCREENS, Walk};
use nemkonto_e2e::site::{Site, root};
use nemkonto_e2e::snapshot::Snapshots;
use nemkonto_e2e::{axe, in_browser, layout, tree};

#[tokio::test]
async fn danish_screens_are_accessible_and_read_as_reviewed() {
    let snapshots = Mutex::new(snapshots());
    in_browser(Engine::Chromium, "danish_screens", async |site| {
        look_at_all(site, Language::Danish, async |screen| {
            let tree = tree::of(&site.browser).await.unwrap();
            differs_from_snapshot(&mut snapshots.lock().unwrap(), screen, &tree)
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn screens_in_other_languages_are_accessible_in_dark_colours() {
    in_browser(Engine::Chromium, "screens_in_other_languages", async |site| {
        site.browser.prefer("prefers-color-scheme", "dark").await.unwrap();
        for &language in Language::ALL.iter().filter(|language| **language != Language::Danish) {
            look_at_all(site, language, async |_| None).await;
        }
    })
    .await;
}

/// Goes to every screen before it complains, so that one run tells all.
async fn look_at_all(site: &Site, language: Language, check: impl AsyncFn(&str) -> Option<String>) {
    let mut walk = Walk::new(site, language);
    let mut findings = 0;
    for screen in Walk::screens() {
        walk.go_to(screen).await.unwrap_or_else(|error| panic!("{}: {error}", screen.name));
        let mut found: Vec<String> = check(screen.name).await.into_iter().collect();
        found.extend(axe::findings(&site.browser).await.unwrap());
        found.extend(layout::findings(&site.browser).await.unwrap());
        for finding in &found {
            println!("{}: {finding}", screen.name);
        }
        findings += found.len();
    }
    assert_eq!(findings, 0, "what was found is printed above");
}

#[test]
fn every_snapshot_belongs_to_a_screen() {
    let screens: BTreeSet<String> = SCREENS.iter().map(|screen| screen.name.to_owned()).collect();
    assert_eq!(screens.len(), SCREENS.len(), "two screens have one name");
    assert_eq!(snapshots().inventory().unwrap(), (screens, BTreeSet::new()));
}

/// Compares with the reviewed text; with `UPDATE_SNAPSHOTS=1` writes it anew, for the next review.
fn differs_from_snapshot(snapshots: &mut Snapshots, screen: &str, tree: &str) -> Option<String> {
    if env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
        snapshots.update(screen, tree).unwrap();
        return None;
    }
    let reviewed = snapshots.reviewed(screen);
    (reviewed != tree).then(|| {
        let line = reviewed.lines().zip(tree.lines()).find(|(reviewed, tree)| reviewed != tree);
        format!("the accessibility tree is not as reviewed ({line:?}); UPDATE_SNAPSHOTS=1 writes it anew")
    })
}

fn snapshots() -> Snapshots {
    Snapshots::open(&root().join("tests/e2e/snapshots")).unwrap()
}
