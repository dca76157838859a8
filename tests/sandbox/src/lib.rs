//! The sandbox: everything around the frontend, so that the whole journey runs offline.

pub mod driver;
pub mod identities;
pub mod provider;
