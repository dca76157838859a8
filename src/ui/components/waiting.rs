//! Words for a wait, with a spinner that appears only when the wait is long.

use leptos::prelude::*;

/// Says what is going on. The stylesheet delays the spinner, so that short waits do not flicker.
#[component]
pub fn Waiting(
    #[prop(into)] text: Signal<String>,
    /// Whether it is all that the page shows, and so its heading.
    #[prop(optional)]
    is_page: bool,
) -> impl IntoView {
    let words = move || view! { <span role="status">{move || text.get()}</span> };
    view! {
        <div class="waiting">
            <div class="spinner" aria-hidden=move || "true"></div>
            {if is_page {
                view! { <h1 class="spinner-status">{words()}</h1> }.into_any()
            } else {
                view! { <p class="spinner-status">{words()}</p> }.into_any()
            }}
        </div>
    }
}
