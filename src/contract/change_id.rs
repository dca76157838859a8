//! The name of one change.

use serde::{Deserialize, Serialize};

/// One-time name of a change, random, safe in a URL.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ChangeId(pub String);
