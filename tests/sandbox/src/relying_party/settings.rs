//! What differs between identity providers. All of it is configuration; the code knows no provider.

use std::{fmt, time::Duration};

use openidconnect::core::CoreJwsSigningAlgorithm;

/// An OpenID provider, and this API as its confidential client.
#[derive(Clone)]
pub struct ProviderSettings {
    /// Issuer identifier, exactly as in the provider's discovery document.
    pub issuer: String,
    /// The `client_id` that the provider gave us.
    pub client_id: String,
    /// The `client_secret` that the provider gave us.
    pub client_secret: Secret,
    /// Scopes to ask for; `openid` among them.
    pub scopes: Vec<String>,
    /// The `acr_values` to ask for.
    pub acr_values: Vec<String>,
    /// Levels of assurance that are enough.
    pub accepted_assurance: Vec<String>,
    /// Algorithms that may sign ID tokens.
    pub algorithms: Vec<CoreJwsSigningAlgorithm>,
    /// Where in the ID token the answers stand.
    pub claims: ClaimNames,
    /// How the text for the `MitID` app is handed over.
    pub reference_text: ReferenceTextShape,
    /// How long the provider may take for an answer.
    pub timeout: Duration,
}

/// Names of claims in the ID token.
#[derive(Clone, Debug)]
pub struct ClaimNames {
    /// The employee, the same at every login.
    pub person: String,
    /// CVR number of the company the employee acts for.
    pub company: String,
    /// Name of the employee; absent when it is protected.
    pub name: String,
    /// Whether this is an employee.
    pub identity_type: String,
    /// What `identity_type` says of an employee.
    pub professional: String,
    /// Level of assurance.
    pub assurance: String,
}

/// How brokers take the text that the `MitID` app shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReferenceTextShape {
    /// The parameter `idp_params` with JSON that holds the text in base64 (Nets and Signaturgruppen).
    IdpParams,
    /// `login_hint=message:` and the text in base64url (Idura).
    LoginHintMessage,
    /// The provider takes none.
    Unsupported,
}

/// A text that must not be printed.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl ProviderSettings {
    /// Settings for `MitID` Erhverv through the Nets broker, and for the stand-in provider that is shaped after it.
    #[must_use]
    pub fn nets(issuer: &str, client_id: &str, client_secret: Secret) -> Self {
        let nsis = "https://data.gov.dk/concept/core/nsis";
        Self {
            issuer: issuer.to_owned(),
            client_id: client_id.to_owned(),
            client_secret,
            scopes: ["openid", "nemlogin"].map(str::to_owned).into(),
            acr_values: vec![format!("{nsis}/Substantial")],
            // The brokers write the levels without `/loa`, NemLog-in (OIOSAML) with it.
            accepted_assurance: ["Substantial", "High", "loa/Substantial", "loa/High"]
                .map(|level| format!("{nsis}/{level}"))
                .into(),
            algorithms: vec![
                CoreJwsSigningAlgorithm::EcdsaP256Sha256,
                CoreJwsSigningAlgorithm::RsaSsaPssSha256,
                CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
            ],
            claims: ClaimNames {
                person: "nemlogin.persistent_professional_id".to_owned(),
                company: "nemlogin.cvr".to_owned(),
                name: "nemlogin.name".to_owned(),
                identity_type: "identity_type".to_owned(),
                professional: "professional".to_owned(),
                assurance: "acr".to_owned(),
            },
            reference_text: ReferenceTextShape::IdpParams,
            timeout: Duration::from_secs(10),
        }
    }
}
