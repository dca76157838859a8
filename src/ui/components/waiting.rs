//! Words for a wait, with a spinner that appears only when the wait is long.

use leptos::prelude::*;

/// Says what is going on. The stylesheet delays the spinner, so that short waits do not flicker.
#[component]
pub fn Waiting(#[prop(into)] text: Signal<String>) -> impl IntoView {
    view! {
        <div class="waiting">
            <div class="spinner" aria-hidden=move || "true"></div>
            <p class="spinner-status" role="status">{move || text.get()}</p>
        </div>
    }
}
