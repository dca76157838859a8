//! The forced re-login: what happens between "Gem" and the receipt, and who is logged in meanwhile, as a pure state machine.
//!
//! Nothing here touches a browser. [`Machine::step`] takes an event and says what the machine is now and what is to be done; `ui` does
//! it and feeds the outcome back as the next event. Every decision about session and re-login is made here.

#![warn(missing_docs)]

mod agreed;
mod attempt;
mod callback;
mod change;
mod effect;
mod event;
mod machine;
mod other_session;
mod payee;
mod problem;
mod record;
mod session;
mod session_state;
mod state;

pub use agreed::{AgreedChange, Compared, Entered, ReadingDiffers, UnacknowledgedChange};
pub use attempt::Attempt;
pub use callback::{Callback, ProviderError};
pub use effect::Effect;
pub use event::{Event, RequestId, Storage};
pub use machine::Machine;
pub use problem::{Outcome, Problem};
pub use record::{RecordError, StoredRecord};
pub use session_state::{LoggedOut, SessionState, WaitingRecord};
pub use state::{LEAVING_SECONDS, Notice, State};
