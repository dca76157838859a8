//! A link to a text as a file.

use leptos::prelude::*;

use crate::browser::file;

/// A link that saves a text under a name. The text is offered by the browser itself, as long as the link is on the page.
#[component]
pub fn DownloadLink(
    text: String,
    media_type: &'static str,
    name: String,
    class: &'static str,
    id: &'static str,
    children: Children,
) -> impl IntoView {
    let address = file::offer(&text, media_type);
    if let Some(address) = address.clone() {
        on_cleanup(move || file::withdraw(&address));
    }
    address.map(|address| view! { <a class=class id=id href=address download=name>{children()}</a> })
}
