//! The heading of a page, which is also its title.

use leptos::{html, prelude::*};

use crate::{browser::document, ui::state::App};

/// Heading 1. Sets the title of the page, and takes the focus when the caseworker came here from another page of the app.
#[component]
pub fn PageHeading(
    #[prop(into)] text: Signal<String>,
    /// Whether the page shows errors, which its title then says first.
    #[prop(optional, into)]
    has_errors: Signal<bool>,
    /// What takes the focus instead, on a page that is opened again and again for one field.
    #[prop(optional)]
    focuses: Option<&'static str>,
) -> impl IntoView {
    let app = App::get();
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move || {
        let frame = &app.texts().frame;
        let prefix = if has_errors.get() { frame.error_title_prefix } else { "" };
        document::set_title(&format!("{prefix}{} – {}", text.get(), frame.service));
    });
    heading.on_load(move |heading| {
        if app.is_first_page() {
            return;
        }
        // The element is not in the page yet when it is created.
        request_animation_frame(move || {
            if let Some(field) = focuses {
                document::focus(field);
            } else {
                let _ = heading.focus();
            }
        });
    });
    view! { <h1 class="h1" id="page-heading" tabindex="-1" node_ref=heading>{move || text.get()}</h1> }
}
