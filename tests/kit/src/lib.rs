//! The contract kit: black-box checks over HTTP of any implementation of the API in `tests/sandbox/openapi.json`.
//!
//! [`checks::all`] is the table of the checks, each with the sentence of the contract that it is about; [`Kit`] has what they need.

#![warn(missing_docs)]

mod browser;
pub mod cases;
pub mod checks;
pub mod document;
mod kit;
pub mod login;
mod means;
mod observed;
pub mod outcome;
pub mod report;
mod signature;
pub mod table;

pub use browser::name;
pub use kit::Kit;
pub use means::{Later, Means, Target};
