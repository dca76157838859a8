//! A moment.

use serde::{Deserialize, Serialize};

/// Seconds since 1970-01-01T00:00:00Z, leap seconds ignored (`NumericDate`, RFC 7519 section 2).
///
/// On the wire it lies in the years 1 to 9999: what no calendar has cannot be written by a browser either.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "i64", into = "i64")]
pub struct Timestamp(pub i64);

/// A moment that no calendar has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoSuchMoment;

/// From the beginning of the year 1 to the end of the year 9999.
const MOMENTS: std::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

impl std::fmt::Display for NoSuchMoment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a moment outside the years 1 to 9999")
    }
}

impl TryFrom<i64> for Timestamp {
    type Error = NoSuchMoment;

    fn try_from(seconds: i64) -> Result<Self, NoSuchMoment> {
        if MOMENTS.contains(&seconds) { Ok(Self(seconds)) } else { Err(NoSuchMoment) }
    }
}

impl From<Timestamp> for i64 {
    fn from(Timestamp(seconds): Timestamp) -> Self {
        seconds
    }
}

impl Timestamp {
    /// The moment `seconds` later.
    #[must_use]
    pub fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}
