//! A provider file: the settings as TOML, with the client's key in a file beside it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use openidconnect::core::CoreJwsSigningAlgorithm;
use serde::Deserialize;

use super::{
    AssertionAudience, Assurance, ClaimNames, Client, ClientAuthentication, ProviderFileError, ProviderSettings,
    RequestSettings, ResponseIss, Secret, SettingsError,
};
use crate::relying_party::client_key::{ClientKey, KeyAlgorithm};

/// The entries of a provider file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProviderFile {
    pub issuer: String,
    algorithms: Vec<CoreJwsSigningAlgorithm>,
    #[serde(default)]
    response_iss: ResponseIss,
    #[serde(default = "patience")]
    timeout_seconds: u64,
    client: ClientEntries,
    request: RequestSettings,
    claims: ClaimNames,
    assurance: Assurance,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClientEntries {
    id: String,
    authentication: Method,
    secret: Option<Secret>,
    key_file: Option<PathBuf>,
    key_algorithm: Option<KeyAlgorithm>,
    key_id: Option<String>,
    #[serde(default)]
    assertion_audience: AssertionAudience,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Method {
    ClientSecretBasic,
    ClientSecretPost,
    PrivateKeyJwt,
}

fn patience() -> u64 {
    10
}

impl ProviderSettings {
    /// Reads a provider file.
    pub fn read(path: &Path) -> Result<Self, ProviderFileError> {
        let text = read(path)?;
        let file = ProviderFile::parse(&text).map_err(|error| syntax_error(path, &text, &error))?;
        let client = file.client.client(path)?;
        let settings = file.for_client(client);
        settings.check().map_err(settings_error(path))?;
        Ok(settings)
    }
}

impl ProviderFile {
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The settings, with this client in place of the one in the file. Nothing is checked.
    pub fn for_client(self, client: Client) -> ProviderSettings {
        ProviderSettings {
            issuer: self.issuer,
            client,
            request: self.request,
            claims: self.claims,
            assurance: self.assurance,
            algorithms: self.algorithms,
            response_iss: self.response_iss,
            timeout: Duration::from_secs(self.timeout_seconds),
        }
    }
}

impl ClientEntries {
    fn client(&self, file: &Path) -> Result<Client, ProviderFileError> {
        let authentication = match self.authentication {
            Method::ClientSecretBasic => ClientAuthentication::SecretBasic(self.secret(file)?),
            Method::ClientSecretPost => ClientAuthentication::SecretPost(self.secret(file)?),
            Method::PrivateKeyJwt => {
                ClientAuthentication::PrivateKey { key: Arc::new(self.key(file)?), audience: self.assertion_audience }
            }
        };
        Ok(Client { id: self.id.clone(), authentication })
    }

    fn secret(&self, file: &Path) -> Result<Secret, ProviderFileError> {
        let secret = self.secret.clone().filter(|secret| !secret.reveal().is_empty());
        secret.ok_or(SettingsError::Empty("client.secret")).map_err(settings_error(file))
    }

    /// The key, from a file whose name is relative to the provider file.
    fn key(&self, file: &Path) -> Result<ClientKey, ProviderFileError> {
        let wrong = settings_error(file);
        let Some(key_file) = &self.key_file else { return Err(wrong(SettingsError::KeyMissing("private_key_jwt"))) };
        let Some(algorithm) = self.key_algorithm else {
            return Err(wrong(SettingsError::Empty("client.key_algorithm")));
        };
        let pem = read(&file.parent().unwrap_or(Path::new("")).join(key_file))?;
        ClientKey::from_pem(&pem, algorithm, self.key_id.clone()).map_err(|error| wrong(error.into()))
    }
}

fn read(path: &Path) -> Result<String, ProviderFileError> {
    fs::read_to_string(path).map_err(|source| ProviderFileError::Read { path: path.to_owned(), source })
}

fn settings_error(path: &Path) -> impl Fn(SettingsError) -> ProviderFileError {
    move |source| ProviderFileError::Settings { path: path.to_owned(), source }
}

/// Where and what, without the line itself, which `toml` would print and which may hold the secret.
fn syntax_error(path: &Path, text: &str, error: &toml::de::Error) -> ProviderFileError {
    let line = error.span().and_then(|span| Some(text.get(..span.start)?.matches('\n').count() + 1));
    let message = error.message().trim_end_matches('.').replace('\n', " ");
    ProviderFileError::Syntax { path: path.to_owned(), line, message }
}
