//! One signing key.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use p256::{
    ecdsa::{Signature, SigningKey, signature::Signer as _},
    elliptic_curve::Generate,
    pkcs8::{EncodePublicKey as _, LineEnding},
};
use rsa::{
    RsaPrivateKey, RsaPublicKey, pkcs1v15,
    pkcs8::EncodePublicKey as _,
    pss,
    sha2::{Sha256, Sha512},
    signature::{RandomizedSigner, SignatureEncoding, Signer as _},
    traits::PublicKeyParts,
};
use serde_json::{Value, json};

use super::{super::state::random_name, Algorithm};

/// A key pair with its name.
pub(in super::super) struct Key {
    pub kid: String,
    /// What it is published for (RFC 7517, section 4.2).
    pub usage: &'static str,
    pair: Pair,
}

enum Pair {
    Es256(SigningKey),
    Rs256(pkcs1v15::SigningKey<Sha256>),
    Ps256(pss::SigningKey<Sha256>),
    Rs512(pkcs1v15::SigningKey<Sha512>),
}

impl Key {
    pub fn generate(algorithm: Algorithm) -> Key {
        let pair = match algorithm {
            Algorithm::Es256 => Pair::Es256(SigningKey::generate()),
            Algorithm::Rs256 => Pair::Rs256(pkcs1v15::SigningKey::new(rsa_key())),
            Algorithm::Ps256 => Pair::Ps256(pss::SigningKey::new(rsa_key())),
            Algorithm::Rs512 => Pair::Rs512(pkcs1v15::SigningKey::new(rsa_key())),
        };
        Key { kid: random_name(), usage: "sig", pair }
    }

    pub fn algorithm(&self) -> Algorithm {
        match self.pair {
            Pair::Es256(_) => Algorithm::Es256,
            Pair::Rs256(_) => Algorithm::Rs256,
            Pair::Ps256(_) => Algorithm::Ps256,
            Pair::Rs512(_) => Algorithm::Rs512,
        }
    }

    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        match &self.pair {
            Pair::Es256(key) => {
                let signature: Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Pair::Rs256(key) => key.sign(message).to_vec(),
            Pair::Ps256(key) => key.sign_with_rng(&mut rand::thread_rng(), message).to_vec(),
            Pair::Rs512(key) => key.sign(message).to_vec(),
        }
    }

    /// The public key as a JSON Web Key (RFC 7517, section 4).
    pub fn to_jwk(&self) -> Value {
        let mut jwk = match &self.pair {
            Pair::Es256(key) => {
                let point = key.verifying_key().to_sec1_bytes();
                // One byte for the format, then both coordinates.
                let (x, y) = point[1..].split_at(32);
                json!({ "kty": "EC", "crv": "P-256", "x": base64url(x), "y": base64url(y) })
            }
            Pair::Rs256(key) => rsa_jwk(key.as_ref()),
            Pair::Ps256(key) => rsa_jwk(key.as_ref()),
            Pair::Rs512(key) => rsa_jwk(key.as_ref()),
        };
        jwk["kid"] = self.kid.clone().into();
        jwk["use"] = self.usage.into();
        jwk["alg"] = self.algorithm().name().into();
        jwk
    }

    /// The public key as text, as an attacker could know it.
    pub fn to_public_pem(&self) -> String {
        match &self.pair {
            Pair::Es256(key) => {
                key.verifying_key().to_public_key_pem(LineEnding::LF).expect("a public key has a text form")
            }
            Pair::Rs256(key) => rsa_pem(key.as_ref()),
            Pair::Ps256(key) => rsa_pem(key.as_ref()),
            Pair::Rs512(key) => rsa_pem(key.as_ref()),
        }
    }
}

fn rsa_key() -> RsaPrivateKey {
    RsaPrivateKey::new(&mut rand::thread_rng(), 2048).expect("2048 bits are a valid key size")
}

fn rsa_jwk(key: &RsaPrivateKey) -> Value {
    let (n, e) = (key.n().to_bytes_be(), key.e().to_bytes_be());
    json!({ "kty": "RSA", "n": base64url(&n), "e": base64url(&e) })
}

fn rsa_pem(key: &RsaPrivateKey) -> String {
    RsaPublicKey::from(key).to_public_key_pem(rsa::pkcs8::LineEnding::LF).expect("a public key has a text form")
}

fn base64url(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}
