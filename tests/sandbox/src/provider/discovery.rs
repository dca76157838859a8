//! What the provider tells about itself.

use axum::{Json, extract::State};
use serde_json::{Value, json};

use super::{
    Provider,
    fault::{ELSEWHERE, Effect},
    id_token::SUBSTANTIAL,
};

/// The discovery document (`OpenID` Connect Discovery 1.0, section 3; RFC 9126, section 5; RFC 9207, section 3).
pub(super) async fn configuration(State(provider): State<Provider>) -> Json<Value> {
    let lies = provider.inside().faults.commit(Effect::is_discovery);
    Json(json!({
        "issuer": if lies { ELSEWHERE } else { provider.issuer() },
        "authorization_endpoint": provider.url("/authorize"),
        "token_endpoint": provider.url("/token"),
        "jwks_uri": provider.url("/keys"),
        "end_session_endpoint": provider.url("/end-session"),
        "pushed_authorization_request_endpoint": provider.url("/par"),
        "require_pushed_authorization_requests": true,
        "authorization_response_iss_parameter_supported": true,
        "scopes_supported": ["openid", "nemlogin"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "acr_values_supported": [SUBSTANTIAL],
        "id_token_signing_alg_values_supported": [provider.0.settings.signing.name()],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        "code_challenge_methods_supported": ["S256"],
        "prompt_values_supported": ["none", "login", "select_account"],
        "ui_locales_supported": ["da", "en"],
        "claims_parameter_supported": false,
        "request_uri_parameter_supported": false,
        "claims_supported": [
            "iss", "sub", "aud", "exp", "iat", "nbf", "auth_time", "nonce", "at_hash", "acr", "amr",
            "loa", "ial", "aal", "idp", "identity_type", "transaction_id",
            "nemlogin.cvr", "nemlogin.org_name", "nemlogin.name", "nemlogin.alias",
            "nemlogin.persistent_professional_id", "mitid.uuid", "mitid.identity_name",
        ],
    }))
}

pub(super) async fn keys(State(provider): State<Provider>) -> Json<Value> {
    Json(provider.inside().keys.to_jwks())
}
