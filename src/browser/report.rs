//! Tells the agency of errors of the app: through `public/trouble.js`, which knows where to, and how often.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::window;
use crate::contract::Report;

/// Tells of an error. Nobody waits for it, and nobody is told if it cannot be.
pub fn send(report: &Report) {
    let send = Reflect::get(&window(), &"report".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let (Some(send), Ok(text)) = (send, serde_json::to_string(report)) {
        let _ = send.call1(&JsValue::NULL, &text.into());
    }
}
