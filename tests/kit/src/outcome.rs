//! What becomes of a check.

/// Why a check did not pass.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// The API does something else than the contract says: what was seen.
    Failed(String),
    /// The check could not be tried: what is missing.
    NotTried(String),
}

/// Passed, with what a step of the check has found, or not.
pub type Outcome<T = ()> = Result<T, Stop>;

/// The API does something else than the contract says.
pub fn fail<T>(seen: impl Into<String>) -> Outcome<T> {
    Err(Stop::Failed(seen.into()))
}

/// Something is missing without which nothing can be said.
pub fn not_tried<T>(missing: impl Into<String>) -> Outcome<T> {
    Err(Stop::NotTried(missing.into()))
}

/// Goes on if it holds.
pub fn expect(holds: bool, otherwise: impl Into<String>) -> Outcome {
    if holds { Ok(()) } else { fail(otherwise) }
}
