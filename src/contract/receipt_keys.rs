//! The keys that verify receipts.

use serde::{Deserialize, Serialize};

use super::ALGORITHM;

/// Answer of `GET /api/receipt-keys`: the public key of every key that ever signed a receipt (JWK Set, RFC 7517 section 5).
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReceiptKeys {
    /// The keys, the newest first.
    pub keys: Vec<ReceiptKey>,
}

/// A public key (RFC 7517 section 4, RFC 7518 section 6.2).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReceiptKey {
    /// Kind of key.
    pub kty: String,
    /// Curve.
    #[serde(default)]
    pub crv: String,
    /// First coordinate, base64url.
    #[serde(default)]
    pub x: String,
    /// Second coordinate, base64url.
    #[serde(default)]
    pub y: String,
    /// Name of the key.
    #[serde(default)]
    pub kid: String,
    /// Algorithm that the key is for.
    #[serde(default)]
    pub alg: String,
}

impl ReceiptKey {
    /// A key on P-256 with these coordinates.
    #[must_use]
    pub fn p256(kid: impl Into<String>, x: impl Into<String>, y: impl Into<String>) -> Self {
        Self {
            kty: "EC".to_owned(),
            crv: "P-256".to_owned(),
            x: x.into(),
            y: y.into(),
            kid: kid.into(),
            alg: ALGORITHM.to_owned(),
        }
    }

    fn is_usable(&self) -> bool {
        self.kty == "EC" && self.crv == "P-256" && self.alg == ALGORITHM
    }
}

impl ReceiptKeys {
    /// The key with a name. Keys of other kinds are passed over (RFC 7517 section 5); a name that two keys have names none.
    #[must_use]
    pub fn find(&self, kid: &str) -> Option<&ReceiptKey> {
        let mut found = self.keys.iter().filter(|key| key.kid == kid && key.is_usable());
        found.next().filter(|_| found.next().is_none())
    }
}
