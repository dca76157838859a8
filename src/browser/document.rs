//! Title, language and focus.

use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement};

use super::{crash, window};

/// Sets the title of the page. That of an app that has stopped stays.
pub fn set_title(title: &str) {
    if let Some(document) = window().document().filter(|_| !crash::has_stopped()) {
        document.set_title(title);
    }
}

/// The language of the page (BCP 47).
#[must_use]
pub fn language() -> Option<String> {
    window().document()?.document_element()?.get_attribute("lang")
}

/// Sets the language of the page (BCP 47).
pub fn set_language(tag: &str) {
    if let Some(root) = window().document().and_then(|document| document.document_element()) {
        // Fails only for names that are no attribute names.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Moves the focus to an element, if it is there.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Opens details, so that what is in them can have the focus.
pub fn open(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.set_attribute("open", "");
    }
}

/// Whether an element has the focus.
#[must_use]
pub fn has_focus(id: &str) -> bool {
    window().document().and_then(|document| document.active_element()).is_some_and(|focused| focused.id() == id)
}

/// Whether a field has the focus.
#[must_use]
pub fn is_being_filled_in() -> bool {
    let focused = window().document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| focused.matches("input, select").unwrap_or_default())
}

/// Whether an element is in the page.
#[must_use]
pub fn is_there(id: &str) -> bool {
    element(id).is_some()
}

/// Brings the label of a field into view, then moves the focus to the field. Focus alone may leave the label above the edge.
pub fn focus_field(id: &str) {
    if let Some(label) = element(&format!("{id}-label")) {
        label.scroll_into_view();
    }
    focus(id);
}

/// An element that had the focus, to give it back.
pub struct Focused(HtmlElement);

impl Focused {
    /// What had the focus before it went where the event tells.
    #[must_use]
    pub fn before(event: &FocusEvent) -> Option<Self> {
        event.related_target()?.dyn_into().ok().map(Self)
    }

    /// Gives the focus back; to the element with the same id where the page was drawn anew meanwhile. Does nothing if there is none.
    pub fn focus(&self) {
        if self.0.is_connected() {
            let _ = self.0.focus();
        } else {
            focus(&self.0.id());
        }
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    let _ = window().print();
}

pub(super) fn element(id: &str) -> Option<HtmlElement> {
    window().document()?.get_element_by_id(id)?.dyn_into().ok()
}
