//! The heading of a page, which is also its title.

use leptos::{html, prelude::*};

use crate::{
    browser::document,
    ui::{
        language::texts,
        reaction::react,
        stores::{Fetched, View},
    },
};

/// Gives the page the title that its heading asks for, in its language and under the name of the service.
pub fn entitle(heading: impl Fn() -> String + 'static) {
    let (fetched, frame) = (Fetched::get(), &texts().frame);
    react(move || document::set_title(&format!("{} – {}", heading(), fetched.product_name(frame.service))));
}

/// Heading 1. Sets the title of the page, and takes the focus when the caseworker came here from another page of the app.
#[component]
pub fn PageHeading(
    #[prop(into)] text: String,
    /// Whether the page shows errors, which its title then says first.
    #[prop(optional, into)]
    has_errors: Signal<bool>,
    /// What takes the focus instead, on a page that is opened again and again for one field.
    #[prop(optional)]
    focuses: Option<&'static str>,
) -> impl IntoView {
    let shown = View::get();
    let heading = NodeRef::<html::H1>::new();
    let frame = &texts().frame;
    let title = text.clone();
    entitle(move || {
        let prefix = if has_errors.get() { frame.error_title_prefix } else { "" };
        format!("{prefix}{title}")
    });
    heading.on_load(move |heading| {
        if !shown.heading_takes_focus() {
            return;
        }
        // The element is not in the page yet when it is created. On a busy computer somebody may type already when the frame comes, and
        // what they type would be lost.
        request_animation_frame(move || match focuses {
            _ if document::is_being_filled_in() => {}
            Some(field) => document::focus(field),
            None => drop(heading.focus()),
        });
    });
    view! { <h1 class="h1" id="page-heading" tabindex="-1" node_ref=heading>{text}</h1> }
}
