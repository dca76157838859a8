//! The copies of what is typed: sealed, in session storage. So it survives a login, a page that is loaded anew, a session that ends and
//! an app that stops.
//!
//! The key comes with the session and is the same after every login of the same person, so nobody else finds what was typed.

use serde::{Deserialize, Serialize};

use crate::{
    browser::{crypto::SealingKey, storage},
    contract::{HolderHandle, json},
    domain::draft::Draft,
    ui::route::{FormRoute, Route},
};

/// Where what is typed is kept.
pub const DRAFTS: &str = "nemkonto.drafts";
/// Where the page is kept that was left for a login, when nothing was typed.
const PAGE: &str = "nemkonto.page";

/// What is sealed. It may be opened by a newer or an older version of the app.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// The page that the caseworker is on, or left.
    path: String,
    drafts: Vec<KeptDraft>,
}

/// A form, and whose accounts it is about.
#[derive(Clone, Serialize, Deserialize)]
pub struct KeptDraft {
    holder: Option<HolderHandle>,
    /// A [`Draft`] as text: one that this version cannot read takes no other with it, and waits for the version that can.
    draft: String,
}

impl KeptDraft {
    /// What was typed into the form of a holder.
    pub fn new(holder: Option<&HolderHandle>, draft: &Draft) -> Self {
        // Texts in fields can always be written; a text that is no draft is not read back.
        Self { holder: holder.cloned(), draft: serde_json::to_string(draft).unwrap_or_default() }
    }

    /// The form, if this version knows it.
    pub fn form(&self) -> Option<(FormRoute, Draft)> {
        let draft = json::read(&self.draft).ok()?;
        Some((FormRoute::of(self.holder.clone(), &draft)?, draft))
    }
}

/// What is needed to seal.
#[derive(Clone, Default)]
pub struct Sealing {
    /// The key of the caseworker who was logged in last.
    pub key: Option<SealingKey>,
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
pub async fn store(key: &SealingKey, page: &Route, drafts: Vec<KeptDraft>, is_last: impl FnOnce() -> bool) {
    let place = if drafts.is_empty() { PAGE } else { DRAFTS };
    let Ok(text) = serde_json::to_string(&Kept { path: page.path(), drafts }) else { return };
    if let Ok(sealed) = key.seal(&text).await
        && is_last()
    {
        // Without storage the app works, and only forgets.
        let _ = storage::store(place, &sealed);
    }
}

/// Takes what is kept out of the storage, and opens it. Nothing if it was sealed with another key.
pub async fn take(key: Option<&SealingKey>) -> Option<(Route, Vec<KeptDraft>)> {
    let (drafts, page) = (storage::take(DRAFTS), storage::take(PAGE));
    let text = key?.open(&drafts.or(page)?).await?;
    let Kept { path, drafts } = json::read(&text).ok()?;
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
