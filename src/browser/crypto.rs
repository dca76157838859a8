//! The browser's cryptography (Web Cryptography API). It is there in secure contexts only: TLS, or this machine.

use std::{cell::OnceCell, rc::Rc};

use js_sys::{JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use super::window;
use crate::contract::{DraftKey, ReceiptKey, base64url};

/// The browser offers no cryptography here, or refuses the key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CryptoUnavailable;

/// Whether a key has signed a message with this signature: ECDSA on P-256 and SHA-256.
pub async fn has_signed(key: &ReceiptKey, message: &[u8], signature: &[u8]) -> Result<bool, CryptoUnavailable> {
    let subtle = subtle()?;
    let key = import(&subtle, key).await?;
    let algorithm = object(&[("name", "ECDSA"), ("hash", "SHA-256")]);
    let holds = subtle
        .verify_with_object_and_u8_array_and_u8_array(&algorithm, &key, signature, message)
        .map_err(|_| CryptoUnavailable)?;
    answer(holds).await?.as_bool().ok_or(CryptoUnavailable)
}

/// SHA-256 of a text, base64url.
pub async fn sha256(text: &str) -> Result<String, CryptoUnavailable> {
    let digest = subtle()?.digest_with_str_and_u8_array("SHA-256", text.as_bytes()).map_err(|_| CryptoUnavailable)?;
    let digest = Uint8Array::new(&answer(digest).await?).to_vec();
    Ok(base64url::encode(&digest))
}

/// A key that seals. The browser takes it over once.
#[derive(Clone)]
pub struct SealingKey {
    secret: DraftKey,
    imported: Rc<OnceCell<CryptoKey>>,
}

impl SealingKey {
    /// The key of a session.
    #[must_use]
    pub fn new(secret: DraftKey) -> Self {
        Self { secret, imported: Rc::default() }
    }

    /// Encrypts and authenticates a text (AES-GCM). The answer holds the nonce, which is random and never used again.
    pub async fn seal(&self, text: &str) -> Result<String, CryptoUnavailable> {
        let subtle = subtle()?;
        let mut sealed = vec![0; NONCE];
        window()
            .crypto()
            .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut sealed))
            .map_err(|_| CryptoUnavailable)?;
        let (algorithm, key) = (aes_gcm(&sealed), self.imported(&subtle).await?);
        let encrypted = subtle
            .encrypt_with_object_and_u8_array(&algorithm, &key, text.as_bytes())
            .map_err(|_| CryptoUnavailable)?;
        sealed.extend(Uint8Array::new(&answer(encrypted).await?).to_vec());
        Ok(base64url::encode(&sealed))
    }

    /// The text that was sealed with the same key; nothing for anything else.
    pub async fn open(&self, sealed: &str) -> Option<String> {
        let subtle = subtle().ok()?;
        let sealed = base64url::decode(sealed)?;
        let (nonce, encrypted) = sealed.split_at_checked(NONCE)?;
        let key = self.imported(&subtle).await.ok()?;
        let text = subtle.decrypt_with_object_and_u8_array(&aes_gcm(nonce), &key, encrypted).ok()?;
        String::from_utf8(Uint8Array::new(&answer(text).await.ok()?).to_vec()).ok()
    }

    async fn imported(&self, subtle: &SubtleCrypto) -> Result<CryptoKey, CryptoUnavailable> {
        if let Some(key) = self.imported.get() {
            return Ok(key.clone());
        }
        let bytes = base64url::decode(&self.secret.0).ok_or(CryptoUnavailable)?;
        let usages = js_sys::Array::of2(&"encrypt".into(), &"decrypt".into());
        let algorithm = object(&[("name", "AES-GCM")]);
        let key = subtle
            .import_key_with_object("raw", &Uint8Array::from(&bytes[..]), &algorithm, false, &usages)
            .map_err(|_| CryptoUnavailable)?;
        let key: CryptoKey = answer(key).await?.dyn_into().map_err(|_| CryptoUnavailable)?;
        // Another one may have been as quick; they are the same.
        let _ = self.imported.set(key.clone());
        Ok(key)
    }
}

/// Length of a nonce in bytes (NIST SP 800-38D section 8.2.2).
const NONCE: usize = 12;

fn aes_gcm(nonce: &[u8]) -> Object {
    let algorithm = object(&[("name", "AES-GCM")]);
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(&algorithm, &"iv".into(), &Uint8Array::from(nonce));
    algorithm
}

async fn import(subtle: &SubtleCrypto, key: &ReceiptKey) -> Result<CryptoKey, CryptoUnavailable> {
    let jwk = serde_json::to_string(key).map_err(|_| CryptoUnavailable)?;
    let jwk: Object = JSON::parse(&jwk).ok().and_then(|jwk| jwk.dyn_into().ok()).ok_or(CryptoUnavailable)?;
    let algorithm = object(&[("name", "ECDSA"), ("namedCurve", "P-256")]);
    let usages = js_sys::Array::of1(&"verify".into());
    let key = subtle.import_key_with_object("jwk", &jwk, &algorithm, false, &usages).map_err(|_| CryptoUnavailable)?;
    answer(key).await?.dyn_into().map_err(|_| CryptoUnavailable)
}

async fn answer(promise: js_sys::Promise) -> Result<JsValue, CryptoUnavailable> {
    JsFuture::from(promise).await.map_err(|_| CryptoUnavailable)
}

fn subtle() -> Result<SubtleCrypto, CryptoUnavailable> {
    let subtle = window().crypto().map_err(|_| CryptoUnavailable)?.subtle();
    // Typed as if it were always there.
    if subtle.is_undefined() { Err(CryptoUnavailable) } else { Ok(subtle) }
}

fn object(members: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}
