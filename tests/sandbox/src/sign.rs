//! Signing: JWS compact serialization with ES256 (RFC 7515 section 7.1; RFC 7518 section 3.4).

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::contract::{ALGORITHM, Header, ReceiptKey};
use p256::{
    ecdsa::{self, Signature, signature::Signer},
    elliptic_curve::Generate,
};
use serde::Serialize;

use crate::random;

/// A key pair with its name.
pub struct SigningKey {
    kid: String,
    pair: ecdsa::SigningKey,
}

/// The bytes are no private key.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the bytes are no private key on P-256")]
pub struct NoKey;

impl SigningKey {
    /// A new key. Its name is short, because it stands in the QR code of each receipt.
    pub fn generate() -> Self {
        Self { kid: BASE64_URL_SAFE_NO_PAD.encode(random::bytes::<6>()), pair: ecdsa::SigningKey::generate() }
    }

    /// The key that [`SigningKey::private`] gave.
    pub fn restore(kid: String, private: &[u8]) -> Result<Self, NoKey> {
        Ok(Self { kid, pair: ecdsa::SigningKey::from_slice(private).map_err(|_| NoKey)? })
    }

    /// Its name.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The private half.
    pub fn private(&self) -> Vec<u8> {
        self.pair.to_bytes().to_vec()
    }

    /// The public half.
    pub fn public(&self) -> ReceiptKey {
        let point = self.pair.verifying_key().to_sec1_bytes();
        // One byte for the form, then both coordinates.
        let (x, y) = point[1..].split_at(32);
        ReceiptKey::p256(&self.kid, BASE64_URL_SAFE_NO_PAD.encode(x), BASE64_URL_SAFE_NO_PAD.encode(y))
    }

    /// Signs a document of this type.
    pub fn sign(&self, typ: &str, payload: &impl Serialize) -> Result<String, serde_json::Error> {
        let header = Header { alg: ALGORITHM.to_owned(), kid: self.kid.clone(), typ: typ.to_owned() };
        let [header, payload] = [serde_json::to_vec(&header)?, serde_json::to_vec(payload)?]
            .map(|part| BASE64_URL_SAFE_NO_PAD.encode(part));
        let signed = format!("{header}.{payload}");
        let signature: Signature = self.pair.sign(signed.as_bytes());
        Ok(format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature.to_bytes())))
    }
}
