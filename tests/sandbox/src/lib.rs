//! The sandbox: reference API, stand-in identity provider and static file server, on this machine only.

pub mod api;
pub mod deploy;
pub mod driver;
pub mod faults;
pub mod fixtures;
pub mod guide;
pub mod identities;
pub mod log;
pub mod provider;
mod random;
mod rate;
pub mod relying_party;
mod seal;
pub mod security_headers;
pub mod server;
mod sign;
pub mod static_files;
pub mod store;
pub mod vop;
