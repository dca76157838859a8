//! `/faults`: switching faults on and off over HTTP, for tests and for trying things out.
//!
//! Exists only where it was switched on, and answers only requests addressed to a loopback host, so that no page on the
//! web can reach it by a name of its own.

use axum::{
    Json, Router,
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::post,
};
use serde::Deserialize;

use super::{Fault, Provider};

pub(super) fn routes() -> Router<Provider> {
    Router::new().route("/faults", post(set).delete(clear)).layer(from_fn(only_on_loopback))
}

#[derive(Deserialize)]
struct Switch {
    fault: Fault,
    #[serde(default = "once")]
    count: u32,
}

fn once() -> u32 {
    1
}

async fn set(State(provider): State<Provider>, Json(switch): Json<Switch>) -> StatusCode {
    provider.set_fault(switch.fault, switch.count);
    StatusCode::NO_CONTENT
}

async fn clear(State(provider): State<Provider>) -> StatusCode {
    provider.clear_faults();
    StatusCode::NO_CONTENT
}

async fn only_on_loopback(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if ["127.0.0.1", "localhost", "[::1]"].contains(&name) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}
