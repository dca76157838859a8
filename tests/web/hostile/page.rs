//! The page in which the answers are tried, and what is the same for all of them.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::mutation::Answer;
use crate::verbs::{asked, exists, text};

/// So often is looked whether the app still waits; for some seconds altogether.
const PATIENCE: u32 = 600;

/// The page with the stylesheet of the app, an ear for what nobody has caught, and without long pauses: an app that was drawn before
/// would ask again after them. All that goes with it.
pub struct Watched {
    stylesheet: Element,
    give_back_pauses: js_sys::Function,
    errors: Rc<RefCell<Vec<String>>>,
    listener: Closure<dyn Fn(JsValue)>,
}

const EVENTS: [&str; 2] = ["error", "unhandledrejection"];

impl Watched {
    pub async fn open() -> Self {
        let errors = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&errors);
        let listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            let told = ["message", "reason"].map(|name| js_sys::Reflect::get(&event, &name.into()).unwrap());
            heard.borrow_mut().push(format!("{told:?}"));
        });
        for event in EVENTS {
            window().add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()).unwrap();
        }
        let script = "const genuine = window.setTimeout; \
                      window.setTimeout = (then, pause) => pause >= 500 ? 0 : genuine(then, pause); \
                      return () => { window.setTimeout = genuine; };";
        let give_back_pauses = js_sys::Function::new_no_args(script).call0(&JsValue::NULL).unwrap().unchecked_into();
        super::reports::collect();
        let stylesheet = document().create_element("link").unwrap();
        stylesheet.set_attribute("rel", "stylesheet").unwrap();
        stylesheet.set_attribute("href", "/target/style/main.css").unwrap();
        let loaded = js_sys::Promise::new(&mut |done, failed| {
            stylesheet.add_event_listener_with_callback("load", &done).unwrap();
            stylesheet.add_event_listener_with_callback("error", &failed).unwrap();
        });
        document().head().unwrap().append_child(&stylesheet).unwrap();
        JsFuture::from(loaded).await.expect("there is no stylesheet: node style/build.mjs");
        Self { stylesheet, give_back_pauses, errors, listener }
    }

    /// Nothing has failed, something is shown, and it is no wider than the screen.
    pub fn assert_well(&self, about: &str) {
        assert!(self.errors.borrow().is_empty(), "{about}: {:?}", self.errors);
        assert!(text("mounted").trim().len() > 10, "{about}: nothing is shown");
        for part in ["#mounted", "dialog[open]"] {
            if let Some(part) = document().query_selector(part).unwrap() {
                let (width, room) = (part.scroll_width(), part.client_width());
                assert!(width <= room, "{about}: {width} pixels wide, of {room}");
            }
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.stylesheet.remove();
        super::reports::stop();
        let _ = self.give_back_pauses.call0(&JsValue::NULL);
        for event in EVENTS {
            let _ = window().remove_event_listener_with_callback(event, self.listener.as_ref().unchecked_ref());
        }
    }
}

/// Lets the API answer a call so from now on.
pub fn serve(path: &str, answer: &Answer) {
    let Some(status) = answer.status else { return };
    let set = js_sys::Function::new_with_args("path, answer, status", "window.answers[path] = { ...answer, status };");
    let parts = js_sys::Object::new();
    for (name, value) in [("body", &answer.body), ("type", &answer.media_type)] {
        js_sys::Reflect::set(&parts, &name.into(), &value.into()).unwrap();
    }
    set.call3(&JsValue::NULL, &path.into(), &parts, &status.into()).unwrap();
}

/// Waits until a call was answered and nothing waits any more, but for a pause that is said to be one.
pub async fn until_it_is_heard(path: &str, about: &str) {
    let mut quiet = 0;
    for _ in 0..PATIENCE {
        turn().await;
        let waits = exists("#mounted .waiting, #mounted [aria-busy=true]") && !exists("#try-now");
        quiet = if asked(path) == 0 || waits { 0 } else { quiet + 1 };
        if quiet == 3 {
            return;
        }
    }
    panic!("{about}: {}", if asked(path) == 0 { "nobody asks" } else { "it waits for ever" });
}

/// Lets the browser do what it has to do. Quicker than waiting for a frame.
pub async fn turn() {
    let turn = js_sys::Promise::new(&mut |done, _| {
        window().set_timeout_with_callback(&done).unwrap();
    });
    JsFuture::from(turn).await.unwrap();
}

/// Waits until an element is there.
pub async fn appears(selector: &str) {
    until(|| exists(selector)).await;
}

/// Waits until something is so.
pub async fn until(is_so: impl Fn() -> bool) {
    for _ in 0..PATIENCE {
        if is_so() {
            return;
        }
        turn().await;
    }
    panic!("it does not come to be so");
}
