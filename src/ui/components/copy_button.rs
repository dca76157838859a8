//! A button that copies a number.

use std::time::Duration;

use leptos::prelude::*;

use crate::{
    browser::clipboard::{self, ClipboardRefused},
    ui::{language::texts, task::TaskScope},
};

/// How long the button says what it has done.
const SAID: Duration = Duration::from_secs(5);

/// Copies `text`, and tells in words whether that went well. `what` names it to those who do not see beside what the button stands.
#[component]
pub fn CopyButton(text: String, what: &'static str) -> impl IntoView {
    let texts = &texts().copy;
    let page = TaskScope::here();
    let outcome = RwSignal::new(None::<Result<(), ClipboardRefused>>);
    let copy = move |_| {
        let text = text.clone();
        page.spawn(async move { clipboard::copy(&text).await }, move |copied| {
            outcome.set(Some(copied));
            // The page may have gone by then.
            let is_over = move || {
                outcome.try_set(None);
            };
            set_timeout(is_over, SAID);
        });
    };
    let word = move || match outcome.get() {
        None => "",
        Some(Ok(())) => texts.copied,
        Some(Err(ClipboardRefused)) => texts.refused,
    };
    view! {
        <span class="copy no-print">
            <button class="function-link" type="button" on:click=copy>
                {texts.button}<span class="sr-only">" "{what}</span>
            </button>
            <span class="copied" role="status">{word}</span>
        </span>
    }
}
