//! What can be wrong with a provider file: one sentence each, with the remedy. Never with a value of the file, which may be a secret.

use std::{io, path::PathBuf};

use thiserror::Error;

use crate::relying_party::client_key::ClientKeyError;

/// Why a provider file cannot be used.
#[derive(Debug, Error)]
pub enum ProviderFileError {
    /// A file cannot be read.
    #[error("{} cannot be read ({source}).", path.display())]
    Read {
        /// The provider file, or the key file that it names.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is not TOML, or has other entries than a provider file.
    #[error("{}{}: {message}.", path.display(), line.map_or_else(String::new, |line| format!(", line {line}")))]
    Syntax {
        /// The provider file.
        path: PathBuf,
        /// Where, if that is known.
        line: Option<usize>,
        /// What.
        message: String,
    },
    /// Its entries do not make sense.
    #[error("{}: {source}", path.display())]
    Settings {
        /// The provider file.
        path: PathBuf,
        /// Why.
        source: SettingsError,
    },
}

/// Why settings do not make sense.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum SettingsError {
    /// Something that must be there is missing or empty.
    #[error("{0} is missing or empty. Fill in what the provider gave you.")]
    Empty(&'static str),
    /// The issuer is no address that can be trusted.
    #[error("issuer must be an https address without query and fragment; http is for this machine only.")]
    Issuer,
    /// The scopes lack the one that makes it OpenID Connect.
    #[error("request.scopes must contain \"openid\".")]
    NoOpenIdScope,
    /// A key is needed.
    #[error("client.key_file is missing: {0} needs a private key.")]
    KeyMissing(&'static str),
    /// The key does not fit.
    #[error("client.key_file: {0}.")]
    Key(#[from] ClientKeyError),
    /// Signatures that anybody could make, or that the provider's clients could, or that nobody here can verify.
    #[error(
        "algorithms must name some of ES256, ES384, EdDSA, PS256, PS384, PS512, RS256, RS384 and RS512, and no others."
    )]
    Algorithms,
    /// A parameter that is not the provider's own.
    #[error("request.parameters must not set {0}, which has its own place.")]
    ReservedParameter(&'static str),
    /// A greatest age that providers understand in different ways.
    #[error("request.max_age must be at least 1; leave it out to send none.")]
    MaxAge,
}
