//! What stands around every field. The only place where label, hint and error are wired to it.

use leptos::prelude::*;

use crate::ui::language::texts;

/// Label, hint and error around the field with `id`; the ids of the three derive from it.
#[component]
pub fn FieldFrame(
    id: &'static str,
    label: String,
    hint: String,
    /// What is wrong, as a sentence.
    #[prop(into)]
    error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <label class="form-label" id=format!("{id}-label") for=id>{label}</label>
            <span class="form-hint" id=format!("{id}-hint")>{hint}</span>
            <ErrorMessage id error/>
            {children()}
        </div>
    }
}

/// What is wrong with the field with `id`, with a word for those who do not see the colour.
#[component]
pub fn ErrorMessage(id: &'static str, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    let prefix = texts().frame.error_prefix;
    move || {
        error.get().map(|error| {
            view! {
                <span class="form-error-message" id=format!("{id}-error")>
                    <span class="sr-only">{prefix}</span>
                    {error}
                </span>
            }
        })
    }
}

/// The ids of what describes the field: hint, error, and what was understood, as far as they are there.
#[must_use]
pub fn described_by(id: &str, error: Signal<Option<String>>, echo: Signal<Option<String>>) -> String {
    let mut ids = vec![format!("{id}-hint")];
    if error.with(Option::is_some) {
        ids.push(format!("{id}-error"));
    }
    if echo.with(Option::is_some) {
        ids.push(format!("{id}-echo"));
    }
    ids.join(" ")
}
