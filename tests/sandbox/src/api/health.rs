//! Whether the API can work, for whatever watches it. It tells nothing else.

use axum::{Json, extract::State, http::StatusCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Api;
use crate::store::StoreError;

/// Answer of `GET /api/health`.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct Health {
    /// Whether the data can be read and written. Without them nothing works, and the status is 503.
    pub store: bool,
    /// Whether the identity provider has said where it is. Without it nobody can log in or confirm; everything else works.
    pub provider: bool,
}

/// `GET /api/health`
pub async fn health(State(api): State<Api>) -> (StatusCode, Json<Health>) {
    // What begins a transaction has the right to write.
    let read = api.store().transaction(|transaction| {
        transaction.query_row("SELECT count(*) FROM sessions", [], |_| Ok(())).map_err(StoreError::from)
    });
    let health = Health { store: read.await.is_ok(), provider: api.relying_party().is_known().await };
    let status = if health.store { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(health))
}
