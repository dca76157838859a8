//! A field for choosing a file.

use leptos::{html, prelude::*};

use crate::browser::file::{self, ChosenFile};

/// A file field. What was chosen is told at once, also when it is the same file again.
#[component]
pub fn FileField(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    /// Endings of names that the browser offers first; no limit.
    accept: &'static str,
    on_choose: Callback<ChosenFile>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    view! {
        <div class="form-group">
            <label class="form-label" id=format!("{id}-label") for=id>{label}</label>
            <span class="form-hint" id=format!("{id}-hint")>{hint}</span>
            <input
                class="file-input"
                type="file"
                id=id
                accept=accept
                aria-describedby=format!("{id}-hint")
                node_ref=input
                on:click=move |_| if let Some(input) = input.get_untracked() {
                    file::clear(&input);
                }
                on:change=move |_| if let Some(file) = input.get_untracked().and_then(|input| ChosenFile::of(&input)) {
                    on_choose.run(file);
                }
            />
        </div>
    }
}
