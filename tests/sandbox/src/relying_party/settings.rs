//! What differs between identity providers. All of it is configuration; the code knows no provider.

mod broker;
mod check;
mod client;
mod error;
mod file;
mod secret;

use std::{collections::BTreeMap, time::Duration};

use openidconnect::core::CoreJwsSigningAlgorithm;
use serde::Deserialize;

pub use broker::Broker;
pub(super) use check::is_protected;
pub use client::{AssertionAudience, Client, ClientAuthentication};
pub use error::{ProviderFileError, SettingsError};
pub use secret::Secret;

/// An OpenID provider, and this API as its confidential client. Made by [`ProviderSettings::read`] or [`Broker::settings`].
#[derive(Clone, Debug)]
pub struct ProviderSettings {
    /// Issuer identifier, exactly as in the provider's discovery document.
    pub issuer: String,
    /// Who we are to the provider, and how we prove it.
    pub client: Client,
    /// How a login is asked for.
    pub request: RequestSettings,
    /// Where in the provider's answers the answers stand.
    pub claims: ClaimNames,
    /// Which logins are strong enough.
    pub assurance: Assurance,
    /// Algorithms that may sign ID tokens. None with a shared secret is among them.
    pub algorithms: Vec<CoreJwsSigningAlgorithm>,
    /// Whether every authorization response must name its issuer.
    pub response_iss: ResponseIss,
    /// How long the provider may take for an answer.
    pub timeout: Duration,
}

/// How old the login of a session at the provider may be that an ordinary login reuses, in seconds: a day.
pub const ORDINARY_MAX_AGE: u32 = 24 * 60 * 60;

/// How a login is asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestSettings {
    /// Scopes to ask for; `openid` among them.
    pub scopes: Vec<String>,
    /// The `acr_values` to ask for; none leaves the parameter out.
    #[serde(default)]
    pub acr_values: Vec<String>,
    /// Greatest age in seconds that a fresh login asks for. Positive, because some providers take 0 for "no wish". An ordinary login
    /// asks for [`ORDINARY_MAX_AGE`], for without any wish a provider need not tell `auth_time`. `None` is for providers that do not
    /// know `max_age`. `prompt=login` is sent to all, and what counts is the check of `auth_time` afterwards.
    #[serde(default)]
    pub max_age: Option<u32>,
    /// Whether requests are pushed.
    pub pushed: PushedRequests,
    /// Whether requests are signed with the client's key (RFC 9101), so that nobody can alter one that passes through the browser.
    #[serde(default)]
    pub signed: bool,
    /// How the text for the `MitID` app is handed over.
    pub reference_text: ReferenceTextShape,
    /// Parameters of the provider's own that are sent with every request, such as `idp_values`.
    #[serde(default)]
    pub parameters: BTreeMap<String, String>,
}

/// Whether authorization requests are pushed (RFC 9126). One that is not goes through the browser, where it can be read and, unless
/// it is signed, altered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PushedRequests {
    /// Always. A provider that does not take them cannot be used.
    Required,
    /// If the provider's discovery document names an endpoint for them.
    IfAnnounced,
    /// Never.
    Off,
}

/// How brokers take the text that the `MitID` app shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReferenceTextShape {
    /// The parameter `idp_params` with JSON that holds the text in base64 (Nets and Signaturgruppen).
    IdpParams,
    /// `login_hint=message:` and the text in base64url (Idura).
    LoginHintMessage,
    /// The provider takes none.
    None,
}

/// Whether an authorization response must carry `iss` (RFC 9207). A wrong one is refused in any case.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResponseIss {
    /// Always.
    Required,
    /// If the provider's discovery document announces it.
    #[default]
    IfAnnounced,
}

/// Names of the claims that say who has logged in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimNames {
    /// Where they stand.
    pub source: ClaimSource,
    /// The employee, the same at every login.
    pub person: String,
    /// CVR number of the company the employee acts for.
    pub company: String,
    /// The parts of the employee's name, in order. All absent when it is protected.
    #[serde(default)]
    pub name: Vec<String>,
    /// What tells an employee from a private person. Without it, acting for a company does.
    #[serde(default)]
    pub employee: Option<EmployeeMark>,
}

/// Where the claims about a person stand. `nonce`, `auth_time` and the level of assurance are read from the ID token alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimSource {
    /// In the ID token.
    IdToken,
    /// In the ID token, and what is not there in the answer of the userinfo endpoint (OpenID Connect Core 5.3).
    Userinfo,
}

/// A claim and what it says of an employee.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmployeeMark {
    /// Name of the claim.
    pub claim: String,
    /// Any of these values means an employee.
    pub values: Vec<String>,
}

/// Which logins are strong enough.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assurance {
    /// Name of the claim in the ID token that holds the level.
    pub claim: String,
    /// The levels that are enough, as the provider writes them.
    pub accepted: Vec<String>,
}
