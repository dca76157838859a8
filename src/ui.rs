//! Draws states and turns gestures into events.

use leptos::prelude::*;

/// Mounts the app in the page's body.
pub fn mount() {
    mount_to_body(|| view! { <main id="main"><h1>"NemKonto"</h1></main> });
}
