//! A labelled text field with hint and error. The only place where the four are wired together.

use leptos::prelude::*;

use crate::{browser::gesture, ui::state::App};

/// A text field. `id` names the input; label, hint and error derive their ids from it.
#[component]
pub fn TextField(
    id: &'static str,
    #[prop(into)] label: Signal<&'static str>,
    #[prop(into)] hint: Signal<&'static str>,
    /// What stands in the field.
    #[prop(into)]
    value: Signal<String>,
    on_input: Callback<String>,
    /// What is wrong, as a sentence.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// DKFDS width class; a hint of the expected length, never a limit.
    width: &'static str,
    /// What was understood, once the text can be read.
    #[prop(optional, into)]
    echo: Signal<Option<String>>,
    /// Offered what is pasted; says whether it has dealt with it.
    #[prop(optional)]
    on_paste: Option<Callback<String, bool>>,
    /// Whether digits are expected (for the on-screen keyboard).
    #[prop(optional)]
    numeric: bool,
    /// Whether the field may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let app = App::get();
    let described_by = move || {
        let mut ids = vec![format!("{id}-hint")];
        if error.with(Option::is_some) {
            ids.push(format!("{id}-error"));
        }
        if echo.with(Option::is_some) {
            ids.push(format!("{id}-echo"));
        }
        ids.join(" ")
    };
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <label class="form-label" id=format!("{id}-label") for=id>{move || label.get()}</label>
            <span class="form-hint" id=format!("{id}-hint")>{move || hint.get()}</span>
            {move || error.get().map(|error| view! {
                <span class="form-error-message" id=format!("{id}-error")>
                    <span class="sr-only">{app.texts().frame.error_prefix}</span>
                    {error}
                </span>
            })}
            <input
                class=format!("form-input {width}")
                type="text"
                id=id
                name=id
                required=!optional
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                inputmode=if numeric { "numeric" } else { "text" }
                aria-describedby=described_by
                aria-invalid=move || if error.with(Option::is_some) { "true" } else { "false" }
                prop:value=move || value.get()
                on:paste=move |event| {
                    let has_taken = |text| on_paste.is_some_and(|on_paste| on_paste.run(text));
                    if gesture::pasted_text(&event).is_some_and(has_taken) {
                        event.prevent_default();
                    }
                }
                on:input=move |event| on_input.run(event_target_value(&event))
            />
            <span class="field-echo" id=format!("{id}-echo")>{move || echo.get()}</span>
        </div>
    }
}
