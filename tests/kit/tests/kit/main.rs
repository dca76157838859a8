//! The contract kit, tried on the sandbox.

#![allow(clippy::unwrap_used)]

mod command;
mod document;
mod right;
mod support;
mod wrong;
