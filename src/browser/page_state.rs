//! What the browser itself holds of a page, and loses when the page is drawn anew.

use wasm_bindgen::JsCast;
use web_sys::{Element, FileList, HtmlInputElement};

use super::{document, window};

/// Focus and selection, scroll position, which details are open, and which files are chosen.
pub struct PageState {
    focus: Option<Focus>,
    scrolled: (f64, f64),
    /// In the order of the page.
    are_open: Vec<bool>,
    /// By the id of their field.
    files: Vec<(String, FileList)>,
}

struct Focus {
    id: String,
    /// From where to where text is selected, in fields of text.
    selected: Option<(u32, u32)>,
}

impl PageState {
    /// What the browser holds now.
    #[must_use]
    pub fn now() -> Self {
        let scroll = |position: Result<f64, _>| position.unwrap_or_default();
        let focused = window().document().and_then(|document| document.active_element());
        Self {
            focus: focused.map(|focused| Focus { id: focused.id(), selected: selection(&focused) }),
            scrolled: (scroll(window().scroll_x()), scroll(window().scroll_y())),
            are_open: all("details").map(|details| details.has_attribute("open")).collect(),
            files: all("input[type=file]")
                .filter_map(|field| Some((field.id(), field.unchecked_into::<HtmlInputElement>().files()?)))
                .collect(),
        }
    }

    /// Gives it back to the same page, drawn anew.
    pub fn restore(&self) {
        for (details, is_open) in all("details").zip(&self.are_open) {
            // Fails only for names that are no attribute names.
            let _ = details.toggle_attribute_with_force("open", *is_open);
        }
        for (id, files) in &self.files {
            if let Some(field) = document::element(id) {
                field.unchecked_into::<HtmlInputElement>().set_files(Some(files));
            }
        }
        if let Some(Focus { id, selected }) = &self.focus
            && !document::has_focus(id)
        {
            document::focus(id);
            if let (Some(field), Some((from, to))) = (document::element(id), selected) {
                let _ = field.unchecked_into::<HtmlInputElement>().set_selection_range(*from, *to);
            }
        }
        window().scroll_to_with_x_and_y(self.scrolled.0, self.scrolled.1);
    }
}

fn selection(element: &Element) -> Option<(u32, u32)> {
    let field = element.dyn_ref::<HtmlInputElement>()?;
    field.selection_start().ok()?.zip(field.selection_end().ok()?)
}

fn all(selector: &str) -> impl Iterator<Item = Element> {
    let found = window().document().and_then(|document| document.query_selector_all(selector).ok());
    found.into_iter().flat_map(|found| (0..found.length()).filter_map(move |index| found.item(index)?.dyn_into().ok()))
}
