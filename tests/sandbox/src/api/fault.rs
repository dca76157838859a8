//! The ways in which the sandbox's API can misbehave, so that the app can be seen to survive them.

use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use super::Api;

/// One way to misbehave, at a call under `/api/changes/`. Over HTTP the names are written in snake case: `answer_lost`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Nothing is done, and 503 answered, as by a proxy before an API that is down.
    Unavailable,
    /// What was asked is done, and 504 answered instead of its answer, as by a proxy that has waited too long.
    AnswerLost,
    /// Nothing is done, and a page answered, as by a proxy that wants a login of its own.
    Nonsense,
}

/// Commits the oldest fault that was ordered.
pub async fn misbehave(State(api): State<Api>, request: Request, next: Next) -> Response {
    let is_of_changes = request.uri().path().starts_with("/changes/");
    let fault = if is_of_changes { api.faults().take_one(Some) } else { None };
    match fault {
        None => next.run(request).await,
        Some(Fault::Unavailable) => (StatusCode::SERVICE_UNAVAILABLE, Html("Service Unavailable")).into_response(),
        Some(Fault::AnswerLost) => {
            next.run(request).await;
            (StatusCode::GATEWAY_TIMEOUT, Html("Gateway Timeout")).into_response()
        }
        Some(Fault::Nonsense) => Html("<!doctype html><title>Log in</title>").into_response(),
    }
}
