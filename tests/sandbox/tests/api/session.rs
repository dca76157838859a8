//! Logging in, staying logged in, logging out.

use nemkonto::{
    contract::{Configuration, LoginStarted, ProblemType, Session, SessionExpiry},
    domain::holder::Scheme,
};
use nemkonto_sandbox::{api::Limits, identities::ANNA};
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
    assert_eq!(configuration.contact.telephone, "12 34 56 78");
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
    assert!(cookie.starts_with("login="));
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
    assert_eq!(
        kind(other_browser.post::<Session>("/api/login/complete", &callback).await),
        ProblemType::LoginNotProven
    );
    other_browser.start_login("bo").await.unwrap();
    assert_eq!(
        kind(other_browser.post::<Session>("/api/login/complete", &callback).await),
        ProblemType::LoginNotProven
    );
    assert_eq!(world.count("SELECT count(*) FROM sessions"), 0);
}

#[tokio::test]
async fn a_login_cannot_be_completed_twice_or_too_late() {
    let world = World::start().await;
    let browser = world.browser();
    let callback = browser.start_login("anna").await.unwrap();
    browser.post::<Session>("/api/login/complete", &callback).await.unwrap();
    assert_eq!(kind(browser.post::<Session>("/api/login/complete", &callback).await), ProblemType::LoginNotProven);

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
