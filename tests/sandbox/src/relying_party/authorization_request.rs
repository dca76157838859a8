//! Starting a login: the authorization request, pushed to the provider (RFC 9126).

use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde::{Deserialize, Serialize};
use url::Url;

use super::{LoginError, ProviderSettings, ReferenceTextShape, discovery::Provider, http::Http};
use crate::random;

/// What must be kept from the start of a login until its return, away from the browser's eyes.
#[derive(Clone, Serialize, Deserialize)]
pub struct LoginTransaction {
    /// Names the login in the redirect.
    pub state: String,
    /// PKCE verifier (RFC 7636).
    pub verifier: String,
    /// Where the provider sends the browser back to.
    pub redirect_uri: String,
}

/// A login as it is asked for.
#[derive(Clone, Copy)]
pub enum LoginWish<'a> {
    /// An ordinary login. A session at the provider is good enough.
    Ordinary,
    /// A fresh login that confirms something, with the text that the `MitID` app shows.
    Fresh {
        /// At most 130 bytes.
        reference_text: &'a str,
    },
}

/// Greatest age of a fresh login in seconds. Positive, because some providers take 0 for "no wish"; `prompt=login` asks anyway,
/// and what counts is the check of `auth_time` afterwards.
const FRESH_MAX_AGE: &str = "1";

impl LoginTransaction {
    /// A new login, with unguessable state and verifier.
    #[must_use]
    pub fn new(redirect_uri: String) -> Self {
        Self { state: random::token(), verifier: random::token(), redirect_uri }
    }
}

#[derive(Deserialize)]
struct Pushed {
    request_uri: String,
}

/// Pushes the request and gives the address for the browser.
pub(super) async fn push(
    http: &Http,
    settings: &ProviderSettings,
    provider: &Provider,
    login: &LoginTransaction,
    nonce: &str,
    wish: LoginWish<'_>,
) -> Result<Url, LoginError> {
    let fields = parameters(settings, login, nonce, wish);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (status, body) = http
        .post_form(&provider.pushed_request_endpoint, settings, &fields)
        .await
        .map_err(|_| LoginError::Unavailable("pushed request: no answer"))?;
    if !status.is_success() {
        return Err(LoginError::Unavailable("pushed request: refused"));
    }
    let pushed: Pushed =
        serde_json::from_slice(&body).map_err(|_| LoginError::Unavailable("pushed request: unreadable answer"))?;
    let mut url = provider.authorization_endpoint.clone();
    url.query_pairs_mut().append_pair("client_id", &settings.client_id).append_pair("request_uri", &pushed.request_uri);
    Ok(url)
}

fn parameters(
    settings: &ProviderSettings,
    login: &LoginTransaction,
    nonce: &str,
    wish: LoginWish<'_>,
) -> Vec<(&'static str, String)> {
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(login.verifier.clone()));
    let mut parameters = vec![
        ("response_type", "code".to_owned()),
        ("client_id", settings.client_id.clone()),
        ("redirect_uri", login.redirect_uri.clone()),
        ("scope", settings.scopes.join(" ")),
        ("state", login.state.clone()),
        ("nonce", nonce.to_owned()),
        ("code_challenge", challenge.as_str().to_owned()),
        ("code_challenge_method", "S256".to_owned()),
        ("acr_values", settings.acr_values.join(" ")),
    ];
    if let LoginWish::Fresh { reference_text } = wish {
        parameters.push(("prompt", "login".to_owned()));
        parameters.push(("max_age", FRESH_MAX_AGE.to_owned()));
        parameters.extend(settings.reference_text.parameter(reference_text));
    }
    parameters
}

impl ReferenceTextShape {
    fn parameter(self, text: &str) -> Option<(&'static str, String)> {
        match self {
            Self::IdpParams => {
                let text = BASE64_STANDARD.encode(text);
                let params = serde_json::json!({"mitid": {"reference_text": text, "action_text": "CONFIRM"}});
                Some(("idp_params", params.to_string()))
            }
            Self::LoginHintMessage => {
                Some(("login_hint", format!("message:{} action:confirm", BASE64_URL_SAFE_NO_PAD.encode(text))))
            }
            Self::Unsupported => None,
        }
    }
}
