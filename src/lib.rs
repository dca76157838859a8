//! The caseworker's frontend to `NemKonto`.
//!
//! `api`, `browser` and `ui` are the browser part, behind the default feature `ui`; the rest is plain Rust and runs anywhere.
//! ARCHITECTURE.md says what belongs where.

pub mod api_error;
pub mod contract;
pub mod domain;
pub mod i18n;
pub mod relogin;
pub mod verification;

#[cfg(feature = "ui")]
pub mod api;
#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
#[allow(
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    reason = "components own their props, and the view macro uses what they return"
)]
pub mod ui;

/// Starts the app in the page. Called by `public/boot.js` once the module is loaded.
///
/// It is not a `#[wasm_bindgen(start)]` function, because tests link this crate and must not start the app.
#[cfg(feature = "ui")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start() {
    ui::mount();
}
