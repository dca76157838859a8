//! What browsers tell of errors of the app. Anybody can send it: so it is small, strict and limited, and becomes a line of the log and nothing else.

use axum::{Json, extract::State};
use nemkonto::contract::Report;

use super::{
    Api, Refusal,
    extract::{Body, Peer},
};
use crate::log::Entry;

/// Largest report in bytes.
pub const LARGEST: usize = 1024;

/// `POST /api/reports`
pub async fn take(
    State(api): State<Api>,
    Peer(address): Peer,
    Body(report): Body<Report>,
) -> Result<Json<serde_json::Value>, Refusal> {
    api.reports().take(address, api.clock().now()).map_err(Refusal::too_many)?;
    api.log().write(Entry::Report(&report));
    Ok(Json(serde_json::json!({})))
}
