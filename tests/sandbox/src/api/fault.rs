//! The ways in which the sandbox's API can misbehave, so that the app can be seen to survive them.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use super::Api;

/// One way to misbehave, at a call under `/api/changes/` or at the directory of banks. Over HTTP the names are written in snake case: `answer_lost`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Nothing is done, and 503 answered, as by a proxy before an API that is down.
    Unavailable,
    /// What was asked is done, and 504 answered instead of its answer, as by a proxy that has waited too long.
    AnswerLost,
    /// Nothing is done, and a page answered, as by a proxy that wants a login of its own.
    Nonsense,
    /// The directory of banks answers 503.
    DirectoryUnavailable,
    /// The directory of banks answers when nobody waits for it any more.
    DirectorySlow,
}

/// Longer than anybody looks at a field.
const TOO_LONG: Duration = Duration::from_secs(20);

impl Fault {
    /// Whether it strikes at a path of the API.
    fn strikes(self, path: &str) -> bool {
        match self {
            Self::Unavailable | Self::AnswerLost | Self::Nonsense => path.starts_with("/changes/"),
            Self::DirectoryUnavailable | Self::DirectorySlow => path.starts_with("/banks/"),
        }
    }
}

/// Commits the oldest fault that was ordered for such a call.
pub async fn misbehave(State(api): State<Api>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let fault = api.faults().take_one(|fault: Fault| fault.strikes(path).then_some(fault));
    match fault {
        None => next.run(request).await,
        Some(Fault::DirectorySlow) => {
            tokio::time::sleep(TOO_LONG).await;
            next.run(request).await
        }
        Some(Fault::Unavailable | Fault::DirectoryUnavailable) => {
            (StatusCode::SERVICE_UNAVAILABLE, Html("Service Unavailable")).into_response()
        }
        Some(Fault::AnswerLost) => {
            next.run(request).await;
            (StatusCode::GATEWAY_TIMEOUT, Html("Gateway Timeout")).into_response()
        }
        Some(Fault::Nonsense) => Html("<!doctype html><title>Log in</title>").into_response(),
    }
}
