//! The keys that sign ID tokens.

use serde_json::{Value, json};

mod key;

pub(super) use key::Key;

/// A signature algorithm (RFC 7518, section 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512,
}

impl Algorithm {
    /// The `alg` value.
    pub(super) fn name(self) -> &'static str {
        match self {
            Algorithm::Es256 => "ES256",
            Algorithm::Rs256 => "RS256",
            Algorithm::Ps256 => "PS256",
            Algorithm::Rs512 => "RS512",
        }
    }
}

/// All keys that are published. The newest one signs.
pub(super) struct KeyRing {
    algorithm: Algorithm,
    older: Vec<Key>,
    newest: Key,
}

impl KeyRing {
    pub fn new(algorithm: Algorithm) -> KeyRing {
        KeyRing { algorithm, older: Vec::new(), newest: Key::generate(algorithm) }
    }

    pub fn newest(&self) -> &Key {
        &self.newest
    }

    /// Makes a new key of the usual algorithm that signs from now on. Older keys stay published.
    pub fn rotate(&mut self) {
        let older = std::mem::replace(&mut self.newest, Key::generate(self.algorithm));
        self.older.push(older);
    }

    /// Makes a new key under the same name that signs from now on. No other one stays published.
    pub fn replace(&mut self) {
        let kid = std::mem::take(&mut self.newest.kid);
        self.newest = Key::generate(self.algorithm);
        self.newest.kid = kid;
        self.older.clear();
    }

    /// Publishes a key without letting it sign.
    pub fn publish(&mut self, key: Key) {
        self.older.push(key);
    }

    /// The JSON Web Key Set (RFC 7517, section 5).
    pub fn to_jwks(&self) -> Value {
        let keys: Vec<Value> = std::iter::once(&self.newest).chain(&self.older).map(Key::to_jwk).collect();
        json!({ "keys": keys })
    }
}
