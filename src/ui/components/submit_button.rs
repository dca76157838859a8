//! The button that does what the page is for.

use leptos::prelude::*;

/// A primary button that stays clickable while it works, but says that it does.
#[component]
pub fn SubmitButton(
    id: &'static str,
    text: &'static str,
    busy_text: &'static str,
    #[prop(into)] is_busy: Signal<bool>,
) -> impl IntoView {
    view! {
        <button class="button button-primary" type="submit" id=id aria-busy=move || is_busy.get().to_string()>
            {move || if is_busy.get() { busy_text } else { text }}
        </button>
        <span class="sr-only" role="status">{move || if is_busy.get() { busy_text } else { "" }}</span>
    }
}
