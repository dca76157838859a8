//! A receipt as it is handed out: signed, with the code for its paper.

use std::{fmt, ops::Deref};

use serde::{Deserialize, Serialize};

use super::{Jws, JwsError, Receipt, json};

/// Answer of `GET /api/receipts/{receipt_number}`, and a part of those of `confirm` and `reopen`.
///
/// Only the signed documents travel. The receipt is read from its document, so what is shown is what was signed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Documents", into = "Documents")]
pub struct SignedReceipt {
    receipt: Receipt,
    document: String,
    code: String,
}

/// What travels.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Documents {
    document: String,
    code: String,
}

/// A document makes it, and what was read from that:
///
/// ```
/// use nemkonto::contract::{Receipt, SignedReceipt};
///
/// fn from_documents(document: String, code: String) -> Option<Receipt> {
///     SignedReceipt::read(document, code).ok().map(|signed| (*signed).clone())
/// }
/// ```
///
/// A receipt from elsewhere does not:
///
/// ```compile_fail,E0451
/// use nemkonto::contract::{Receipt, SignedReceipt};
///
/// fn from_elsewhere(receipt: Receipt, document: String, code: String) -> SignedReceipt {
///     SignedReceipt { receipt, document, code }
/// }
/// ```
impl SignedReceipt {
    /// Type of the document (`typ`, RFC 7515 section 4.1.9).
    pub const TYPE: &str = "nemkonto-receipt+jws";

    /// Reads the receipt from its document. Whether the signature holds is a question of its own.
    pub fn read(document: String, code: String) -> Result<Self, JwsError> {
        let jws = Jws::read(&document, Self::TYPE)?;
        let receipt = json::read(jws.unverified_payload()).map_err(|_| JwsError::Damaged)?;
        Ok(Self { receipt, document, code })
    }

    /// The receipt, signed (JWS compact serialization, RFC 7515).
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// The short signed document for the QR code; its payload is a [`ReceiptCode`](super::ReceiptCode).
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }
}

/// A signed receipt is read as the receipt that it is.
impl Deref for SignedReceipt {
    type Target = Receipt;

    fn deref(&self) -> &Receipt {
        &self.receipt
    }
}

impl TryFrom<Documents> for SignedReceipt {
    type Error = JwsError;

    fn try_from(Documents { document, code }: Documents) -> Result<Self, JwsError> {
        Self::read(document, code)
    }
}

impl From<SignedReceipt> for Documents {
    fn from(SignedReceipt { document, code, .. }: SignedReceipt) -> Self {
        Self { document, code }
    }
}

impl fmt::Debug for SignedReceipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SignedReceipt").field(&self.receipt).finish()
    }
}
