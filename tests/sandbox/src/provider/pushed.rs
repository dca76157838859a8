//! `POST /par`: pushed authorization requests (RFC 9126). Where they are taken, they are the only way to start a login.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::{
    Provider,
    fault::Effect,
    parameters::Parameters,
    refusal::{invalid_client, oauth_error},
    request::{AuthorizationRequest, RequestError},
    state::{NO_STORE, PUSHED_REQUEST_LIFETIME},
};

const URN: &str = "urn:ietf:params:oauth:request_uri:";

pub(super) async fn push(State(provider): State<Provider>, headers: HeaderMap, body: String) -> Response {
    if !provider.client().is_sender(&headers, &body) {
        return invalid_client();
    }
    let breakage = provider.inside().faults.take(Effect::try_as_push);
    if let Some(breakage) = breakage {
        return breakage.response().await;
    }
    let request = Parameters::parse(&body)
        .map_err(|_| RequestError::Invalid("a parameter is repeated"))
        .and_then(|parameters| AuthorizationRequest::parse(&parameters, &provider));
    match request {
        Ok(request) => {
            let name = provider.inside().pushed.add(request);
            let answer = json!({
                "request_uri": format!("{URN}{name}"),
                "expires_in": PUSHED_REQUEST_LIFETIME.as_secs(),
            });
            (StatusCode::CREATED, NO_STORE, Json(answer)).into_response()
        }
        Err(error) => {
            let (code, description) = error.code_and_description();
            oauth_error(code, Some(description))
        }
    }
}

/// Takes the request that a `request_uri` stands for. Each can be used once (RFC 9126, section 4).
pub(super) fn take(provider: &Provider, request_uri: &str) -> Option<AuthorizationRequest> {
    let name = request_uri.strip_prefix(URN)?;
    provider.inside().pushed.take(name)
}
