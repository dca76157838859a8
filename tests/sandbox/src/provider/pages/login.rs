//! The guide's screens 3 to 5.

use axum::response::Response;
use maud::{Markup, PreEscaped, html};
use qrcode::{QrCode, render::svg};

use super::{
    super::{
        Provider,
        login::OpenLogin,
        texts::{self, Texts},
    },
    page, titled_page,
};
use crate::identities::{IDENTITIES, IdentityKind};

/// Screen 3: how to log in.
pub(in super::super) fn choose(provider: &Provider, open: &OpenLogin) -> Response {
    let texts = texts::in_language(open.login.language);
    let content = html! {
        p { (texts.choose_lead) }
        p #choose-hint { (texts.choose_hint) }
        a #choose-mitid .button href={ "/login/" (open.name) "/user-id" } aria-describedby="choose-hint" {
            (texts.choose_mitid)
        }
        (cancel(open, texts))
    };
    let heading = (texts.log_on_at)(&provider.client().name);
    page(provider, open.login.language, &heading, &content)
}

/// Screen 4: the user id. `refused` is what was typed when nobody has that user id.
pub(in super::super) fn user_id(provider: &Provider, open: &OpenLogin, refused: Option<&str>) -> Response {
    let texts = texts::in_language(open.login.language);
    let error = refused.map(|typed| if typed.trim().is_empty() { texts.user_id_empty } else { texts.user_id_unknown });
    let described_by = if error.is_some() { "user-id-hint user-id-error" } else { "user-id-hint" };
    let content = html! {
        form method="post" action={ "/login/" (open.name) "/user-id" } {
            label for="user-id" { (texts.user_id) }
            p #user-id-hint .hint { (texts.user_id_hint) }
            @if let Some(error) = error {
                p #user-id-error .error { (texts.error_prefix) (error) }
            }
            input #user-id name="user_id" type="text" value=[refused]
                autocomplete="username" autocapitalize="none" spellcheck="false" autofocus
                aria-describedby=(described_by) aria-invalid=[error.map(|_| "true")];
            button #continue type="submit" { (texts.go_on) }
        }
        (cancel(open, texts))
        h2 { (texts.people) }
        (people(texts))
    };
    let heading = texts.user_id_title;
    let title = match error {
        Some(_) => format!("{}{heading}", texts.error_prefix),
        None => heading.to_owned(),
    };
    titled_page(provider, open.login.language, &title, heading, &content)
}

/// Screen 5: the QR code, and waiting for the app.
pub(in super::super) fn wait(provider: &Provider, open: &OpenLogin) -> Response {
    let texts = texts::in_language(open.login.language);
    let app = provider.url(&format!("/app/{}", open.name));
    let content = html! {
        p { (texts.wait_lead) }
        div #qr-code role="img" aria-label=(texts.qr_code) { (qr_code(&app)) }
        a #open-app .button href=(app) target="_blank" rel="noopener" {
            (texts.open_app) " " span { (texts.new_tab) }
        }
        p #status role="status" data-url={ "/login/" (open.name) "/status" } { (texts.waiting) }
        p {
            (texts.wait_fallback) " "
            a #continue href={ "/login/" (open.name) "/continue" } { (texts.go_on) }
        }
        (cancel(open, texts))
        script src="/assets/wait.js" defer {}
    };
    page(provider, open.login.language, texts.wait_title, &content)
}

fn cancel(open: &OpenLogin, texts: &Texts) -> Markup {
    html! {
        form method="post" action={ "/login/" (open.name) "/cancel" } {
            button #cancel .secondary type="submit" { (texts.cancel) }
        }
    }
}

fn people(texts: &Texts) -> Markup {
    html! {
        dl #identities {
            @for identity in &IDENTITIES {
                dt { code { (identity.user_id) } }
                dd {
                    (identity.name.unwrap_or(texts.name_protected))
                    @if let IdentityKind::Employee { authority, .. } = identity.kind {
                        ", " (authority.name)
                    }
                    br;
                    ((texts.situation)(identity.situation))
                }
            }
        }
    }
}

/// An inline picture. Its colours are attributes, which the policy allows.
fn qr_code(address: &str) -> Markup {
    let svg = QrCode::new(address)
        .expect("an address of this length fits")
        .render::<svg::Color>()
        .min_dimensions(220, 220)
        .build();
    let without_prolog = svg.find("<svg").map_or("", |start| &svg[start..]);
    PreEscaped(without_prolog.to_owned())
}
