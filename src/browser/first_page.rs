//! The page that people see until the app is there (`public/first.js`), and what it needs to be told.

use web_sys::Event;

use super::{storage, window};

/// Where `first.js` looks whether somebody is logged in, before anybody can be asked. It says nothing of whom.
const SESSION: &str = "nemkonto.session";
/// What it waits for.
const READY: &str = "nemkonto.ready";

/// The app has something to show, and takes the place of the page before it.
pub fn give_way() {
    if let (Some(document), Ok(ready)) = (window().document(), Event::new(READY)) {
        // Fails only for an event that is being told already.
        let _ = document.dispatch_event(&ready);
    }
}

/// Somebody is logged in, or nobody any more: which page is shown first the next time.
pub fn note_session(is_there: bool) {
    if is_there {
        storage::remember(SESSION, "1");
    } else {
        storage::forget(SESSION);
    }
}
