//! All errors of a form in one place, above the heading.

use leptos::{html, prelude::*};

use crate::{browser::document, ui::language::texts};

/// One error: the field it belongs to, and the same sentence as at the field.
#[derive(Clone, PartialEq, Eq)]
pub struct SummaryItem {
    /// Id of the field.
    pub field: &'static str,
    /// What is wrong.
    pub sentence: String,
}

/// The summary takes the focus whenever `attempt` grows while there are errors, that is each time the person presses the button.
#[component]
pub fn ErrorSummary(#[prop(into)] items: Signal<Vec<SummaryItem>>, attempt: RwSignal<u32>) -> impl IntoView {
    let seen = attempt.get_untracked();
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move |before: Option<u32>| {
        let attempt = attempt.get();
        if attempt > before.unwrap_or(seen)
            && let Some(summary) = summary.get_untracked()
        {
            let _ = summary.focus();
        }
        attempt
    });
    // Present but empty when all is well, so that the reference above is there when the errors come.
    view! {
        <div
            class="alert alert-error error-summary"
            node_ref=summary
            tabindex="-1"
            role="group"
            aria-labelledby="error-summary-heading"
            hidden=move || items.with(Vec::is_empty)
        >
            <div class="alert-body" role="alert">
                <h2 class="alert-heading" id="error-summary-heading">{texts().frame.error_summary}</h2>
                <ul class="alert-text summary-list">
                    {move || items.get().into_iter().map(|SummaryItem { field, sentence }| view! {
                        <li>
                            <a class="function-link" href=format!("#{field}") on:click=move |event| {
                                // Moves the focus without leaving a fragment in the address.
                                event.prevent_default();
                                document::focus_field(field);
                            }>{sentence}</a>
                        </li>
                    }).collect_view()}
                </ul>
            </div>
        </div>
    }
}
