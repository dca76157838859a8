//! The stand-in by itself, as an API that is not the sandbox's meets it.

use nemkonto_sandbox::server::stand_in::StandIn;
use openidconnect::reqwest::{Client, StatusCode};
use serde_json::Value;

#[tokio::test]
async fn what_is_printed_is_all_that_another_api_needs_to_push_a_request() {
    let stand_in = StandIn::start(0, &"http://localhost:9000".parse().unwrap()).await.unwrap();
    let client = Client::new();
    let discovery = stand_in.address.join("/.well-known/openid-configuration").unwrap();
    let metadata: Value = client.get(discovery).send().await.unwrap().json().await.unwrap();
    let push = async |secret: &str| {
        let address = metadata["pushed_authorization_request_endpoint"].as_str().unwrap();
        let parameters = [
            ("response_type", "code"),
            ("scope", "openid nemlogin"),
            ("redirect_uri", &stand_in.redirect_uris[0]),
            ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
            ("code_challenge_method", "S256"),
        ];
        let request = client.post(address).basic_auth(stand_in.client_id, Some(secret)).form(&parameters);
        request.send().await.unwrap().status()
    };
    assert!(stand_in.redirect_uris[0].starts_with("http://localhost:9000/"), "{:?}", stand_in.redirect_uris);
    assert_eq!(push(&stand_in.client_secret).await, StatusCode::CREATED);
    assert_eq!(push("another").await, StatusCode::UNAUTHORIZED);
}
