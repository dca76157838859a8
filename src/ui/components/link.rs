//! A link to a page of the app.

use leptos::prelude::*;

use crate::ui::{journey::Journey, route::Route};

/// A link that changes the page without loading it, and that still opens in a new tab when asked to.
#[component]
pub fn Link(
    to: Route,
    #[prop(optional)] class: &'static str,
    #[prop(optional, into)] id: Option<String>,
    children: Children,
) -> impl IntoView {
    let journey = Journey::get();
    let href = to.path();
    view! {
        <a href=href class=class id=id on:click=move |event| {
            let wants_new_tab = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
            if !wants_new_tab {
                event.prevent_default();
                journey.go(&to);
            }
        }>{children()}</a>
    }
}
