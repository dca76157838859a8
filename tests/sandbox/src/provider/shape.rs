//! What brokers do in different ways, as far as the stand-in does it after them.

use serde_json::{Map, Value, json};

use super::{
    parameters::Parameters,
    request::{AppText, RequestError},
};
use crate::{
    identities::{Authority, Identity, IdentityKind},
    relying_party::Broker,
};

/// The level that `MitID` Erhverv gives: NSIS Substantial, as brokers write it.
pub(super) const SUBSTANTIAL: &str = "https://data.gov.dk/concept/core/nsis/Substantial";
const NEMLOGIN_SUBSTANTIAL: &str = "https://data.gov.dk/concept/core/nsis/loa/Substantial";
const IDURA_BUSINESS: &str = "urn:grn:authn:dk:mitid:business";

/// Scopes that a request must name.
pub(super) fn required_scopes(broker: Broker) -> &'static [&'static str] {
    match broker {
        Broker::Nets => &["openid", "nemlogin"],
        Broker::Idura | Broker::FoxIds | Broker::Generic => &["openid"],
    }
}

/// Whether requests are pushed. If they are, no other request starts a login.
pub(super) fn takes_pushed_requests(broker: Broker) -> bool {
    matches!(broker, Broker::Nets | Broker::Idura)
}

/// Whether answers name their issuer (RFC 9207).
pub(super) fn names_issuer(broker: Broker) -> bool {
    broker != Broker::FoxIds
}

/// Whether a login can be given at one of these levels. Every login here is at level Substantial, which is also good enough for Low;
/// both spellings are understood, with and without `/loa`.
pub(super) fn offers(broker: Broker, acr: &str) -> bool {
    let level =
        acr.strip_prefix("https://data.gov.dk/concept/core/nsis/").map(|level| level.trim_start_matches("loa/"));
    level.is_some_and(|level| ["Low", "Substantial"].contains(&level))
        || (broker == Broker::Idura && acr == IDURA_BUSINESS)
}

/// What the app is to show.
pub(super) fn app_text(broker: Broker, parameters: &Parameters) -> Result<Option<AppText>, RequestError> {
    match broker {
        Broker::Nets => parameters.get("idp_params").map_or(Ok(None), AppText::from_idp_params),
        Broker::Idura => AppText::from_login_hint(&parameters.words("login_hint")),
        Broker::FoxIds | Broker::Generic => Ok(None),
    }
}

/// The claims about the level of assurance, all of them in the ID token.
pub(super) fn assurance_claims(broker: Broker) -> Map<String, Value> {
    object(match broker {
        Broker::Nets => json!({ "acr": SUBSTANTIAL, "loa": SUBSTANTIAL, "ial": SUBSTANTIAL, "aal": SUBSTANTIAL }),
        Broker::Idura => json!({ "authenticationtype": IDURA_BUSINESS }),
        Broker::FoxIds => json!({ "loa": NEMLOGIN_SUBSTANTIAL }),
        Broker::Generic => json!({ "acr": SUBSTANTIAL }),
    })
}

/// Whether the userinfo endpoint tells a claim, and the ID token does not.
pub(super) fn is_in_userinfo(broker: Broker, name: &str) -> bool {
    broker == Broker::Nets && ["nemlogin.", "mitid."].iter().any(|prefix| name.starts_with(prefix))
}

/// The claims about a person. A protected name is left out.
pub(super) fn identity_claims(broker: Broker, identity: Identity) -> Map<String, Value> {
    let mut claims = match identity.kind {
        IdentityKind::Employee { authority, persistent_id, .. } => employee(broker, identity, authority, persistent_id),
        IdentityKind::Private { uuid } => private(broker, identity, uuid),
    };
    claims.insert("sub".to_owned(), identity.subject().into());
    claims.retain(|_, value| !value.is_null());
    claims
}

fn employee(broker: Broker, identity: Identity, authority: Authority, id: &str) -> Map<String, Value> {
    let name = identity.name;
    let alias = name.is_none().then_some("Pseudonym");
    let (given_name, family_name) = name.and_then(|name| name.split_once(' ')).unzip();
    object(match broker {
        Broker::Nets => json!({
            "idp": "mitid_erhverv",
            "identity_type": "professional",
            "nemlogin.persistent_professional_id": id,
            "nemlogin.cvr": authority.cvr,
            "nemlogin.org_name": authority.name,
            "nemlogin.name": name,
            "nemlogin.alias": alias,
        }),
        Broker::Idura => json!({
            "identityscheme": "dkmitid",
            "uuid": id,
            "cvrNumberIdentifier": authority.cvr,
            "2.5.4.10": authority.name,
            "name": name,
            "employee": "true",
        }),
        Broker::FoxIds => json!({
            "professional_uuid": id,
            "cvr": authority.cvr,
            "given_name": given_name,
            "family_name": family_name,
        }),
        Broker::Generic => json!({ "identity_type": "professional", "cvr": authority.cvr, "name": name }),
    })
}

fn private(broker: Broker, identity: Identity, uuid: &str) -> Map<String, Value> {
    let name = identity.name;
    object(match broker {
        Broker::Nets => json!({
            "idp": "mitid",
            "identity_type": "private",
            "mitid.uuid": uuid,
            "mitid.identity_name": name,
        }),
        Broker::Idura => json!({ "identityscheme": "dkmitid", "uuid": uuid, "name": name }),
        Broker::FoxIds => json!({ "given_name": name }),
        Broker::Generic => json!({ "identity_type": "private", "name": name }),
    })
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_substantial_is_offered() {
        let offers = |acr| offers(Broker::Nets, acr);
        assert!(offers("https://data.gov.dk/concept/core/nsis/Substantial"));
        assert!(offers("https://data.gov.dk/concept/core/nsis/loa/Low"));
        assert!(!offers("https://data.gov.dk/concept/core/nsis/High"));
        assert!(!offers("Substantial"));
        assert!(!offers(IDURA_BUSINESS));
    }
}
