//! The page on which anyone learns whether a receipt is genuine, by its file, its text, or the code on its paper.

mod checks;

use leptos::prelude::*;

use crate::{
    i18n,
    ui::{
        components::{
            Alert, AlertKind, ErrorSummary, FileField, PageHeading, ReceiptCodeRows, ReceiptRows, SubmitButton,
            SummaryItem, TextField, Waiting,
        },
        state::App,
    },
    verification::{Content, VerificationError},
};
use checks::{Checks, VERDICT, Verdict};

const FILE: &str = "receipt-file";
const TEXT: &str = "receipt-text";

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
fn Doubtful(doubt: VerificationError, checks: Checks) -> impl IntoView {
    let app = App::get();
    // What was not checked is neither good nor bad.
    let kind = match doubt {
        VerificationError::NoKeys(_) | VerificationError::NoCrypto | VerificationError::TooNew => AlertKind::Warning,
        VerificationError::NotAReceipt | VerificationError::Altered | VerificationError::UnknownKey => AlertKind::Error,
    };
    let is_transient = doubt.is_transient();
    let words = Memo::new(move |_| i18n::verification_error(app.language.get(), &doubt));
    view! {
        <Alert kind heading=Signal::derive(move || words.get().title.to_owned())>
            <p id="doubt">{move || words.get().explanation}</p>
            {is_transient.then(|| view! {
                <button class="button button-secondary" type="button" id="check-again" on:click=move |_| checks.check_again()>
                    {move || app.texts().problem.try_again}
                </button>
            })}
        </Alert>
    }
}
