//! The page on which anyone learns whether a receipt is genuine, by its file, its text, or the code on its paper.

mod checks;

use leptos::prelude::*;

use crate::{
    contract::LONGEST_DOCUMENT,
    i18n,
    ui::{
        components::{
            Alert, AlertKind, Button, ErrorSummary, FileField, PageHeading, ReceiptCodeRows, ReceiptRows, SubmitButton,
            SummaryItem, TextField, Waiting,
        },
        language::{language, localised, texts},
        reaction::react,
        stores::View,
    },
    verification::{Content, VerificationError},
};
use checks::{Checks, VERDICT, Verdict};

const FILE: &str = "receipt-file";
const TEXT: &str = "receipt-text";

/// Checks what it is given, and shows only what is verified.
#[component]
pub fn Verify() -> impl IntoView {
    let shown = View::get();
    let checks = Checks::new();
    react(move || {
        if let Some(code) = shown.receipt_code() {
            checks.check(code);
        }
    });
    on_cleanup(move || shown.forget_receipt_code());
    localised(move || view! { <Checking checks/> })
}

#[component]
fn Checking(checks: Checks) -> impl IntoView {
    let texts = &texts().verify;
    let text_error = Signal::derive(move || (checks.refused.get() > 0).then(|| texts.text_missing.to_owned()));
    let summary = move || text_error.get().into_iter().map(|sentence| SummaryItem { field: TEXT, sentence }).collect();
    view! {
        <ErrorSummary items=Signal::derive(summary) attempt=checks.refused/>
        <PageHeading text=texts.title has_errors=Signal::derive(move || text_error.with(Option::is_some))/>
        <p class="font-lead">{texts.lead}</p>
        <div class="verdict" id=VERDICT tabindex="-1">
            {move || checks.is_checking.get().then(|| view! { <Waiting text=texts.checking/> })}
            {move || checks.verdict.get().map(|verdict| view! { <Finding verdict checks/> })}
        </div>
        <form class="no-print" novalidate=true on:submit=move |event| {
            event.prevent_default();
            checks.check_typed();
        }>
            <p>{texts.private}</p>
            <FileField
                id=FILE
                label=texts.file_label
                hint=texts.file_hint
                accept=".jws,.txt"
                on_choose=Callback::new(move |file| checks.check_file(file))
            />
            <TextField
                id=TEXT
                label=texts.text_label
                hint=texts.text_hint
                value=checks.typed
                on_input=Callback::new(move |text| checks.type_text(text))
                error=text_error
                width="input-width-xl"
                longest=2 * LONGEST_DOCUMENT
            />
            <SubmitButton id="check-text" text=texts.button busy_text=texts.checking is_busy=checks.is_checking/>
        </form>
    }
}

#[component]
fn Finding(verdict: Verdict, checks: Checks) -> impl IntoView {
    let Verdict { found, belongs_to_code } = verdict;
    match found {
        Ok(document) => view! { <Genuine content=document.content().clone() belongs_to_code/> }.into_any(),
        Err(doubt) => view! { <Doubtful doubt checks/> }.into_any(),
    }
}

#[component]
fn Genuine(content: Content, belongs_to_code: Option<bool>) -> impl IntoView {
    let texts = &texts().verify;
    match content {
        Content::Receipt(receipt) => view! {
            {(belongs_to_code == Some(false)).then(|| view! {
                <Alert kind=AlertKind::Warning heading=texts.belongs_apart>
                    <p id="belongs-apart">{texts.belongs_apart_note}</p>
                </Alert>
            })}
            <Alert kind=AlertKind::Success heading=texts.receipt_genuine>
                <p id="genuine">{texts.receipt_genuine_note}</p>
                {(belongs_to_code == Some(true)).then(|| view! { <p id="belongs-together">{texts.belongs_together}</p> })}
            </Alert>
            <ReceiptRows receipt=*receipt/>
        }
        .into_any(),
        Content::Code(code) => view! {
            <Alert kind=AlertKind::Success heading=texts.code_genuine><p id="genuine">{texts.code_genuine_note}</p></Alert>
            <ReceiptCodeRows code/>
            <p class="no-print">{texts.code_next}</p>
        }
        .into_any(),
    }
}

#[component]
fn Doubtful(doubt: VerificationError, checks: Checks) -> impl IntoView {
    // What was not checked is neither good nor bad.
    let kind = match doubt {
        VerificationError::NoKeys(_) | VerificationError::NoCrypto | VerificationError::TooNew => AlertKind::Warning,
        VerificationError::NotAReceipt | VerificationError::Altered | VerificationError::UnknownKey => AlertKind::Error,
    };
    let words = i18n::verification_error(language(), &doubt);
    view! {
        <Alert kind heading=words.title>
            <p id="doubt">{words.explanation}</p>
            {doubt.is_transient().then(|| view! {
                <Button id="check-again" text=texts().problem.try_again on_press=move |()| checks.check_again()/>
            })}
        </Alert>
    }
}
