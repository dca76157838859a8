//! The page that is there before the app (`public/first.js`), and how the app takes its place.

mod links;
mod look_up;
mod returning;

use std::fs;

use crate::caseworker::{COMPANY, Caseworker};
use crate::start::{NEVER, built_file, copy_of_the_build};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::pages::Page;
use nemkonto_e2e::site::Site;
use nemkonto_e2e::{at_site, in_one_browser};
use serde_json::Value;

/// How far the app gets in a page.
enum App {
    /// It does not arrive.
    Missing,
    /// It does not arrive, and nobody tells what is configured.
    MissingWithConfiguration,
    /// It does not arrive, and what is configured leads to an address that the test stores.
    MissingWithLink,
    /// It does not arrive, and whoever is logged in is what the test stores.
    MissingWithSession,
    /// It is there, and starts when it is let.
    Held,
}

const END_TIME_BY_HAND: &str = "const over = new AbortController(); AbortSignal.timeout = () => over.signal; \
                                globalThis.endTime = () => over.abort();";
const NO_CONFIGURATION: &str = "const ask = window.fetch; window.fetch = (what, how) => \
                                (what === '/api/configuration' ? Promise.reject(new TypeError()) : ask(what, how));";
const LET_THE_APP_START: &str = "letTheAppStart()";
/// Both are there: the app has drawn its page behind the first one.
const IS_DRAWN_BEHIND: &str = "document.querySelectorAll('[id=log-in]').length === 2";
const HAS_TAKEN_THE_PLACE: &str = "!document.getElementById('first') && document.querySelector('#page-heading')";

async fn in_each_browser_with(app: App, name: &str, test: impl AsyncFn(&Site)) {
    in_browsers_with(app, &Engine::asked_for(), name, test).await;
}

async fn in_one_browser_with(app: App, name: &str, test: impl AsyncFn(&Site)) {
    in_browsers_with(app, &[Engine::Shell], name, test).await;
}

async fn in_browsers_with(app: App, engines: &[Engine], name: &str, test: impl AsyncFn(&Site)) {
    let copy = copy_of_the_build();
    // Time is over when a test says so.
    let early = built_file(copy.path(), "early", "js");
    let script = fs::read_to_string(&early).unwrap();
    fs::write(&early, format!("{END_TIME_BY_HAND} {script}")).unwrap();
    let boot = built_file(copy.path(), "boot", "js");
    match app {
        App::Missing => fs::write(boot, NEVER).unwrap(),
        App::MissingWithConfiguration | App::MissingWithLink | App::MissingWithSession => {
            let answer = match app {
                App::MissingWithLink => links::STORED_LINK,
                App::MissingWithSession => look_up::STORED_SESSION,
                _ => NO_CONFIGURATION,
            };
            fs::write(boot, NEVER).unwrap();
            fs::write(early, format!("{answer} {END_TIME_BY_HAND} {script}")).unwrap();
        }
        App::Held => {
            let script = fs::read_to_string(&boot).unwrap();
            let held = script.replace(
                "app.start();",
                "await new Promise((start) => { globalThis.letTheAppStart = start; }); app.start();",
            );
            assert_ne!(script, held);
            fs::write(boot, held).unwrap();
        }
    }
    for &engine in engines {
        let site = Site::open_with(engine, copy.path().to_owned()).await.unwrap();
        at_site(site, name, &test).await;
    }
}

async fn visit_and_wait_for_the_app_to_be_held(site: &Site) {
    site.visit_without_the_app("/").await.unwrap();
    site.browser.wait_until("globalThis.letTheAppStart").await.unwrap();
}

/// Where everything is, and what it says.
async fn all_that_is_seen(site: &Site) -> [Value; 2] {
    let places = "return [...document.querySelectorAll('.skipnav, .sandbox-banner, .service-name, .portal-user > *, .menu a, h1, main p, \
                                                        main form *, footer, footer p, footer li')] \
                  .filter((element) => element.checkVisibility() && !element.matches('.sr-only, .field-echo')) \
                  .map((element) => [element.localName, element.getBoundingClientRect().top, \
                                     element.getBoundingClientRect().left, getComputedStyle(element).fontSize].join())";
    let words = "return [...document.querySelectorAll('.sandbox-banner, .service-name, .portal-user, .menu, h1, main, footer')] \
                 .filter((element) => element.checkVisibility()).map((element) => element.innerText)";
    [site.browser.run(places, Vec::new()).await.unwrap(), site.browser.run(words, Vec::new()).await.unwrap()]
}

/// From now on the API answers so when a login is to begin.
async fn answer_to_login(site: &Site, answer: &str) {
    let script = format!(
        "window.send ??= window.fetch; \
         window.fetch = (what, how) => (what === '/api/login' ? Promise.resolve({answer}) : window.send(what, how))"
    );
    site.browser.run(&script, Vec::new()).await.unwrap();
}

async fn focus(site: &Site) -> String {
    let focus = site.browser.run("return document.activeElement.id", Vec::new()).await.unwrap();
    focus.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_log_in_page_works_without_the_app() {
    in_each_browser_with(App::Missing, "the_log_in_page_works_without_the_app", async |site| {
        site.visit_without_the_app("/").await.unwrap();
        let page = Page(&site.browser);
        assert_eq!(page.heading().await.unwrap(), "Log ind som sagsbehandler");
        assert_eq!(
            site.browser.client().title().await.unwrap(),
            "Log ind som sagsbehandler – NemKonto for sagsbehandlere"
        );
        site.browser.click("#language-en").await.unwrap();
        assert_eq!(page.heading().await.unwrap(), "Log in as a caseworker");
        assert_eq!(page.language().await.unwrap(), "en");
        assert_eq!(focus(site).await, "language-en");

        // The language is the one that the app remembers.
        site.browser.reload().await.unwrap();
        assert_eq!(page.heading().await.unwrap(), "Log in as a caseworker");
        site.browser.click("#log-in").await.unwrap();
        site.browser.find("#choose-mitid").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn b26_a_login_that_cannot_begin_is_told_without_the_app() {
    let problem =
        |name: &str| format!("new Response('{{\"type\":\"urn:nemkonto:problem:{name}\"}}', {{ status: 500 }})");
    in_one_browser_with(App::Missing, "b26_a_login_that_cannot_begin_is_told_without_the_app", async |site| {
        site.visit_without_the_app("/").await.unwrap();
        for (answer, told) in [
            ("Promise.reject(new TypeError())".to_owned(), "NemKonto svarer ikke"),
            ("new Response('<h1>Bad gateway</h1>', { status: 502 })".to_owned(), "NemKonto svarer ikke"),
            ("new Response('<h1>Proxy</h1>')".to_owned(), "NemKonto gav et svar, vi ikke forstår"),
            ("new Response('{}')".to_owned(), "NemKonto gav et svar, vi ikke forstår"),
            (problem("internal"), "Noget gik galt hos NemKonto"),
            (problem("provider-unavailable"), "Login virker ikke lige nu"),
            (problem("too-many-attempts"), "For mange forsøg"),
            (problem("unheard-of"), "NemKonto gav et svar, vi ikke forstår"),
        ] {
            answer_to_login(site, &answer).await;
            site.browser.click("#log-in").await.unwrap();
            site.browser.find_text("h2", told).await.unwrap();
            let alerts = site.browser.client().find_all(Locator::Css("[role=alert]:not([hidden] *)")).await.unwrap();
            assert_eq!(alerts.len(), 1, "{told}");
            assert_eq!(focus(site).await, "log-in");
        }
        answer_to_login(site, "window.send(what, how)").await;
        site.browser.click("#log-in").await.unwrap();
        site.browser.find("#choose-mitid").await.unwrap();
    })
    .await;
}

/// As in the app, see `browser::location`.
#[tokio::test]
async fn b27_nobody_is_led_to_an_address_that_is_not_the_providers() {
    in_one_browser_with(App::Missing, "b27_nobody_is_led_to_an_address_that_is_not_the_providers", async |site| {
        for address in ["https://example.org/login", "javascript:alert(1)", "nonsense"] {
            site.visit_without_the_app("/").await.unwrap();
            let answer = format!("new Response(JSON.stringify({{ authorization_url: '{address}' }}))");
            answer_to_login(site, &answer).await;
            site.browser.click("#log-in").await.unwrap();
            site.browser.find_text("h2", "Login-siden åbner ikke").await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn b27_nobody_waits_for_ever_where_the_provider_is_not_known() {
    in_one_browser_with(App::MissingWithConfiguration, "b27_nobody_waits_for_ever", async |site| {
        site.visit_without_the_app("/").await.unwrap();
        site.browser.click("#log-in").await.unwrap();
        site.browser.find_text("h2", "Login-siden åbner ikke").await.unwrap();
        assert_eq!(site.browser.text("#log-in").await.unwrap(), "Log ind", "one can try again");
    })
    .await;
}

#[tokio::test]
async fn the_app_takes_the_place_without_moving_anything() {
    in_each_browser_with(App::Held, "the_app_takes_the_place_without_moving_anything", async |site| {
        visit_and_wait_for_the_app_to_be_held(site).await;
        // What the agency has configured is told as soon as it is known.
        site.browser.find(".sandbox-banner").await.unwrap();
        site.browser.run("document.getElementById('log-in').focus()", Vec::new()).await.unwrap();
        site.browser.settle().await.unwrap();
        let before = all_that_is_seen(site).await;
        assert_eq!(before[0].as_array().unwrap().len(), 13, "{before:?}");
        site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
        site.browser.wait_until(HAS_TAKEN_THE_PLACE).await.unwrap();
        assert_eq!(all_that_is_seen(site).await, before);
        assert_eq!(focus(site).await, "log-in");
    })
    .await;
}

#[tokio::test]
async fn b24_no_click_is_lost_while_the_app_takes_the_place() {
    in_each_browser_with(App::Held, "b24_no_click_is_lost_while_the_app_takes_the_place", async |site| {
        visit_and_wait_for_the_app_to_be_held(site).await;
        let button = site.browser.find("#log-in").await.unwrap();
        let mouse = || MouseActions::new("mouse".to_owned());
        let onto = PointerAction::MoveToElement { element: button, duration: None, x: 0.0, y: 0.0 };
        let down = mouse().then(onto).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        site.browser.client().perform_actions(down).await.unwrap();
        site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
        site.browser.wait_until(IS_DRAWN_BEHIND).await.unwrap();
        let up = mouse().then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        site.browser.client().perform_actions(up).await.unwrap();
        site.browser.find("#choose-mitid").await.unwrap();
        assert_eq!(site.sandbox.stand_in().requests_to("/par"), 1, "one login was begun");
    })
    .await;
}

/// Also what has no id of its own.
#[tokio::test]
async fn b24_the_focus_stays_where_it_is_when_the_app_takes_the_place() {
    in_each_browser_with(App::Held, "b24_the_focus_stays_where_it_is", async |site| {
        for element in [".skipnav", ".sandbox-banner a", ".service-name", "#main", "#verify-receipt", "#language-en"] {
            visit_and_wait_for_the_app_to_be_held(site).await;
            site.browser.find(".sandbox-banner").await.unwrap();
            let focus = format!("document.querySelector('#first {element}').focus()");
            site.browser.run(&focus, Vec::new()).await.unwrap();
            site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
            site.browser.wait_until(HAS_TAKEN_THE_PLACE).await.unwrap();
            let has_focus = format!("return document.activeElement === document.querySelector('{element}')");
            assert_eq!(site.browser.run(&has_focus, Vec::new()).await.unwrap(), true, "{element}");
        }
    })
    .await;
}

#[tokio::test]
async fn b25_what_failed_before_the_app_was_there_can_be_read_and_tried_again_in_it() {
    in_one_browser_with(
        App::Held,
        "b25_what_failed_before_the_app_was_there_can_be_read_and_tried_again_in_it",
        async |site| {
            visit_and_wait_for_the_app_to_be_held(site).await;
            answer_to_login(site, "Promise.reject(new TypeError())").await;
            site.browser.click("#log-in").await.unwrap();
            site.browser.find_text("h2", "NemKonto svarer ikke").await.unwrap();
            answer_to_login(site, "window.send(what, how)").await;
            site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
            site.browser.wait_until(IS_DRAWN_BEHIND).await.unwrap();
            site.browser.find_text("h2", "NemKonto svarer ikke").await.unwrap();
            // The press takes the app forward, and goes on in it.
            site.browser.client().find(Locator::Css("#log-in")).await.unwrap().click().await.unwrap();
            site.browser.find("#choose-mitid").await.unwrap();
        },
    )
    .await;
}

/// On a slow network the app takes longer to arrive than an answer may.
#[tokio::test]
async fn b28_what_was_answered_in_time_is_there_for_an_app_that_comes_late() {
    in_one_browser_with(App::Held, "b28_what_was_answered_in_time_is_there_for_an_app_that_comes_late", async |site| {
        visit_and_wait_for_the_app_to_be_held(site).await;
        // Told by it, and so its answer is there; that of the other request perhaps not yet.
        site.browser.find(".sandbox-banner").await.unwrap();
        site.browser
            .run("return askedEarly['/api/session'].then((answer) => answer.status)", Vec::new())
            .await
            .unwrap();
        site.browser.run("endTime()", Vec::new()).await.unwrap();
        site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
        site.browser.wait_until(HAS_TAKEN_THE_PLACE).await.unwrap();
        assert_eq!(Page(&site.browser).heading().await.unwrap(), "Log ind som sagsbehandler");
    })
    .await;
}

#[tokio::test]
async fn who_is_logged_in_sees_the_frame_of_the_page_before_the_app_is_there() {
    in_one_browser_with(
        App::Held,
        "who_is_logged_in_sees_the_frame_of_the_page_before_the_app_is_there",
        async |site| {
            visit_and_wait_for_the_app_to_be_held(site).await;
            site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
            site.browser.wait_until(HAS_TAKEN_THE_PLACE).await.unwrap();
            let anna = Caseworker::at_the_log_in_page(site);
            anna.app.start_login().await.unwrap();
            anna.login.complete("anna").await.unwrap();
            site.browser.wait_until("globalThis.letTheAppStart").await.unwrap();
            site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
            anna.app.look_up(COMPANY).await.unwrap();

            // What the page begins with is asked for before the app is there, and once.
            site.browser.reload().await.unwrap();
            site.browser.wait_until("globalThis.letTheAppStart").await.unwrap();
            site.browser.find("#first #menu-find").await.unwrap();
            let asked = "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname) \
                     .filter((path) => path.startsWith('/api/')).map((path) => path.split('/')[2]).sort().join()";
            let three_are_asked =
                "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).length > 2";
            site.browser.wait_until(three_are_asked).await.unwrap();
            let early = site.browser.run(asked, Vec::new()).await.unwrap();
            assert_eq!(early, "account-holders,configuration,session");
            site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
            site.browser.find("#nemkonto").await.unwrap();
            assert_eq!(site.browser.run(asked, Vec::new()).await.unwrap(), early, "nothing is asked twice");
        },
    )
    .await;
}

#[tokio::test]
async fn s14_a_session_that_ended_unnoticed_leads_to_the_log_in_page_at_once() {
    in_one_browser_with(
        App::Missing,
        "s14_a_session_that_ended_unnoticed_leads_to_the_log_in_page_at_once",
        async |site| {
            site.visit_without_the_app("/").await.unwrap();
            site.browser.run("localStorage.setItem('nemkonto.session', '1')", Vec::new()).await.unwrap();
            site.visit_without_the_app("/benefit-types").await.unwrap();
            site.browser.find_text("h1", "Log ind som sagsbehandler").await.unwrap();
            let noted = site.browser.run("return localStorage.getItem('nemkonto.session')", Vec::new()).await.unwrap();
            assert!(noted.is_null(), "{noted}");
        },
    )
    .await;
}

/// The log-in page has nothing to say about it; the app has.
#[tokio::test]
async fn s15_a_change_that_was_begun_in_this_tab_waits_for_the_app() {
    in_one_browser("s15_a_change_that_was_begun", async |site| {
        Caseworker::at_the_provider(site).await;
        site.visit("/third-party-notices.txt").await.unwrap();
        site.browser.client().delete_all_cookies().await.unwrap();
        site.visit_without_the_app("/").await.unwrap();
        site.browser.find("#under-way").await.unwrap();
    })
    .await;
}
