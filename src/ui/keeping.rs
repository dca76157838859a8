//! What is typed is kept as it is typed: sealed, in session storage. So it survives a login, a page that is loaded anew, a session that
//! ends and an app that stops.
//!
//! The key comes with the session and is the same after every login of the same person, so nobody else finds what was typed.

use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{
    route::{FormRoute, Route},
    state::App,
};
use crate::{
    browser::{crypto, storage},
    contract::{DraftKey, HolderHandle},
    domain::draft::Draft,
    relogin::State,
};

/// Where what is typed is kept.
pub const DRAFTS: &str = "nemkonto.drafts";
/// Where the page is kept that was left for a login, when nothing was typed.
const PAGE: &str = "nemkonto.page";

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// The page that the caseworker is on, or left.
    path: String,
    drafts: Vec<KeptDraft>,
}

/// A form, and whose accounts it is about.
#[derive(Serialize, Deserialize)]
struct KeptDraft {
    holder: Option<HolderHandle>,
    draft: Draft,
}

/// What is needed to seal.
#[derive(Clone, Default)]
pub struct Sealing {
    /// The key of the caseworker who was logged in last.
    pub key: Option<DraftKey>,
    /// Whether to go back to the page that was left for the login, once what was typed is open again.
    pub goes_back: bool,
    /// Grows with each attempt; the last one counts.
    attempts: u32,
}

impl Sealing {
    fn begin(&mut self) -> u32 {
        self.attempts += 1;
        self.attempts
    }
}

impl App {
    /// Keeps what is typed from now on, as long as the app lives. A change that is being confirmed is in its own record meanwhile.
    pub fn keep_what_is_typed(self) {
        Effect::new(move || {
            self.drafts.track();
            self.route.track();
            let is_confirmed =
                self.relogin.with(|state| !matches!(state, State::Editing(_) | State::Preparing(_) | State::Done(_)));
            if self.is_keeping.get() && !is_confirmed {
                spawn_local(async move { self.keep(None, false).await });
            }
        });
    }

    /// Keeps what is typed, and the page, before the browser leaves. `except` is kept elsewhere.
    pub async fn keep_drafts(self, except: Option<&FormRoute>) {
        self.keep(except, except.is_none() && self.route.get_untracked() != Route::Start).await;
    }

    async fn keep(self, except: Option<&FormRoute>, keeps_page: bool) {
        let Some(key) = self.sealing.with_value(|sealing| sealing.key.clone()) else { return };
        let attempt = self.sealing.try_update_value(Sealing::begin);
        let drafts = self.typed(except);
        if drafts.is_empty() {
            storage::remove(DRAFTS);
            if !keeps_page {
                return;
            }
        }
        let place = if drafts.is_empty() { PAGE } else { DRAFTS };
        let kept = Kept { path: self.route.get_untracked().path(), drafts };
        let Ok(text) = serde_json::to_string(&kept) else { return };
        // Sealing takes a moment, in which more may have been typed.
        if let Ok(sealed) = crypto::seal(&key, &text).await
            && self.sealing.try_with_value(|sealing| sealing.attempts) == attempt
        {
            // Without storage the app works, and only forgets.
            let _ = storage::store(place, &sealed);
        }
    }

    fn typed(self, except: Option<&FormRoute>) -> Vec<KeptDraft> {
        self.drafts.with_untracked(|drafts| {
            drafts
                .iter()
                .filter(|(form, draft)| Some(*form) != except && **draft != form.empty_draft())
                .map(|(form, draft)| KeptDraft { holder: form.holder().cloned(), draft: draft.clone() })
                .collect()
        })
    }

    /// Whether something is typed.
    #[must_use]
    pub fn has_drafts(self) -> bool {
        self.drafts.with(|drafts| drafts.iter().any(|(form, draft)| *draft != form.empty_draft()))
    }

    /// Whether something typed is kept.
    #[must_use]
    pub fn has_kept_drafts() -> bool {
        storage::read(DRAFTS).is_some()
    }

    /// Removes what is kept, also what is being sealed at this moment.
    pub(super) fn forget_kept_drafts(self) {
        self.sealing.update_value(|sealing| {
            sealing.begin();
        });
        storage::remove(DRAFTS);
    }

    /// Opens what was kept, now that somebody is logged in. What belongs to somebody else is removed. Gives the page that was left.
    pub async fn restore_drafts(self) -> Option<Route> {
        let (drafts, page) = (storage::take(DRAFTS), storage::take(PAGE));
        let text = crypto::open(&self.sealing.with_value(|sealing| sealing.key.clone())?, &drafts.or(page)?).await?;
        let Kept { path, drafts } = serde_json::from_str(&text).ok()?;
        self.drafts.update(|known| {
            for KeptDraft { holder, draft } in drafts {
                if let Some(form) = FormRoute::of(holder, &draft) {
                    known.insert(form, draft);
                }
            }
        });
        Some(Route::from_path(&path))
    }
}
