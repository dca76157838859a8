//! What the provider says of itself (OpenID Connect Discovery 1.0), and its keys. Fetched when first needed.

use std::sync::Arc;

use nemkonto::contract::Timestamp;
use openidconnect::{
    AdditionalProviderMetadata, IssuerUrl, ProviderMetadata,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
        CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode,
        CoreResponseType, CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;
use url::Url;

use super::{LoginError, http::Http, settings::is_protected};
use crate::rate::Rate;

/// How often in a minute the keys may be fetched again: wrong signatures must not make us ask without end.
const NEW_KEYS_A_MINUTE: u32 = 10;

/// The discovery document.
type Metadata = ProviderMetadata<
    Extensions,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// Members of the discovery document beyond OpenID Connect Discovery.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Extensions {
    /// RFC 9126 section 5.
    pushed_authorization_request_endpoint: Option<Url>,
    /// RFC 9207 section 3.
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for Extensions {}

/// The provider as far as we need to know it.
pub(super) struct Provider {
    pub authorization_endpoint: Url,
    pub pushed_request_endpoint: Option<Url>,
    pub token_endpoint: Url,
    pub userinfo_endpoint: Option<Url>,
    /// Whether every authorization response names its issuer.
    pub announces_issuer: bool,
    pub keys: CoreJsonWebKeySet,
    metadata: Metadata,
}

/// The provider, once it is known.
pub(super) struct Discovery {
    issuer: String,
    known: Mutex<Option<Arc<Provider>>>,
    new_keys: Mutex<Rate>,
}

impl Discovery {
    pub fn new(issuer: &str) -> Self {
        Self {
            issuer: issuer.to_owned(),
            known: Mutex::new(None),
            new_keys: Mutex::new(Rate::a_minute(NEW_KEYS_A_MINUTE)),
        }
    }

    /// The provider; fetched the first time. A document that names another issuer than the configured one is refused.
    pub async fn provider(&self, http: &Http) -> Result<Arc<Provider>, LoginError> {
        let mut known = self.known.lock().await;
        if let Some(provider) = known.as_ref() {
            return Ok(Arc::clone(provider));
        }
        let issuer = IssuerUrl::new(self.issuer.clone()).map_err(|_| LoginError::Unavailable("issuer is not a URL"))?;
        let metadata =
            Metadata::discover_async(issuer, http).await.map_err(|_| LoginError::Unavailable("discovery"))?;
        let provider = Arc::new(Provider::new(metadata)?);
        *known = Some(Arc::clone(&provider));
        Ok(provider)
    }

    /// The provider, if it is known by now. Nobody waits for it.
    pub fn known(&self) -> Option<Arc<Provider>> {
        self.known.try_lock().ok()?.clone()
    }

    /// The provider with its keys as they are now, for a signature that those we have seen do not explain. They stay as they were if
    /// the keys have been fetched too often of late.
    pub async fn with_new_keys(
        &self,
        http: &Http,
        seen: &Arc<Provider>,
        now: Timestamp,
    ) -> Result<Arc<Provider>, LoginError> {
        let mut rate = self.new_keys.lock().await;
        let known = self.provider(http).await?;
        // Whoever waited here for somebody else's answer takes it.
        if !Arc::ptr_eq(&known, seen) || rate.take(now).is_err() {
            return Ok(known);
        }
        let keys = CoreJsonWebKeySet::fetch_async(seen.metadata.jwks_uri(), http)
            .await
            .map_err(|_| LoginError::Unavailable("keys"))?;
        let provider = Arc::new(Provider { keys, ..Provider::new(seen.metadata.clone())? });
        *self.known.lock().await = Some(Arc::clone(&provider));
        Ok(provider)
    }
}

impl Provider {
    fn new(metadata: Metadata) -> Result<Self, LoginError> {
        let extensions = metadata.additional_metadata();
        let authorization_endpoint = metadata.authorization_endpoint().url().clone();
        let pushed_request_endpoint = extensions.pushed_authorization_request_endpoint.clone();
        let token_endpoint = metadata
            .token_endpoint()
            .map(|endpoint| endpoint.url().clone())
            .ok_or(LoginError::Unavailable("no token endpoint"))?;
        let userinfo_endpoint = metadata.userinfo_endpoint().map(|endpoint| endpoint.url().clone());
        let endpoints = [&authorization_endpoint, &token_endpoint, metadata.jwks_uri().url()];
        let optional = [&pushed_request_endpoint, &userinfo_endpoint].into_iter().flatten();
        if !endpoints.into_iter().chain(optional).all(is_protected) {
            return Err(LoginError::Unavailable("an endpoint without TLS"));
        }
        Ok(Self {
            authorization_endpoint,
            pushed_request_endpoint,
            token_endpoint,
            userinfo_endpoint,
            announces_issuer: extensions.authorization_response_iss_parameter_supported,
            keys: metadata.jwks().clone(),
            metadata,
        })
    }
}
