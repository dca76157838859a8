//! The calls of the API by name.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

/// A call of the API: its `operationId` in the document, and its name in logs and reports. Unlike its address it names nobody.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// What the agency has configured.
    Configuration,
    /// Where to log in.
    StartLogin,
    /// Finishes a login.
    CompleteLogin,
    /// Ends the session.
    LogOut,
    /// Who is logged in.
    Session,
    /// When the session ends.
    SessionExpiry,
    /// Acts for another unit.
    SwitchUnit,
    /// Finds an account holder.
    LookUp,
    /// The accounts of a holder.
    Overview,
    /// What has happened to the accounts of a holder.
    HolderHistory,
    /// Finds a bank.
    FindBank,
    /// The benefit types of unit and authority.
    BenefitTypes,
    /// What has happened to them.
    BenefitTypeHistory,
    /// Prepares a change.
    Prepare,
    /// Commits a change.
    Confirm,
    /// Tells what became of a change.
    Reopen,
    /// A receipt.
    Receipt,
    /// The keys that prove receipts.
    ReceiptKeys,
    /// Takes a report of what went wrong in a browser.
    Report,
    /// Whether the API can work.
    Health,
}

impl Operation {
    /// Every call.
    pub const ALL: &[Self] = Self::VARIANTS;
}
