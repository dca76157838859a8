//! The API in front of an OpenID provider that is not ours.

#![allow(clippy::unwrap_used)]

mod configurations;
mod relogin;
