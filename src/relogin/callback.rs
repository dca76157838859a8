//! What the identity provider put into the address when it sent the browser back.

use strum::VariantArray;

use crate::contract::LoginCallback;

/// The provider's answer on the redirect.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Callback {
    /// The login succeeded (`OpenID` Connect Core 3.1.2.5).
    Login(LoginCallback),
    /// The login did not succeed (`OpenID` Connect Core 3.1.2.6).
    Error {
        /// The `state` of the request; names the stored record.
        state: String,
        /// The issuer, if the provider named one.
        iss: Option<String>,
        /// What the provider says.
        error: ProviderError,
    },
    /// Neither: an address somebody opened by hand, or parameters that no provider sends to us.
    Foreign,
}

/// Why a provider ended a login, as far as it matters to the caseworker.
#[derive(Clone, Copy, PartialEq, Eq, Debug, VariantArray)]
pub enum ProviderError {
    /// The caseworker cancelled, or said no in the app (`access_denied`, also with the brokers' `mitid_user_aborted` and `user_aborted`).
    Cancelled,
    /// The provider could not give the login that was asked for (`login_required`, `interaction_required`,
    /// `unmet_authentication_requirements` and their like).
    LoginNotPossible,
    /// The provider is out of order for the moment (`temporarily_unavailable`, `server_error`).
    Unavailable,
    /// Anything else.
    Unknown,
}

impl Callback {
    /// Reads the parameters of the return address. A parameter that appears twice makes the whole address foreign (RFC 6749 section 3.1),
    /// and so does a token in the front channel, which we never ask for.
    ///
    /// ```
    /// use nemkonto::relogin::{Callback, ProviderError};
    ///
    /// let read = |query: &[(&str, &str)]| {
    ///     let query: Vec<_> = query.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    ///     Callback::from_parameters(&query)
    /// };
    /// assert_eq!(read(&[("state", "s"), ("code", "c")]).state(), Some("s"));
    /// let cancelled = Callback::Error { state: "s".to_owned(), iss: None, error: ProviderError::Cancelled };
    /// assert_eq!(read(&[("state", "s"), ("error", "access_denied")]), cancelled);
    /// assert_eq!(read(&[("state", "s"), ("code", "c"), ("code", "d")]), Callback::Foreign);
    /// ```
    #[must_use]
    pub fn from_parameters(parameters: &[(String, String)]) -> Self {
        let once = |name: &str| {
            let mut values = parameters.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
            match (values.next(), values.next()) {
                (Some(value), None) if !value.is_empty() => Ok(Some(value.clone())),
                (None, _) => Ok(None),
                _ => Err(()),
            }
        };
        let front_channel_token = parameters.iter().any(|(key, _)| key == "id_token" || key == "access_token");
        match (once("state"), once("code"), once("error"), once("iss")) {
            _ if front_channel_token => Self::Foreign,
            (Ok(Some(state)), Ok(Some(code)), Ok(None), Ok(iss)) => Self::Login(LoginCallback { code, state, iss }),
            (Ok(Some(state)), Ok(None), Ok(Some(error)), Ok(iss)) => {
                Self::Error { state, iss, error: ProviderError::from_code(&error) }
            }
            _ => Self::Foreign,
        }
    }

    /// The `state` that names the stored record.
    #[must_use]
    pub fn state(&self) -> Option<&str> {
        match self {
            Self::Login(callback) => Some(&callback.state),
            Self::Error { state, .. } => Some(state),
            Self::Foreign => None,
        }
    }
}

impl ProviderError {
    /// Every error.
    pub const ALL: &[Self] = Self::VARIANTS;

    fn from_code(code: &str) -> Self {
        match code {
            "access_denied" | "mitid_user_aborted" | "user_aborted" => Self::Cancelled,
            "login_required"
            | "interaction_required"
            | "account_selection_required"
            | "consent_required"
            | "unmet_authentication_requirements" => Self::LoginNotPossible,
            "temporarily_unavailable" | "server_error" => Self::Unavailable,
            _ => Self::Unknown,
        }
    }
}
