//! `GET /end-session`: logout at the wish of the client (`OpenID` Connect RP-Initiated Logout 1.0).

use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::{CookieJar, cookie::Cookie};
use url::Url;

use super::{Provider, authorize::SESSION_COOKIE, pages, parameters::Parameters, state::NO_STORE, texts};

/// Ends the session of this browser. As at the Nets broker the person is sent back only with a valid `id_token_hint`.
pub(super) async fn end_session(
    State(provider): State<Provider>,
    RawQuery(query): RawQuery,
    jar: CookieJar,
) -> Response {
    if let Some(cookie) = jar.get(SESSION_COOKIE) {
        provider.inside().sessions.take(cookie.value());
    }
    let jar = jar.remove(Cookie::build(SESSION_COOKIE).path("/"));
    let parameters = Parameters::parse(&query.unwrap_or_default()).unwrap_or_default();
    let answer = match way_back(&provider, &parameters) {
        Some(target) => (NO_STORE, Redirect::to(target.as_str())).into_response(),
        None => pages::logged_out(&provider, texts::preferred(&parameters.words("ui_locales"))),
    };
    (jar, answer).into_response()
}

fn way_back(provider: &Provider, parameters: &Parameters) -> Option<Url> {
    let hint = parameters.get("id_token_hint")?;
    provider.inside().issued.get(hint)?;
    let wanted = parameters.get("post_logout_redirect_uri")?;
    let mut target =
        provider.client().post_logout_redirect_uris.iter().find(|registered| registered.as_str() == wanted)?.clone();
    if let Some(state) = parameters.get("state") {
        target.query_pairs_mut().append_pair("state", state);
    }
    Some(target)
}
