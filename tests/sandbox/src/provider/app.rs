//! The simulated app: what the person would see on the phone.

use axum::{
    Router,
    extract::{FromRequestParts, State},
    http::request::Parts,
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

/// A login as the app knows it: also one that has gone on at the computer before the app shows what was decided.
struct Seen(OpenLogin);

impl FromRequestParts<Provider> for Seen {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, provider: &Provider) -> Result<Seen, Response> {
        match OpenLogin::from_request_parts(parts, provider).await {
            Ok(open) => Ok(Seen(open)),
            Err(_) => OpenLogin::among(|inside| &mut inside.decided, parts, provider).await.map(Seen),
        }
    }
}

async fn show(State(provider): State<Provider>, Seen(open): Seen) -> Response {
    match (open.login.identity, open.login.decision) {
        (_, Some(decision)) => pages::decided(&provider, &open, decision),
        (Some(identity), None) => pages::app(&provider, &open, identity),
        (None, None) => pages::nothing_to_approve(&provider, &open),
    }
}

async fn approve(State(provider): State<Provider>, Seen(open): Seen) -> Response {
    decide(&provider, &open, Decision::Approved)
}

async fn reject(State(provider): State<Provider>, Seen(open): Seen) -> Response {
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
