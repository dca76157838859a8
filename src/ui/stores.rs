//! What the app knows, by what changes together. Each store is a small handle with signals of its own, which nothing else sets; none
//! knows another one. They live as long as the app, and are found in the context.

mod expiry;
mod fetched;
mod forms;
mod keeping;
mod read_history;
mod recent;
mod session;
mod view;

pub use expiry::Expiry;
pub use fetched::Fetched;
pub use forms::Forms;
pub use keeping::{DRAFTS, has_kept_drafts};
pub use read_history::{HistoryOf, ReadHistory};
pub use recent::{MOST, Recent};
pub use session::CurrentSession;
pub use view::View;
