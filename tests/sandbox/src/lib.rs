//! The sandbox: a reference API, a stand-in identity provider and a file server for the app.

#![warn(missing_docs)]

pub mod identities;
pub mod random;
pub mod relying_party;
pub mod seal;
pub mod store;
