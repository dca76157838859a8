//! What the provider tells about itself.

use axum::{Json, extract::State};
use nemkonto::i18n::Language;
use serde_json::{Value, json};

use super::{
    Provider,
    fault::{ELSEWHERE, Effect},
    shape::{self, SUBSTANTIAL},
};

/// The discovery document (`OpenID` Connect Discovery 1.0, section 3; RFC 9126, section 5; RFC 9207, section 3).
pub(super) async fn configuration(State(provider): State<Provider>) -> Json<Value> {
    let lies = provider.inside().faults.commit(Effect::is_discovery);
    let mut document = json!({
        "issuer": if lies { ELSEWHERE } else { provider.issuer() },
        "authorization_endpoint": provider.url("/authorize"),
        "token_endpoint": provider.url("/token"),
        "userinfo_endpoint": provider.url("/userinfo"),
        "jwks_uri": provider.url("/keys"),
        "end_session_endpoint": provider.url("/end-session"),
        "authorization_response_iss_parameter_supported": shape::names_issuer(provider.shaped_after()),
        "scopes_supported": shape::required_scopes(provider.shaped_after()),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["public"],
        "acr_values_supported": [SUBSTANTIAL],
        "id_token_signing_alg_values_supported": [provider.0.settings.signing.name()],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": ["S256"],
        "prompt_values_supported": ["none", "login", "select_account"],
        "ui_locales_supported": Language::ALL.iter().map(|language| language.tag()).collect::<Vec<_>>(),
        "claims_parameter_supported": false,
        "request_uri_parameter_supported": false,
        "claims_supported": [
            "iss", "sub", "aud", "exp", "iat", "nbf", "auth_time", "nonce", "at_hash", "amr", "transaction_id",
        ],
    });
    if shape::takes_pushed_requests(provider.shaped_after()) {
        document["pushed_authorization_request_endpoint"] = provider.url("/par").into();
        document["require_pushed_authorization_requests"] = true.into();
    }
    Json(document)
}

pub(super) async fn keys(State(provider): State<Provider>) -> Json<Value> {
    Json(provider.inside().keys.to_jwks())
}
