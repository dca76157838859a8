//! The token endpoint: codes, PKCE, and the client's proof of identity.

use crate::support::{CLIENT_ID, Jwt, Parameters, REDIRECT_URI, Request, Stand, VERIFIER};
use nemkonto_sandbox::{
    driver::{Choice, Driver},
    identities::{ANNA, EVA, Identity, IdentityKind, NAMELESS},
};
use reqwest::Response;
use serde_json::{Value, json};

async fn new_code(stand: &Stand) -> String {
    let answer = stand.answer(&Request::plain()).await;
    answer.get("code").unwrap().to_owned()
}

async fn assert_refused(response: Response, error: &str) {
    assert_eq!(response.status(), 400);
    assert_eq!(response.json::<Value>().await.unwrap(), json!({ "error": error }));
}

#[tokio::test]
async fn a_code_is_redeemed_once() {
    let stand = Stand::start().await;
    let code = new_code(&stand).await;
    let response = stand.redeem(&code, VERIFIER).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["cache-control"], "no-store");
    assert_refused(stand.redeem(&code, VERIFIER).await, "invalid_grant").await;
    assert_eq!(stand.provider.requests_to("/token"), 2);
}

#[tokio::test]
async fn a_wrong_verifier_uses_the_code_up() {
    let stand = Stand::start().await;
    let code = new_code(&stand).await;
    let wrong = "a".repeat(43);
    assert_refused(stand.redeem(&code, &wrong).await, "invalid_grant").await;
    assert_refused(stand.redeem(&code, VERIFIER).await, "invalid_grant").await;
}

#[tokio::test]
async fn incomplete_and_foreign_requests_are_refused() {
    let grant = ("grant_type", "authorization_code");
    let stand = Stand::start().await;
    for (without, error) in [
        ("grant_type", "invalid_request"),
        ("code", "invalid_request"),
        ("code_verifier", "invalid_grant"),
        ("redirect_uri", "invalid_grant"),
    ] {
        let code = new_code(&stand).await;
        let form: Vec<_> =
            [grant, ("code", code.as_str()), ("code_verifier", VERIFIER), ("redirect_uri", REDIRECT_URI)]
                .into_iter()
                .filter(|(name, _)| *name != without)
                .collect();
        assert_refused(stand.redeem_with(&form).await, error).await;
    }
    assert_refused(stand.redeem_with(&[("grant_type", "password")]).await, "unsupported_grant_type").await;
    assert_refused(stand.redeem("made-up", VERIFIER).await, "invalid_grant").await;
}

#[tokio::test]
async fn only_the_client_with_its_secret_redeems() {
    let stand = Stand::start().await;
    let code = new_code(&stand).await;
    let form = [("grant_type", "authorization_code"), ("code", code.as_str()), ("client_id", CLIENT_ID)];
    let response = stand.http.post(stand.url("/token")).form(&form).send().await.unwrap();
    assert_eq!(response.status(), 401);
    assert_eq!(stand.redeem(&code, VERIFIER).await.status(), 200, "the code is still good for the client");
}

/// What the ID token and the userinfo endpoint tell.
async fn claims_of(identity: Identity) -> (Value, Value) {
    let stand = Stand::start().await;
    let url = stand.authorization_url(&Request::plain()).await;
    let back = Driver::new().unwrap().log_in(&url, identity.user_id, Choice::Approve).await.unwrap();
    let code = Parameters::of(&back).get("code").unwrap().to_owned();
    let tokens: Value = stand.redeem(&code, VERIFIER).await.json().await.unwrap();
    let told = stand.userinfo(tokens["access_token"].as_str().unwrap()).await.json().await.unwrap();
    (Jwt::read(tokens["id_token"].as_str().unwrap()).claims.into(), told)
}

#[tokio::test]
async fn the_claims_of_an_employee_are_those_of_the_broker() {
    let stand = Stand::start().await;
    let claims = stand.id_token(&Request::plain()).await.claims;
    let level = "https://data.gov.dk/concept/core/nsis/Substantial";
    assert_eq!(claims["acr"], level);
    assert_eq!(claims["loa"], level);
    assert_eq!(claims["idp"], "mitid_erhverv");
    assert_eq!(claims["identity_type"], "professional");
    assert_eq!(claims["nonce"], "the-nonce");
    assert_eq!(claims["aud"], CLIENT_ID);
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 300);
    assert!(claims["auth_time"].as_i64().unwrap() <= claims["iat"].as_i64().unwrap());
    assert!(claims["transaction_id"].is_string());
}

#[tokio::test]
async fn a_name_protected_employee_has_an_alias_and_no_name() {
    let (_, claims) = claims_of(NAMELESS).await;
    let IdentityKind::Employee { authority, persistent_id, .. } = NAMELESS.kind else { panic!("an employee") };
    assert_eq!(claims["nemlogin.alias"], "Pseudonym");
    assert_eq!(claims.get("nemlogin.name"), None);
    assert_eq!(claims["nemlogin.cvr"], authority.cvr);
    assert_eq!(claims["nemlogin.persistent_professional_id"], persistent_id);
}

#[tokio::test]
async fn a_private_person_acts_for_no_company() {
    let (claims, told) = claims_of(EVA).await;
    assert_eq!(claims["identity_type"], "private");
    assert_eq!(claims["idp"], "mitid");
    let employee = told.as_object().unwrap().keys().find(|name| name.starts_with("nemlogin."));
    assert_eq!(employee, None);
}

#[tokio::test]
async fn userinfo_tells_what_the_id_token_leaves_out_to_the_holder_of_the_token() {
    let (claims, told) = claims_of(ANNA).await;
    assert_eq!(told["sub"], claims["sub"]);
    assert_eq!(told["nemlogin.name"], "Anna Agersted");
    let in_both: Vec<_> = told.as_object().unwrap().keys().filter(|name| claims.get(name).is_some()).collect();
    assert_eq!(in_both, ["sub"]);

    let stand = Stand::start().await;
    let response = stand.userinfo("guessed").await;
    assert_eq!(response.status(), 401);
    assert!(response.headers()["www-authenticate"].to_str().unwrap().starts_with("Bearer"));
}
