//! What only a browser can show: pages and pieces, mounted one after another in one page of headless Chromium.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

mod answers;
mod banks;
mod changes;
mod coming_back;
mod components;
mod confirmation;
mod early;
mod fields;
mod form;
mod history;
mod hostile;
mod kept;
mod language;
mod memory;
mod other_session;
mod pasting;
mod payee;
mod problems;
mod reading;
mod recent;
mod reports;
mod session;
#[path = "../support/mod.rs"]
mod support;
mod verbs;
mod verify;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
