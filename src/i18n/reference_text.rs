//! The text that the `MitID` app shows while the caseworker approves. The API makes it, so no part of the browser's app has it.

use super::{Language, da, en};
use crate::domain::change::Change;

/// The app shows at most 130; whether that counts characters or bytes is not published, so we count bytes.
pub const REFERENCE_TEXT_BYTES: usize = 130;

/// What is confirmed, for whom, and the check code, without a whole CPR or account number.
#[must_use]
pub fn reference_text(language: Language, change: &Change, check_code: &str) -> String {
    match language {
        Language::Danish => da::reference_text(change, check_code),
        Language::English => en::reference_text(change, check_code),
    }
}
