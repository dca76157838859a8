//! The client that the provider knows, and how it proves who it is.

use axum::http::{HeaderMap, header};
use base64::{Engine, prelude::BASE64_STANDARD};
use url::{Url, form_urlencoded};

use super::parameters::Parameters;

/// A confidential client, registered at the provider's start.
pub struct Client {
    /// The `client_id`.
    pub id: String,
    /// The `client_secret`, for HTTP Basic authentication or among the parameters.
    pub secret: String,
    /// Who asks, as the person logging in reads it.
    pub name: String,
    /// Where the provider may send people after a login. Compared as strings (RFC 9700, section 2.1).
    pub redirect_uris: Vec<Url>,
    /// Where the provider may send people after a logout.
    pub post_logout_redirect_uris: Vec<Url>,
}

impl Client {
    /// Whether the request carries this client's id and secret, as `client_secret_basic` or `client_secret_post` (RFC 6749,
    /// section 2.3.1). It must not use both ways.
    pub(super) fn is_sender(&self, headers: &HeaderMap, body: &str) -> bool {
        let is_ours = |(id, secret): (String, String)| id == self.id && secret == self.secret;
        match (basic_credentials(headers), posted_credentials(body)) {
            (Some(credentials), None) | (None, Some(credentials)) => is_ours(credentials),
            (Some(_), Some(_)) | (None, None) => false,
        }
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

fn posted_credentials(body: &str) -> Option<(String, String)> {
    let parameters = Parameters::parse(body).ok()?;
    Some((parameters.get("client_id")?.to_owned(), parameters.get("client_secret")?.to_owned()))
}

/// Both parts are form-encoded before they are joined, so that they may hold a colon.
fn form_decoded(part: &str) -> String {
    form_urlencoded::parse(part.as_bytes()).next().map(|(name, _)| name.into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn client() -> Client {
        Client {
            id: "a client".to_owned(),
            secret: "s:cr+t".to_owned(),
            name: String::new(),
            redirect_uris: Vec::new(),
            post_logout_redirect_uris: Vec::new(),
        }
    }

    fn sent(authorization: &str) -> bool {
        sent_with(authorization, "")
    }

    fn sent_with(authorization: &str, body: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::AUTHORIZATION, authorization.parse().unwrap());
        client().is_sender(&headers, body)
    }

    fn posted(body: &str) -> bool {
        client().is_sender(&HeaderMap::new(), body)
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
    fn id_and_secret_may_be_posted_but_not_beside_others() {
        let body = "client_id=a+client&client_secret=s%3Acr%2Bt";
        assert!(posted(body));
        assert!(!posted("client_id=a+client&client_secret=wrong"));
        assert!(!posted("client_id=a+client"));
        assert!(!sent_with(&basic("a+client:s%3Acr%2Bt"), body));
    }

    #[test]
    fn a_wrong_secret_or_another_scheme_is_refused() {
        assert!(!sent(&basic("a+client:wrong")));
        assert!(!sent("Bearer abc"));
        assert!(!sent("Basic %%%"));
    }
}
