//! Logging in, staying logged in, logging out.

use nemkonto::{
    contract::{ACTING_AS, Configuration, LoginStarted, ProblemType, Session, SessionExpiry},
    domain::holder::Scheme,
};
use nemkonto_sandbox::{
    api::{Agency, Limits, openapi},
    fixtures::SALARIES,
    identities::ANNA,
    provider::Fault,
};
use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::support::{APP, Browser, COMPANY, World, kind, person};

#[tokio::test]
async fn without_a_login_there_is_no_session() {
    let world = World::start().await;
    assert_eq!(kind(world.browser().get::<Session>("/api/session").await), ProblemType::NotLoggedIn);
}

#[tokio::test]
async fn the_configuration_needs_no_login() {
    let world = World::start().await;
    let configuration: Configuration = world.browser().get("/api/configuration").await.unwrap();
    assert_eq!(configuration.contact, Agency::of_the_sandbox().contact);
    assert_eq!(configuration.links, Agency::of_the_sandbox().links);
    assert_eq!(configuration.session_minutes, None, "the sandbox does not say it");
    assert!(configuration.sandbox);
}

#[tokio::test]
async fn b12_the_configuration_says_where_the_provider_lives_once_it_is_known() {
    let world = World::start().await;
    let browser = world.browser();
    let before: Configuration = browser.get("/api/configuration").await.unwrap();
    assert_eq!(before.login_origin, None);
    let started: LoginStarted = browser.post("/api/login", &json!({})).await.unwrap();
    let known: Configuration = browser.get("/api/configuration").await.unwrap();
    let address: url::Url = started.authorization_url.parse().unwrap();
    assert_eq!(known.login_origin, Some(address.origin().ascii_serialization()));
}

#[tokio::test]
async fn the_login_asks_the_provider_for_a_pushed_request_only() {
    let world = World::start().await;
    let started: LoginStarted = world.browser().post("/api/login", &json!({})).await.unwrap();
    let url: url::Url = started.authorization_url.parse().unwrap();
    let names: Vec<_> = url.query_pairs().map(|(name, _)| name.into_owned()).collect();
    assert_eq!(names, ["client_id", "request_uri"]);
}

#[tokio::test]
async fn cookies_are_for_this_site_and_no_script() {
    let world = World::start().await;
    let request = world.browser().request(Method::POST, "/api/login").header(header::ORIGIN, APP).json(&json!({}));
    let response = request.send().await.unwrap();
    let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.starts_with("login-"));
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(attribute), "{attribute}");
    }
}

#[tokio::test]
async fn a_session_lasts_half_an_hour_unless_it_is_used() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for _ in 0..3 {
        world.clock.advance(29 * 60);
        anna.get::<Session>("/api/session").await.unwrap();
    }
    world.clock.advance(31 * 60);
    assert_eq!(kind(anna.get::<Session>("/api/session").await), ProblemType::NotLoggedIn);
}

#[tokio::test]
async fn asking_how_long_a_session_lasts_does_not_prolong_it_and_using_it_does() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let expiry = async || anna.get::<SessionExpiry>("/api/session/expiry").await.map(|expiry| expiry.expires_in);
    world.clock.advance(20 * 60);
    for _ in 0..2 {
        assert_lasts(expiry().await.unwrap(), 10 * 60);
    }
    // "Forbliv logget på".
    assert_lasts(anna.get::<Session>("/api/session").await.unwrap().expires_in, 30 * 60);
    assert_lasts(expiry().await.unwrap(), 30 * 60);
    world.clock.advance(25 * 60);
    anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    assert_lasts(expiry().await.unwrap(), 30 * 60);
    world.clock.advance(30 * 60);
    assert_eq!(kind(expiry().await), ProblemType::NotLoggedIn);
    assert_eq!(kind(world.browser().get::<SessionExpiry>("/api/session/expiry").await), ProblemType::NotLoggedIn);
}

/// The clock of the API goes on while the test runs.
fn assert_lasts(seconds: u32, expected: u32) {
    assert!((expected - 60..=expected).contains(&seconds), "{seconds} seconds instead of {expected}");
}

/// Every call that says so in the API's document is refused.
async fn assert_everything_differs(browser: &Browser) {
    let document = openapi::document();
    let mut refused = 0;
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let is_compared = operation["parameters"]
                .as_array()
                .is_some_and(|parameters| parameters.iter().any(|parameter| parameter["name"] == ACTING_AS));
            if is_compared {
                let path = path.replace("{handle}", "x").replace("{number}", "x");
                let answer = match method.as_str() {
                    "get" => browser.get::<Value>(&path).await,
                    _ => browser.post_anything(&path).await,
                };
                assert_eq!(kind(answer), ProblemType::SessionDiffers, "{path}");
                refused += 1;
            }
        }
    }
    assert!(refused >= 11, "{refused}");
}

#[tokio::test]
async fn s11_a_page_that_shows_somebody_else_is_told_nothing_and_changes_nothing() {
    let world = World::start().await;
    let browser = world.browser();
    let anna = browser.log_in("anna").await.unwrap();
    browser.shows(&anna);
    browser.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let prepared = browser.prepared().await;
    // In another tab.
    let clara = browser.log_in("clara").await.unwrap();
    assert_ne!(clara.acting_as, anna.acting_as);
    assert_everything_differs(&browser).await;
    assert_eq!(kind(browser.reopen(&prepared).await), ProblemType::OtherPerson, "that is said by the seal");
    browser.shows(&clara);
    browser.get::<Session>("/api/session").await.expect("she has not been logged out");
    assert_eq!(browser.log_in("anna").await.unwrap().acting_as, anna.acting_as, "the same after every login");
    browser.shows(&anna);
    browser.look_up(Scheme::Cvr, COMPANY).await.unwrap();
}

#[tokio::test]
async fn s11_a_page_that_shows_another_unit_is_told_nothing_and_changes_nothing() {
    let world = World::start().await;
    let browser = world.browser();
    let before = browser.log_in("anna").await.unwrap();
    browser.shows(&before);
    let after = browser.switch_unit(SALARIES).await.unwrap();
    assert_ne!(before.acting_as, after.acting_as);
    assert_everything_differs(&browser).await;
    browser.shows(&after);
    assert_eq!(browser.get::<Session>("/api/session").await.unwrap().acting_as, after.acting_as);
    browser.look_up(Scheme::Cvr, COMPANY).await.unwrap();
}

#[tokio::test]
async fn logging_out_ends_the_session() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    anna.post::<Value>("/api/logout", &json!({})).await.unwrap();
    assert_eq!(kind(anna.get::<Session>("/api/session").await), ProblemType::NotLoggedIn);
    assert_eq!(world.count("SELECT count(*) FROM sessions"), 0);
}

#[tokio::test]
async fn a_new_login_ends_the_session_before() {
    let world = World::start().await;
    let browser = world.logged_in("anna").await;
    browser.log_in("anna").await.unwrap();
    assert_eq!(world.count("SELECT count(*) FROM sessions"), 1);
}

#[tokio::test]
async fn a_private_identity_gets_no_session() {
    let world = World::start().await;
    assert_eq!(kind(world.browser().log_in("eva").await), ProblemType::PrivateIdentity);
    assert_eq!(world.count("SELECT count(*) FROM sessions"), 0);
}

#[tokio::test]
async fn an_employee_who_is_not_registered_gets_no_session() {
    let world = World::start().await;
    world.change(|transaction| transaction.execute("DELETE FROM assignments WHERE person_id = ?1", [person(ANNA).id]));
    assert_eq!(kind(world.browser().log_in("anna").await), ProblemType::NotACaseworker);
}

#[tokio::test]
async fn a_login_returns_to_the_browser_that_started_it_only() {
    let world = World::start().await;
    let callback = world.browser().start_login("anna").await.unwrap();
    let other_browser = world.browser();
    assert_eq!(kind(other_browser.post::<Session>("/api/login/complete", &callback).await), ProblemType::LoginUnknown);
    other_browser.start_login("bo").await.unwrap();
    assert_eq!(kind(other_browser.post::<Session>("/api/login/complete", &callback).await), ProblemType::LoginUnknown);
    assert_eq!(world.count("SELECT count(*) FROM sessions"), 0);
}

#[tokio::test]
async fn a_login_cannot_be_completed_twice_or_too_late() {
    let world = World::start().await;
    let browser = world.browser();
    let callback = browser.start_login("anna").await.unwrap();
    browser.post::<Session>("/api/login/complete", &callback).await.unwrap();
    assert_eq!(kind(browser.post::<Session>("/api/login/complete", &callback).await), ProblemType::LoginUnknown);

    let late = browser.start_login("anna").await.unwrap();
    world.clock.advance(601);
    assert_eq!(kind(browser.post::<Session>("/api/login/complete", &late).await), ProblemType::LoginNotProven);
}

#[tokio::test]
async fn t10_many_logins_in_a_row_are_limited_and_the_api_says_until_when() {
    let limits = Limits { logins_a_minute: 3, ..Limits::default() };
    let world = World::with_limits(limits).await;
    let start = async |browser: Browser| browser.post::<LoginStarted>("/api/login", &json!({})).await;
    for _ in 0..limits.logins_a_minute {
        start(world.browser()).await.unwrap();
    }
    let pushed = world.provider.requests_to("/par");
    let refused = start(world.browser()).await.unwrap_err();
    assert_eq!(refused.problem_type, ProblemType::TooManyAttempts);
    assert_eq!(world.provider.requests_to("/par"), pushed, "the provider hears nothing of it");
    start(world.browser_elsewhere()).await.expect("who is somewhere else is not stopped");
    world.clock.advance(refused.retry_after.expect("the API says when to try again").into());
    start(world.browser()).await.unwrap();
}

#[tokio::test]
async fn t05_a_login_returns_to_no_other_place() {
    let world = World::start().await;
    let elsewhere = world.browser_at("http://localhost:8080.elsewhere.example");
    assert_eq!(kind(elsewhere.post::<LoginStarted>("/api/login", &json!({})).await), ProblemType::ForeignOrigin);
}

#[tokio::test]
async fn s12_a_login_after_a_log_out_or_in_place_of_somebody_has_to_be_made_anew() {
    let world = World::start().await;
    let browser = world.browser();
    let anna = browser.log_in("anna").await.unwrap();
    world.change(|transaction| transaction.execute("DELETE FROM sessions", []));
    let again = browser.log_in("bo").await.unwrap();
    assert_eq!(again.acting_as, anna.acting_as, "a session that only ended is taken up again by the provider");
    let in_place_of_anna = browser.log_in("bo").await.unwrap();
    assert_ne!(in_place_of_anna.acting_as, anna.acting_as);
    browser.post::<Value>("/api/logout", &json!({})).await.unwrap();
    // One that is begun and not finished changes nothing.
    browser.post::<LoginStarted>("/api/login", &json!({})).await.unwrap();
    assert_eq!(browser.log_in("anna").await.unwrap().acting_as, anna.acting_as);
}

#[tokio::test]
async fn s12_a_provider_that_lets_in_on_an_earlier_login_after_a_log_out_is_not_believed() {
    let world = World::start().await;
    let browser = world.browser();
    browser.log_in("anna").await.unwrap();
    browser.post::<Value>("/api/logout", &json!({})).await.unwrap();
    world.provider.set_fault(Fault::OldAuthTime, 1);
    assert_eq!(kind(browser.log_in("anna").await), ProblemType::LoginNotFresh);
    assert!(browser.log_in("anna").await.is_ok());
}

#[tokio::test]
async fn s13_two_tabs_can_log_in_at_the_same_time() {
    let world = World::start().await;
    let browser = world.browser();
    let first = browser.start_login("anna").await.unwrap();
    let second = browser.start_login("anna").await.unwrap();
    browser.post::<Session>("/api/login/complete", &first).await.unwrap();
    browser.post::<Session>("/api/login/complete", &second).await.unwrap();
    assert_eq!(world.count("SELECT count(*) FROM sessions"), 1);
}

#[tokio::test]
async fn s13_logins_that_are_never_finished_do_not_fill_the_browser() {
    let world = World::start().await;
    let browser = world.browser();
    let first = browser.start_login("anna").await.unwrap();
    let mut last = None;
    for _ in 0..5 {
        world.clock.advance(1);
        last = Some(browser.start_login("anna").await.unwrap());
    }
    assert_eq!(kind(browser.post::<Session>("/api/login/complete", &first).await), ProblemType::LoginUnknown);
    browser.post::<Session>("/api/login/complete", &last).await.unwrap();
}

#[tokio::test]
async fn s13_a_forged_return_leaves_the_session_as_it_is() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let forged = json!({ "code": "x", "state": "y", "iss": null });
    assert_eq!(kind(anna.post::<Session>("/api/login/complete", &forged).await), ProblemType::LoginUnknown);
    anna.get::<Session>("/api/session").await.unwrap();
}
