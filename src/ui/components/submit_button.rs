//! The button that does what the page is for.

use leptos::prelude::*;

/// A primary button that stays clickable while it works, but says that it does.
#[component]
pub fn SubmitButton(
    id: &'static str,
    #[prop(into)] text: Signal<&'static str>,
    #[prop(into)] busy_text: Signal<&'static str>,
    #[prop(into)] is_busy: Signal<bool>,
) -> impl IntoView {
    view! {
        <button class="button button-primary" type="submit" id=id aria-busy=move || is_busy.get().to_string()>
            {move || if is_busy.get() { busy_text.get() } else { text.get() }}
        </button>
        <span class="sr-only" role="status">{move || is_busy.get().then(|| busy_text.get())}</span>
    }
}
