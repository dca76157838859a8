//! The provider behaves: a login as any `OpenID` Connect client sees it.

use crate::support::{CLIENT_ID, Jwt, Parameters, REDIRECT_URI, Request, SECRET, Stand, VERIFIER};
use nemkonto_sandbox::{
    driver::{Choice, Driver},
    identities::{ANNA, MUNICIPALITY},
    provider::Algorithm,
};
use openidconnect::{
    AccessTokenHash, AuthorizationCode, ClientId, ClientSecret, IssuerUrl, Nonce, OAuth2TokenResponse,
    PkceCodeVerifier, RedirectUrl, TokenResponse,
    core::{CoreClient, CoreProviderMetadata},
};

/// An independent client library accepts everything, from discovery to the hash of the access token.
async fn openidconnect_accepts_a_login(algorithm: Algorithm) {
    let stand = Stand::signing_with(algorithm).await;
    let answer = stand.answer(&Request::plain()).await;
    assert_eq!(answer.get("state"), Some("the-state"));
    assert_eq!(answer.get("iss"), Some(stand.provider.issuer()));

    let issuer = IssuerUrl::new(stand.provider.issuer().to_owned()).unwrap();
    let metadata = CoreProviderMetadata::discover_async(issuer, &stand.http).await.unwrap();
    let client = CoreClient::from_provider_metadata(
        metadata,
        ClientId::new(CLIENT_ID.to_owned()),
        Some(ClientSecret::new(SECRET.to_owned())),
    )
    .set_redirect_uri(RedirectUrl::new(REDIRECT_URI.to_owned()).unwrap());
    let code = AuthorizationCode::new(answer.get("code").unwrap().to_owned());
    let tokens = client
        .exchange_code(code)
        .unwrap()
        .set_pkce_verifier(PkceCodeVerifier::new(VERIFIER.to_owned()))
        .request_async(&stand.http)
        .await
        .unwrap();

    let id_token = tokens.id_token().unwrap();
    let verifier = client.id_token_verifier();
    let claims = id_token.claims(&verifier, &Nonce::new("the-nonce".to_owned())).unwrap();
    let hash = AccessTokenHash::from_token(
        tokens.access_token(),
        id_token.signing_alg().unwrap(),
        id_token.signing_key(&verifier).unwrap(),
    )
    .unwrap();
    assert_eq!(claims.access_token_hash(), Some(&hash));
    assert_eq!(claims.subject().as_str(), ANNA.subject());

    let employee = Jwt::read(&id_token.to_string()).claims;
    assert_eq!(employee["identity_type"], "professional");
    let told: serde_json::Value = stand.userinfo(tokens.access_token().secret()).await.json().await.unwrap();
    assert_eq!(told["nemlogin.cvr"], MUNICIPALITY.cvr);
    assert_eq!(told["nemlogin.name"], ANNA.name.unwrap());
    assert_eq!(told["sub"], ANNA.subject());
}

#[tokio::test]
async fn openidconnect_accepts_a_login_with_es256() {
    openidconnect_accepts_a_login(Algorithm::Es256).await;
}

#[tokio::test]
async fn openidconnect_accepts_a_login_with_rs256() {
    openidconnect_accepts_a_login(Algorithm::Rs256).await;
}

#[tokio::test]
async fn openidconnect_accepts_a_login_with_ps256() {
    openidconnect_accepts_a_login(Algorithm::Ps256).await;
}

#[tokio::test]
async fn giving_up_comes_back_as_access_denied() {
    let stand = Stand::start().await;
    for (choice, description) in [(Choice::Reject, "user_aborted"), (Choice::Cancel, "mitid_user_aborted")] {
        let url = stand.authorization_url(&Request::plain()).await;
        let back = Driver::new().unwrap().log_in(&url, "anna", choice).await;
        let answer = Parameters::of(&back.unwrap());
        assert_eq!(answer.get("error"), Some("access_denied"));
        assert_eq!(answer.get("error_description"), Some(description));
        assert_eq!(answer.get("state"), Some("the-state"));
        assert_eq!(answer.get("iss"), Some(stand.provider.issuer()));
        assert_eq!(answer.get("code"), None);
    }
}
