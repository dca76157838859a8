//! Refusals that clients get as JSON.

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::state::NO_STORE;

/// A refusal in the form of RFC 6749, section 5.2.
pub(super) fn oauth_error(code: &str, description: Option<&str>) -> Response {
    let mut body = json!({ "error": code });
    if let Some(description) = description {
        body["error_description"] = description.into();
    }
    (StatusCode::BAD_REQUEST, NO_STORE, Json(body)).into_response()
}

/// The refusal of a client that did not prove who it is.
pub(super) fn invalid_client() -> Response {
    let headers = [(header::WWW_AUTHENTICATE, "Basic realm=\"clients\"")];
    let body = Json(json!({ "error": "invalid_client" }));
    (StatusCode::UNAUTHORIZED, headers, NO_STORE, body).into_response()
}
