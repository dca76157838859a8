//! The client that the provider knows, and how it proves who it is.

use axum::http::{HeaderMap, header};
use base64::{Engine, prelude::BASE64_STANDARD};
use url::{Url, form_urlencoded};

/// A confidential client, registered at the provider's start.
pub struct Client {
    /// The `client_id`.
    pub id: String,
    /// The `client_secret`, for HTTP Basic authentication.
    pub secret: String,
    /// Who asks, as the person logging in reads it.
    pub name: String,
    /// Where the provider may send people after a login. Compared as strings (RFC 9700, section 2.1).
    pub redirect_uris: Vec<Url>,
    /// Where the provider may send people after a logout.
    pub post_logout_redirect_uris: Vec<Url>,
}

impl Client {
    /// Whether the request carries this client's id and secret as `client_secret_basic` (RFC 6749, section 2.3.1).
    pub(super) fn is_sender(&self, headers: &HeaderMap) -> bool {
        basic_credentials(headers).is_some_and(|(id, secret)| id == self.id && secret == self.secret)
    }
}

fn basic_credentials(headers: &HeaderMap) -> Option<(String, String)> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(BASE64_STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((form_decoded(id), form_decoded(secret)))
}

/// Both parts are form-encoded before they are joined, so that they may hold a colon.
fn form_decoded(part: &str) -> String {
    form_urlencoded::parse(part.as_bytes()).next().map(|(name, _)| name.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn sent(authorization: &str) -> bool {
        let client = Client {
            id: "a client".to_owned(),
            secret: "s:cr+t".to_owned(),
            name: String::new(),
            redirect_uris: Vec::new(),
            post_logout_redirect_uris: Vec::new(),
        };
        let mut headers = HeaderMap::new();
        headers.insert(header::AUTHORIZATION, authorization.parse().unwrap());
        client.is_sender(&headers)
    }

    fn basic(credentials: &str) -> String {
        format!("Basic {}", BASE64_STANDARD.encode(credentials))
    }

    #[test]
    fn id_and_secret_are_form_encoded() {
        assert!(sent(&basic("a+client:s%3Acr%2Bt")));
        assert!(!sent(&basic("a client:s:cr+t")));
    }

    #[test]
    fn a_wrong_secret_or_another_scheme_is_refused() {
        assert!(!sent(&basic("a+client:wrong")));
        assert!(!sent("Bearer abc"));
        assert!(!sent("Basic %%%"));
    }
}
