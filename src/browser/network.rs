//! Whether there is a network.

use super::window;

/// Whether the computer is connected to a network. Whether the API answers is another question.
#[must_use]
pub fn is_online() -> bool {
    window().navigator().on_line()
}
