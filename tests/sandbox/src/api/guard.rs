//! What holds for every call: where it may come from, and how a refusal leaves.

use std::{net::IpAddr, time::Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use nemkonto::contract::ProblemType;

use super::{Api, Refusal, calls, cookies, extract::Peer};
use crate::{
    log::Entry,
    random,
    store::{
        audit::{self, Event},
        sessions,
    },
};

/// Refuses requests from other origins, gives refusals their reference and their line in the audit log, and forbids caching.
pub async fn guard(State(api): State<Api>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let operation = route(&request).and_then(|route| calls::operation(request.method(), route.strip_prefix("/api")?));
    let caller = Caller {
        token: cookies::session_token(&api, request.headers()),
        address: Peer::of(request.extensions()).0,
        call: route(&request).map(|route| format!("{} {route}", request.method())),
    };
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
    let reason = refusal.as_ref().map(|refusal| refusal.kind);
    let reference = reason.map(|_| random::name());
    let mut response = match (refusal, &reference) {
        (Some(refusal), Some(reference)) => refuse(&api, refusal, caller, reference.clone()).await,
        _ => response,
    };
    api.log().write(Entry::Call {
        operation,
        status: response.status().as_u16(),
        milliseconds: begun.elapsed().as_millis(),
        reason,
        reference: reference.as_deref(),
    });
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
fn route(request: &Request) -> Option<&str> {
    request.extensions().get::<MatchedPath>().map(MatchedPath::as_str)
}

/// Who asked for what, as far as it is known.
struct Caller {
    token: Option<String>,
    address: Option<IpAddr>,
    call: Option<String>,
}

impl Caller {
    /// Whether a refusal is logged although nobody is logged in: not for what is no call at all, and not without end. Else anybody
    /// could fill the log.
    fn is_logged_anonymously(&self, api: &Api) -> bool {
        self.call.is_some() && api.anonymous_refusals().take(self.address, api.clock().now()).is_ok()
    }
}

async fn refuse(api: &Api, refusal: Refusal, caller: Caller, reference: String) -> Response {
    let response = refusal.to_response(&reference);
    let call = caller.call.as_deref().unwrap_or("unknown");
    let detail = refusal.detail.as_ref().map_or_else(|| call.to_owned(), |detail| format!("{call}: {detail}"));
    let (now, log) = (api.clock().now(), api.clone());
    let logged = api
        .store()
        .transaction(move |transaction| {
            let token = caller.token.as_deref();
            let owner = token.map(|token| sessions::owner(transaction, token)).transpose()?.flatten();
            let person = owner.map(|(person, _)| person);
            if person.is_none() && !caller.is_logged_anonymously(&log) {
                return Ok(());
            }
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
