//! Serves the built app: its files, and `index.html` for every route of the app.

use std::path::Path;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use tower_http::services::ServeDir;
use url::Url;

/// Answers what no other route answers from the files in `dist`, compressed copies first.
pub fn router(dist: &Path) -> Router {
    let files = ServeDir::new(dist).append_index_html_on_directories(false).precompressed_br().precompressed_gzip();
    Router::new().fallback(serve).with_state(files)
}

async fn serve(State(mut files): State<ServeDir>, mut request: Request) -> Response {
    let path = request.uri().path();
    if is_api(path) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if is_app_route(path) {
        *request.uri_mut() = Uri::from_static("/index.html");
    }
    let cache = cache_control(request.uri().path());
    let Ok(response) = files.try_call(request).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = response.map(Body::new);
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

/// Leads a browser that came by another name of this machine to the one that the app goes by: logins return there, and a cookie is for
/// one name only. A page that stayed where it is could not log in.
pub async fn to_the_apps_own_name(State(app): State<Url>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let is_page = request.method().is_safe() && !is_api(request.uri().path());
    let is_other_name = app.port().is_some_and(|port| host == format!("127.0.0.1:{port}"));
    match request.uri().path_and_query() {
        Some(place) if is_page && is_other_name => {
            Redirect::temporary(&format!("{}{place}", app.origin().ascii_serialization())).into_response()
        }
        _ => next.run(request).await,
    }
}

/// A wrong address of the API must not be answered with a page.
fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// The app's routes have no extension, all its files have one: a missing file is not found rather than a page.
fn is_app_route(path: &str) -> bool {
    !path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

/// The page names the files of its build, so it is never kept.
pub const PAGE: &str = "no-store";
/// Files named after their content are kept for ever.
pub const NAMED_AFTER_CONTENT: &str = "public, max-age=31536000, immutable";
/// The rest is asked about every time.
pub const OTHERS: &str = "no-cache";

fn cache_control(path: &str) -> &'static str {
    if path == "/index.html" {
        PAGE
    } else if is_named_after_content(path) {
        NAMED_AFTER_CONTENT
    } else {
        OTHERS
    }
}

/// `name-0123456789abcdef.ext`, as `style/finish.mjs` makes it.
fn is_named_after_content(path: &str) -> bool {
    let is_digest = |digest: &str| digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    path.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-')).is_some_and(|(_, digest)| is_digest(digest))
}
