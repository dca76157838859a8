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
    /// What the key is for, if that is said: `sig` for signatures.
    #[serde(default, rename = "use", skip_serializing_if = "Option::is_none")]
    pub usage: Option<String>,
    /// What may be done with the key, if that is said: `verify` for signatures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_ops: Option<Vec<String>>,
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
            usage: None,
            key_ops: None,
        }
    }

    fn is_usable(&self) -> bool {
        self.kty == "EC" && self.crv == "P-256" && self.alg == ALGORITHM && self.is_for_signatures()
    }

    /// RFC 7517 sections 4.2 and 4.3. A key that says nothing of it is for everything.
    fn is_for_signatures(&self) -> bool {
        let is_used = self.usage.as_deref().is_none_or(|usage| usage == "sig");
        let may_verify = self.key_ops.as_ref().is_none_or(|operations| operations.iter().any(|it| it == "verify"));
        is_used && may_verify
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
