//! The forced re-login: what happens between "Gem" and the receipt, and who is logged in meanwhile, as a pure state machine.
//!
//! Nothing here touches a browser. [`Machine::step`] takes an event and says what the machine is now and what is to be done; `ui` does
//! it and feeds the outcome back as the next event. Every decision about session and re-login is made here.

#![warn(missing_docs)]

mod agreed;
mod attempt;
mod callback;
mod change;
mod machine;
mod problem;
mod record;
mod session;

pub use agreed::{AgreedChange, ReadingDiffers};
pub use attempt::Attempt;
pub use callback::{Callback, ProviderError};
pub use change::{LEAVING_SECONDS, Notice, State};
pub use machine::{Effect, Event, Machine, RequestId, Storage};
pub use problem::{Outcome, Problem};
pub use record::{RecordError, StoredRecord};
pub use session::{LoggedOut, SessionState, WaitingRecord};
