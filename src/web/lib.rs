//! The app as one WebAssembly module: what Trunk compiles.
//!
//! A package of its own, because Trunk builds whatever `cargo build` builds beside the manifest it is given, and at the
//! root of the workspace that is the sandbox.

pub use nemkonto::start;
