//! What the app must know before anybody logs in.

use axum::{Json, extract::State};
use nemkonto::contract::Configuration;

use super::Api;

/// `GET /api/configuration`
pub async fn configuration(State(api): State<Api>) -> Json<Configuration> {
    let settings = api.settings();
    Json(Configuration {
        contact: settings.agency.contact.clone(),
        links: settings.agency.links.clone(),
        sandbox: settings.sandbox,
        valid_from_days: settings.limits.valid_from_days,
        bank_directory: true,
        login_origin: api.relying_party().login_origin(),
    })
}
