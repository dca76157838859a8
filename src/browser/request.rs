//! What a request needs of the browser.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, RequestRedirect, Response};

use super::window;

/// A request that is led elsewhere fails (Fetch standard, redirect mode `error`).
pub const NO_REDIRECT: RequestRedirect = RequestRedirect::Error;

/// Where `public/boot.js` leaves it.
const ASKED_EARLY: &str = "askedEarly";

/// The answer to the one request that is sent while the module is loading: who is logged in. It is there once, and only if it came.
pub async fn asked_early() -> Option<Response> {
    let window = window();
    let answer = Reflect::get(&window, &ASKED_EARLY.into()).ok()?.dyn_into::<Promise>().ok()?;
    Reflect::delete_property(&window, &ASKED_EARLY.into()).ok()?;
    JsFuture::from(answer).await.ok()?.dyn_into().ok()
}

/// Ends a request that has no answer after so long.
///
/// Made by hand, because `AbortSignal.timeout` is younger than some browsers that run the app. Nothing where there is no such thing at all.
#[must_use]
pub fn timeout(milliseconds: i32) -> Option<AbortSignal> {
    let controller = AbortController::new().ok()?;
    let signal = controller.signal();
    let abort = Closure::once_into_js(move || controller.abort());
    window().set_timeout_with_callback_and_timeout_and_arguments_0(abort.unchecked_ref(), milliseconds).ok()?;
    Some(signal)
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
