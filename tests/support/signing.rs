//! A key for signing receipts, and what can be signed with it.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::contract::{Receipt, ReceiptCode, ReceiptKey, ReceiptKeys, SignedReceipt};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey, signature::Signer as _};
use serde_json::json;

pub struct Signer {
    pub kid: &'static str,
    key: SigningKey,
}

impl Signer {
    pub fn new(kid: &'static str, seed: u8) -> Self {
        Self { kid, key: SigningKey::from_slice(&[seed; 32]).unwrap() }
    }

    /// The key that the API publishes.
    pub fn ours() -> Self {
        Self::new("our-key", 7)
    }

    pub fn keys(&self) -> ReceiptKeys {
        ReceiptKeys { keys: vec![self.public()] }
    }

    pub fn public(&self) -> ReceiptKey {
        let point = self.verifying_key().to_sec1_bytes();
        let (x, y) = point[1..].split_at(32);
        ReceiptKey::p256(self.kid, base64url(x), base64url(y))
    }

    pub fn verifying_key(&self) -> VerifyingKey {
        *self.key.verifying_key()
    }

    /// The receipt as the API would sign it. The code names another document, unless a test says which.
    pub fn receipt(&self, receipt: &Receipt) -> SignedReceipt {
        let code = self.code(receipt, "the-sha-256");
        SignedReceipt::read(self.document(&serde_json::to_string(receipt).unwrap()), code).unwrap()
    }

    pub fn document(&self, payload: &str) -> String {
        self.sign(&self.header(SignedReceipt::TYPE), payload)
    }

    pub fn code(&self, receipt: &Receipt, digest: &str) -> String {
        let code = ReceiptCode::of(receipt, digest.to_owned());
        self.sign(&self.header(ReceiptCode::TYPE), &serde_json::to_string(&code).unwrap())
    }

    pub fn header(&self, typ: &str) -> String {
        json!({ "alg": "ES256", "kid": self.kid, "typ": typ }).to_string()
    }

    /// Signs whatever it is given.
    pub fn sign(&self, header: &str, payload: &str) -> String {
        let signed = format!("{}.{}", base64url(header.as_bytes()), base64url(payload.as_bytes()));
        let signature: Signature = self.key.sign(signed.as_bytes());
        format!("{signed}.{}", base64url(&signature.to_bytes()))
    }
}

pub fn base64url(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}
