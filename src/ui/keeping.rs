//! What is typed is kept while the caseworker is away for a login: sealed, in session storage, until they are back.
//!
//! The key comes with the session and is the same after every login of the same person, so nobody else finds what was typed.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    route::{Form, Route},
    state::App,
};
use crate::{
    browser::{crypto, storage},
    contract::HolderKey,
    domain::draft::Draft,
};

const KEY: &str = "nemkonto.drafts";

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// The page that the caseworker left.
    path: String,
    drafts: Vec<KeptDraft>,
}

/// A form, and whose accounts it is about.
#[derive(Serialize, Deserialize)]
struct KeptDraft {
    holder: Option<HolderKey>,
    draft: Draft,
}

impl App {
    /// Seals what is typed, before the browser leaves. `except` is kept elsewhere.
    pub async fn keep_drafts(self, except: Option<&Form>) {
        let drafts: Vec<KeptDraft> = self.drafts.with_untracked(|drafts| {
            drafts
                .iter()
                .filter(|(form, draft)| Some(*form) != except && **draft != form.empty_draft())
                .map(|(form, draft)| KeptDraft { holder: form.holder().cloned(), draft: draft.clone() })
                .collect()
        });
        let route = self.route.get_untracked();
        let is_something = !drafts.is_empty() || (except.is_none() && route != Route::Start);
        let Some(key) = self.draft_key.get_value().filter(|_| is_something) else { return };
        let kept = Kept { path: route.path(), drafts };
        let Ok(text) = serde_json::to_string(&kept) else { return };
        if let Ok(sealed) = crypto::seal(&key, &text).await {
            // Without storage the login is still possible, and better than none.
            let _ = storage::store(KEY, &sealed);
        }
    }

    /// Whether something typed waits to be opened.
    #[must_use]
    pub fn has_kept_drafts() -> bool {
        storage::read(KEY).is_some()
    }

    /// Opens what was kept, now that somebody is logged in. What belongs to somebody else is removed. Gives the page that was left.
    pub async fn restore_drafts(self) -> Option<Route> {
        let sealed = storage::take(KEY)?;
        let text = crypto::open(&self.draft_key.get_value()?, &sealed).await?;
        let Kept { path, drafts } = serde_json::from_str(&text).ok()?;
        self.drafts.update(|known| {
            for KeptDraft { holder, draft } in drafts {
                let Some(form) = Form::of(holder, &draft) else { continue };
                if known.get(&form).is_none_or(|typed_since| *typed_since == form.empty_draft()) {
                    known.insert(form, draft);
                }
            }
        });
        Some(Route::from_path(&path))
    }
}
