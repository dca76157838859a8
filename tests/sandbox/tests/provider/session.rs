//! The provider's own session: when it is reused, when people are asked again, and how it ends.

use crate::support::{CLIENT_ID, Jwt, LOGGED_OUT_URI, Parameters, Request, Stand, VERIFIER};
use nemkonto_sandbox::{
    driver::{Choice, Driver},
    identities::{ANNA, BO},
};
use url::Url;

/// A browser in which Bo is logged in already.
async fn browser_of_bo(stand: &Stand) -> Driver {
    let browser = Driver::new().unwrap();
    let url = stand.authorization_url(&Request::plain()).await;
    browser.log_in(&url, "bo", Choice::Approve).await.unwrap();
    browser
}

/// Whom the login of a browser is about, where Anna logs in if anybody is asked.
async fn subject(stand: &Stand, browser: &Driver, request: &Request) -> String {
    let url = stand.authorization_url(request).await;
    let back = browser.log_in(&url, "anna", Choice::Approve).await.unwrap();
    let code = Parameters::of(&back).get("code").unwrap().to_owned();
    let tokens: serde_json::Value = stand.redeem(&code, VERIFIER).await.json().await.unwrap();
    let claims = Jwt::read(tokens["id_token"].as_str().unwrap()).claims;
    claims["sub"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_session_is_reused_silently() {
    let stand = Stand::start().await;
    let browser = browser_of_bo(&stand).await;
    for request in [Request::plain(), Request::plain().with("max_age", "3600"), Request::plain().with("prompt", "none")]
    {
        assert_eq!(subject(&stand, &browser, &request).await, BO.subject(), "{request:?}");
    }
}

#[tokio::test]
async fn a_forced_login_asks_again() {
    for (name, value) in [("prompt", "login"), ("prompt", "select_account"), ("max_age", "0")] {
        let stand = Stand::start().await;
        let browser = browser_of_bo(&stand).await;
        let forced = Request::plain().with(name, value);
        assert_eq!(subject(&stand, &browser, &forced).await, ANNA.subject(), "{name}={value}");
        // From now on this browser is Anna's.
        assert_eq!(subject(&stand, &browser, &Request::plain()).await, ANNA.subject());
    }
}

#[tokio::test]
async fn prompt_none_without_a_session_needs_a_login() {
    let stand = Stand::start().await;
    let answer = stand.answer(&Request::plain().with("prompt", "none")).await;
    assert_eq!(answer.get("error"), Some("login_required"));
    assert_eq!(answer.get("state"), Some("the-state"));
}

#[tokio::test]
async fn giving_up_leaves_the_session_as_it_was() {
    let stand = Stand::start().await;
    let browser = browser_of_bo(&stand).await;
    let url = stand.authorization_url(&Request::plain().with("prompt", "login")).await;
    browser.log_in(&url, "anna", Choice::Reject).await.unwrap();
    assert_eq!(subject(&stand, &browser, &Request::plain()).await, BO.subject());
}

#[tokio::test]
async fn a_level_above_substantial_cannot_be_had() {
    let stand = Stand::start().await;
    let level =
        |name: &str| Request::plain().with("acr_values", &format!("https://data.gov.dk/concept/core/nsis/{name}"));
    let answer = stand.answer(&level("High")).await;
    assert_eq!(answer.get("error"), Some("unmet_authentication_requirements"));
    assert!(stand.answer(&level("Substantial")).await.get("code").is_some());
}

fn logout(stand: &Stand, hint: Option<&str>, target: &str) -> Url {
    let mut url = stand.url("/end-session");
    url.query_pairs_mut()
        .append_pair("client_id", CLIENT_ID)
        .append_pair("post_logout_redirect_uri", target)
        .append_pair("state", "bye")
        .extend_pairs(hint.map(|hint| ("id_token_hint", hint)));
    url
}

#[tokio::test]
async fn logging_out_leads_back_only_with_a_token_as_hint() {
    let stand = Stand::start().await;
    let token = stand.id_token(&Request::plain()).await.text;
    let good = stand.http.get(logout(&stand, Some(&token), LOGGED_OUT_URI)).send().await.unwrap();
    assert_eq!(good.status(), 303);
    assert_eq!(good.headers()["location"], format!("{LOGGED_OUT_URI}?state=bye"));
    for (hint, target) in [
        (None, LOGGED_OUT_URI),
        (Some("made-up"), LOGGED_OUT_URI),
        (Some(token.as_str()), "https://elsewhere.example/"),
    ] {
        let response = stand.http.get(logout(&stand, hint, target)).send().await.unwrap();
        assert_eq!(response.status(), 200, "{target}");
        assert!(response.text().await.unwrap().contains("Du er logget af"));
    }
}

#[tokio::test]
async fn after_a_logout_people_are_asked_again() {
    let stand = Stand::start().await;
    let login = stand.authorization_url(&Request::plain()).await;
    let cookie = log_in_by_hand(&stand, &login).await;
    let silent = |url: Url| stand.http.get(url).header("cookie", cookie.clone()).send();

    let url = stand.authorization_url(&Request::plain().with("prompt", "none")).await;
    let before = silent(url).await.unwrap();
    assert!(before.headers()["location"].to_str().unwrap().contains("code="));

    let ended = silent(stand.url("/end-session")).await.unwrap();
    assert!(ended.headers()["set-cookie"].to_str().unwrap().contains("Max-Age=0"));

    let url = stand.authorization_url(&Request::plain().with("prompt", "none")).await;
    let after = silent(url).await.unwrap();
    assert!(after.headers()["location"].to_str().unwrap().contains("error=login_required"));
}

/// Logs in as Anna and gives the cookie that the provider sets.
async fn log_in_by_hand(stand: &Stand, authorization_url: &Url) -> String {
    let first = stand.http.get(authorization_url.clone()).send().await.unwrap();
    let login = first.headers()["location"].to_str().unwrap();
    let app = login.replace("/login/", "/app/");
    let user_id = stand.http.post(stand.url(&format!("{login}/user-id"))).form(&[("user_id", "anna")]);
    user_id.send().await.unwrap();
    stand.http.post(stand.url(&format!("{app}/approve"))).send().await.unwrap();
    let done = stand.get(&format!("{login}/continue")).await;
    let cookie = done.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    cookie.split(';').next().unwrap().to_owned()
}
