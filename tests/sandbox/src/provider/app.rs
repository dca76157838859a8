//! The simulated app: what the person would see on the phone.

use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};

use super::{Provider, login::OpenLogin, pages, state::Decision};

pub(super) fn routes() -> Router<Provider> {
    Router::new()
        .route("/app/{login}", get(show))
        .route("/app/{login}/approve", post(approve))
        .route("/app/{login}/reject", post(reject))
}

async fn show(State(provider): State<Provider>, open: OpenLogin) -> Response {
    match (open.login.identity, open.login.decision) {
        (_, Some(decision)) => pages::decided(&provider, &open, decision),
        (Some(identity), None) => pages::app(&provider, &open, identity),
        (None, None) => pages::nothing_to_approve(&provider, &open),
    }
}

async fn approve(State(provider): State<Provider>, open: OpenLogin) -> Response {
    decide(&provider, &open, Decision::Approved)
}

async fn reject(State(provider): State<Provider>, open: OpenLogin) -> Response {
    decide(&provider, &open, Decision::Rejected)
}

/// The first decision stands.
fn decide(provider: &Provider, open: &OpenLogin, decision: Decision) -> Response {
    if let Some(login) = provider.inside().logins.get(&open.name)
        && login.identity.is_some()
    {
        login.decision.get_or_insert(decision);
    }
    Redirect::to(&format!("/app/{}", open.name)).into_response()
}
