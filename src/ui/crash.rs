//! What is said when the app has stopped. Nothing of the app is used for it but what it has stored.

use super::stores::has_kept_drafts;
use crate::{
    browser::{clock, crash::CrashPage, document, location, storage},
    i18n::Language,
    relogin::StoredRecord,
    ui::route::Route,
};

/// The page for an app that stopped at a place in its source.
#[must_use]
pub fn page(place: &str) -> CrashPage {
    let language = document::language().and_then(|tag| Language::from_tag(&tag)).unwrap_or_default();
    let texts = language.texts();
    let words = &texts.crash;
    // A record is there from "Bekræft" until the outcome is known, and a receipt only for what was carried out.
    let outcome = if !storage::keys(StoredRecord::KEY_PREFIX).is_empty() {
        words.under_way
    } else if matches!(Route::from_path(&location::path()), Route::Receipt(_)) {
        words.carried_out
    } else {
        words.nothing_sent
    };
    let next_step = if has_kept_drafts() { words.reload_kept } else { words.reload_only };
    let at = clock::date_and_time(language, clock::now());
    CrashPage {
        title: words.title,
        parts: vec![
            (texts.problem.what_happened, words.what_happened.to_owned()),
            (texts.problem.what_became, outcome.to_owned()),
            (texts.problem.next_step, next_step.to_owned()),
        ],
        reference: (texts.problem.reference)(&format!("{place}, {at}")),
        reload: words.reload,
    }
}
