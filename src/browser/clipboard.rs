//! The clipboard. It is there in secure contexts only: TLS, or this machine.

use wasm_bindgen_futures::JsFuture;

use super::window;

/// The browser does not let us copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClipboardRefused;

/// Puts a text into the clipboard.
pub async fn copy(text: &str) -> Result<(), ClipboardRefused> {
    let clipboard = window().navigator().clipboard();
    // Typed as if it were always there.
    if clipboard.is_undefined() {
        return Err(ClipboardRefused);
    }
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ()).map_err(|_| ClipboardRefused)
}
