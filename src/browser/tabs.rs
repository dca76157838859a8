//! The other tabs in which this browser shows the app.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

/// Name of the channel.
const NAME: &str = "nemkonto.session";

type Hear = Closure<dyn FnMut(MessageEvent)>;

thread_local! {
    static OPEN: RefCell<Option<(BroadcastChannel, Hear)>> = const { RefCell::new(None) };
}

/// Hears what other tabs tell from now on. Where the browser has no channel for that, nothing is ever heard.
pub fn listen(mut hear: impl FnMut(String) + 'static) {
    stop_listening();
    let Ok(channel) = BroadcastChannel::new(NAME) else { return };
    let hear = Hear::new(move |event: MessageEvent| {
        if let Some(told) = event.data().as_string() {
            hear(told);
        }
    });
    channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    OPEN.set(Some((channel, hear)));
}

/// Hears nothing more. A page that listens may not be kept by the back/forward cache.
pub fn stop_listening() {
    if let Some((channel, _)) = OPEN.take() {
        channel.close();
    }
}

/// Tells all other tabs.
pub fn tell(text: &str) {
    OPEN.with_borrow(|open| {
        if let Some((channel, _)) = open {
            // Refused only by a channel that is closed.
            let _ = channel.post_message(&text.into());
        }
    });
}
