//! What handlers ask for: a JSON body, a session, the app's origin.

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

use axum::{
    Json,
    extract::{ConnectInfo, FromRequest, FromRequestParts, Request},
    http::{Extensions, HeaderMap, request::Parts},
};
use nemkonto::{
    contract::{ACTING_AS, ActingAs, ProblemType, Timestamp},
    domain::right::Right,
};
use schemars::JsonSchema;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{Api, Refusal, Wrong, cookies};
use crate::store::sessions::{self, ActiveSession};

/// A body that follows the contract. Its type and size are checked too.
pub struct Body<T>(pub T);

/// The body `{}`, and no other.
#[derive(Deserialize, JsonSchema)]
#[serde(try_from = "Map<String, Value>")]
#[schemars(extend("maxProperties" = 0))]
pub struct Nothing;

/// The session of the caseworker; without one the request is refused, and so is a page that shows somebody else or another unit.
pub struct LoggedIn(pub ActiveSession);

/// The same, whatever the page shows: for what says by itself whose it is.
pub struct LoggedInOnAnyPage(pub ActiveSession);

/// The session of the caseworker, if there is one.
pub struct MaybeLoggedIn(pub Option<ActiveSession>);

/// Refuses a caseworker who lacks a right.
pub fn require(session: &ActiveSession, right: Right) -> Result<(), Refusal> {
    if session.caseworker.may(right) { Ok(()) } else { Err(ProblemType::NoRight.into()) }
}

impl FromRequestParts<Api> for LoggedInOnAnyPage {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Refusal> {
        let MaybeLoggedIn(session) = MaybeLoggedIn::from_request_parts(parts, api).await?;
        session.map(Self).ok_or_else(|| ProblemType::NotLoggedIn.into())
    }
}

/// Refuses a page that says that it shows somebody else than the session is of, or another unit.
pub fn check_shown(headers: &HeaderMap, session: &ActingAs) -> Result<(), Refusal> {
    match headers.get(ACTING_AS) {
        Some(shown) if shown.as_bytes() != session.0.as_bytes() => Err(ProblemType::SessionDiffers.into()),
        _ => Ok(()),
    }
}

/// The address that the request came from, if the server tells.
pub struct Peer(pub Option<IpAddr>);

/// The origin of the app that sent the request, from the allow-list.
pub struct AppOrigin(pub String);

impl TryFrom<Map<String, Value>> for Nothing {
    type Error = &'static str;

    fn try_from(members: Map<String, Value>) -> Result<Self, &'static str> {
        if members.is_empty() { Ok(Self) } else { Err("no members are expected") }
    }
}

impl<T: DeserializeOwned> FromRequest<Api> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, api: &Api) -> Result<Self, Refusal> {
        // The rejection's own text is not passed on: it may quote the body.
        match Json::from_request(request, api).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(_) => Err(ProblemType::BadRequest.into()),
        }
    }
}

impl FromRequestParts<Api> for MaybeLoggedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Refusal> {
        let Some(token) = cookies::session_token(api, &parts.headers) else { return Ok(Self(None)) };
        let now = api.clock().now();
        let expires_at = now.plus(api.settings().limits.session);
        let now = if api.is_wrong(Wrong::EndlessSession) { Timestamp(0) } else { now };
        api.store()
            .transaction(move |transaction| {
                sessions::use_session(transaction, &token, now, expires_at).map(Self).map_err(Refusal::from)
            })
            .await
    }
}

impl FromRequestParts<Api> for LoggedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Refusal> {
        let LoggedInOnAnyPage(session) = LoggedInOnAnyPage::from_request_parts(parts, api).await?;
        check_shown(&parts.headers, &session.acting_as)?;
        Ok(Self(session))
    }
}

impl Peer {
    /// Behind a proxy this is the proxy: then the proxy is the one to count.
    pub fn of(extensions: &Extensions) -> Self {
        Self(extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip()))
    }
}

impl FromRequestParts<Api> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Api) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.extensions))
    }
}

impl FromRequestParts<Api> for AppOrigin {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Refusal> {
        api.allowed_origin(&parts.headers).map(Self).ok_or_else(|| ProblemType::ForeignOrigin.into())
    }
}
