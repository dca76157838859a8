//! A button for what takes a moment.

use leptos::prelude::*;

/// A button that stays clickable while what it has begun is under way, but says that it is.
#[component]
pub fn BusyButton(
    id: &'static str,
    text: &'static str,
    busy_text: &'static str,
    #[prop(into)] is_busy: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
    /// Whether it is what the page is for.
    #[prop(optional)]
    is_primary: bool,
) -> impl IntoView {
    let class = if is_primary { "button button-primary" } else { "button button-secondary" };
    view! {
        <button
            class=class
            type="button"
            id=id
            aria-busy=move || is_busy.get().to_string()
            on:click=move |_| on_press.run(())
        >{move || if is_busy.get() { busy_text } else { text }}</button>
    }
}
