//! Whether a receipt is signed by a key that the API publishes.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::{
    contract::{ReceiptKey, ReceiptKeys},
    verification::{Content, UnverifiedDocument, VerificationError},
};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};

/// Reads a document as the app does: key by name, then the signature, then what was signed.
pub async fn verify(document: &str, keys: &ReceiptKeys) -> Result<Content, VerificationError> {
    let document = UnverifiedDocument::read(document)?;
    Ok(document.verify(keys, has_signed).await?.content().clone())
}

async fn has_signed(key: &ReceiptKey, message: &[u8], signature: &[u8]) -> Result<bool, ()> {
    let decode = |part: &str| BASE64_URL_SAFE_NO_PAD.decode(part).map_err(|_| ());
    let point = [vec![4], decode(&key.x)?, decode(&key.y)?].concat();
    let key = VerifyingKey::from_sec1_bytes(&point).map_err(|_| ())?;
    Ok(Signature::from_slice(signature).is_ok_and(|signature| key.verify(message, &signature).is_ok()))
}
