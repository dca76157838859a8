//! Every screen in every state: nothing for axe-core to report, nothing cut off, and the accessibility tree as reviewed.

use std::collections::BTreeSet;
use std::env;
use std::sync::{LazyLock, Mutex};

use nemkonto::i18n::Language;
use nemkonto_e2e::screens::{SCREENS, Screen, Walk};
use nemkonto_e2e::site::{Site, root};
use nemkonto_e2e::snapshot::Snapshots;
use nemkonto_e2e::{axe, in_one_browser, layout, tree};

/// Shared, since what one screen shows of the frame decides for all.
static SNAPSHOTS: LazyLock<Mutex<Snapshots>> = LazyLock::new(|| Mutex::new(snapshots()));

// Two walks, for two cores.

#[tokio::test]
async fn screens_of_the_first_half_are_accessible_and_read_as_reviewed() {
    let screens: Vec<_> = Walk::screens().collect();
    look_at_all("screens_of_the_first_half", &screens[..screens.len() / 2]).await;
}

#[tokio::test]
async fn screens_of_the_second_half_are_accessible_and_read_as_reviewed() {
    let screens: Vec<_> = Walk::screens().collect();
    look_at_all("screens_of_the_second_half", &screens[screens.len() / 2..]).await;
}

/// Looks at each screen in Danish, and then in the other languages and in dark colours. Goes to every screen before it complains, so that one
/// run tells all.
async fn look_at_all(name: &str, screens: &[&'static Screen]) {
    in_one_browser(name, async |site| {
        let mut walk = Walk::new(site);
        let mut findings = 0;
        for screen in screens {
            let fails = |error| panic!("{}: {error}", screen.name);
            site.browser.prefer("prefers-color-scheme", "light").await.unwrap();
            walk.go_to(screen, Language::Danish).await.unwrap_or_else(fails);
            let tree = tree::of(&site.browser).await.unwrap();
            let mut found = Vec::from_iter(differs_from_snapshot(screen.name, &tree));
            found.extend(look(site).await);
            site.browser.prefer("prefers-color-scheme", "dark").await.unwrap();
            for &language in Language::ALL.iter().filter(|language| **language != Language::Danish) {
                walk.turn_to(screen, language).await.unwrap_or_else(fails);
                found.extend(look(site).await.into_iter().map(|finding| format!("in {}, {finding}", language.tag())));
            }
            for finding in &found {
                println!("{}: {finding}", screen.name);
            }
            findings += found.len();
        }
        assert_eq!(findings, 0, "what was found is printed above");
    })
    .await;
}

/// What is wrong with a screen, whatever it says.
async fn look(site: &Site) -> Vec<String> {
    let mut found = axe::findings(&site.browser).await.unwrap();
    found.extend(layout::findings(&site.browser).await.unwrap());
    found
}

#[test]
fn every_snapshot_belongs_to_a_screen() {
    let screens: BTreeSet<String> = SCREENS.iter().map(|screen| screen.name.to_owned()).collect();
    assert_eq!(screens.len(), SCREENS.len(), "two screens have one name");
    assert_eq!(snapshots().inventory().unwrap(), (screens, BTreeSet::new()));
}

/// Compares with the reviewed text; with `UPDATE_SNAPSHOTS=1` writes it anew, for the next review.
fn differs_from_snapshot(screen: &str, tree: &str) -> Option<String> {
    let mut snapshots = SNAPSHOTS.lock().unwrap();
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
