//! The sandbox: reference API, stand-in identity provider and static file server, on this machine only.

pub mod driver;
pub mod guide;
pub mod identities;
pub mod provider;
pub mod security_headers;
pub mod server;
pub mod static_files;
