//! The copies of what is typed: sealed, in session storage. So it survives a login, a page that is loaded anew, a session that ends and
//! an app that stops.
//!
//! The key comes with the session and is the same after every login of the same person, so nobody else finds what was typed.

use serde::{Deserialize, Serialize};

use crate::{
    browser::{crypto, storage},
    contract::{DraftKey, HolderHandle, json},
    domain::draft::Draft,
    ui::route::Route,
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
    /// Grows with each attempt; the last one counts.
    attempts: u32,
}

impl Sealing {
    /// Number of the last attempt.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Numbers an attempt to seal.
    pub fn next_attempt(&mut self) -> u32 {
        self.attempts += 1;
        self.attempts
    }
}

/// Seals what is typed, and the page, and stores it if nothing newer has come meanwhile.
pub async fn store(
    key: &DraftKey,
    page: &Route,
    drafts: Vec<(Option<HolderHandle>, Draft)>,
    is_last: impl FnOnce() -> bool,
) {
    let place = if drafts.is_empty() { PAGE } else { DRAFTS };
    let drafts = drafts.into_iter().map(|(holder, draft)| KeptDraft { holder, draft }).collect();
    let Ok(text) = serde_json::to_string(&Kept { path: page.path(), drafts }) else { return };
    if let Ok(sealed) = crypto::seal(key, &text).await
        && is_last()
    {
        // Without storage the app works, and only forgets.
        let _ = storage::store(place, &sealed);
    }
}

/// Takes what is kept out of the storage, and opens it. Nothing if it was sealed with another key.
pub async fn take(key: Option<&DraftKey>) -> Option<(Route, Vec<(Option<HolderHandle>, Draft)>)> {
    let (drafts, page) = (storage::take(DRAFTS), storage::take(PAGE));
    let text = crypto::open(key?, &drafts.or(page)?).await?;
    let Kept { path, drafts } = json::read(&text).ok()?;
    let drafts = drafts.into_iter().map(|KeptDraft { holder, draft }| (holder, draft)).collect();
    Some((Route::from_path(&path), drafts))
}

/// Whether something typed is kept.
#[must_use]
pub fn has_kept_drafts() -> bool {
    storage::read(DRAFTS).is_some()
}

/// Removes what is kept.
pub fn remove() {
    storage::remove(DRAFTS);
}
