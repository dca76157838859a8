//! Rules that are broken around the calls: requests and answers are altered on their way.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use nemkonto::contract::{ACTING_AS, ProblemType};
use serde_json::Value;

use super::{Api, Wrong};

/// Nothing here is larger.
const LARGEST: usize = 1024 * 1024;
/// What everybody is called by who is called alike.
const EVERYBODY: &str = "everybody";

/// Alters what a wrong API does to every request or answer.
pub async fn around(State(api): State<Api>, request: Request, next: Next) -> Response {
    let Some(wrong) = api.wrong() else { return next.run(request).await };
    let path = request.uri().path().to_owned();
    let cookies = request.headers().get(header::COOKIE).cloned();
    let response = next.run(alter_request(&api, wrong, &path, request).await).await;
    alter_response(wrong, &path, cookies.as_ref(), response).await
}

async fn alter_request(api: &Api, wrong: Wrong, path: &str, request: Request) -> Request {
    let (mut parts, body) = request.into_parts();
    let headers = &mut parts.headers;
    match wrong {
        Wrong::AnyOrigin => {
            let origin = api.settings().app_origins.first().map(HeaderValue::try_from);
            headers.extend(origin.and_then(Result::ok).map(|origin| (header::ORIGIN, origin)));
        }
        Wrong::AnyMediaType => {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        Wrong::AnyPage => drop(headers.remove(ACTING_AS)),
        Wrong::OneActingAs if headers.get(ACTING_AS).is_some_and(|shown| shown == EVERYBODY) => {
            headers.remove(ACTING_AS);
        }
        _ => {}
    }
    let Some(mut json) = read(body).await else { return Request::from_parts(parts, Body::empty()) };
    match wrong {
        Wrong::AnyIssuer(at) if path.starts_with(at) => {
            let issuer = &api.settings().provider.issuer;
            for place in ["/iss", "/callback/iss"] {
                json.edit(|json| set(json, place, Value::from(issuer.clone())));
            }
        }
        Wrong::AnyReport if path == "/reports" => json.edit(|json| {
            if let Some(report) = json.as_object_mut() {
                report.remove("more");
            }
        }),
        _ => {}
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    Request::from_parts(parts, Body::from(json.bytes))
}

async fn alter_response(wrong: Wrong, path: &str, cookies: Option<&HeaderValue>, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Some(mut json) = read(body).await else { return Response::from_parts(parts, Body::empty()) };
    match wrong {
        Wrong::Says(at, pointer, value) if path.starts_with(at) => {
            let value: Value = serde_json::from_str(value).expect("the tests of the kit say JSON");
            json.edit(|json| set(json, pointer, value));
        }
        Wrong::OtherReason(at, from, to) if path.starts_with(at) => json.edit(|json| {
            if json["type"] == of(from) {
                (json["type"], json["status"], json["title"]) = (of(to), to.status().into(), to.title().into());
                parts.status = StatusCode::from_u16(to.status()).unwrap_or(parts.status);
            }
        }),
        Wrong::OneActingAs => {
            for place in ["/acting_as", "/session/acting_as", "/withdrawn/session/acting_as"] {
                json.edit(|json| set(json, place, EVERYBODY.into()));
            }
        }
        Wrong::AccountInAddress => json.edit(|json| {
            let address = json.pointer("/next/login/authorization_url").and_then(Value::as_str);
            if let Some(address) = address.map(|address| format!("{address}&account=LT353250012345678901")) {
                set(json, "/next/login/authorization_url", address.into());
            }
        }),
        Wrong::Unhealthy if path == "/health" => parts.status = StatusCode::SERVICE_UNAVAILABLE,
        _ => {}
    }
    alter_headers(wrong, path, parts.status, cookies, &mut parts.headers);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(json.bytes))
}

fn alter_headers(wrong: Wrong, path: &str, status: StatusCode, cookies: Option<&HeaderValue>, headers: &mut HeaderMap) {
    let is_refused = !status.is_success();
    let mut forget = |name: &str| {
        let removal = format!("{name}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0");
        headers.append(header::SET_COOKIE, HeaderValue::try_from(removal).expect("names of cookies are plain"));
    };
    match wrong {
        Wrong::AnswersKept if !is_refused => drop(headers.remove(header::CACHE_CONTROL)),
        Wrong::RefusalsKept if is_refused => drop(headers.remove(header::CACHE_CONTROL)),
        Wrong::RefusalsOfAnotherType if is_refused => {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        Wrong::NoRetryAfter => drop(headers.remove(header::RETRY_AFTER)),
        Wrong::CookiesForScripts => replace(headers, "; HttpOnly", ""),
        Wrong::CookiesForOtherSites => replace(headers, "SameSite=Strict", "SameSite=Lax"),
        Wrong::FailedLoginLogsOut if path == "/login/complete" && status == StatusCode::FORBIDDEN => forget("session"),
        Wrong::OneLogin if path == "/login" => {
            let cookies = cookies.and_then(|cookies| cookies.to_str().ok()).unwrap_or_default();
            let names = cookies.split("; ").filter_map(|cookie| Some(cookie.split_once('=')?.0));
            names.filter(|name| name.starts_with("login-")).for_each(forget);
        }
        Wrong::LoginStays if path == "/login/complete" => {
            let is_login = |cookie: &HeaderValue| cookie.as_bytes().starts_with(b"login-");
            let others = take_cookies(headers).into_iter().filter(|cookie| !is_login(cookie));
            headers.extend(others.map(|cookie| (header::SET_COOKIE, cookie)));
        }
        _ => {}
    }
}

/// Every cookie with a part of it replaced.
fn replace(headers: &mut HeaderMap, from: &str, to: &str) {
    for cookie in take_cookies(headers) {
        let replaced = cookie.to_str().map(|cookie| HeaderValue::try_from(cookie.replace(from, to)));
        headers.extend(replaced.into_iter().flatten().map(|cookie| (header::SET_COOKIE, cookie)));
    }
}

fn take_cookies(headers: &mut HeaderMap) -> Vec<HeaderValue> {
    let cookies = headers.get_all(header::SET_COOKIE).iter().cloned().collect();
    headers.remove(header::SET_COOKIE);
    cookies
}

/// A type of problem as it travels.
fn of(problem: ProblemType) -> Value {
    serde_json::to_value(problem).unwrap_or_default()
}

/// A body, and how to alter it if it is JSON.
struct Json {
    bytes: Bytes,
}

async fn read(body: Body) -> Option<Json> {
    Some(Json { bytes: to_bytes(body, LARGEST).await.ok()? })
}

impl Json {
    fn edit(&mut self, edit: impl FnOnce(&mut Value)) {
        if let Ok(mut json) = serde_json::from_slice::<Value>(&self.bytes) {
            edit(&mut json);
            self.bytes = json.to_string().into();
        }
    }
}

/// Puts a value where a JSON pointer leads.
fn set(json: &mut Value, pointer: &str, value: Value) {
    let Some((parent, name)) = pointer.rsplit_once('/') else { return };
    match (json.pointer_mut(parent), name.strip_prefix('+')) {
        (Some(Value::Object(members)), Some(new)) => drop(members.insert(new.to_owned(), value)),
        (Some(Value::Object(members)), None) => {
            if let Some(present) = members.get_mut(name).filter(|present| !present.is_null()) {
                *present = value;
            }
        }
        (Some(Value::Array(items)), _) if name == "-" => items.push(value),
        _ => {}
    }
}
