//! `GET /authorize`: the browser arrives with a request.

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use nemkonto::i18n::Language;

use super::{
    Provider, answer,
    fault::Effect,
    pages,
    parameters::Parameters,
    pushed,
    request::{AuthorizationRequest, Prompt},
    shape,
    state::{Login, Session, now},
};

pub(super) const SESSION_COOKIE: &str = "provider_session";

/// Reuses the login of this browser, asks for a new one, or refuses.
///
/// A request that cannot be used, or was not pushed where that is the way, ends on the provider's own page, as at the Nets broker: where to send the person back is
/// then unknown.
pub(super) async fn authorize(State(provider): State<Provider>, RawQuery(query): RawQuery, jar: CookieJar) -> Response {
    let Some(request) = request(&provider, &query.unwrap_or_default()) else {
        let page = pages::unknown_request(&provider, Language::Danish);
        return (StatusCode::BAD_REQUEST, page).into_response();
    };
    rotate_keys_if_asked(&provider);
    if !request.acr_values.is_empty() && !request.acr_values.iter().any(|it| shape::offers(provider.shaped_after(), it))
    {
        return answer::failure(&provider, &request, "unmet_authentication_requirements", None);
    }
    match session(&provider, &jar) {
        Some(session) if is_enough(&provider, &request, session) => answer::success(&provider, &request, session),
        _ if request.prompt == Prompt::Never => answer::failure(&provider, &request, "login_required", None),
        _ => {
            let login = provider.inside().logins.add(Login {
                language: request.language,
                request,
                identity: None,
                decision: None,
            });
            Redirect::to(&format!("/login/{login}")).into_response()
        }
    }
}

fn request(provider: &Provider, query: &str) -> Option<AuthorizationRequest> {
    let parameters = Parameters::parse(query).ok()?;
    if parameters.get("client_id") != Some(provider.client().id.as_str()) {
        return None;
    }
    if shape::takes_pushed_requests(provider.shaped_after()) {
        return pushed::take(provider, parameters.get("request_uri")?);
    }
    AuthorizationRequest::parse(&parameters, provider).ok()
}

fn rotate_keys_if_asked(provider: &Provider) {
    let mut inside = provider.inside();
    if inside.faults.commit(Effect::is_rotate_at_start) {
        inside.keys.rotate();
    }
}

/// Who is logged in at the provider with this browser.
pub(super) fn session(provider: &Provider, jar: &CookieJar) -> Option<Session> {
    let name = jar.get(SESSION_COOKIE)?.value();
    provider.inside().sessions.get(name).copied()
}

/// Starts a session under a new name, so that nobody can choose it beforehand.
pub(super) fn start_session(provider: &Provider, jar: CookieJar, session: Session) -> CookieJar {
    let name = provider.inside().sessions.add(session);
    let cookie = Cookie::build((SESSION_COOKIE, name)).path("/").http_only(true).same_site(SameSite::Lax);
    jar.add(cookie)
}

fn is_enough(provider: &Provider, request: &AuthorizationRequest, session: Session) -> bool {
    is_fresh(request, session.auth_time, now()) || provider.inside().faults.commit(Effect::is_reuse_session)
}

/// `OpenID` Connect Core 1.0, section 3.1.2.1: `max_age=0` means the same as `prompt=login`.
fn is_fresh(request: &AuthorizationRequest, auth_time: i64, now: i64) -> bool {
    let young = request.max_age.is_none_or(|max_age| max_age > 0 && now - auth_time <= max_age);
    request.prompt != Prompt::Always && young
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn request(prompt: Prompt, max_age: Option<i64>) -> AuthorizationRequest {
        AuthorizationRequest {
            redirect_uri: "https://client.example/return".parse().unwrap(),
            state: None,
            nonce: None,
            code_challenge: String::new(),
            prompt,
            max_age,
            acr_values: Vec::new(),
            language: Language::Danish,
            app_text: None,
        }
    }

    #[test]
    fn a_session_is_fresh_until_max_age_has_passed() {
        let limited = request(Prompt::IfNeeded, Some(60));
        assert!(is_fresh(&limited, 1000, 1060));
        assert!(!is_fresh(&limited, 1000, 1061));
        assert!(is_fresh(&request(Prompt::IfNeeded, None), 1000, 99_999));
    }

    #[test]
    fn prompt_login_and_max_age_0_always_ask() {
        assert!(!is_fresh(&request(Prompt::Always, None), 1000, 1000));
        assert!(!is_fresh(&request(Prompt::IfNeeded, Some(0)), 1000, 1000));
    }
}
