//! The static panel of `index.html` for when the app cannot go on.

use std::{
    panic,
    sync::atomic::{AtomicBool, Ordering},
};

use web_sys::{Document, Element};

use super::{report, window};
use crate::contract::Report;

static HAS_STOPPED: AtomicBool = AtomicBool::new(false);

/// What is read when the app has stopped.
pub struct CrashPage {
    /// The heading.
    pub title: &'static str,
    /// Headings, each with what stands below it.
    pub parts: Vec<(&'static str, String)>,
    /// To quote to the support.
    pub reference: String,
    /// What the link is called that loads the page anew.
    pub reload: &'static str,
}

/// Makes a panic replace the page by one that works without the app: plain elements and a link. A panicked module is a dead page
/// otherwise. `page` is asked when it happens, and must not rely on anything of the app.
pub fn show_page_on_panic(page: fn(place: &str) -> CrashPage) {
    panic::set_hook(Box::new(move |info| {
        // The place only: a message could hold data.
        let place = info.location().map_or_else(String::new, |place| in_the_source(place.file(), place.line()));
        web_sys::console::error_1(&format!("The app stopped at {place}").into());
        if !HAS_STOPPED.swap(true, Ordering::Relaxed) {
            show_panel();
            report::send(&Report::of_stop(&place));
            // Should anything be missing for the page in one language, the panel that is there says the same in both.
            let _ = show(&page(&place));
        }
    }));
}

/// Whether the app has stopped. What it had begun to do before that may still be done.
#[must_use]
pub fn has_stopped() -> bool {
    HAS_STOPPED.load(Ordering::Relaxed)
}

/// Fills the panel and removes everything beside it; nothing if there is no panel.
#[must_use]
pub fn show(page: &CrashPage) -> Option<()> {
    let document = window().document()?;
    let (panel, body) = (document.get_element_by_id("crash")?, document.body()?);
    let link = element(&document, "a", page.reload)?;
    link.set_attribute("href", &window().location().pathname().ok()?).ok()?;
    link.set_attribute("class", "button button-primary").ok()?;
    let mut parts = vec![element(&document, "h1", page.title)?];
    for (heading, words) in &page.parts {
        parts.extend([element(&document, "h2", heading)?, element(&document, "p", words)?]);
    }
    parts.extend([element(&document, "p", &page.reference)?, link]);
    let alert = element(&document, "div", "")?;
    alert.set_attribute("role", "alert").ok()?;
    for part in &parts {
        alert.append_child(part).ok()?;
    }
    panel.set_text_content(None);
    panel.append_child(&alert).ok()?;
    show_panel();
    body.set_text_content(None);
    body.append_child(&panel).ok()?;
    document.set_title(page.title);
    Some(())
}

/// A place in the source, without the folders of the machine that built it.
fn in_the_source(file: &str, line: u32) -> String {
    let file = file.rsplit_once("/src/").map_or(file, |(_, file)| file);
    format!("{file}:{line}")
}

fn element(document: &Document, name: &str, text: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_text_content(Some(text));
    Some(element)
}

fn show_panel() {
    if let Some(panel) = window().document().and_then(|document| document.get_element_by_id("crash")) {
        // Fails only for names that are no attribute names.
        let _ = panel.remove_attribute("hidden");
    }
}
