//! The reference API, called over HTTP as the app does, with the stand-in provider on another port.

#![allow(clippy::unwrap_used)]

mod journey;
mod support;
