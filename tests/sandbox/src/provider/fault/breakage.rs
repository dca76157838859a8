//! Ways in which an endpoint for clients can go wrong.

use super::super::refusal::oauth_error;
use axum::{
    body::Body,
    http::{StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};

/// How an endpoint goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Breakage {
    /// 400 with this error code.
    Refused(&'static str),
    InternalError,
    BadGateway,
    TooManyRequests,
    /// No answer, ever.
    Silence,
    TruncatedJson,
    Html,
    HugeBody,
    Redirect,
}

const PAGE: &str = "<!doctype html><title>Bad gateway</title><h1>502 Bad gateway</h1>";

impl Breakage {
    pub async fn response(self) -> Response {
        match self {
            Breakage::Refused(code) => oauth_error(code, None),
            Breakage::InternalError => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            Breakage::BadGateway => (StatusCode::BAD_GATEWAY, Html(PAGE)).into_response(),
            Breakage::TooManyRequests => (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "30")]).into_response(),
            Breakage::Silence => std::future::pending().await,
            Breakage::TruncatedJson => as_json(r#"{"access_token":"abc","id_tok"#),
            Breakage::Html => Html(PAGE).into_response(),
            Breakage::HugeBody => as_json(" ".repeat(64 << 20)),
            Breakage::Redirect => Redirect::temporary("/elsewhere").into_response(),
        }
    }
}

fn as_json(body: impl Into<Body>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body.into()).into_response()
}
