//! The cookies: a session's token, each login that is under way, and that somebody has logged out.

use axum::http::HeaderMap;
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};

use super::Api;

/// What a cookie is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CookieKind<'a> {
    /// A session's token.
    Session,
    /// A sealed login transaction, by its `state`: each tab can have one under way.
    Login(&'a str),
    /// Somebody has logged out, and nobody logged in since.
    LoggedOut,
}

impl CookieKind<'_> {
    /// With TLS the name has the prefix that lets browsers refuse cookies set by neighbours (RFC 6265bis section 4.1.3.2).
    fn name(self, secure: bool) -> String {
        let prefix = if secure { "__Host-" } else { "" };
        match self {
            Self::Session => format!("{prefix}session"),
            Self::Login(state) => format!("{prefix}login-{state}"),
            Self::LoggedOut => format!("{prefix}logged-out"),
        }
    }
}

/// A cookie that no script can read and no other site can send. It ends with the browser.
pub fn set(api: &Api, kind: CookieKind<'_>, value: String) -> Cookie<'static> {
    let secure = api.settings().is_secure();
    Cookie::build((kind.name(secure), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure)
        .build()
}

/// Takes a cookie away again.
pub fn remove(api: &Api, kind: CookieKind<'_>) -> Cookie<'static> {
    let mut cookie = set(api, kind, String::new());
    cookie.make_removal();
    cookie
}

/// The value of a cookie.
pub fn get(api: &Api, kind: CookieKind<'_>, headers: &HeaderMap) -> Option<String> {
    let name = kind.name(api.settings().is_secure());
    CookieJar::from_headers(headers).get(&name).map(|cookie| cookie.value().to_owned())
}

/// The logins that are under way: the `state` of each, and what is sealed.
pub fn logins(api: &Api, headers: &HeaderMap) -> Vec<(String, String)> {
    let prefix = CookieKind::Login("").name(api.settings().is_secure());
    let jar = CookieJar::from_headers(headers);
    let login =
        |cookie: &Cookie<'_>| Some((cookie.name().strip_prefix(&prefix)?.to_owned(), cookie.value().to_owned()));
    jar.iter().filter_map(login).collect()
}

/// The token of the session.
pub fn session_token(api: &Api, headers: &HeaderMap) -> Option<String> {
    get(api, CookieKind::Session, headers)
}
