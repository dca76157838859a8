//! What a gesture in a field carries, and what becomes of the field.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlDocument, HtmlInputElement};

use super::window;

/// The text that is being pasted.
#[must_use]
pub fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}

/// What stands in a field after an event. Of a text without end only the beginning is left there: scripts and drivers fill in more than
/// `maxlength` allows.
#[must_use]
pub fn text_in(event: &Event, beginning: impl Fn(&str) -> &str) -> String {
    let Some(field) = field(event) else { return String::new() };
    let mut text = field.value();
    let kept = beginning(&text).len();
    if kept < text.len() {
        text.truncate(kept);
        field.set_value(&text);
    }
    text
}

/// Replaces what stands in a field as if it were typed, so that "undo" brings it back, which it does not after a text that was set.
pub fn type_over(event: &Event, text: &str) {
    let Some(field) = field(event) else { return };
    field.select();
    // Deprecated, and still the only way. A browser that does not know it shows the text none the less, for the field shows what is known.
    let document = window().document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    if let Some(document) = document {
        let _ = document.exec_command_with_show_ui_and_value("insertText", false, text);
    }
}

fn field(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
