//! The receipt, and checking one.

use super::Language;
use crate::verification::VerificationError;

/// The receipt.
pub struct Receipt {
    pub title: &'static str,
    pub number: &'static str,
    pub committed_at: &'static str,
    pub caseworker: &'static str,
    pub authority: &'static str,
    pub holder: &'static str,
    pub change: &'static str,
    pub benefit_type: &'static str,
    pub account: &'static str,
    pub login_at: &'static str,
    pub login_with: fn(&str, &str) -> String,
    pub assurance_low: &'static str,
    pub assurance_substantial: &'static str,
    pub assurance_high: &'static str,
    pub check_code: &'static str,
    pub next_heading: &'static str,
    pub qr_code: &'static str,
    pub qr_code_note: fn(&str) -> String,
    pub print: &'static str,
    pub same_holder: &'static str,
    pub back_to_types: &'static str,
    pub download: &'static str,
    pub download_name: fn(&str) -> String,
    pub new_change: &'static str,
    pub loading: &'static str,
}

/// The page on which anyone can check a receipt.
pub struct Verify {
    /// Why a receipt is not called genuine.
    pub error: fn(&VerificationError) -> VerificationErrorTexts,
    pub title: &'static str,
    pub lead: &'static str,
    pub private: &'static str,
    pub file_label: &'static str,
    pub file_hint: &'static str,
    pub text_label: &'static str,
    pub text_hint: &'static str,
    pub text_missing: &'static str,
    pub button: &'static str,
    pub checking: &'static str,
    pub receipt_genuine: &'static str,
    pub receipt_genuine_note: &'static str,
    pub code_genuine: &'static str,
    pub code_genuine_note: &'static str,
    pub code_next: &'static str,
    pub belongs_together: &'static str,
    pub belongs_apart: &'static str,
    pub belongs_apart_note: &'static str,
}

/// Why a receipt is not called genuine, in words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VerificationErrorTexts {
    /// What was found, as a heading.
    pub title: &'static str,
    /// What it means, and what to do now.
    pub explanation: &'static str,
}

/// Why a receipt is not called genuine.
#[must_use]
pub fn verification_error(language: Language, error: &VerificationError) -> VerificationErrorTexts {
    (language.texts().verify.error)(error)
}
