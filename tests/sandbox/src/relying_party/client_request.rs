//! Posting forms to the provider as the client that it knows.

use axum::http::StatusCode;
use serde_json::Map;
use url::Url;

use super::{
    ProviderSettings,
    discovery::Provider,
    http::{Http, HttpError},
    settings::{AssertionAudience, ClientAuthentication},
};

/// RFC 7523 section 2.2.
const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// Posts a form to one of the provider's endpoints, with the client's proof of who it is.
pub(super) async fn post(
    http: &Http,
    settings: &ProviderSettings,
    provider: &Provider,
    endpoint: &Url,
    fields: &[(&str, String)],
) -> Result<(StatusCode, Vec<u8>), HttpError> {
    let id = &settings.client.id;
    let proof = match &settings.client.authentication {
        ClientAuthentication::SecretBasic(secret) => return http.post_form(endpoint, Some((id, secret)), fields).await,
        ClientAuthentication::SecretPost(secret) => vec![("client_secret", secret.reveal().to_owned())],
        ClientAuthentication::PrivateKey { key, audience } => {
            let audience = match audience {
                AssertionAudience::Issuer => settings.issuer.as_str(),
                AssertionAudience::TokenEndpoint => provider.token_endpoint.as_str(),
            };
            let claims = Map::from_iter([("sub".to_owned(), id.as_str().into())]);
            let assertion = key.sign("JWT", id, audience, claims).ok_or(HttpError::NotSigned)?;
            vec![("client_assertion_type", JWT_BEARER.to_owned()), ("client_assertion", assertion)]
        }
    };
    let mut all = fields.to_vec();
    if !all.iter().any(|(name, _)| *name == "client_id") {
        all.push(("client_id", id.clone()));
    }
    all.extend(proof);
    http.post_form(endpoint, None, &all).await
}
