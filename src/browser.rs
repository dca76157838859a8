//! The door to the browser: the only code that touches storage, address, clock and document. No decisions are made here.

pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod crypto;
pub mod document;
pub mod file;
pub mod first_page;
pub mod gesture;
pub mod location;
pub mod names;
pub mod network;
pub mod page_state;
pub mod report;
pub mod request;
pub mod storage;
pub mod tabs;
pub mod translation;

fn window() -> web_sys::Window {
    leptos::prelude::window()
}
