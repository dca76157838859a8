//! What a request needs of the browser.

use web_sys::AbortSignal;

/// Ends a request that has no answer after so long.
#[must_use]
pub fn timeout(milliseconds: u32) -> AbortSignal {
    AbortSignal::timeout_with_u32(milliseconds)
}

/// One segment of a path, whatever it contains.
#[must_use]
pub fn segment(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// The text that [`segment`] made a segment of; nothing if it did not.
#[must_use]
pub fn text_of(segment: &str) -> Option<String> {
    js_sys::decode_uri_component(segment).ok().map(Into::into)
}
