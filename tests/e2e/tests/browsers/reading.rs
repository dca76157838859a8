//! What a caseworker reads, and for whom they act.

use crate::caseworker::{BIC, Caseworker, IBAN, assert_all};
use nemkonto_e2e::{in_each_browser, in_one_browser, layout, site::Site};

/// Nothing is registered.
const WITH_NOTHING: &str = "120361-6003";
/// Has accounts for several benefit types.
const WITH_SPECIFIC: &str = "230881-5008";

/// From now on every name that the API tells is without end and without a space, and turns what follows it around.
const HOSTILE_NAMES: &str = "
    const names = ['name', 'by', 'caseworker', 'telephone', 'email', 'opening_hours'];
    const hostile = 'W'.repeat(1000) + '\\u202e' + 'w'.repeat(100000);
    const json = Response.prototype.text;
    Response.prototype.text = async function () {
        return JSON.stringify(JSON.parse(await json.call(this), function (key, value) {
            const isName = names.includes(key) && typeof value === 'string' && this.code === undefined;
            return isName ? hostile : value;
        }));
    }";

#[tokio::test]
async fn b18_back_to_a_history_read_page_by_page_finds_what_was_loaded_and_where_one_was() {
    in_each_browser("b18_back_to_a_history", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_overview(WITH_SPECIFIC).await;
        site.browser.click("#history").await.unwrap();
        site.browser.find("#entry-24").await.unwrap();
        site.browser.click("#older").await.unwrap();
        site.browser.find("#entry-49").await.unwrap();
        // Reading goes on where the new entries begin.
        site.browser.wait_for_focus("entry-25").await.unwrap();
        // The focus may still be scrolling to its entry.
        site.browser.settle().await.unwrap();
        let scroll = "scrollTo({ top: document.querySelector('#entry-40').offsetTop, behavior: 'instant' }); \
                      return Math.round(scrollY)";
        let place = site.browser.run(scroll, Vec::new()).await.unwrap();
        site.browser.run("document.querySelector('#menu-find').click()", Vec::new()).await.unwrap();
        anna.app.wait_for_lookup().await.unwrap();
        site.browser.back().await.unwrap();
        site.browser.find("#entry-49").await.unwrap();
        // WebKit comes back to about a screen from there.
        site.browser.wait_until(&format!("Math.abs(scrollY - {place}) < innerHeight")).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn another_unit_pays_other_benefits() {
    in_one_browser("another_unit_pays_other_benefits", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        site.browser.click("#to-units").await.unwrap();
        site.browser.find("#switch-unit").await.unwrap();
        site.browser.click("label[for=unit-1]").await.unwrap();
        site.browser.click("#switch-unit").await.unwrap();
        anna.app.wait_for_lookup().await.unwrap();
        assert!(site.browser.text("#caseworker").await.unwrap().contains("Løn og personale"));
        anna.open_overview(WITH_NOTHING).await;
        site.browser.click("#create-specific").await.unwrap();
        let offered = site.browser.text("#benefit-type").await.unwrap();
        assert!(offered.contains("NKSLØN") && !offered.contains("NKSKOH"), "{offered}");
    })
    .await;
}

#[tokio::test]
async fn a_service_centre_acts_for_another_authority() {
    in_one_browser("a_service_centre_acts_for_another_authority", async |site| {
        let gry = Caseworker::log_in(site, "gry").await;
        assert_all(&site.browser.text("#caseworker").await.unwrap(), &["Eksempelby Kommune"]);
        site.browser.click("#to-units").await.unwrap();
        site.browser.click("label[for=unit-1]").await.unwrap();
        site.browser.click("#switch-unit").await.unwrap();
        gry.app.wait_for_lookup().await.unwrap();
        assert_all(&site.browser.text("#caseworker").await.unwrap(), &["Styrelsen for Eksempler"]);
        site.browser.click("#menu-benefit-types").await.unwrap();
        assert_all(&site.browser.text("#own").await.unwrap(), &["PULJE"]);
        // What another authority has locked stays locked, whoever employs the caseworker.
        gry.open_overview("050675-7002").await;
        assert_all(&site.browser.text("main").await.unwrap(), &["låst af en anden myndighed"]);
    })
    .await;
}

#[tokio::test]
async fn a17_names_without_end_are_cut_and_broken_wherever_they_are_shown() {
    in_each_browser("a17_names_without_end_are_cut_and_broken_wherever_they_are_shown", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        site.browser.run(HOSTILE_NAMES, Vec::new()).await.unwrap();
        site.browser.click("#to-units").await.unwrap();
        site.browser.click("label[for=unit-1]").await.unwrap();
        site.browser.click("#switch-unit").await.unwrap();
        anna.app.wait_for_lookup().await.unwrap();
        assert_names_fit(site, "#caseworker").await;
        site.browser.click("#to-units").await.unwrap();
        assert_names_fit(site, "label[for=unit-1]").await;
        site.browser.click("#menu-find").await.unwrap();
        site.browser.fill("#holder-number", WITH_SPECIFIC).await.unwrap();
        site.browser.click("#look-up").await.unwrap();
        assert_names_fit(site, ".holder-name").await;
        assert_names_fit(site, ".registered").await;
        site.browser.click("#history").await.unwrap();
        assert_names_fit(site, "#entry-0").await;
        site.browser.click("#back").await.unwrap();
        anna.app.open_foreign_form().await.unwrap();
        anna.app.fill_foreign_form(BIC, IBAN).await.unwrap();
        anna.app.save().await.unwrap();
        anna.app.wait_for_confirmation().await.unwrap();
        assert_names_fit(site, "#acts-for").await;
    })
    .await;
}

/// The hostile name is there, cut, and its page is no wider than without it.
async fn assert_names_fit(site: &Site, place: &str) {
    let shown = site.browser.text(place).await.unwrap();
    assert!(shown.contains("WWWW") && shown.contains('…') && !shown.contains('\u{202e}'), "{place}: {shown}");
    if site.browser.engine().has_devtools() {
        assert_eq!(layout::findings(&site.browser).await.unwrap(), Vec::<String>::new(), "{place}");
    }
    let wide = "return document.documentElement.scrollWidth - innerWidth";
    let wide = site.browser.run(wide, Vec::new()).await.unwrap();
    assert!(wide.as_i64().unwrap() <= 0, "{place} makes the page {wide} pixels too wide");
}
