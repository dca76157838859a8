//! What the app must know before anybody logs in.

use axum::{Json, extract::State};
use nemkonto::contract::Configuration;

use super::Api;

/// `GET /api/configuration`
pub async fn configuration(State(api): State<Api>) -> Json<Configuration> {
    let settings = api.settings();
    let agency = settings.agency.clone();
    let minutes = u32::try_from(settings.limits.session / 60).ok();
    Json(Configuration {
        contact: agency.contact,
        links: agency.links,
        product_name: agency.product_name,
        languages: agency.languages,
        session_minutes: agency.session_length_shown.then_some(minutes).flatten(),
        stylesheet: agency.stylesheet,
        report_address: agency.report_address,
        sandbox: settings.sandbox,
        valid_from_days: settings.limits.valid_from_days,
        bank_directory: true,
        payee_check: settings.payee.is_some(),
        login_origin: api.relying_party().login_origin(),
    })
}
