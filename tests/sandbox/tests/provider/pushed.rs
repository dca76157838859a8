//! Pushed authorization requests: what is accepted, and that each is good for one login.

use crate::support::{CLIENT_ID, Request, Stand};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

#[tokio::test]
async fn discovery_announces_what_the_login_needs() {
    let stand = Stand::start().await;
    let document = stand.get_json("/.well-known/openid-configuration").await;
    assert_eq!(document["issuer"], stand.provider.issuer());
    assert_eq!(document["authorization_response_iss_parameter_supported"], true);
    assert_eq!(document["require_pushed_authorization_requests"], true);
    assert_eq!(document["code_challenge_methods_supported"], json!(["S256"]));
    assert_eq!(document["id_token_signing_alg_values_supported"], json!(["ES256"]));
    for endpoint in [
        "authorization_endpoint",
        "token_endpoint",
        "jwks_uri",
        "end_session_endpoint",
        "pushed_authorization_request_endpoint",
    ] {
        let address = document[endpoint].as_str().unwrap();
        assert!(address.starts_with(stand.provider.issuer()), "{endpoint}: {address}");
    }
}

#[tokio::test]
async fn a_pushed_request_gets_a_reference_for_ten_minutes() {
    let stand = Stand::start().await;
    let response = stand.push(&Request::plain()).await;
    assert_eq!(response.status(), 201);
    assert_eq!(response.headers()["cache-control"], "no-store");
    let answer: Value = response.json().await.unwrap();
    assert_eq!(answer["expires_in"], 600);
    assert!(answer["request_uri"].as_str().unwrap().starts_with("urn:ietf:params:oauth:request_uri:"));
}

#[tokio::test]
async fn requests_that_break_a_rule_are_refused() {
    let plain = Request::plain;
    let stand = Stand::start().await;
    for (request, error) in [
        (plain().with("client_id", "someone-else"), "invalid_request"),
        (plain().without("response_type"), "unsupported_response_type"),
        (plain().with("response_type", "code id_token"), "unsupported_response_type"),
        (plain().with("scope", "nemlogin"), "invalid_scope"),
        (plain().with("scope", "openid"), "invalid_scope"),
        (plain().without("redirect_uri"), "invalid_request"),
        (plain().with("redirect_uri", "http://localhost:8080/return/"), "invalid_request"),
        (plain().without("code_challenge"), "invalid_request"),
        (plain().without("code_challenge_method"), "invalid_request"),
        (plain().with("code_challenge_method", "plain"), "invalid_request"),
        (plain().with("code_challenge", "short"), "invalid_request"),
        (plain().with("prompt", "none login"), "invalid_request"),
        (plain().with("prompt", "please"), "invalid_request"),
        (plain().with("max_age", "-1"), "invalid_request"),
        (plain().with("max_age", "soon"), "invalid_request"),
        (plain().with("request_uri", "urn:ietf:params:oauth:request_uri:x"), "invalid_request"),
        (plain().with("idp_params", "{"), "invalid_request"),
        (plain().twice("state"), "invalid_request"),
    ] {
        let response = stand.push(&request).await;
        assert_eq!(response.status(), 400, "{request:?}");
        let answer: Value = response.json().await.unwrap();
        assert_eq!(answer["error"], error, "{request:?}");
    }
}

#[tokio::test]
async fn a_client_that_does_not_authenticate_is_refused() {
    let stand = Stand::start().await;
    let push = stand.http.post(stand.url("/par")).body("response_type=code");
    let response = push.try_clone().unwrap().send().await.unwrap();
    assert_eq!(response.status(), 401);
    assert!(response.headers().contains_key("www-authenticate"));
    let wrong = push.basic_auth(CLIENT_ID, Some("wrong")).send().await.unwrap();
    assert_eq!(wrong.status(), 401);
    assert_eq!(wrong.json::<Value>().await.unwrap(), json!({ "error": "invalid_client" }));
}

#[tokio::test]
async fn a_reference_text_may_have_130_bytes() {
    let stand = Stand::start().await;
    for (length, status) in [(130, 201), (131, 400)] {
        let text = BASE64_STANDARD.encode("x".repeat(length));
        let params = json!({ "mitid": { "reference_text": text, "action_text": "CONFIRM" } });
        let request = Request::plain().with("idp_params", &params.to_string());
        assert_eq!(stand.push(&request).await.status(), status, "{length} bytes");
    }
}

#[tokio::test]
async fn a_pushed_request_starts_one_login() {
    let stand = Stand::start().await;
    let url = stand.authorization_url(&Request::plain()).await;
    let first = stand.http.get(url.clone()).send().await.unwrap();
    assert!(first.headers()["location"].to_str().unwrap().starts_with("/login/"));
    let second = stand.http.get(url).send().await.unwrap();
    assert_eq!(second.status(), 400);
}

#[tokio::test]
async fn nothing_but_a_pushed_request_of_the_client_starts_a_login() {
    let stand = Stand::start().await;
    let mut foreign = stand.authorization_url(&Request::plain()).await;
    let query = foreign.query().unwrap().replace(CLIENT_ID, "someone-else");
    foreign.set_query(Some(&query));
    assert_eq!(stand.http.get(foreign).send().await.unwrap().status(), 400);
    for query in [
        "",
        "client_id=nemkonto&request_uri=urn:ietf:params:oauth:request_uri:unknown",
        "client_id=nemkonto&response_type=code&scope=openid+nemlogin&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Freturn",
    ] {
        let response = stand.get(&format!("/authorize?{query}")).await;
        assert_eq!(response.status(), 400, "{query}");
        assert!(!response.headers().contains_key("location"));
    }
}
