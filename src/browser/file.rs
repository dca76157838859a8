//! Files that the person chooses, and files for the person to keep.

use js_sys::Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlInputElement, Url};

/// A file that the person has chosen.
pub struct ChosenFile(File);

/// The file cannot be read, or is larger than it may be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FileRefused;

impl ChosenFile {
    /// The file that was chosen in an input, if there is one.
    #[must_use]
    pub fn of(input: &HtmlInputElement) -> Option<Self> {
        input.files()?.get(0).map(Self)
    }

    /// Reads it as text, if it has at most so many bytes.
    pub async fn text(&self, most: u32) -> Result<String, FileRefused> {
        if self.0.size() > f64::from(most) {
            return Err(FileRefused);
        }
        JsFuture::from(self.0.text()).await.ok().and_then(|text| text.as_string()).ok_or(FileRefused)
    }
}

/// Empties an input, so that choosing the same file again is told.
pub fn clear(input: &HtmlInputElement) {
    input.set_value("");
}

/// An address under which the browser offers a text as a file, until [`withdraw`].
#[must_use]
pub fn offer(text: &str, media_type: &str) -> Option<String> {
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &properties).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Takes back what was offered.
pub fn withdraw(address: &str) {
    let _ = Url::revoke_object_url(address);
}
