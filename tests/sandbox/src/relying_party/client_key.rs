//! The client's private key, and the tokens that it signs: assertions (RFC 7523) and requests (RFC 9101).

use std::{fmt, time::UNIX_EPOCH};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use p256::pkcs8::SecretDocument;
use ring::{
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, RSA_PKCS1_SHA256, RSA_PSS_SHA256, RsaEncoding, RsaKeyPair,
    },
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use thiserror::Error;

use crate::random;

/// How many seconds a signed token is good for, before and after this moment. It is sent at once; clocks differ.
const BEFORE: u64 = 60;
const AFTER: u64 = 120;

/// The private key of a client.
pub struct ClientKey {
    pair: Pair,
    algorithm: KeyAlgorithm,
    id: Option<String>,
}

enum Pair {
    Ecdsa(EcdsaKeyPair),
    Rsa(RsaKeyPair, &'static dyn RsaEncoding),
}

/// How a client's key signs (RFC 7518 section 3.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
pub enum KeyAlgorithm {
    /// ECDSA on P-256 with SHA-256.
    #[serde(rename = "ES256")]
    Es256,
    /// RSASSA-PSS with SHA-256.
    #[serde(rename = "PS256")]
    Ps256,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    #[serde(rename = "RS256")]
    Rs256,
}

/// Why a key cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum ClientKeyError {
    /// Not the expected text form.
    #[error("this is not an unencrypted private key in PKCS #8 (\"-----BEGIN PRIVATE KEY-----\")")]
    NotPkcs8,
    /// Another kind of key.
    #[error(
        "the key does not fit its algorithm: ES256 takes a P-256 key, PS256 and RS256 an RSA key of 2048 bits or more"
    )]
    Unfit,
}

impl ClientKey {
    /// Reads a key in the text form of PKCS #8, as `openssl genpkey` writes it.
    pub fn from_pem(pem: &str, algorithm: KeyAlgorithm, id: Option<String>) -> Result<Self, ClientKeyError> {
        let (label, document) = SecretDocument::from_pem(pem.trim()).map_err(|_| ClientKeyError::NotPkcs8)?;
        if label != "PRIVATE KEY" {
            return Err(ClientKeyError::NotPkcs8);
        }
        let rsa = || RsaKeyPair::from_pkcs8(document.as_bytes());
        let pair = match algorithm {
            KeyAlgorithm::Es256 => {
                EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_bytes(), &SystemRandom::new())
                    .map(Pair::Ecdsa)
            }
            KeyAlgorithm::Ps256 => rsa().map(|pair| Pair::Rsa(pair, &RSA_PSS_SHA256)),
            KeyAlgorithm::Rs256 => rsa().map(|pair| Pair::Rsa(pair, &RSA_PKCS1_SHA256)),
        };
        Ok(Self { pair: pair.map_err(|_| ClientKeyError::Unfit)?, algorithm, id })
    }

    /// Signs claims from `issuer` to `audience`, for immediate use and, as `jti` is new, for one use.
    pub(super) fn sign(&self, kind: &str, issuer: &str, audience: &str, claims: Map<String, Value>) -> Option<String> {
        let now = UNIX_EPOCH.elapsed().ok()?.as_secs();
        let mut header = json!({ "alg": self.algorithm.name(), "typ": kind });
        if let Some(id) = &self.id {
            header["kid"] = id.as_str().into();
        }
        let mut all = claims;
        for (name, value) in [
            ("iss", issuer.into()),
            ("aud", audience.into()),
            ("jti", random::token().into()),
            ("iat", now.into()),
            ("nbf", now.saturating_sub(BEFORE).into()),
            ("exp", (now + AFTER).into()),
        ] {
            all.insert(name.to_owned(), value);
        }
        let message = [header, Value::Object(all)].map(|part| base64url(part.to_string())).join(".");
        let signature = self.signature(message.as_bytes())?;
        Some(format!("{message}.{}", base64url(signature)))
    }

    fn signature(&self, message: &[u8]) -> Option<Vec<u8>> {
        let random = SystemRandom::new();
        match &self.pair {
            Pair::Ecdsa(pair) => Some(pair.sign(&random, message).ok()?.as_ref().to_vec()),
            Pair::Rsa(pair, encoding) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(*encoding, &random, message, &mut signature).ok()?;
                Some(signature)
            }
        }
    }
}

impl KeyAlgorithm {
    fn name(self) -> &'static str {
        match self {
            Self::Es256 => "ES256",
            Self::Ps256 => "PS256",
            Self::Rs256 => "RS256",
        }
    }
}

impl fmt::Debug for ClientKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientKey").field("algorithm", &self.algorithm).field("id", &self.id).finish_non_exhaustive()
    }
}

fn base64url(bytes: impl AsRef<[u8]>) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use openidconnect::{JsonWebKey, core::CoreJwsSigningAlgorithm};
    use p256::{ecdsa::SigningKey, elliptic_curve::Generate, pkcs8::EncodePrivateKey as _};
    use rsa::{RsaPrivateKey, pkcs8::EncodePrivateKey as _, traits::PublicKeyParts};

    use super::*;

    fn ec_key() -> (String, Value) {
        let key = SigningKey::generate();
        let point = key.verifying_key().to_sec1_bytes();
        let jwk = json!({ "kty": "EC", "crv": "P-256", "x": base64url(&point[1..33]), "y": base64url(&point[33..]) });
        (key.to_pkcs8_pem(p256::pkcs8::LineEnding::LF).unwrap().to_string(), jwk)
    }

    fn rsa_key() -> (String, Value) {
        let key = RsaPrivateKey::new(&mut rand::thread_rng(), 2048).unwrap();
        let jwk = json!({ "kty": "RSA", "n": base64url(key.n().to_bytes_be()), "e": base64url(key.e().to_bytes_be()) });
        (key.to_pkcs8_pem(rsa::pkcs8::LineEnding::LF).unwrap().to_string(), jwk)
    }

    fn assert_signs(algorithm: KeyAlgorithm, (pem, jwk): (String, Value), expected: &CoreJwsSigningAlgorithm) {
        let key = ClientKey::from_pem(&pem, algorithm, Some("a key".to_owned())).unwrap();
        let claims = Map::from_iter([("sub".to_owned(), "me".into()), ("iss".to_owned(), "overwritten".into())]);
        let token = key.sign("JWT", "me", "you", claims).unwrap();
        let parts: Vec<Vec<u8>> = token.split('.').map(|part| BASE64_URL_SAFE_NO_PAD.decode(part).unwrap()).collect();
        let header: Value = serde_json::from_slice(&parts[0]).unwrap();
        assert_eq!(header, json!({ "alg": algorithm.name(), "typ": "JWT", "kid": "a key" }));
        let claims: Value = serde_json::from_slice(&parts[1]).unwrap();
        assert_eq!((&claims["iss"], &claims["aud"], &claims["sub"]), (&"me".into(), &"you".into(), &"me".into()));
        let (message, _) = token.rsplit_once('.').unwrap();
        let public: openidconnect::core::CoreJsonWebKey = serde_json::from_value(jwk).unwrap();
        public.verify_signature(expected, message.as_bytes(), &parts[2]).unwrap();
    }

    #[test]
    fn each_algorithm_is_verified_with_the_public_key() {
        assert_signs(KeyAlgorithm::Es256, ec_key(), &CoreJwsSigningAlgorithm::EcdsaP256Sha256);
        let rsa = rsa_key();
        assert_signs(KeyAlgorithm::Ps256, rsa.clone(), &CoreJwsSigningAlgorithm::RsaSsaPssSha256);
        assert_signs(KeyAlgorithm::Rs256, rsa, &CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256);
    }

    #[test]
    fn no_two_signed_tokens_are_the_same() {
        let key = ClientKey::from_pem(&ec_key().0, KeyAlgorithm::Es256, None).unwrap();
        let sign = || key.sign("JWT", "me", "you", Map::new()).unwrap();
        let identifiers = [sign(), sign()].map(|token| {
            let claims = BASE64_URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap();
            serde_json::from_slice::<Value>(&claims).unwrap()["jti"].clone()
        });
        assert_ne!(identifiers[0], identifiers[1]);
    }

    #[test]
    fn a_key_of_another_kind_or_form_is_refused() {
        let refusal = |pem: &str, algorithm| ClientKey::from_pem(pem, algorithm, None).unwrap_err();
        let (pem, _) = ec_key();
        assert_eq!(refusal(&pem, KeyAlgorithm::Ps256), ClientKeyError::Unfit);
        assert_eq!(refusal("", KeyAlgorithm::Es256), ClientKeyError::NotPkcs8);
        let other_label = pem.replace("PRIVATE KEY", "EC PRIVATE KEY");
        assert_eq!(refusal(&other_label, KeyAlgorithm::Es256), ClientKeyError::NotPkcs8);
        let public = pem.replace("PRIVATE KEY", "PUBLIC KEY");
        assert_eq!(refusal(&public, KeyAlgorithm::Es256), ClientKeyError::NotPkcs8);
    }

    #[test]
    fn the_key_is_not_printed() {
        let (pem, _) = ec_key();
        let key = ClientKey::from_pem(&pem, KeyAlgorithm::Es256, Some("a key".to_owned())).unwrap();
        assert_eq!(format!("{key:?}"), r#"ClientKey { algorithm: Es256, id: Some("a key"), .. }"#);
    }
}
