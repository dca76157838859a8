//! The static panels of `index.html`: one while the app loads, one for when it cannot go on.

use std::panic;

use super::window;

/// Makes a panic reveal the panel "could not continue". A panicked module is a dead page otherwise.
pub fn show_panel_on_panic() {
    panic::set_hook(Box::new(|info| {
        // The place only: a message could hold data.
        let place = info.location().map_or_else(String::new, ToString::to_string);
        web_sys::console::error_1(&format!("The app stopped at {place}").into());
        set_hidden("crash", false);
    }));
}

/// Removes what `index.html` shows while the app loads.
pub fn hide_loading_panel() {
    set_hidden("loading", true);
}

fn set_hidden(id: &str, hidden: bool) {
    let Some(element) = window().document().and_then(|document| document.get_element_by_id(id)) else { return };
    let _ = if hidden { element.set_attribute("hidden", "") } else { element.remove_attribute("hidden") };
}
