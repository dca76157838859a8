//! The look-up before the app is there: what is typed and pressed goes on in it.

use super::{
    App, HAS_TAKEN_THE_PLACE, IS_DRAWN_BEHIND, LET_THE_APP_START, all_that_is_seen, focus, in_each_browser_with,
    in_one_browser_with,
};
use crate::caseworker::{COMPANY, Caseworker, value};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use nemkonto_e2e::in_one_browser;
use nemkonto_e2e::pages::Page;
use nemkonto_e2e::site::Site;
use serde_json::{Value, json};

/// Who is logged in is told with other words, as a test has stored them.
pub(super) const STORED_SESSION: &str = "const ask = window.fetch; window.fetch = async (what, how) => { \
                           const answer = await ask(what, how); \
                           if (what !== '/api/session' || !answer.ok) return answer; \
                           const session = await answer.json(); \
                           const other = JSON.parse(localStorage.getItem('session')); \
                           Object.assign(session.caseworker, other.caseworker); \
                           return Response.json({ ...session, ...other.session }); };";
/// What says where the caret is.
const SELECTION: &str = "const { selectionStart, selectionEnd } = document.getElementById('holder-number'); \
                         return `${selectionStart}-${selectionEnd}`";
const IS_LOOKED_UP: &str =
    "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/lookup')).length";

async fn let_the_app_start(site: &Site) {
    site.browser.wait_until("globalThis.letTheAppStart").await.unwrap();
    site.browser.run(LET_THE_APP_START, Vec::new()).await.unwrap();
}

/// Anna, at the look-up of a page whose app is held.
async fn at_the_look_up(site: &Site) -> Caseworker<'_> {
    let anna = Caseworker::at_the_log_in_page(site);
    site.step_outside().await.unwrap();
    site.begin_session("anna").await.unwrap();
    site.visit_without_the_app("/").await.unwrap();
    site.browser.find("#first #holder-number").await.unwrap();
    anna
}

/// Anna, back from an ordinary login at the look-up of a page whose app is not there.
async fn back_from_the_login(site: &Site) -> Caseworker<'_> {
    let anna = Caseworker::at_the_log_in_page(site);
    site.visit_without_the_app("/").await.unwrap();
    site.browser.click("#log-in").await.unwrap();
    anna.login.complete("anna").await.unwrap();
    site.browser.find("#first #holder-number").await.unwrap();
    anna
}

#[tokio::test]
async fn b35_what_is_typed_before_the_app_is_there_goes_on_in_it() {
    in_each_browser_with(App::Held, "b35_what_is_typed_before_the_app_is_there", async |site| {
        let anna = at_the_look_up(site).await;
        assert_eq!(Page(&site.browser).heading().await.unwrap(), "Find kontohaver");
        assert_eq!(site.browser.client().title().await.unwrap(), "Find kontohaver – NemKonto for sagsbehandlere");
        site.browser.find("#first .sandbox-banner").await.unwrap();
        site.browser.click("#holder-number").await.unwrap();
        site.browser.client().active_element().await.unwrap().send_keys("99 0120").await.unwrap();
        let into = "document.getElementById('holder-number').setSelectionRange(3, 3)";
        site.browser.run(into, Vec::new()).await.unwrap();
        // The page is drawn anew around it.
        site.browser.run("document.getElementById('language-en').click()", Vec::new()).await.unwrap();
        assert_eq!(Page(&site.browser).heading().await.unwrap(), "Find an account holder");
        site.browser.run("document.getElementById('language-da').click()", Vec::new()).await.unwrap();
        assert_eq!(value(site, "#holder-number").await, "99 0120");

        site.browser.settle().await.unwrap();
        let before = all_that_is_seen(site).await;
        assert!(before[0].as_array().unwrap().len() > 18, "{before:?}");
        let_the_app_start(site).await;
        site.browser.wait_until(HAS_TAKEN_THE_PLACE).await.unwrap();
        assert_eq!(all_that_is_seen(site).await, before, "nothing moves");
        assert_eq!(value(site, "#holder-number").await, "99 0120");
        assert_eq!(focus(site).await, "holder-number");
        assert_eq!(site.browser.run(SELECTION, Vec::new()).await.unwrap(), "3-3");
        // And goes on.
        site.browser.client().active_element().await.unwrap().send_keys("00 ").await.unwrap();
        assert_eq!(value(site, "#holder-number").await, "99 00 0120");
        anna.app.open_accounts().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn b35_no_key_is_lost_while_the_app_takes_the_place() {
    in_each_browser_with(App::Held, "b35_no_key_is_lost", async |site| {
        at_the_look_up(site).await;
        site.browser.click("#holder-number").await.unwrap();
        let keyboard = || KeyActions::new("keyboard".to_owned());
        site.browser.client().perform_actions(keyboard().then(KeyAction::Down { value: '9' })).await.unwrap();
        let_the_app_start(site).await;
        let is_drawn_behind = IS_DRAWN_BEHIND.replace("log-in", "holder-number");
        site.browser.wait_until(&is_drawn_behind).await.unwrap();
        // As one types who does not lift each finger before the next key.
        let more = keyboard()
            .then(KeyAction::Down { value: '8' })
            .then(KeyAction::Up { value: '9' })
            .then(KeyAction::Down { value: '7' })
            .then(KeyAction::Up { value: '8' })
            .then(KeyAction::Up { value: '7' });
        site.browser.client().perform_actions(more).await.unwrap();
        site.browser.wait_until(HAS_TAKEN_THE_PLACE).await.unwrap();
        assert_eq!(value(site, "#holder-number").await, "987");
        assert_eq!(focus(site).await, "holder-number");
    })
    .await;
}

#[tokio::test]
async fn b35_a_search_that_was_begun_before_the_app_is_there_is_made_once_by_it() {
    in_each_browser_with(App::Held, "b35_a_search_that_was_begun", async |site| {
        at_the_look_up(site).await;
        site.browser.click("#holder-number").await.unwrap();
        let enter = format!("{COMPANY}\u{e007}");
        site.browser.client().active_element().await.unwrap().send_keys(&enter).await.unwrap();
        site.browser.find("#first #look-up[aria-busy=true]").await.unwrap();
        assert_eq!(focus(site).await, "holder-number");
        let_the_app_start(site).await;
        site.browser.find("#nemkonto").await.unwrap();
        let script = format!("return {IS_LOOKED_UP}");
        assert_eq!(site.browser.run(&script, Vec::new()).await.unwrap(), 1);
    })
    .await;
}

/// What is wrong with a number only the app knows.
#[tokio::test]
async fn b35_what_is_wrong_is_told_as_soon_as_the_app_is_there() {
    in_each_browser_with(App::Held, "b35_what_is_wrong_is_told", async |site| {
        at_the_look_up(site).await;
        site.browser.click("#holder-number").await.unwrap();
        site.browser.client().active_element().await.unwrap().send_keys("12\u{e007}").await.unwrap();
        site.browser.find("#first #look-up[aria-busy=true]").await.unwrap();
        let_the_app_start(site).await;
        site.browser.find("#holder-number-error").await.unwrap();
        assert_eq!(value(site, "#holder-number").await, "12");
        site.browser.wait_until("document.activeElement.matches('.error-summary')").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn b35_whoever_logs_out_before_the_app_is_there_is_logged_out_by_it() {
    in_one_browser_with(App::Held, "b35_whoever_logs_out", async |site| {
        at_the_look_up(site).await;
        site.browser.click("#log-out").await.unwrap();
        site.browser.find("#log-out[aria-busy=true]").await.unwrap();
        let_the_app_start(site).await;
        site.browser.find("#log-in").await.unwrap();
    })
    .await;
}

/// The look-up is for those who may look up, and nothing is typed where it would have to go.
#[tokio::test]
async fn b36_the_look_up_waits_for_who_is_there() {
    in_one_browser_with(App::MissingWithSession, "b36_the_look_up_waits_for_who_is_there", async |site| {
        let visit = async |other: Value| {
            site.visit_without_the_app("/third-party-notices.txt").await.unwrap();
            let store = "localStorage.setItem('session', arguments[0])";
            site.browser.run(store, vec![other.to_string().into()]).await.unwrap();
            site.visit_without_the_app("/").await.unwrap();
            // It was read before, by the page.
            let is_read = "return askedEarly['/api/session'].then((answer) => answer.clone().json()).then(() => {})";
            site.browser.run(is_read, Vec::new()).await.unwrap();
            let shown = "return ['page-heading', 'caseworker'].map((id) => document.getElementById(id)) \
                         .map((element) => element && element.innerText)";
            site.browser.run(shown, Vec::new()).await.unwrap()
        };
        site.step_outside().await.unwrap();
        site.begin_session("anna").await.unwrap();
        let look_up = "Find kontohaver";
        let (anna, rest) = ("Anna Agersted", "Ydelsesservice, Eksempelby Kommune");
        let who = format!("{anna}, {rest}");
        assert_eq!(visit(json!({})).await, json!([look_up, who]));
        assert_eq!(visit(json!({ "caseworker": { "rights": [] } })).await, json!([null, who]));
        assert_eq!(visit(json!({ "caseworker": { "rights": ["change-nem-konto"] } })).await, json!([null, who]));
        let nameless = format!("Navnebeskyttet medarbejder, {rest}");
        assert_eq!(visit(json!({ "caseworker": { "name": null } })).await, json!([look_up, nameless]));
        let turned_around = format!("\u{202e}{anna}");
        assert_eq!(visit(json!({ "caseworker": { "name": turned_around } })).await, json!([look_up, who]));
        // Nobody knows who that is: the app says so.
        for (part, key) in
            [("session", "caseworker"), ("session", "assignments"), ("caseworker", "unit"), ("caseworker", "rights")]
        {
            assert_eq!(visit(json!({ part: { key: null } })).await, json!([null, null]), "{key}");
        }
    })
    .await;
}

#[tokio::test]
async fn b36_the_look_up_is_not_shown_to_whose_session_has_ended() {
    in_one_browser_with(App::Missing, "b36_the_look_up_is_not_shown", async |site| {
        at_the_look_up(site).await;
        site.browser.run("localStorage.setItem('nemkonto.session', '1')", Vec::new()).await.unwrap();
        site.browser.client().delete_all_cookies().await.unwrap();
        site.visit_without_the_app("/").await.unwrap();
        site.browser.find_text("h1", "Log ind som sagsbehandler").await.unwrap();
    })
    .await;
}

/// Who comes back from a login finds the look-up, while the app is still on its way.
#[tokio::test]
async fn b34_a_login_is_completed_once_and_before_the_app_is_there() {
    in_each_browser_with(App::Held, "b34_a_login_is_completed_once", async |site| {
        let anna = back_from_the_login(site).await;
        let completed = "return [performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/complete')).length, \
                         location.pathname + location.search].join()";
        assert_eq!(site.browser.run(completed, Vec::new()).await.unwrap(), "1,/login/return");
        site.browser.fill("#holder-number", COMPANY).await.unwrap();
        let_the_app_start(site).await;
        site.browser.wait_until(HAS_TAKEN_THE_PLACE).await.unwrap();
        assert_eq!(value(site, "#holder-number").await, COMPANY);
        assert_eq!(site.browser.run(completed, Vec::new()).await.unwrap(), "1,/", "the app takes the answer that is there");
        anna.app.open_accounts().await.unwrap();
    })
    .await;
}

/// The module does not arrive: whoever logged in is logged in when it does.
#[tokio::test]
async fn b34_a_login_that_was_completed_without_the_app_holds() {
    in_one_browser_with(App::Missing, "b34_a_login_that_was_completed_without_the_app", async |site| {
        back_from_the_login(site).await;
        site.browser.reload().await.unwrap();
        site.browser.find("#first #holder-number").await.unwrap();
    })
    .await;
}

/// The app asks once more, is refused, and finds that somebody is logged in.
#[tokio::test]
async fn b34_a_login_whose_early_answer_is_lost_holds() {
    const LOSE_THE_FIRST: &str = "const ask = window.fetch; let isLost = false; window.fetch = async (what, how) => { \
                                  const answer = await ask(what, how); \
                                  if (isLost || !(what.url ?? what).endsWith('/api/login/complete')) return answer; \
                                  isLost = true; throw new TypeError(); };";
    in_one_browser("b34_a_login_whose_early_answer_is_lost", async |site| {
        let anna = Caseworker::at_the_log_in_page(site);
        let lose = json!({ "source": LOSE_THE_FIRST });
        site.browser.devtools("Page.addScriptToEvaluateOnNewDocument", lose).await.unwrap();
        site.visit("/").await.unwrap();
        anna.app.start_login().await.unwrap();
        anna.login.complete("anna").await.unwrap();
        anna.app.look_up(COMPANY).await.unwrap();
    })
    .await;
}
