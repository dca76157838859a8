//! The pages of the simulated app.

use axum::response::Response;
use maud::html;

use super::{
    super::{Provider, login::OpenLogin, request::Action, state::Decision, texts},
    page,
};
use crate::identities::{Identity, IdentityKind};

/// Who asks for what, with the two answers.
pub(in super::super) fn app(provider: &Provider, open: &OpenLogin, identity: Identity) -> Response {
    let texts = texts::in_language(open.login.language);
    let client = &provider.client().name;
    let app_text = open.login.request.app_text.as_ref();
    let action = app_text.map_or(Action::LogOn, |it| it.action);
    let reference_text = app_text.and_then(|it| it.reference_text.as_deref());
    let content = html! {
        p { (texts.app) ". " ((texts.asks)(client)) }
        dl {
            dt { (texts.you_are) }
            dd {
                (identity.name.unwrap_or(texts.name_protected))
                @if let IdentityKind::Employee { authority, .. } = identity.kind {
                    ", " (authority.name)
                }
            }
            @if let Some(reference_text) = reference_text {
                dt { (texts.you_approve) }
                dd #reference-text dir="auto" { (reference_text) }
            }
        }
        p { (texts.check_first) }
        div .choices {
            form method="post" action={ "/app/" (open.name) "/approve" } {
                button #approve type="submit" { (texts.approve) }
            }
            form method="post" action={ "/app/" (open.name) "/reject" } {
                button #reject .secondary type="submit" { (texts.reject) }
            }
        }
    };
    let heading = (texts.action)(action, client);
    page(provider, open.login.language, &heading, &content)
}

/// What the person decided, and where to go now.
pub(in super::super) fn decided(provider: &Provider, open: &OpenLogin, decision: Decision) -> Response {
    let texts = texts::in_language(open.login.language);
    let heading = match decision {
        Decision::Approved => texts.approved,
        Decision::Rejected => texts.rejected,
    };
    let content = html! { p #decided { (texts.go_back) } };
    page(provider, open.login.language, heading, &content)
}

/// Shown when the app is opened before the user id is known.
pub(in super::super) fn nothing_to_approve(provider: &Provider, open: &OpenLogin) -> Response {
    let texts = texts::in_language(open.login.language);
    let content = html! { p { (texts.nothing_text) } };
    page(provider, open.login.language, texts.nothing_title, &content)
}
