//! Checking what the page is given, one after the other.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    browser::{crypto, document, file::ChosenFile},
    contract::{LONGEST_DOCUMENT, ReceiptCode},
    verification::{Content, Presented, Proven, VerificationError},
};

/// Id of the place where the page shows what was found; takes the focus.
pub(super) const VERDICT: &str = "verdict";

/// What a check has found.
#[derive(Clone)]
pub(super) struct Verdict {
    pub found: Result<Proven, VerificationError>,
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
        let turn = self.begin();
        spawn_local(async move {
            // Longer than any receipt, or unreadable: no receipt either way.
            let most = u32::try_from(2 * LONGEST_DOCUMENT).unwrap_or(u32::MAX);
            match file.text(most).await {
                Ok(text) => self.find(turn, text).await,
                Err(_) => self.end(turn, Verdict { found: Err(VerificationError::NotAReceipt), belongs_to_code: None }),
            }
        });
    }

    pub fn check(self, text: String) {
        let turn = self.begin();
        spawn_local(self.find(turn, text));
    }

    pub fn check_again(self) {
        self.check(self.last.get_value());
    }

    /// Takes away what the last check has found, before anything else.
    fn begin(self) -> u32 {
        self.verdict.set(None);
        self.refused.set(0);
        self.is_checking.set(true);
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    async fn find(self, turn: u32, text: String) {
        let code = self.code.try_get_value().flatten();
        let found = prove(&text).await;
        self.last.try_update_value(|last| *last = text);
        let belongs_to_code = match &found {
            Ok(proven) => belongs(proven, code.as_ref()).await,
            Err(_) => None,
        };
        self.end(turn, Verdict { found, belongs_to_code });
    }

    fn end(self, turn: u32, verdict: Verdict) {
        // Another check has begun meanwhile, or the page is gone.
        if self.turn.try_get_value() != Some(turn) {
            return;
        }
        if let Ok(Content::Code(code)) = verdict.found.as_ref().map(Proven::content) {
            self.code.set_value(Some(code.clone()));
        }
        self.is_checking.set(false);
        self.verdict.set(Some(verdict));
        // It is not in the page yet.
        request_animation_frame(|| document::focus(VERDICT));
    }
}

/// Whether a document is genuine. The keys are fetched anew each time, for a new one may have been taken into use.
async fn prove(text: &str) -> Result<Proven, VerificationError> {
    let presented = Presented::read(text)?;
    let keys = api::receipt_keys().await.map_err(VerificationError::NoKeys)?;
    let key = presented.key(&keys)?;
    let signature = crypto::check(key, presented.signed_bytes(), presented.signature()).await;
    presented.judge(signature.map_err(|_| VerificationError::NoCrypto)?)
}

/// Whether a receipt belongs to a code, if there is one to compare it with.
async fn belongs(proven: &Proven, code: Option<&ReceiptCode>) -> Option<bool> {
    let (Content::Receipt(_), Some(code)) = (proven.content(), code) else { return None };
    crypto::sha256(proven.document()).await.ok().map(|digest| digest == code.document)
}
