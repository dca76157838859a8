//! The forced re-login: what happens between "Gem" and the receipt, as a pure state machine.
//!
//! Nothing here touches a browser. [`step`] takes a state and an event and says what the next state is and what is to be done;
//! `ui::runner` does it and feeds the outcome back as the next event.

mod callback;
mod machine;
mod problem;
mod record;

pub use callback::{Callback, ProviderError};
pub use machine::{Attempt, Effect, Event, Notice, State, step};
pub use problem::{Outcome, Problem};
pub use record::{RecordError, StoredRecord};
