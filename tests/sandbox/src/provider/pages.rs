//! The provider's pages: plain HTML with one stylesheet and one script, under a strict policy.

use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use maud::{DOCTYPE, Markup, html};

mod app;
mod login;

pub(super) use app::{app, decided, nothing_to_approve};
pub(super) use login::{choose, user_id, wait};

use nemkonto::i18n::Language;

use super::{Provider, state::NO_STORE, texts};

pub(super) fn assets() -> Router<Provider> {
    let asset = |media_type: &'static str, content: &'static str| {
        get(move || async move { ([(header::CONTENT_TYPE, media_type)], content) })
    };
    Router::new()
        .route("/assets/provider.css", asset("text/css", include_str!("assets/provider.css")))
        .route("/assets/wait.js", asset("text/javascript", include_str!("assets/wait.js")))
        .route("/assets/icon.svg", asset("image/svg+xml", include_str!("assets/icon.svg")))
}

/// Shown for a login that is over or too old.
pub(super) fn expired(provider: &Provider, language: Language) -> Response {
    let texts = texts::in_language(language);
    page(provider, language, texts.expired_title, &html! { p { (texts.expired_text) } })
}

/// Shown for a request that nobody pushed, or that was used before.
pub(super) fn unknown_request(provider: &Provider, language: Language) -> Response {
    let texts = texts::in_language(language);
    page(provider, language, texts.unknown_request_title, &html! { p { (texts.unknown_request_text) } })
}

/// Shown after a logout that leads nowhere.
pub(super) fn logged_out(provider: &Provider, language: Language) -> Response {
    let texts = texts::in_language(language);
    page(provider, language, texts.logged_out_title, &html! { p { (texts.logged_out_text) } })
}

/// A page whose title is its heading.
fn page(provider: &Provider, language: Language, heading: &str, content: &Markup) -> Response {
    titled_page(provider, language, heading, heading, content)
}

fn titled_page(provider: &Provider, language: Language, title: &str, heading: &str, content: &Markup) -> Response {
    let texts = texts::in_language(language);
    let markup = html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – " (texts.sandbox) }
                link rel="stylesheet" href="/assets/provider.css";
                link rel="icon" href="/assets/icon.svg" type="image/svg+xml";
            }
            body {
                header {
                    p #sandbox { strong { (texts.not_mitid) } " " (texts.invented) }
                    @for other in Language::ALL.iter().filter(|other| **other != language) {
                        a id={ "language-" (other.tag()) } href={ "?lang=" (other.tag()) } lang=(other.tag()) hreflang=(other.tag()) {
                            (other.own_name())
                        }
                    }
                }
                main {
                    h1 { (heading) }
                    (content)
                }
            }
        }
    };
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy(provider)),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (NO_STORE, headers, markup).into_response()
}

/// The content security policy. Forms may lead to the client because a form's redirect counts as its target.
fn policy(provider: &Provider) -> String {
    let client = provider.client();
    let mut targets: Vec<String> = client.redirect_uris.iter().map(|uri| uri.origin().ascii_serialization()).collect();
    targets.dedup();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self' {}; base-uri 'none'; frame-ancestors 'none'",
        targets.join(" ")
    )
}
