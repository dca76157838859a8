//! Calls that are repeated when they have no answer.

use crate::api_error::ApiError;

/// After this many calls without an answer the caseworker is asked.
const MOST: u32 = 5;

/// How often the API has been asked without an answer, and whether it is being asked now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Attempt {
    /// Calls that had no answer.
    pub failed: u32,
    /// Whether this is the pause before the next call.
    pub is_pausing: bool,
}

impl Attempt {
    /// The pause after a call without an answer, if it makes sense to call again: 1, 2, 4, 8 seconds.
    pub(super) fn after(self, error: &ApiError) -> Option<(Self, u32)> {
        let failed = self.failed + 1;
        let pauses = error.is_transient() && failed < MOST;
        pauses.then_some((Self { failed, is_pausing: true }, 1 << self.failed))
    }

    pub(super) fn again(self) -> Self {
        Self { is_pausing: false, ..self }
    }
}
