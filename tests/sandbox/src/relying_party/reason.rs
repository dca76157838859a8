//! Why an ID token is not accepted, in fixed words for the audit log: whoever sets up a provider looks there. The library's own
//! words may repeat claims.

use openidconnect::{ClaimsVerificationError, SignatureVerificationError};
use serde_json::{Map, Value};

use super::LoginError;

/// The key that signed is not among those that we know, or is not the one that we know under its name.
pub(super) const UNKNOWN_KEY: LoginError = LoginError::NotProven("id_token: no key of this name, or several");
/// The signature is not one of the key that we know.
pub(super) const SIGNATURE: LoginError = LoginError::NotProven("id_token: signature");

/// What does not hold.
pub(super) fn broken(error: &ClaimsVerificationError) -> LoginError {
    LoginError::NotProven(match error {
        ClaimsVerificationError::Expired(_) => "id_token: exp or iat",
        ClaimsVerificationError::InvalidAudience(_) => "id_token: aud",
        ClaimsVerificationError::InvalidIssuer(_) => "id_token: iss",
        ClaimsVerificationError::InvalidNonce(_) => "id_token: nonce",
        ClaimsVerificationError::SignatureVerification(error) => return unverified(error),
        _ => "id_token does not hold",
    })
}

fn unverified(error: &SignatureVerificationError) -> LoginError {
    match error {
        SignatureVerificationError::NoMatchingKey | SignatureVerificationError::AmbiguousKeyId(_) => UNKNOWN_KEY,
        SignatureVerificationError::UnsupportedAlg(_) => {
            LoginError::NotProven("id_token: its algorithm cannot be verified here")
        }
        _ => SIGNATURE,
    }
}

type HasType = fn(&Value) -> bool;

/// The claims that OpenID Connect Core gives a type (sections 2 and 5.1), whether they must be there, and what is said if not.
const TYPES: [(&str, bool, HasType, &str); 9] = [
    ("sub", true, Value::is_string, "id_token: sub is missing or no text"),
    ("iss", true, Value::is_string, "id_token: iss is missing or no text"),
    ("exp", true, Value::is_number, "id_token: exp is missing or no number"),
    ("iat", true, Value::is_number, "id_token: iat is missing or no number"),
    ("auth_time", false, Value::is_number, "id_token: auth_time is no number"),
    ("nonce", false, Value::is_string, "id_token: nonce is no text"),
    ("acr", false, Value::is_string, "id_token: acr is no text"),
    ("amr", false, Value::is_array, "id_token: amr is no list"),
    ("azp", false, Value::is_string, "id_token: azp is no text"),
];

/// Why a token whose algorithm is right cannot be read: the first of its claims that is not there, or has another type.
pub(super) fn unreadable(claims: &Map<String, Value>) -> LoginError {
    let is_wrong = |name: &str, must_be_there: bool, has_type: HasType| match claims.get(name) {
        None | Some(Value::Null) => must_be_there,
        Some(value) => !has_type(value),
    };
    let wrong = TYPES.into_iter().find(|(name, must_be_there, has_type, _)| is_wrong(name, *must_be_there, *has_type));
    LoginError::NotProven(wrong.map_or("id_token cannot be read", |(.., reason)| reason))
}
