//! The check of an ID token (OpenID Connect Core 3.1.3.7), and of what a forced login is for: freshness, assurance, person, company.

use std::time::{Duration, UNIX_EPOCH};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::contract::Timestamp;
use openidconnect::{
    AccessToken, AccessTokenHash, ClientId, IdTokenVerifier, IssuerUrl, Nonce,
    core::{CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJsonWebKeySet, CoreJwsSigningAlgorithm},
};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    ClaimNames, LoginError, ProviderSettings,
    claims::{Claims, NoText},
    reason,
    settings::ORDINARY_MAX_AGE,
    token::Tokens,
};

/// A login of an employee that has passed every check. [`ProvenToken::identify`] alone makes one.
pub struct VerifiedLogin {
    person: Person,
    name: Option<String>,
    authenticated_at: Timestamp,
    assurance: String,
    id_token: String,
}

/// An employee, acting for one company.
#[derive(Clone, PartialEq, Eq, Hash, Debug, serde::Serialize, Deserialize)]
pub struct Person {
    /// The provider's lasting identifier of the employee.
    pub id: String,
    /// CVR number of the company the employee acts for.
    pub cvr: String,
}

/// What a login must prove.
#[derive(Clone, Copy)]
pub struct Expected<'a> {
    /// The `nonce` of the request.
    pub nonce: &'a str,
    /// When the request was made. No token for it can have been issued before.
    pub requested_at: Timestamp,
    /// Who must have logged in, and since when.
    pub login: ExpectedLogin<'a>,
    /// The time now.
    pub now: Timestamp,
    /// How far the provider's clock may be from ours, in seconds.
    pub skew: i64,
}

/// Who must have logged in, and since when.
#[derive(Clone, Copy)]
pub enum ExpectedLogin<'a> {
    /// Any employee, with a session at the provider that is not older than was asked for.
    Any,
    /// Any employee, since the request was made.
    Anew,
    /// This employee for this company, since the request was made.
    FreshBy(&'a Person),
}

impl VerifiedLogin {
    /// Who logged in.
    #[must_use]
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// Name of the employee, unless it is protected.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// When the person logged in (`auth_time`).
    #[must_use]
    pub fn authenticated_at(&self) -> Timestamp {
        self.authenticated_at
    }

    /// Level of assurance, as a URI.
    #[must_use]
    pub fn assurance(&self) -> &str {
        &self.assurance
    }

    /// The ID token itself: evidence.
    #[must_use]
    pub fn id_token(&self) -> &str {
        &self.id_token
    }
}

/// An ID token that has passed every check but those of the person. [`check`] alone makes one.
pub(super) struct ProvenToken {
    claims: Claims,
    subject: String,
    authenticated_at: Timestamp,
    assurance: String,
    raw: String,
}

/// Checks an ID token, in the order of OpenID Connect Core 3.1.3.7; the numbers are those of its list.
pub(super) fn check(
    settings: &ProviderSettings,
    keys: &CoreJsonWebKeySet,
    tokens: &Tokens,
    expected: Expected<'_>,
) -> Result<ProvenToken, LoginError> {
    let raw = tokens.id_token.as_deref().ok_or(LoginError::NotProven("no id_token"))?;
    // 7: a listed algorithm. First of all, so that the log tells a setting that is wrong from a token that is.
    if !is_listed(&settings.algorithms, raw) {
        return Err(LoginError::NotProven("id_token: signed with none of the algorithms in the provider file"));
    }
    let token: CoreIdToken =
        raw.parse().map_err(|_| read_claims(raw).map_or_else(|error| error, |it| reason::unreadable(&it)))?;

    // 1 (no encryption), 2 (iss), 3 (aud), 6 to 8 (signature), 9 (exp), 10 (iat), 11 (nonce).
    let verifier = verifier(settings, keys, expected)?;
    let claims =
        token.claims(&verifier, &Nonce::new(expected.nonce.to_owned())).map_err(|error| reason::broken(&error))?;
    // 4 and 5: if the provider names an authorized party, it is us.
    if claims.authorized_party().is_some_and(|party| party.as_str() != settings.client.id) {
        return Err(LoginError::NotProven("azp"));
    }
    check_access_token_hash(&token, claims, &verifier, tokens)?;

    // The signature is right, so the text that was signed can be read.
    let all = Claims::of_token(read_claims(raw)?);

    // 12: level of assurance.
    let assurance = match all.in_token(&settings.assurance.claim) {
        Ok(Some(level)) if settings.assurance.accepted.contains(&level) => level,
        Ok(Some(_)) => return Err(LoginError::AssuranceTooLow("another level than those accepted")),
        Ok(None) => return Err(LoginError::AssuranceTooLow("the ID token has no such claim")),
        Err(NoText) => return Err(LoginError::AssuranceTooLow("the claim is no text")),
    };
    // 13: time of the login.
    let authenticated_at = claims
        .auth_time()
        .map(|time| Timestamp(time.timestamp()))
        .ok_or(LoginError::NotFresh("the ID token has no auth_time"))?;
    let earliest = match expected.login {
        ExpectedLogin::FreshBy(_) | ExpectedLogin::Anew => Some(expected.requested_at),
        ExpectedLogin::Any => settings.request.max_age.map(|_| expected.now.plus(-i64::from(ORDINARY_MAX_AGE))),
    };
    if !is_between(authenticated_at, earliest, expected.now, expected.skew) {
        return Err(LoginError::NotFresh("auth_time is too early, or to come"));
    }
    let subject = claims.subject().as_str().to_owned();
    Ok(ProvenToken { claims: all, subject, authenticated_at, assurance, raw: raw.to_owned() })
}

/// Whether a moment that another clock has told lies between two of ours.
fn is_between(at: Timestamp, earliest: Option<Timestamp>, latest: Timestamp, skew: i64) -> bool {
    earliest.is_none_or(|earliest| earliest.plus(-skew) <= at) && at <= latest.plus(skew)
}

impl ProvenToken {
    /// The `sub` claim: about whom the userinfo endpoint must speak.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The same with what the userinfo endpoint tells about its subject.
    pub fn with_userinfo(self, userinfo: Map<String, Value>) -> Self {
        Self { claims: self.claims.with_userinfo(userinfo), ..self }
    }

    /// Beyond the list: an employee, the right one, for the right company.
    pub fn identify(self, names: &ClaimNames, login: ExpectedLogin<'_>) -> Result<VerifiedLogin, LoginError> {
        let person = self.claims.person(names)?;
        if let ExpectedLogin::FreshBy(wanted) = login {
            if person.id != wanted.id {
                return Err(LoginError::OtherPerson);
            }
            if person.cvr != wanted.cvr {
                return Err(LoginError::OtherCompany);
            }
        }
        Ok(VerifiedLogin {
            person,
            name: self.claims.name(names)?,
            authenticated_at: self.authenticated_at,
            assurance: self.assurance,
            id_token: self.raw,
        })
    }
}

fn verifier<'a>(
    settings: &ProviderSettings,
    keys: &CoreJsonWebKeySet,
    expected: Expected<'a>,
) -> Result<CoreIdTokenVerifier<'a>, LoginError> {
    let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| LoginError::Unavailable("issuer is not a URL"))?;
    let earliest = expected.requested_at.plus(-expected.skew);
    let latest = expected.now.plus(expected.skew);
    let now = UNIX_EPOCH + Duration::from_secs(expected.now.0.unsigned_abs());
    // "Public" only as far as the library would else take the client secret as a key for HS256.
    Ok(IdTokenVerifier::new_public_client(ClientId::new(settings.client.id.clone()), issuer, keys.clone())
        .set_allowed_algs(settings.algorithms.clone())
        .set_time_fn(move || now.into())
        .set_issue_time_verifier_fn(move |issued| {
            let in_time = (earliest..=latest).contains(&Timestamp(issued.timestamp()));
            if in_time { Ok(()) } else { Err("iat".to_owned()) }
        }))
}

/// `at_hash`, if it is there, binds the access token to the ID token (OpenID Connect Core 3.1.3.8).
fn check_access_token_hash(
    token: &CoreIdToken,
    claims: &CoreIdTokenClaims,
    verifier: &CoreIdTokenVerifier<'_>,
    tokens: &Tokens,
) -> Result<(), LoginError> {
    let Some(expected) = claims.access_token_hash() else { return Ok(()) };
    let wrong = LoginError::NotProven("at_hash");
    let access_token = tokens.access_token.clone().map(AccessToken::new).ok_or(wrong)?;
    let (Ok(algorithm), Ok(key)) = (token.signing_alg(), token.signing_key(verifier)) else { return Err(wrong) };
    match AccessTokenHash::from_token(&access_token, algorithm, key) {
        Ok(actual) if actual == *expected => Ok(()),
        _ => Err(wrong),
    }
}

/// Whether the header of a token that nobody has checked yet names a listed algorithm (RFC 7515 section 4.1.1).
fn is_listed(algorithms: &[CoreJwsSigningAlgorithm], raw: &str) -> bool {
    #[derive(Deserialize)]
    struct Header {
        alg: CoreJwsSigningAlgorithm,
    }
    let header = raw.split('.').next().and_then(|header| BASE64_URL_SAFE_NO_PAD.decode(header).ok());
    let header = header.and_then(|header| serde_json::from_slice::<Header>(&header).ok());
    header.is_some_and(|header| algorithms.contains(&header.alg))
}

fn read_claims(raw: &str) -> Result<Map<String, Value>, LoginError> {
    let unreadable = LoginError::NotProven("id_token cannot be read");
    let payload = raw.split('.').nth(1).ok_or(unreadable)?;
    let payload = BASE64_URL_SAFE_NO_PAD.decode(payload).map_err(|_| unreadable)?;
    serde_json::from_slice(&payload).map_err(|_| unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_may_be_off_by_the_skew_and_no_second_more() {
        let is_in_time =
            |at, earliest: Option<i64>| is_between(Timestamp(at), earliest.map(Timestamp), Timestamp(1000), 60);
        assert_eq!([839, 840, 1060, 1061].map(|at| is_in_time(at, Some(900))), [false, true, true, false]);
        assert_eq!([0, 1060, 1061].map(|at| is_in_time(at, None)), [true, true, false]);
    }
}
