//! `POST /token`: a code becomes an ID token, once.

use axum::{
    Json,
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{
    Provider,
    fault::Effect,
    id_token,
    parameters::Parameters,
    refusal::{invalid_client, oauth_error},
    shape,
    state::{ACCESS_TOKEN_LIFETIME, Grant, NO_STORE, random_name},
};

/// Answers as tersely as the Nets broker does: an error code and nothing else.
pub(super) async fn redeem(State(provider): State<Provider>, headers: HeaderMap, body: String) -> Response {
    if !provider.client().is_sender(&headers, &body) {
        return invalid_client();
    }
    let breakage = provider.inside().faults.take(Effect::try_as_token);
    if let Some(breakage) = breakage {
        return breakage.response().await;
    }
    match grant(&provider, &body) {
        Ok(grant) => tokens(&provider, &grant),
        Err(code) => oauth_error(code, None),
    }
}

/// Takes the grant that the code stands for. Whatever is wrong with the request, the code is used up.
fn grant(provider: &Provider, body: &str) -> Result<Grant, &'static str> {
    let parameters = Parameters::parse(body).map_err(|_| "invalid_request")?;
    match parameters.get("grant_type") {
        Some("authorization_code") => {}
        Some(_) => return Err("unsupported_grant_type"),
        None => return Err("invalid_request"),
    }
    let code = parameters.get("code").ok_or("invalid_request")?;
    let grant = provider.inside().codes.take(code).ok_or("invalid_grant")?;
    let verifier = parameters.get("code_verifier").ok_or("invalid_grant")?;
    let same_redirect = parameters.get("redirect_uri") == Some(grant.redirect_uri.as_str());
    if same_redirect && s256(verifier) == grant.code_challenge { Ok(grant) } else { Err("invalid_grant") }
}

/// RFC 7636, section 4.6.
fn s256(verifier: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier))
}

fn tokens(provider: &Provider, grant: &Grant) -> Response {
    let access_token = random_name();
    let mut answer = json!({
        "access_token": access_token,
        "token_type": "Bearer",
        "expires_in": ACCESS_TOKEN_LIFETIME.as_secs(),
        "scope": shape::required_scopes(provider.shaped_after()).join(" "),
    });
    if !provider.inside().faults.commit(Effect::is_no_id_token) {
        answer["id_token"] = id_token::issue(provider, grant, Some(&access_token)).into();
    }
    (NO_STORE, Json(answer)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s256_gives_the_example_of_rfc_7636() {
        assert_eq!(s256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
