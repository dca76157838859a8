//! The API as a confidential OpenID Connect client: starts logins and checks what comes back.

mod authorization_request;
mod claims;
mod client_key;
mod client_request;
mod discovery;
mod http;
mod reason;
mod settings;
mod token;
mod userinfo;
mod verified_login;

use nemkonto::contract::LoginCallback;
use subtle::ConstantTimeEq;
use url::Url;

pub use authorization_request::{LoginTransaction, LoginWish};
pub use client_key::{ClientKey, ClientKeyError, KeyAlgorithm};
pub use settings::{
    AssertionAudience, Assurance, Broker, ClaimNames, ClaimSource, Client, ClientAuthentication, EmployeeMark,
    ProviderFileError, ProviderSettings, PushedRequests, ReferenceTextShape, RequestSettings, ResponseIss, Secret,
    SettingsError,
};
pub use verified_login::{Expected, ExpectedLogin, Person, VerifiedLogin};

use discovery::Discovery;
use http::Http;

/// A client of one provider.
pub struct RelyingParty {
    settings: ProviderSettings,
    http: Http,
    discovery: Discovery,
}

/// Why a login is not accepted. The words are for the log; they never hold anything the provider sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LoginError {
    /// The provider cannot be reached, or answers nonsense.
    #[error("the provider cannot be used: {0}")]
    Unavailable(&'static str),
    /// State, issuer, signature, audience, times or nonce are not right.
    #[error("the login is not proven: {0}")]
    NotProven(&'static str),
    /// The person did not log in since the request was made.
    #[error("the login is not fresh: {0}")]
    NotFresh(&'static str),
    /// The level of assurance is missing, unknown or too low.
    #[error("the level of assurance is too low: {0}")]
    AssuranceTooLow(&'static str),
    /// A private person, not an employee.
    #[error("a private identity: {0}")]
    PrivateIdentity(&'static str),
    /// Another employee.
    #[error("another person")]
    OtherPerson,
    /// The employee, but acting for another company.
    #[error("another company")]
    OtherCompany,
}

impl RelyingParty {
    /// A client with these settings. Nothing is sent yet.
    pub fn new(settings: ProviderSettings) -> Result<Self, reqwest::Error> {
        let http = Http::new(settings.timeout)?;
        let discovery = Discovery::new(&settings.issuer);
        Ok(Self { settings, http, discovery })
    }

    /// Starts a login and gives the address for the browser.
    pub async fn start(&self, login: &LoginTransaction, nonce: &str, wish: LoginWish<'_>) -> Result<Url, LoginError> {
        let provider = self.discovery.provider(&self.http).await?;
        authorization_request::address(&self.http, &self.settings, &provider, login, nonce, wish).await
    }

    /// Checks that the provider's answer belongs to this login (RFC 6749 section 10.12, RFC 9207 section 2.4). To be done before
    /// the code is redeemed.
    pub async fn check_callback(&self, login: &LoginTransaction, callback: &LoginCallback) -> Result<(), LoginError> {
        if !bool::from(callback.state.as_bytes().ct_eq(login.state.as_bytes())) {
            return Err(LoginError::NotProven("state"));
        }
        let provider = self.discovery.provider(&self.http).await?;
        match &callback.iss {
            Some(issuer) if *issuer != self.settings.issuer => Err(LoginError::NotProven("iss")),
            None if self.names_issuer(provider.announces_issuer) => Err(LoginError::NotProven("iss missing")),
            _ => Ok(()),
        }
    }

    /// The issuer that every answer of the provider must name (RFC 9207 section 2.4); none if it need not.
    pub async fn named_issuer(&self) -> Result<Option<String>, LoginError> {
        let announces = self.discovery.provider(&self.http).await?.announces_issuer;
        Ok(self.names_issuer(announces).then(|| self.settings.issuer.clone()))
    }

    /// The origin of the address to which people are sent for a login, once the provider is known.
    pub fn login_origin(&self) -> Option<String> {
        self.discovery.known().map(|provider| provider.authorization_endpoint.origin().ascii_serialization())
    }

    /// Whether the provider has said where it is; asks it if it has not yet.
    pub async fn is_known(&self) -> bool {
        self.discovery.provider(&self.http).await.is_ok()
    }

    fn names_issuer(&self, announces: bool) -> bool {
        announces || self.settings.response_iss == ResponseIss::Required
    }

    /// Redeems the code, once, and checks the login.
    pub async fn complete(
        &self,
        login: &LoginTransaction,
        code: &str,
        expected: Expected<'_>,
    ) -> Result<VerifiedLogin, LoginError> {
        let provider = self.discovery.provider(&self.http).await?;
        let tokens = token::redeem(&self.http, &self.settings, &provider, login, code).await?;
        let (provider, token) = match verified_login::check(&self.settings, &provider.keys, &tokens, expected) {
            // The provider may sign with a new key, under a new name, the old one, or none (OpenID Connect Core 10.1.1).
            Err(reason::UNKNOWN_KEY | reason::SIGNATURE) => {
                let provider = self.discovery.with_new_keys(&self.http, &provider, expected.now).await?;
                let token = verified_login::check(&self.settings, &provider.keys, &tokens, expected)?;
                (provider, token)
            }
            checked => (provider, checked?),
        };
        let names = &self.settings.claims;
        let token = match names.source {
            ClaimSource::IdToken => token,
            ClaimSource::Userinfo => {
                let told = userinfo::fetch(&self.http, &provider, &tokens, token.subject()).await?;
                token.with_userinfo(told)
            }
        };
        token.identify(names, expected.login)
    }
}
