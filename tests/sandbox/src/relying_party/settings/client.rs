//! Who we are to a provider, and how we prove it.

use std::sync::Arc;

use serde::Deserialize;

use super::Secret;
use crate::relying_party::client_key::ClientKey;

/// This API as the provider knows it.
#[derive(Clone, Debug)]
pub struct Client {
    /// The `client_id` that the provider gave us.
    pub id: String,
    /// How we prove that a request is ours.
    pub authentication: ClientAuthentication,
}

/// How a client proves who it is (OpenID Connect Core section 9).
#[derive(Clone, Debug)]
pub enum ClientAuthentication {
    /// `client_secret_basic`: the secret in the `Authorization` header.
    SecretBasic(Secret),
    /// `client_secret_post`: the secret among the parameters.
    SecretPost(Secret),
    /// `private_key_jwt`: an assertion signed with the client's key (RFC 7523 section 2.2).
    PrivateKey {
        /// The key.
        key: Arc<ClientKey>,
        /// To whom the assertion is addressed.
        audience: AssertionAudience,
    },
}

/// To whom a client assertion is addressed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AssertionAudience {
    /// The issuer identifier, so that no other provider can make use of it.
    #[default]
    Issuer,
    /// The token endpoint, as OpenID Connect Core section 9 has it and some providers insist on.
    TokenEndpoint,
}

impl ClientAuthentication {
    /// The key, if there is one.
    #[must_use]
    pub fn key(&self) -> Option<&ClientKey> {
        match self {
            Self::PrivateKey { key, .. } => Some(key),
            Self::SecretBasic(_) | Self::SecretPost(_) => None,
        }
    }
}
