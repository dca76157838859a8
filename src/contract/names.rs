//! The names that belong to numbers and codes.

use serde::{Deserialize, Serialize};

use super::shown;
use crate::domain::{benefit_type::BenefitCode, change::Change};

/// What the numbers and codes in a change are called, where they occur in it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Names {
    /// The account holder.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub holder: Option<String>,
    /// The benefit type.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub benefit_type: Option<String>,
    /// The authority whose specific account or benefit type it is.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub authority: Option<String>,
    /// The bank of the account that is registered after the change, as the directory of banks knows it. Receipts from before there was one do not say.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub bank: Option<String>,
    /// The bank of the account that is registered before it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub bank_before: Option<String>,
}

impl Names {
    /// The benefit type of a change as it is read: name and code, or the code where it has no name any more.
    #[must_use]
    pub fn benefit_type_of(&self, change: &Change) -> Option<String> {
        self.with_code(change.benefit_type()?).into()
    }

    /// A benefit type's name and code, or the code where it has no name any more.
    #[must_use]
    pub fn with_code(&self, code: &BenefitCode) -> String {
        self.benefit_type.as_ref().map_or_else(|| code.to_string(), |name| format!("{name} ({code})"))
    }
}
