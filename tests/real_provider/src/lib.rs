//! The reference API in front of `oidc-provider`, a certified OpenID provider that nobody here wrote.
//!
//! `run` installs the provider from npm; `provider.mjs` configures it.

// Everything here is for tests, which panic when something is not as it should be.
#![allow(clippy::unwrap_used, clippy::missing_panics_doc)]

mod caseworker;
mod login_pages;
mod provider;
mod world;

pub use caseworker::{Caseworker, kind};
pub use login_pages::{Choice, Page, Way};
pub use provider::Options;
pub use world::World;
