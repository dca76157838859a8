//! What needs no browser: the rules, the re-login, the words, the receipts, and the rooms of the source.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod bank_keys;
mod base64url;
mod changes;
mod documents;
mod domain_cases;
mod domain_properties;
mod domain_values;
mod forms;
mod json;
mod relogin;
mod rooms;
#[path = "../support/mod.rs"]
mod support;
mod verification;
mod words;
