//! A button.

use leptos::prelude::*;

/// A button that does something at once. What is filled in is sent with a [`SubmitButton`](super::SubmitButton).
#[component]
pub fn Button(
    id: &'static str,
    text: &'static str,
    #[prop(into)] on_press: Callback<()>,
    /// Whether it is what the page is for.
    #[prop(optional)]
    is_primary: bool,
) -> impl IntoView {
    let class = if is_primary { "button button-primary" } else { "button button-secondary" };
    view! { <button class=class type="button" id=id on:click=move |_| on_press.run(())>{text}</button> }
}
