//! The login pages: choose `MitID`, type the user id, approve in the app.

use axum::{
    Form, Json, Router,
    extract::{FromRequestParts, Path, Query, State},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use axum_extra::extract::CookieJar;
use nemkonto::i18n::Language;
use serde::Deserialize;
use serde_json::json;

use super::{
    Provider, answer, authorize, pages,
    state::{Decision, Inside, Login, NO_STORE, Session, Tickets, now},
};

pub(super) fn routes() -> Router<Provider> {
    Router::new()
        .route("/login/{login}", get(choose))
        .route("/login/{login}/user-id", get(ask_user_id).post(take_user_id))
        .route("/login/{login}/approve", get(wait))
        .route("/login/{login}/status", get(status))
        .route("/login/{login}/continue", get(finish))
        .route("/login/{login}/cancel", post(cancel))
}

/// The login that a path names, in the language that a `lang` parameter may just have changed.
pub(super) struct OpenLogin {
    pub name: String,
    pub login: Login,
}

#[derive(Deserialize)]
struct LanguageChoice {
    lang: Option<String>,
}

impl OpenLogin {
    /// The login that a path names, if it is among these.
    pub async fn among(
        tickets: fn(&mut Inside) -> &mut Tickets<Login>,
        parts: &mut Parts,
        provider: &Provider,
    ) -> Result<OpenLogin, Response> {
        let Path(name) =
            Path::<String>::from_request_parts(parts, provider).await.map_err(IntoResponse::into_response)?;
        let choice =
            Query::<LanguageChoice>::from_request_parts(parts, provider).await.map_err(IntoResponse::into_response)?;
        let chosen = choice.0.lang.and_then(|tag| Language::from_tag(&tag));
        let mut inside = provider.inside();
        if let Some(login) = tickets(&mut inside).get(&name) {
            login.language = chosen.unwrap_or(login.language);
            let login = login.clone();
            return Ok(OpenLogin { name, login });
        }
        drop(inside);
        let language = chosen.unwrap_or(Language::Danish);
        Err((StatusCode::NOT_FOUND, pages::expired(provider, language)).into_response())
    }
}

impl FromRequestParts<Provider> for OpenLogin {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, provider: &Provider) -> Result<OpenLogin, Response> {
        OpenLogin::among(|inside| &mut inside.logins, parts, provider).await
    }
}

async fn choose(State(provider): State<Provider>, open: OpenLogin) -> Response {
    pages::choose(&provider, &open)
}

async fn ask_user_id(State(provider): State<Provider>, open: OpenLogin) -> Response {
    pages::user_id(&provider, &open, None)
}

#[derive(Deserialize)]
struct UserId {
    user_id: String,
}

async fn take_user_id(
    State(provider): State<Provider>,
    open: OpenLogin,
    Form(UserId { user_id }): Form<UserId>,
) -> Response {
    let Some(identity) = provider.identity(&user_id) else {
        let page = pages::user_id(&provider, &open, Some(&user_id));
        return (StatusCode::UNPROCESSABLE_ENTITY, page).into_response();
    };
    if let Some(login) = provider.inside().logins.get(&open.name) {
        login.identity = Some(identity);
        login.decision = None;
    }
    Redirect::to(&format!("/login/{}/approve", open.name)).into_response()
}

async fn wait(State(provider): State<Provider>, open: OpenLogin) -> Response {
    if open.login.identity.is_none() {
        return Redirect::to(&format!("/login/{}/user-id", open.name)).into_response();
    }
    pages::wait(&provider, &open)
}

async fn status(open: OpenLogin) -> Response {
    let status = match open.login.decision {
        None => "waiting",
        Some(Decision::Approved) => "approved",
        Some(Decision::Rejected) => "rejected",
    };
    (NO_STORE, Json(json!({ "status": status }))).into_response()
}

async fn finish(State(provider): State<Provider>, open: OpenLogin, jar: CookieJar) -> Response {
    let OpenLogin { name, login } = open;
    let (Some(identity), Some(decision)) = (login.identity, login.decision) else {
        return Redirect::to(&format!("/login/{name}/approve")).into_response();
    };
    {
        let mut inside = provider.inside();
        inside.logins.take(&name);
        inside.decided.keep(name, login.clone());
    }
    match decision {
        Decision::Approved => {
            let session = Session { identity, auth_time: now() };
            let jar = authorize::start_session(&provider, jar, session);
            (jar, answer::success(&provider, &login.request, session)).into_response()
        }
        Decision::Rejected => aborted(&provider, &login, "user_aborted"),
    }
}

async fn cancel(State(provider): State<Provider>, open: OpenLogin) -> Response {
    provider.inside().logins.take(&open.name);
    aborted(&provider, &open.login, "mitid_user_aborted")
}

/// The Nets broker tells the two ways to give up apart by the description.
fn aborted(provider: &Provider, login: &Login, description: &str) -> Response {
    answer::failure(provider, &login.request, "access_denied", Some(description))
}
