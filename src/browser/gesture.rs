//! What a gesture carries.

use web_sys::ClipboardEvent;

/// The text that is being pasted.
#[must_use]
pub fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}
