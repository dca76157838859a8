//! The authorization request: what a client may ask for.

use nemkonto::i18n::Language;
use url::Url;

use super::{Provider, client::Client, parameters::Parameters, shape, texts};

mod app_text;

pub(super) use app_text::{Action, AppText};

use RequestError::Invalid;

/// A request that the provider has accepted.
#[derive(Debug, Clone)]
pub(super) struct AuthorizationRequest {
    pub redirect_uri: Url,
    pub state: Option<String>,
    pub nonce: Option<String>,
    /// The S256 challenge (RFC 7636, section 4.2).
    pub code_challenge: String,
    pub prompt: Prompt,
    /// The greatest acceptable age of the login, in seconds.
    pub max_age: Option<i64>,
    pub acr_values: Vec<String>,
    pub language: Language,
    /// What the person reads in the app. `None` for a plain login.
    pub app_text: Option<AppText>,
}

/// Whether the person must be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prompt {
    /// Only if nobody is logged in.
    IfNeeded,
    /// Always (`login`, `select_account`).
    Always,
    /// Never (`none`).
    Never,
}

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestError {
    /// A parameter is missing, repeated or malformed.
    Invalid(&'static str),
    /// Something else than a code is asked for.
    ResponseType,
    /// A scope is missing: `openid`, or one that the broker insists on.
    Scope,
}

impl RequestError {
    /// The `error` and `error_description` of OAuth 2.0.
    pub fn code_and_description(self) -> (&'static str, &'static str) {
        match self {
            RequestError::Invalid(what) => ("invalid_request", what),
            RequestError::ResponseType => ("unsupported_response_type", "response_type must be code"),
            RequestError::Scope => ("invalid_scope", "a scope is missing"),
        }
    }
}

impl AuthorizationRequest {
    /// Reads the parameters of the client.
    pub fn parse(parameters: &Parameters, provider: &Provider) -> Result<AuthorizationRequest, RequestError> {
        let (client, broker) = (provider.client(), provider.shaped_after());
        if parameters.get("request_uri").is_some() {
            return Err(Invalid("request_uri cannot be pushed"));
        }
        if parameters.get("client_id").is_some_and(|id| id != client.id) {
            return Err(Invalid("client_id is another client"));
        }
        if parameters.get("response_type") != Some("code") {
            return Err(RequestError::ResponseType);
        }
        let scopes = parameters.words("scope");
        if !shape::required_scopes(broker).iter().all(|it| scopes.iter().any(|scope| scope == it)) {
            return Err(RequestError::Scope);
        }
        Ok(AuthorizationRequest {
            redirect_uri: redirect_uri(parameters, client)?,
            state: parameters.get("state").map(str::to_owned),
            nonce: parameters.get("nonce").map(str::to_owned),
            code_challenge: code_challenge(parameters)?,
            prompt: prompt(parameters)?,
            max_age: max_age(parameters)?,
            acr_values: parameters.words("acr_values"),
            language: texts::preferred(&parameters.words("ui_locales")),
            app_text: shape::app_text(broker, parameters)?,
        })
    }
}

fn redirect_uri(parameters: &Parameters, client: &Client) -> Result<Url, RequestError> {
    let given = parameters.get("redirect_uri").ok_or(Invalid("redirect_uri is missing"))?;
    client
        .redirect_uris
        .iter()
        .find(|registered| registered.as_str() == given)
        .cloned()
        .ok_or(Invalid("redirect_uri is not registered"))
}

fn code_challenge(parameters: &Parameters) -> Result<String, RequestError> {
    if parameters.get("code_challenge_method") != Some("S256") {
        return Err(Invalid("code_challenge_method must be S256"));
    }
    let challenge = parameters.get("code_challenge").ok_or(Invalid("code_challenge is missing"))?;
    let is_sha256 =
        challenge.len() == 43 && challenge.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_sha256 { Ok(challenge.to_owned()) } else { Err(Invalid("code_challenge is not a SHA-256 value")) }
}

fn prompt(parameters: &Parameters) -> Result<Prompt, RequestError> {
    let words = parameters.words("prompt");
    let mut prompt = Prompt::IfNeeded;
    for word in &words {
        match word.as_str() {
            "none" if words.len() > 1 => return Err(Invalid("prompt none stands alone")),
            "none" => prompt = Prompt::Never,
            "login" | "select_account" => prompt = Prompt::Always,
            "consent" => {}
            _ => return Err(Invalid("prompt is unknown")),
        }
    }
    Ok(prompt)
}

fn max_age(parameters: &Parameters) -> Result<Option<i64>, RequestError> {
    parameters
        .get("max_age")
        .map(|seconds| {
            seconds.parse().ok().filter(|seconds| *seconds >= 0).ok_or(Invalid("max_age is not a number of seconds"))
        })
        .transpose()
}
