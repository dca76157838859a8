//! Asking the userinfo endpoint what the ID token leaves out (OpenID Connect Core 5.3).

use serde_json::{Map, Value};

use super::{LoginError, discovery::Provider, http::Http, token::Tokens};

/// What the endpoint tells about the person of an ID token. An answer about anyone else is refused (section 5.3.2): an access token
/// that was slipped in would otherwise bring another person's claims.
pub(super) async fn fetch(
    http: &Http,
    provider: &Provider,
    tokens: &Tokens,
    subject: &str,
) -> Result<Map<String, Value>, LoginError> {
    let endpoint = provider.userinfo_endpoint.as_ref().ok_or(LoginError::Unavailable("no userinfo endpoint"))?;
    let access_token = tokens.access_token.as_deref().ok_or(LoginError::NotProven("no access_token"))?;
    let (status, body) = http
        .get_with_token(endpoint, access_token)
        .await
        .map_err(|_| LoginError::Unavailable("userinfo: no answer"))?;
    if status.as_u16() != 200 {
        return Err(LoginError::Unavailable("userinfo: refused"));
    }
    let claims: Map<String, Value> =
        serde_json::from_slice(&body).map_err(|_| LoginError::Unavailable("userinfo: unreadable answer"))?;
    match claims.get("sub") {
        Some(Value::String(about)) if about == subject => Ok(claims),
        _ => Err(LoginError::NotProven("userinfo is about somebody else")),
    }
}
