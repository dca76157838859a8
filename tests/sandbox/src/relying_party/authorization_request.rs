//! Starting a login: the authorization request, pushed to the provider (RFC 9126) or, where it takes none, in the browser's address.

use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::{
    LoginError, ProviderSettings, PushedRequests, ReferenceTextShape, RequestSettings, client_request,
    discovery::Provider, http::Http, settings::ORDINARY_MAX_AGE,
};
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
    /// An ordinary login after a log-out: the caseworker has to identify again.
    Anew,
    /// A fresh login that confirms something, with the text that the `MitID` app shows.
    Fresh {
        /// At most 130 bytes.
        reference_text: &'a str,
    },
}

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

/// The address for the browser. What it asks for is pushed to the provider, or stands in the address itself.
pub(super) async fn address(
    http: &Http,
    settings: &ProviderSettings,
    provider: &Provider,
    login: &LoginTransaction,
    nonce: &str,
    wish: LoginWish<'_>,
) -> Result<Url, LoginError> {
    let parameters = parameters(settings, login, nonce, wish);
    let parameters = if settings.request.signed { signed(settings, parameters)? } else { parameters };
    let in_browser = match (settings.request.pushed, &provider.pushed_request_endpoint) {
        (PushedRequests::Required, None) => return Err(LoginError::Unavailable("no pushed authorization requests")),
        (PushedRequests::Required | PushedRequests::IfAnnounced, Some(endpoint)) => {
            let reference = push(http, settings, provider, endpoint, &parameters).await?;
            vec![("client_id", settings.client.id.clone()), ("request_uri", reference)]
        }
        (PushedRequests::IfAnnounced, None) | (PushedRequests::Off, _) if settings.request.signed => {
            // OpenID Connect Core section 6.1: these two must also stand outside.
            let outside = [("response_type", "code".to_owned()), ("scope", settings.request.scopes.join(" "))];
            parameters.into_iter().chain(outside).collect()
        }
        (PushedRequests::IfAnnounced, None) | (PushedRequests::Off, _) => parameters,
    };
    let mut url = provider.authorization_endpoint.clone();
    url.query_pairs_mut().extend_pairs(in_browser);
    Ok(url)
}

/// Pushes a request and gives the reference that stands for it.
async fn push(
    http: &Http,
    settings: &ProviderSettings,
    provider: &Provider,
    endpoint: &Url,
    parameters: &[(&str, String)],
) -> Result<String, LoginError> {
    let (status, body) = client_request::post(http, settings, provider, endpoint, parameters)
        .await
        .map_err(|_| LoginError::Unavailable("pushed request: no answer"))?;
    if !status.is_success() {
        return Err(LoginError::Unavailable("pushed request: refused"));
    }
    let pushed: Pushed =
        serde_json::from_slice(&body).map_err(|_| LoginError::Unavailable("pushed request: unreadable answer"))?;
    Ok(pushed.request_uri)
}

fn parameters<'s>(
    settings: &'s ProviderSettings,
    login: &LoginTransaction,
    nonce: &str,
    wish: LoginWish<'_>,
) -> Vec<(&'s str, String)> {
    let RequestSettings { scopes, acr_values, max_age, reference_text, parameters: own, .. } = &settings.request;
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(login.verifier.clone()));
    let mut parameters = vec![
        ("response_type", "code".to_owned()),
        ("client_id", settings.client.id.clone()),
        ("redirect_uri", login.redirect_uri.clone()),
        ("scope", scopes.join(" ")),
        ("state", login.state.clone()),
        ("nonce", nonce.to_owned()),
        ("code_challenge", challenge.as_str().to_owned()),
        ("code_challenge_method", "S256".to_owned()),
    ];
    if !acr_values.is_empty() {
        parameters.push(("acr_values", acr_values.join(" ")));
    }
    parameters.extend(own.iter().map(|(name, value)| (name.as_str(), value.clone())));
    let greatest_age = match wish {
        LoginWish::Ordinary | LoginWish::Anew => max_age.map(|_| ORDINARY_MAX_AGE),
        LoginWish::Fresh { .. } => *max_age,
    };
    parameters.extend(greatest_age.map(|seconds| ("max_age", seconds.to_string())));
    if !matches!(wish, LoginWish::Ordinary) {
        parameters.push(("prompt", "login".to_owned()));
    }
    if let LoginWish::Fresh { reference_text: text } = wish {
        parameters.extend(reference_text.parameter(text));
    }
    parameters
}

/// The parameters as a request object that the client has signed (RFC 9101).
fn signed<'s>(
    settings: &ProviderSettings,
    parameters: Vec<(&str, String)>,
) -> Result<Vec<(&'s str, String)>, LoginError> {
    let not_signed = LoginError::Unavailable("request not signed");
    let id = &settings.client.id;
    let key = settings.client.authentication.key().ok_or(not_signed)?;
    let claims = parameters.into_iter().map(|(name, value)| {
        // The one parameter that is a number in a request object (OpenID Connect Core section 6.1).
        let number = value.parse::<u32>().ok().filter(|_| name == "max_age");
        (name.to_owned(), number.map_or_else(|| Value::from(value), Value::from))
    });
    let object = key.sign("oauth-authz-req+jwt", id, &settings.issuer, claims.collect()).ok_or(not_signed)?;
    Ok(vec![("client_id", id.clone()), ("request", object)])
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
            Self::None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::relying_party::{Broker, Client, ClientAuthentication, Secret};

    const FRESH: LoginWish<'_> = LoginWish::Fresh { reference_text: "Bekræft NemKonto?" };

    fn settings(broker: Broker) -> ProviderSettings {
        let authentication = ClientAuthentication::SecretBasic(Secret::new("a secret"));
        broker.settings("https://provider.example", Client { id: "a client".to_owned(), authentication })
    }

    fn asked(settings: &ProviderSettings, wish: LoginWish<'_>) -> impl Fn(&str) -> Option<String> + use<> {
        let login = LoginTransaction {
            state: "a state".to_owned(),
            verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".to_owned(),
            redirect_uri: "https://app.example/return".to_owned(),
        };
        let parameters: Vec<(String, String)> = parameters(settings, &login, "a nonce", wish)
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        move |wanted| parameters.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone())
    }

    #[test]
    fn every_broker_is_asked_for_a_forced_login_bound_to_the_change() {
        for broker in [Broker::Nets, Broker::Idura, Broker::FoxIds, Broker::Generic] {
            let asked = asked(&settings(broker), FRESH);
            for (name, value) in [
                ("response_type", "code"),
                ("client_id", "a client"),
                ("redirect_uri", "https://app.example/return"),
                ("state", "a state"),
                ("nonce", "a nonce"),
                ("prompt", "login"),
                ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
                ("code_challenge_method", "S256"),
            ] {
                assert_eq!(asked(name).as_deref(), Some(value), "{name} for {broker:?}");
            }
            assert!(asked("scope").unwrap().split(' ').any(|scope| scope == "openid"));
        }
    }

    #[test]
    fn nets_takes_the_text_as_base64_in_json() {
        let asked = asked(&settings(Broker::Nets), FRESH);
        let expected = r#"{"mitid":{"action_text":"CONFIRM","reference_text":"QmVrcsOmZnQgTmVtS29udG8/"}}"#;
        assert_eq!(asked("idp_params").as_deref(), Some(expected));
        assert_eq!(asked("idp_values").as_deref(), Some("mitid_erhverv"));
        assert_eq!(asked("scope").as_deref(), Some("openid nemlogin"));
        assert_eq!(asked("max_age").as_deref(), Some("1"));
    }

    #[test]
    fn idura_takes_the_text_as_base64url_in_the_login_hint() {
        let asked = asked(&settings(Broker::Idura), FRESH);
        assert_eq!(asked("login_hint").as_deref(), Some("message:QmVrcsOmZnQgTmVtS29udG8_ action:confirm"));
        assert_eq!(asked("acr_values").as_deref(), Some("urn:grn:authn:dk:mitid:business"));
        assert_eq!(asked("max_age"), None, "not among its parameters");
    }

    #[test]
    fn nemlogin_takes_no_text() {
        let asked = asked(&settings(Broker::FoxIds), FRESH);
        assert_eq!((asked("idp_params"), asked("login_hint"), asked("acr_values")), (None, None, None));
    }

    #[test]
    fn an_ordinary_login_forces_nothing_and_shows_nothing() {
        let asked = asked(&settings(Broker::Nets), LoginWish::Ordinary);
        assert_eq!((asked("prompt"), asked("idp_params")), (None, None));
        assert_eq!(asked("max_age").as_deref(), Some("86400"), "so that auth_time is told");
        assert_eq!(asked("idp_values").as_deref(), Some("mitid_erhverv"));
    }

    #[test]
    fn s12_a_login_after_a_log_out_is_asked_for_anew() {
        for broker in [Broker::Nets, Broker::Idura, Broker::FoxIds, Broker::Generic] {
            let asked = asked(&settings(broker), LoginWish::Anew);
            assert_eq!((asked("prompt").as_deref(), asked("idp_params")), (Some("login"), None), "{broker:?}");
        }
    }
}
