//! Signed documents: JWS compact serialization (RFC 7515 section 7.1), read strictly.
//!
//! One algorithm, one type for each kind of document, a key that is named and never brought along (RFC 8725 sections 3.1, 3.5
//! and 3.11). Whatever else stands in a header makes the document a foreign one.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{base64url, json};

/// The only algorithm: ECDSA on P-256 with SHA-256 (RFC 7518 section 3.4).
pub const ALGORITHM: &str = "ES256";

/// Longest document that is looked at, in bytes. A receipt has less than two thousand.
pub const LONGEST_DOCUMENT: usize = 16 * 1024;

/// Bytes of a signature (RFC 7518 section 3.4).
const SIGNATURE: usize = 64;

/// The protected header. It has these members and no others: neither keys nor addresses of keys, nor extensions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Algorithm.
    pub alg: String,
    /// Name of the key.
    pub kid: String,
    /// Kind of document.
    pub typ: String,
}

/// A document taken apart. Nothing in it is verified: that takes the key and a check of the signature.
#[derive(Clone, PartialEq, Eq)]
pub struct Jws {
    text: String,
    signed: usize,
    kid: String,
    payload: String,
    signature: Vec<u8>,
}

/// Why a text is no signed document of a kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JwsError {
    /// It does not begin as one.
    Foreign,
    /// It begins as one, but what follows is damaged.
    Damaged,
}

impl fmt::Display for JwsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "not a signed document of this kind",
            Self::Damaged => "a damaged signed document",
        })
    }
}

impl std::error::Error for JwsError {}

impl Jws {
    /// Reads a document of this type.
    pub fn read(text: &str, typ: &str) -> Result<Self, JwsError> {
        if text.len() > LONGEST_DOCUMENT {
            return Err(JwsError::Foreign);
        }
        let (head, rest) = text.split_once('.').ok_or(JwsError::Foreign)?;
        let header = text_of(head).ok_or(JwsError::Foreign)?;
        let header: Header = json::read(&header).map_err(|_| JwsError::Foreign)?;
        if header.alg != ALGORITHM || header.typ != typ || header.kid.is_empty() {
            return Err(JwsError::Foreign);
        }
        let (payload, signature) = rest.split_once('.').ok_or(JwsError::Damaged)?;
        let signed = head.len() + 1 + payload.len();
        let payload = text_of(payload).ok_or(JwsError::Damaged)?;
        let signature =
            base64url::decode(signature).filter(|bytes| bytes.len() == SIGNATURE).ok_or(JwsError::Damaged)?;
        Ok(Self { text: text.to_owned(), signed, kid: header.kid, payload, signature })
    }

    /// Name of the key that is said to have signed.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The bytes that the signature is about (RFC 7515 section 5.1).
    #[must_use]
    pub fn signed_bytes(&self) -> &[u8] {
        &self.text.as_bytes()[..self.signed]
    }

    /// The signature: both numbers after each other.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// What the document says, whoever has written it.
    #[must_use]
    pub fn unverified_payload(&self) -> &str {
        &self.payload
    }

    /// The whole document.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Header and payload are text: JSON is (RFC 8259 section 8.1).
fn text_of(part: &str) -> Option<String> {
    base64url::decode(part).filter(|bytes| !bytes.is_empty()).and_then(|bytes| String::from_utf8(bytes).ok())
}
