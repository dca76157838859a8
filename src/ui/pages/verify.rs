//! The page on which anyone learns whether a receipt is genuine, by its file, its text, or the code on its paper.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    browser::{crypto, document, file::ChosenFile},
    contract::{LONGEST_DOCUMENT, ReceiptCode},
    i18n,
    ui::{
        components::{
            Alert, AlertKind, ErrorSummary, FileField, PageHeading, ReceiptCodeRows, ReceiptRows, SubmitButton,
            SummaryItem, TextField, Waiting,
        },
        state::App,
    },
    verification::{Content, Doubt, Presented, Proven},
};

const FILE: &str = "receipt-file";
const TEXT: &str = "receipt-text";
/// What the check has found; takes the focus.
const VERDICT: &str = "verdict";

/// What a check has found.
#[derive(Clone)]
struct Verdict {
    found: Result<Proven, Doubt>,
    /// Whether a genuine receipt belongs to the genuine code that was shown before it.
    belongs_to_code: Option<bool>,
}

/// The checks of this visit.
#[derive(Clone, Copy)]
struct Checks {
    typed: RwSignal<String>,
    /// Grows with each press of the button on an empty field.
    refused: RwSignal<u32>,
    is_checking: RwSignal<bool>,
    verdict: RwSignal<Option<Verdict>>,
    /// Counts the checks: what an earlier one finds is not shown any more.
    turn: StoredValue<u32>,
    /// What was checked last.
    last: StoredValue<String>,
    /// The code that was found genuine last.
    code: StoredValue<Option<ReceiptCode>>,
}

/// Checks what it is given, and shows only what has been proven.
#[component]
pub fn Verify() -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().verify;
    let checks = Checks::new();
    Effect::new(move || {
        if let Some(code) = app.receipt_code.get() {
            checks.check(code);
        }
    });
    on_cleanup(move || app.receipt_code.set(None));
    let text_error = move || (checks.refused.get() > 0).then(|| texts().text_missing.to_owned());
    let summary =
        move || text_error().into_iter().map(|sentence| SummaryItem { field: TEXT, sentence }).collect::<Vec<_>>();
    view! {
        <ErrorSummary items=Signal::derive(summary) attempt=checks.refused/>
        <PageHeading
            text=Signal::derive(move || texts().title.to_owned())
            has_errors=Signal::derive(move || text_error().is_some())
        />
        <p class="font-lead">{move || texts().lead}</p>
        <div class="verdict" id=VERDICT tabindex="-1">
            {move || checks.is_checking.get().then(|| view! {
                <Waiting text=Signal::derive(move || texts().checking.to_owned())/>
            })}
            {move || checks.verdict.get().map(|verdict| view! { <Finding verdict checks/> })}
        </div>
        <form class="no-print" novalidate=true on:submit=move |event| {
            event.prevent_default();
            checks.check_typed();
        }>
            <p>{move || texts().private}</p>
            <FileField
                id=FILE
                label=Signal::derive(move || texts().file_label)
                hint=Signal::derive(move || texts().file_hint)
                accept=".jws,.txt"
                on_choose=Callback::new(move |file| checks.check_file(file))
            />
            <TextField
                id=TEXT
                label=Signal::derive(move || texts().text_label)
                hint=Signal::derive(move || texts().text_hint)
                value=checks.typed
                on_input=Callback::new(move |text| checks.type_text(text))
                error=Signal::derive(text_error)
                width="input-width-xl"
            />
            <SubmitButton
                id="check-text"
                text=Signal::derive(move || texts().button)
                busy_text=Signal::derive(move || texts().checking)
                is_busy=checks.is_checking
            />
        </form>
    }
}

#[component]
fn Finding(verdict: Verdict, checks: Checks) -> impl IntoView {
    let Verdict { found, belongs_to_code } = verdict;
    match found {
        Ok(proven) => view! { <Genuine content=proven.content().clone() belongs_to_code/> }.into_any(),
        Err(doubt) => view! { <Doubtful doubt checks/> }.into_any(),
    }
}

#[component]
fn Genuine(content: Content, belongs_to_code: Option<bool>) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().verify;
    match content {
        Content::Receipt(receipt) => view! {
            {(belongs_to_code == Some(false)).then(|| view! {
                <Alert kind=AlertKind::Warning heading=Signal::derive(move || texts().belongs_apart.to_owned())>
                    <p id="belongs-apart">{move || texts().belongs_apart_note}</p>
                </Alert>
            })}
            <Alert kind=AlertKind::Success heading=Signal::derive(move || texts().receipt_genuine.to_owned())>
                <p id="genuine">{move || texts().receipt_genuine_note}</p>
                {(belongs_to_code == Some(true)).then(|| view! { <p id="belongs-together">{move || texts().belongs_together}</p> })}
            </Alert>
            <ReceiptRows receipt=*receipt/>
        }
        .into_any(),
        Content::Code(code) => view! {
            <Alert kind=AlertKind::Success heading=Signal::derive(move || texts().code_genuine.to_owned())>
                <p id="genuine">{move || texts().code_genuine_note}</p>
            </Alert>
            <ReceiptCodeRows code/>
            <p class="no-print">{move || texts().code_next}</p>
        }
        .into_any(),
    }
}

#[component]
fn Doubtful(doubt: Doubt, checks: Checks) -> impl IntoView {
    let app = App::get();
    // What was not checked is neither good nor bad.
    let kind = match doubt {
        Doubt::NoKeys(_) | Doubt::NoCrypto | Doubt::TooNew => AlertKind::Warning,
        Doubt::NotAReceipt | Doubt::Altered | Doubt::UnknownKey => AlertKind::Error,
    };
    let is_passing = doubt.is_passing();
    let words = Memo::new(move |_| {
        let words = i18n::doubt(app.language.get(), &doubt);
        (words.title, words.explanation)
    });
    view! {
        <Alert kind heading=Signal::derive(move || words.get().0)>
            <p id="doubt">{move || words.get().1}</p>
            {is_passing.then(|| view! {
                <button class="button button-secondary" type="button" id="check-again" on:click=move |_| checks.check_again()>
                    {move || app.texts().problem.try_again}
                </button>
            })}
        </Alert>
    }
}

impl Checks {
    fn new() -> Self {
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

    fn type_text(self, text: String) {
        if !text.trim().is_empty() {
            self.refused.set(0);
        }
        self.typed.set(text);
    }

    fn check_typed(self) {
        let text = self.typed.get_untracked();
        if text.trim().is_empty() {
            self.refused.update(|refused| *refused += 1);
        } else {
            self.check(text);
        }
    }

    fn check_file(self, file: ChosenFile) {
        let turn = self.begin();
        spawn_local(async move {
            // Longer than any receipt, or unreadable: no receipt either way.
            let most = u32::try_from(2 * LONGEST_DOCUMENT).unwrap_or(u32::MAX);
            match file.text(most).await {
                Ok(text) => self.find(turn, text).await,
                Err(_) => self.end(turn, Verdict { found: Err(Doubt::NotAReceipt), belongs_to_code: None }),
            }
        });
    }

    fn check(self, text: String) {
        let turn = self.begin();
        spawn_local(self.find(turn, text));
    }

    fn check_again(self) {
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
async fn prove(text: &str) -> Result<Proven, Doubt> {
    let presented = Presented::read(text)?;
    let keys = api::receipt_keys().await.map_err(Doubt::NoKeys)?;
    let key = presented.key(&keys)?;
    let signature = crypto::check(key, presented.signed_bytes(), presented.signature()).await;
    presented.judge(signature.map_err(|_| Doubt::NoCrypto)?)
}

/// Whether a receipt belongs to a code, if there is one to compare it with.
async fn belongs(proven: &Proven, code: Option<&ReceiptCode>) -> Option<bool> {
    let (Content::Receipt(_), Some(code)) = (proven.content(), code) else { return None };
    crypto::sha256(proven.document()).await.ok().map(|digest| digest == code.document)
}
