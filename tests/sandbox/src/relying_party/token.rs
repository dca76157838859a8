//! Redeeming a code at the token endpoint (RFC 6749 section 4.1.3, RFC 7636 section 4.5).

use serde::Deserialize;

use super::{LoginError, LoginTransaction, ProviderSettings, client_request, discovery::Provider, http::Http};

/// What the provider gave for the code. Nothing of it has been checked.
#[derive(Deserialize)]
pub(super) struct Tokens {
    pub id_token: Option<String>,
    pub access_token: Option<String>,
}

/// Redeems a code. A code works once, so this is never repeated.
pub(super) async fn redeem(
    http: &Http,
    settings: &ProviderSettings,
    provider: &Provider,
    login: &LoginTransaction,
    code: &str,
) -> Result<Tokens, LoginError> {
    let fields = [
        ("grant_type", "authorization_code".to_owned()),
        ("code", code.to_owned()),
        ("redirect_uri", login.redirect_uri.clone()),
        ("code_verifier", login.verifier.clone()),
    ];
    let (status, body) = client_request::post(http, settings, provider, &provider.token_endpoint, &fields)
        .await
        .map_err(|_| LoginError::Unavailable("token: no answer"))?;
    match status.as_u16() {
        200 => serde_json::from_slice(&body).map_err(|_| LoginError::Unavailable("token: unreadable answer")),
        // RFC 6749 section 5.2: the code is unknown, used up, or belongs to another request.
        400 => Err(LoginError::NotProven("token: code refused")),
        _ => Err(LoginError::Unavailable("token: refused")),
    }
}
