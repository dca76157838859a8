//! `GET /userinfo`: what the ID token leaves out, for whoever holds the access token (`OpenID` Connect Core 1.0, section 5.3).

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{Provider, fault::Effect, id_token, state::NO_STORE};

pub(super) async fn tell(State(provider): State<Provider>, headers: HeaderMap) -> Response {
    let breakage = provider.inside().faults.take(Effect::try_as_userinfo);
    if let Some(breakage) = breakage {
        return breakage.response().await;
    }
    let claims = bearer_token(&headers).and_then(|token| provider.inside().told.get(token).cloned());
    let Some(mut claims) = claims else {
        let challenge = [(header::WWW_AUTHENTICATE, r#"Bearer error="invalid_token""#)];
        return (StatusCode::UNAUTHORIZED, challenge).into_response();
    };
    let edits = provider.inside().faults.take(Effect::try_as_told);
    for (name, edit) in edits.unwrap_or_default() {
        id_token::apply(&mut claims, name, edit);
    }
    (NO_STORE, Json(claims)).into_response()
}

fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}
