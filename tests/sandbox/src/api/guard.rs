//! What holds for every call: where it may come from, and how a refusal leaves.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use nemkonto::contract::ProblemType;

use super::{Api, Refusal, cookies};
use crate::{
    random,
    store::{
        audit::{self, Event},
        sessions,
    },
};

/// Refuses requests from other origins, gives refusals their reference and their line in the audit log, and forbids caching.
pub async fn guard(State(api): State<Api>, request: Request, next: Next) -> Response {
    let token = cookies::session_token(&api, request.headers());
    let call = format!("{} {}", request.method(), route(&request));
    let response = if is_foreign(&api, &request) {
        Refusal::from(ProblemType::ForeignOrigin).into_response()
    } else {
        next.run(request).await
    };
    let refusal = match response.extensions().get::<Refusal>() {
        Some(refusal) => Some(refusal.clone()),
        // Refused by axum itself, such as a path that is not UTF-8.
        None if response.status().is_client_error() => Some(ProblemType::BadRequest.into()),
        None => None,
    };
    let mut response = match refusal {
        Some(refusal) => refuse(&api, refusal, token, &call).await,
        None => response,
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Whether an unsafe request comes from a page that is not the app. A missing `Origin` is refused too: browsers send it with every
/// POST (Fetch standard, "append a request `Origin` header").
fn is_foreign(api: &Api, request: &Request) -> bool {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD);
    !is_safe && api.allowed_origin(request.headers()).is_none()
}

/// The route's pattern, in which there are no names of anything.
fn route(request: &Request) -> &str {
    request.extensions().get::<axum::extract::MatchedPath>().map_or("unknown", |path| path.as_str())
}

async fn refuse(api: &Api, refusal: Refusal, token: Option<String>, call: &str) -> Response {
    let reference = random::name();
    let response = refusal.to_response(&reference);
    let detail = refusal.detail.as_ref().map_or_else(|| call.to_owned(), |detail| format!("{call}: {detail}"));
    let now = api.clock().now();
    let logged = api
        .store()
        .transaction(move |transaction| {
            let person = token.map(|token| sessions::owner(transaction, &token)).transpose()?.flatten();
            let entry = audit::Entry {
                person: person.as_ref(),
                problem: Some(refusal.kind),
                detail: Some(&detail),
                reference: Some(&reference),
                ..Default::default()
            };
            audit::write(transaction, now, Event::Refused, &entry).map_err(Refusal::from)
        })
        .await;
    if logged.is_err() {
        eprintln!("a refusal could not be written to the audit log");
    }
    response
}
