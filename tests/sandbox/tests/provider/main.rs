//! The stand-in provider, called as browsers and clients call it, and what else the sandbox serves.

#![allow(clippy::unwrap_used)]

mod by_itself;
mod configuration;
mod deploy;
mod faults;
mod files;
mod login;
mod other_provider;
mod pages;
mod pushed;
mod session;
mod static_files;
mod support;
mod token;
