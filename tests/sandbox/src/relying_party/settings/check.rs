//! Whether settings make sense, before anything is sent to a provider.

use openidconnect::core::CoreJwsSigningAlgorithm;
use url::{Host, Url};

use super::{ProviderSettings, SettingsError};

/// Parameters with a place of their own. `idp_params` and `login_hint` carry the reference text.
const RESERVED: [&str; 22] = [
    "response_type",
    "response_mode",
    "client_id",
    "client_secret",
    "client_assertion",
    "client_assertion_type",
    "redirect_uri",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "prompt",
    "max_age",
    "acr_values",
    "idp_params",
    "login_hint",
    "request",
    "request_uri",
    "iss",
    "aud",
    "exp",
];

impl ProviderSettings {
    /// The first thing that is wrong, in the order of the file.
    pub(super) fn check(&self) -> Result<(), SettingsError> {
        let filled = |name, text: &str| if text.trim().is_empty() { Err(SettingsError::Empty(name)) } else { Ok(()) };
        let all_filled = |name, texts: &[String]| match texts {
            [] => Err(SettingsError::Empty(name)),
            texts => texts.iter().try_for_each(|text| filled(name, text)),
        };
        filled("issuer", &self.issuer)?;
        if !is_issuer(&self.issuer) {
            return Err(SettingsError::Issuer);
        }
        if self.algorithms.is_empty() || !self.algorithms.iter().all(is_usable) {
            return Err(SettingsError::Algorithms);
        }
        filled("client.id", &self.client.id)?;
        self.check_request()?;
        filled("claims.person", &self.claims.person)?;
        filled("claims.company", &self.claims.company)?;
        if let Some(employee) = &self.claims.employee {
            filled("claims.employee.claim", &employee.claim)?;
            all_filled("claims.employee.values", &employee.values)?;
        }
        filled("assurance.claim", &self.assurance.claim)?;
        all_filled("assurance.accepted", &self.assurance.accepted)
    }

    fn check_request(&self) -> Result<(), SettingsError> {
        if !self.request.scopes.iter().any(|scope| scope == "openid") {
            return Err(SettingsError::NoOpenIdScope);
        }
        if self.request.max_age == Some(0) {
            return Err(SettingsError::MaxAge);
        }
        if self.request.signed && self.client.authentication.key().is_none() {
            return Err(SettingsError::KeyMissing("request.signed"));
        }
        match RESERVED.into_iter().find(|name| self.request.parameters.contains_key(*name)) {
            Some(name) => Err(SettingsError::ReservedParameter(name)),
            None => Ok(()),
        }
    }
}

/// OpenID Connect Discovery 1.0 section 3.
fn is_issuer(issuer: &str) -> bool {
    Url::parse(issuer).is_ok_and(|url| is_protected(&url) && url.query().is_none() && url.fragment().is_none())
}

/// Whether what is sent to this address can be read by the one who lives there only: over TLS, or without leaving this machine.
pub(in crate::relying_party) fn is_protected(url: &Url) -> bool {
    let is_loopback = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && is_loopback)
}

/// A provider that signs with a secret signs with one that its clients know. And the library does not verify signatures on P-521.
fn is_usable(algorithm: &CoreJwsSigningAlgorithm) -> bool {
    !matches!(
        algorithm,
        CoreJwsSigningAlgorithm::None
            | CoreJwsSigningAlgorithm::EcdsaP521Sha512
            | CoreJwsSigningAlgorithm::HmacSha256
            | CoreJwsSigningAlgorithm::HmacSha384
            | CoreJwsSigningAlgorithm::HmacSha512
    )
}
