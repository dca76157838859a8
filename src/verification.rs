//! Whether a receipt is genuine: which key its signature is checked with, and what follows.
//!
//! Pure, as `relogin` is: the keys come from `api`, the arithmetic from `browser::crypto`. Only [`UnverifiedDocument::verify`] makes a
//! [`VerifiedDocument`], so nothing can be called genuine that was not checked, and nothing of a document is read before.

#![warn(missing_docs)]

use std::fmt;

use crate::{
    api_error::ApiError,
    contract::{Jws, JwsError, LONGEST_DOCUMENT, Receipt, ReceiptCode, ReceiptKey, ReceiptKeys, SignedReceipt, json},
};

/// A document that somebody presents. Nothing in it is known to be true yet.
#[derive(Clone, PartialEq, Eq)]
pub struct UnverifiedDocument {
    document_type: DocumentType,
    jws: Jws,
}

/// The kinds of signed document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DocumentType {
    Receipt,
    Code,
}

/// A document whose signature was made with one of the agency's keys, and what it says.
///
/// ```
/// use nemkonto::{contract::ReceiptKeys, verification::{UnverifiedDocument, VerifiedDocument}};
/// # async fn has_signed(_: &nemkonto::contract::ReceiptKey, _: &[u8], _: &[u8]) -> Result<bool, ()> { Err(()) }
///
/// async fn verified(document: UnverifiedDocument, keys: &ReceiptKeys) -> Option<VerifiedDocument> {
///     document.verify(keys, has_signed).await.ok()
/// }
/// ```
///
/// There is no other way to one:
///
/// ```compile_fail,E0451
/// use nemkonto::verification::{Content, VerifiedDocument};
///
/// fn unchecked(content: Content) -> VerifiedDocument {
///     VerifiedDocument { content, text: String::new() }
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct VerifiedDocument {
    content: Content,
    text: String,
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

impl UnverifiedDocument {
    /// Reads a text that was scanned, pasted, or read from a file. White space around and within does not count, for mail programs
    /// break long lines; of an address only the part after `#` does.
    ///
    /// ```
    /// use nemkonto::verification::{UnverifiedDocument, VerificationError};
    ///
    /// let document = include_str!("../tests/cases/receipt_without_bank.txt");
    /// assert_eq!(UnverifiedDocument::read(document).unwrap().kid(), "our-key");
    /// let cut = &document[..document.len() / 2];
    /// assert!(matches!(UnverifiedDocument::read(cut), Err(VerificationError::Altered)));
    /// assert!(matches!(UnverifiedDocument::read("a letter"), Err(VerificationError::NotAReceipt)));
    /// ```
    pub fn read(text: &str) -> Result<Self, VerificationError> {
        // An address is longer than its document, and white space is added for free.
        if text.len() > 2 * LONGEST_DOCUMENT {
            return Err(VerificationError::NotAReceipt);
        }
        let text = text.rsplit('#').next().unwrap_or_default();
        let text: String = text.chars().filter(|character| !character.is_whitespace() && *character != BOM).collect();
        for (document_type, typ) in
            [(DocumentType::Receipt, SignedReceipt::TYPE), (DocumentType::Code, ReceiptCode::TYPE)]
        {
            match Jws::read(&text, typ) {
                Ok(jws) => return Ok(Self { document_type, jws }),
                Err(JwsError::Damaged) => return Err(VerificationError::Altered),
                Err(JwsError::Foreign) => {}
            }
        }
        Err(VerificationError::NotAReceipt)
    }

    /// Name of the key that is said to have signed.
    #[must_use]
    pub fn kid(&self) -> &str {
        self.jws.kid()
    }

    /// Has the signature checked, and reads what was signed if it holds. `has_signed` is the arithmetic, for which one needs the browser:
    /// whether a key has signed these bytes with this signature.
    ///
    /// ```
    /// use nemkonto::contract::{ReceiptKey, ReceiptKeys, json};
    /// use nemkonto::verification::{Content, UnverifiedDocument, VerificationError};
    /// # fn now<T>(future: impl Future<Output = T>) -> T {
    /// #     let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    /// #     match std::pin::pin!(future).poll(&mut context) { std::task::Poll::Ready(value) => value, _ => unreachable!() }
    /// # }
    ///
    /// async fn it_holds(_: &ReceiptKey, _: &[u8], _: &[u8]) -> Result<bool, ()> { Ok(true) }
    ///
    /// let text = include_str!("../tests/cases/receipt_without_bank.txt");
    /// let read = || UnverifiedDocument::read(text).unwrap();
    /// let ours = r#"{"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","kid":"our-key","x":"","y":""}]}"#;
    /// let ours: ReceiptKeys = json::read(ours).unwrap();
    /// let verified = now(read().verify(&ours, it_holds)).unwrap();
    /// assert!(matches!(verified.content(), Content::Receipt(receipt) if receipt.number == "NK-2023-000001"));
    ///
    /// let others: ReceiptKeys = json::read(r#"{"keys":[]}"#).unwrap();
    /// assert_eq!(now(read().verify(&others, it_holds)).unwrap_err(), VerificationError::UnknownKey);
    /// ```
    pub async fn verify<E>(
        self,
        keys: &ReceiptKeys,
        has_signed: impl AsyncFnOnce(&ReceiptKey, &[u8], &[u8]) -> Result<bool, E>,
    ) -> Result<VerifiedDocument, VerificationError> {
        let key = keys.find(self.jws.kid()).ok_or(VerificationError::UnknownKey)?;
        let holds = has_signed(key, self.jws.signed_bytes(), self.jws.signature()).await;
        if !holds.map_err(|_| VerificationError::NoCrypto)? {
            return Err(VerificationError::Altered);
        }
        let payload = self.jws.unverified_payload();
        let content = match self.document_type {
            DocumentType::Receipt => json::read(payload).map(Content::Receipt),
            DocumentType::Code => json::read(payload).map(Content::Code),
        };
        let content = content.map_err(|_| VerificationError::TooNew)?;
        Ok(VerifiedDocument { content, text: self.jws.as_str().to_owned() })
    }
}

/// The mark that some editors put before a text (U+FEFF).
const BOM: char = '\u{feff}';

impl VerifiedDocument {
    /// What the document says.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// The document as it was presented. The code on the paper of a receipt names the SHA-256 of this.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for VerifiedDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("VerifiedDocument").field(&self.content).finish()
    }
}

impl VerificationError {
    /// Whether nothing is known either way, and trying again may help.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::NoKeys(_))
    }
}
