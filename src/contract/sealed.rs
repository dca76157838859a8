//! What the API hands out and alone can read.

use serde::{Deserialize, Serialize};

/// A pending change, or a bank's answer to one, encrypted and authenticated under a key that only the API has (JWE compact serialization,
/// RFC 7516).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Sealed(pub String);

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealed(…)")
    }
}
