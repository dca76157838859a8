//! The two cookies: a session's token, and a login that is under way.

use axum::http::HeaderMap;
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};

use super::Api;

/// What a cookie is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CookieKind {
    /// A session's token.
    Session,
    /// A sealed login transaction.
    Login,
}

impl CookieKind {
    /// With TLS the name has the prefix that lets browsers refuse cookies set by neighbours (RFC 6265bis section 4.1.3.2).
    fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
            (Self::Login, true) => "__Host-login",
            (Self::Login, false) => "login",
        }
    }
}

/// A cookie that no script can read and no other site can send. It ends with the browser.
pub fn set(api: &Api, kind: CookieKind, value: String) -> Cookie<'static> {
    let secure = api.settings().is_secure();
    Cookie::build((kind.name(secure), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure)
        .build()
}

/// Takes a cookie away again.
pub fn remove(api: &Api, kind: CookieKind) -> Cookie<'static> {
    let mut cookie = set(api, kind, String::new());
    cookie.make_removal();
    cookie
}

/// The value of a cookie.
pub fn get(api: &Api, kind: CookieKind, headers: &HeaderMap) -> Option<String> {
    let name = kind.name(api.settings().is_secure());
    CookieJar::from_headers(headers).get(name).map(|cookie| cookie.value().to_owned())
}

/// The token of the session.
pub fn session_token(api: &Api, headers: &HeaderMap) -> Option<String> {
    get(api, CookieKind::Session, headers)
}
