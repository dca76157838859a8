//! The ID token, with the claims that the broker gives, and what is left for the userinfo endpoint.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256, Sha512};

mod jwt;

use super::{
    Provider,
    fault::{ClaimEdit, Effect, Forgery},
    keys::Algorithm,
    shape,
    state::{Grant, now, random_name},
};

/// Seconds until the token expires.
const LIFETIME: i64 = 5 * 60;

/// Makes and signs the ID token for a login, unless a fault says otherwise.
pub(super) fn issue(provider: &Provider, grant: &Grant, access_token: Option<&str>) -> String {
    let mut inside = provider.inside();
    let forgery = inside.faults.take(Effect::try_as_forge);
    let algorithm = match forgery {
        Some(Forgery::Rs512) => Algorithm::Rs512,
        _ => inside.keys.newest().algorithm(),
    };
    let impostor = inside.faults.take(Effect::try_as_impersonate);
    let mut claims = protocol_claims(provider, grant);
    if let Some(token) = access_token {
        claims.insert("at_hash".to_owned(), at_hash(token, algorithm).into());
    }
    let broker = provider.shaped_after();
    claims.extend(shape::assurance_claims(broker));
    claims.extend(shape::identity_claims(broker, impostor.unwrap_or(grant.session.identity)));

    let edits = inside.faults.take(Effect::try_as_claims);
    for (name, edit) in edits.unwrap_or_default() {
        apply(&mut claims, name, edit);
    }
    let (mut told, claims): (Map<_, _>, Map<_, _>) =
        claims.into_iter().partition(|(name, _)| shape::is_in_userinfo(broker, name));
    if let Some(token) = access_token {
        told.extend(claims.get("sub").map(|subject| ("sub".to_owned(), subject.clone())));
        inside.told.keep(token.to_owned(), told);
    }

    let token = match forgery {
        Some(forgery) => jwt::forge(&mut inside.keys, claims, forgery, &provider.client().secret),
        None => jwt::sign(inside.keys.newest(), &claims),
    };
    inside.issued.keep(token.clone(), ());
    token
}

fn protocol_claims(provider: &Provider, grant: &Grant) -> Map<String, Value> {
    let issued_at = now();
    let mut claims = object(json!({
        "iss": provider.issuer(),
        "aud": provider.client().id,
        "iat": issued_at,
        "nbf": issued_at,
        "exp": issued_at + LIFETIME,
        "auth_time": grant.session.auth_time,
        "amr": ["app"],
        "transaction_id": random_name(),
    }));
    if let Some(nonce) = &grant.nonce {
        claims.insert("nonce".to_owned(), nonce.clone().into());
    }
    claims
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// `OpenID` Connect Core 1.0, section 3.1.3.6: the left half of the hash that the signature algorithm uses.
fn at_hash(access_token: &str, algorithm: Algorithm) -> String {
    let digest = match algorithm {
        Algorithm::Es256 | Algorithm::Rs256 | Algorithm::Ps256 => Sha256::digest(access_token).to_vec(),
        Algorithm::Rs512 => Sha512::digest(access_token).to_vec(),
    };
    BASE64_URL_SAFE_NO_PAD.encode(&digest[..digest.len() / 2])
}

pub(super) fn apply(claims: &mut Map<String, Value>, name: &str, edit: ClaimEdit) {
    let old = claims.remove(name).unwrap_or_default();
    let new = match edit {
        ClaimEdit::LeaveOut => return,
        ClaimEdit::Set(value) => value,
        ClaimEdit::SecondsFromNow(seconds) => (now() + seconds).into(),
        ClaimEdit::AsText => old.to_string().into(),
        ClaimEdit::Append(end) => format!("{}{end}", old.as_str().unwrap_or_default()).into(),
        ClaimEdit::CopyOf(other) => claims.get(other).cloned().unwrap_or_default(),
        ClaimEdit::InArrayWith(others) => {
            std::iter::once(old).chain(others.iter().map(|other| Value::from(*other))).collect()
        }
    };
    claims.insert(name.to_owned(), new);
}
