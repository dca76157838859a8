//! Whether a receipt is genuine: what is presented, with which key it has to be checked, and what follows.
//!
//! Pure, as `relogin` is: the keys come from `api`, the arithmetic from `browser::crypto`. [`Proven`] is made by
//! [`Presented::judge`] only, so nothing can be called genuine that was not checked, and nothing of a document is read before.

use std::fmt;

use crate::{
    api_error::ApiError,
    contract::{Jws, JwsError, LONGEST_DOCUMENT, Receipt, ReceiptCode, ReceiptKey, ReceiptKeys, SignedReceipt},
};

/// A document as somebody presents it. Nothing in it is known to be true yet.
#[derive(Clone, PartialEq, Eq)]
pub struct Presented {
    kind: DocumentType,
    jws: Jws,
}

/// The kinds of signed document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DocumentType {
    Receipt,
    Code,
}

/// What the arithmetic says about a signature.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signature {
    /// The key has signed exactly these bytes.
    Holds,
    /// It has not.
    Fails,
}

/// A document whose signature holds, and what it says.
#[derive(Clone, PartialEq, Eq)]
pub struct Proven {
    content: Content,
    document: String,
}

/// What a genuine document says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// A receipt.
    Receipt(Box<Receipt>),
    /// The code on the paper of a receipt.
    Code(ReceiptCode),
}

/// Why a document is not called genuine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum VerificationError {
    /// It is something else than a receipt, or altered beyond recognition.
    NotAReceipt,
    /// It is a receipt in form, but the signature does not belong to what it says.
    Altered,
    /// It names a key that is not one of ours.
    UnknownKey,
    /// The signature holds, but this version of the app cannot read what was signed.
    TooNew,
    /// The keys could not be fetched, so nothing is known.
    NoKeys(ApiError),
    /// The browser cannot check signatures, so nothing is known.
    NoCrypto,
}

impl Presented {
    /// Reads a text that was scanned, pasted, or read from a file. White space around and within does not count, for mail programs
    /// break long lines; of an address only the part after `#` does.
    pub fn read(text: &str) -> Result<Self, VerificationError> {
        // An address is longer than its document, and white space is added for free.
        if text.len() > 2 * LONGEST_DOCUMENT {
            return Err(VerificationError::NotAReceipt);
        }
        let text = text.rsplit('#').next().unwrap_or_default();
        let text: String = text.chars().filter(|character| !character.is_whitespace() && *character != BOM).collect();
        for (kind, typ) in [(DocumentType::Receipt, SignedReceipt::TYPE), (DocumentType::Code, ReceiptCode::TYPE)] {
            match Jws::read(&text, typ) {
                Ok(jws) => return Ok(Self { kind, jws }),
                Err(JwsError::Damaged) => return Err(VerificationError::Altered),
                Err(JwsError::Foreign) => {}
            }
        }
        Err(VerificationError::NotAReceipt)
    }

    /// The key with which the signature has to be checked.
    pub fn key<'a>(&self, keys: &'a ReceiptKeys) -> Result<&'a ReceiptKey, VerificationError> {
        keys.find(self.jws.kid()).ok_or(VerificationError::UnknownKey)
    }

    /// The bytes that the signature is about.
    #[must_use]
    pub fn signed_bytes(&self) -> &[u8] {
        self.jws.signed_bytes()
    }

    /// The signature.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        self.jws.signature()
    }

    /// What follows from the check of the signature.
    pub fn judge(self, signature: Signature) -> Result<Proven, VerificationError> {
        if signature == Signature::Fails {
            return Err(VerificationError::Altered);
        }
        let payload = self.jws.unproven_payload();
        let content = match self.kind {
            DocumentType::Receipt => serde_json::from_str(payload).map(Content::Receipt),
            DocumentType::Code => serde_json::from_str(payload).map(Content::Code),
        };
        let content = content.map_err(|_| VerificationError::TooNew)?;
        Ok(Proven { content, document: self.jws.as_str().to_owned() })
    }
}

/// The mark that some editors put before a text (U+FEFF).
const BOM: char = '\u{feff}';

impl Proven {
    /// What the document says.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The document, of which the code on its paper names the SHA-256.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }
}

impl fmt::Debug for Proven {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Proven").field(&self.content).finish()
    }
}

impl VerificationError {
    /// Whether nothing is known either way, and trying again may help.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::NoKeys(_))
    }
}
