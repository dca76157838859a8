//! Small models of the re-login, explored exhaustively.
//!
//! - [`relogin`]: the app's state machine, the real one, in a browser with two tabs, an API and a provider that all may fail.
//! - [`protocol`]: app, API and provider, with an attacker among them.
//! - [`explore`]: the search that visits every state.

pub mod explore;
pub mod protocol;
pub mod relogin;
