//! Checking what the page is given, one after the other.

use leptos::prelude::*;

use crate::{
    api,
    browser::{crypto, document, file::ChosenFile},
    contract::{LONGEST_DOCUMENT, ReceiptCode},
    ui::task::TaskScope,
    verification::{Content, UnverifiedDocument, VerificationError, VerifiedDocument},
};

/// Id of the place where the page shows what was found; takes the focus.
pub(super) const VERDICT: &str = "verdict";

/// What a check has found.
#[derive(Clone)]
pub(super) struct Verdict {
    pub found: Result<VerifiedDocument, VerificationError>,
    /// Whether a genuine receipt belongs to the genuine code that was shown before it.
    pub belongs_to_code: Option<bool>,
}

/// The checks of this visit.
#[derive(Clone, Copy)]
pub(super) struct Checks {
    pub typed: RwSignal<String>,
    /// Grows with each press of the button on an empty field.
    pub refused: RwSignal<u32>,
    pub is_checking: RwSignal<bool>,
    pub verdict: RwSignal<Option<Verdict>>,
    page: TaskScope,
    /// Counts the checks: what an earlier one finds is not shown any more.
    turn: StoredValue<u32>,
    /// What was checked last.
    last: StoredValue<String>,
    /// The code that was found genuine last.
    code: StoredValue<Option<ReceiptCode>>,
}

impl Checks {
    pub fn new() -> Self {
        Self {
            typed: RwSignal::new(String::new()),
            refused: RwSignal::new(0),
            is_checking: RwSignal::new(false),
            verdict: RwSignal::new(None),
            page: TaskScope::here(),
            turn: StoredValue::new(0),
            last: StoredValue::new(String::new()),
            code: StoredValue::new(None),
        }
    }

    pub fn type_text(self, text: String) {
        if !text.trim().is_empty() {
            self.refused.set(0);
        }
        self.typed.set(text);
    }

    pub fn check_typed(self) {
        let text = self.typed.get_untracked();
        if text.trim().is_empty() {
            self.refused.update(|refused| *refused += 1);
        } else {
            self.check(text);
        }
    }

    pub fn check_file(self, file: ChosenFile) {
        // Longer than any receipt, or unreadable: no receipt either way.
        let most = u32::try_from(2 * LONGEST_DOCUMENT).unwrap_or(u32::MAX);
        self.check_what_is_read(async move { file.text(most).await.map_err(|_| VerificationError::NotAReceipt) });
    }

    pub fn check(self, text: String) {
        self.check_what_is_read(async move { Ok(text) });
    }

    pub fn check_again(self) {
        self.check(self.last.get_value());
    }

    /// Takes away what the last check has found, before anything else.
    fn check_what_is_read(self, text: impl Future<Output = Result<String, VerificationError>> + 'static) {
        self.verdict.set(None);
        self.refused.set(0);
        self.is_checking.set(true);
        self.turn.update_value(|turn| *turn += 1);
        let (turn, code) = (self.turn.get_value(), self.code.get_value());
        let finds = async move {
            match text.await {
                Ok(text) => (Verdict::find(&text, code.as_ref()).await, text),
                Err(error) => (Verdict { found: Err(error), belongs_to_code: None }, String::new()),
            }
        };
        self.page.spawn(finds, move |(verdict, text)| {
            // Another check may have begun meanwhile.
            if self.turn.get_value() == turn {
                self.show(verdict, text);
            }
        });
    }

    fn show(self, verdict: Verdict, text: String) {
        if let Ok(Content::Code(code)) = verdict.found.as_ref().map(VerifiedDocument::content) {
            self.code.set_value(Some(code.clone()));
        }
        self.last.set_value(text);
        self.is_checking.set(false);
        self.verdict.set(Some(verdict));
        // It is not in the page yet.
        request_animation_frame(|| document::focus(VERDICT));
    }
}

impl Verdict {
    async fn find(text: &str, code: Option<&ReceiptCode>) -> Self {
        let found = verify(text).await;
        let belongs_to_code = match &found {
            Ok(document) => belongs(document, code).await,
            Err(_) => None,
        };
        Self { found, belongs_to_code }
    }
}

/// Whether a document is genuine. The keys are fetched anew each time, for a new one may have been taken into use.
async fn verify(text: &str) -> Result<VerifiedDocument, VerificationError> {
    let document = UnverifiedDocument::read(text)?;
    let keys = api::receipt_keys().await.map_err(VerificationError::NoKeys)?;
    document.verify(&keys, crypto::has_signed).await
}

/// Whether a receipt belongs to a code, if there is one to compare it with.
async fn belongs(document: &VerifiedDocument, code: Option<&ReceiptCode>) -> Option<bool> {
    let (Content::Receipt(_), Some(code)) = (document.content(), code) else { return None };
    crypto::sha256(document.as_str()).await.ok().map(|digest| digest == code.document)
}
