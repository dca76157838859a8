//! What a request needs of the browser.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, RequestRedirect, Response};

use super::window;

/// A request that is led elsewhere fails (Fetch standard, redirect mode `error`).
pub const NO_REDIRECT: RequestRedirect = RequestRedirect::Error;

/// Where `public/early.js` leaves them.
const ASKED_EARLY: &str = "askedEarly";

/// What became of a request that was sent before the app was there.
pub enum AskedEarly {
    /// It was answered.
    Answered(Response),
    /// It has had its time, and whoever waits has waited long enough.
    TimedOut,
    /// It failed, or was not sent.
    Failed,
}

/// What became of the request that was sent early, if one was: by its path, and with its body if it had one. It is there once.
pub async fn asked_early(question: &str) -> AskedEarly {
    let sent = || {
        let all = Reflect::get(&window(), &ASKED_EARLY.into()).ok()?.dyn_into::<Object>().ok()?;
        let sent = Reflect::get(&all, &question.into()).ok()?.dyn_into::<Promise>().ok()?;
        Reflect::delete_property(&all, &question.into()).ok()?;
        Some(sent)
    };
    let Some(sent) = sent() else { return AskedEarly::Failed };
    match JsFuture::from(sent).await {
        Ok(outcome) if outcome.is_null() => AskedEarly::TimedOut,
        outcome => outcome.ok().and_then(|it| it.dyn_into().ok()).map_or(AskedEarly::Failed, AskedEarly::Answered),
    }
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
