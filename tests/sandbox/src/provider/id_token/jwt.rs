//! Signing claims as a JSON Web Token (RFC 7519), properly and otherwise.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use serde_json::{Map, Value, json};
use sha2::Sha256;

use super::super::{
    fault::Forgery,
    keys::{Algorithm, Key, KeyRing},
};

type Claims = Map<String, Value>;

/// The token as it should be.
pub(super) fn sign(key: &Key, claims: &Claims) -> String {
    signed(&header(key), claims, key)
}

/// The token as the fault wants it.
pub(super) fn forge(keys: &mut KeyRing, mut claims: Claims, forgery: Forgery, secret: &str) -> String {
    match forgery {
        Forgery::ChangeSignature => {
            let message = unsigned(&header(keys.newest()), &claims);
            let mut signature = keys.newest().sign(message.as_bytes());
            signature[10] ^= 1;
            with_signature(&message, &signature)
        }
        Forgery::ChangeClaims => {
            let message = unsigned(&header(keys.newest()), &claims);
            let signature = keys.newest().sign(message.as_bytes());
            claims.insert("added_later".to_owned(), true.into());
            with_signature(&unsigned(&header(keys.newest()), &claims), &signature)
        }
        Forgery::Unsigned => {
            let message = unsigned(&json!({ "alg": "none", "typ": "JWT" }), &claims);
            with_signature(&message, &[])
        }
        Forgery::HmacWithPublicKey => {
            let key = keys.newest().to_public_pem();
            with_hmac(&keys.newest().kid, &claims, key.as_bytes())
        }
        Forgery::HmacWithSecret => with_hmac(&keys.newest().kid, &claims, secret.as_bytes()),
        Forgery::Rs512 => {
            let key = Key::generate(Algorithm::Rs512);
            let token = sign(&key, &claims);
            keys.publish(key);
            token
        }
        Forgery::NoKid => without_kid(keys.newest(), &claims),
        Forgery::NoKidAmongSeveral => {
            keys.rotate();
            without_kid(keys.newest(), &claims)
        }
        Forgery::UnknownKid => {
            let mut header = header(keys.newest());
            header["kid"] = "nowhere-published".into();
            signed(&header, &claims, keys.newest())
        }
        Forgery::RotateFirst => {
            keys.rotate();
            sign(keys.newest(), &claims)
        }
        Forgery::ReplaceKey => {
            keys.replace();
            sign(keys.newest(), &claims)
        }
        Forgery::ReplaceKeyWithoutKid => {
            keys.replace();
            without_kid(keys.newest(), &claims)
        }
        Forgery::EncryptionKey => {
            let mut key = Key::generate(keys.newest().algorithm());
            key.usage = "enc";
            let token = sign(&key, &claims);
            keys.publish(key);
            token
        }
    }
}

fn header(key: &Key) -> Value {
    json!({ "alg": key.algorithm().name(), "typ": "JWT", "kid": key.kid })
}

fn without_kid(key: &Key, claims: &Claims) -> String {
    let header = json!({ "alg": key.algorithm().name(), "typ": "JWT" });
    signed(&header, claims, key)
}

fn signed(header: &Value, claims: &Claims, key: &Key) -> String {
    let message = unsigned(header, claims);
    with_signature(&message, &key.sign(message.as_bytes()))
}

fn with_hmac(kid: &str, claims: &Claims, key: &[u8]) -> String {
    let header = json!({ "alg": "HS256", "typ": "JWT", "kid": kid });
    let message = unsigned(&header, claims);
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(message.as_bytes());
    with_signature(&message, &mac.finalize().into_bytes())
}

fn unsigned(header: &Value, claims: &Claims) -> String {
    let claims = Value::Object(claims.clone());
    let [header, claims] = [header, &claims].map(|part| base64url(part.to_string().as_bytes()));
    format!("{header}.{claims}")
}

fn with_signature(message: &str, signature: &[u8]) -> String {
    format!("{message}.{}", base64url(signature))
}

fn base64url(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}
