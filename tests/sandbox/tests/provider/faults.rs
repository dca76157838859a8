//! Every fault shows on the wire exactly as long as it was asked for, and nothing else changes.

use std::time::Duration;

use crate::support::{
    CLIENT_ID, Request, SECRET, Stand,
    wire::{Wire, observe},
};
use nemkonto_sandbox::{
    driver::{Choice, Driver},
    identities::{AGENCY, ANNA, BO, EVA, MUNICIPALITY},
    provider::{Algorithm, Fault},
};
use serde_json::{Value, json};
use strum::IntoEnumIterator;

const ELSEWHERE: &str = "https://elsewhere.example";
const LEVELS: &str = "https://data.gov.dk/concept/core/nsis";

/// Whether a recorded login shows the fault.
#[expect(clippy::too_many_lines, reason = "a table with one entry for each fault")]
fn shows(fault: Fault, wire: &Wire) -> bool {
    let level_is = |level: &str| ["acr", "loa"].iter().all(|name| wire.claim(name) == Some(&level.into()));
    let about_day = |name: &str, days: i64| {
        wire.seconds_from_now(name).is_some_and(|seconds| (seconds - days * 86_400).abs() < 600)
    };
    match fault {
        Fault::AudienceInArray => wire.claim("aud") == Some(&json!([CLIENT_ID])),
        Fault::WrongDiscoveryIssuer => wire.discovery["issuer"] == ELSEWHERE,

        Fault::ParRefused => wire.pushed.as_ref().is_some_and(|it| it.status == 400 && it.json().is_some()),
        Fault::ParError => wire.pushed.as_ref().is_some_and(|it| it.status == 500),
        Fault::ParTimeout => wire.pushed.is_none(),
        Fault::IgnoredPrompt => wire.claim("sub") == Some(&BO.subject().into()),

        Fault::WrongResponseIss => wire.parameter("iss") == Some(ELSEWHERE) && wire.parameter("code").is_some(),
        Fault::MissingResponseIss => wire.answered_without("iss") && wire.parameter("code").is_some(),
        Fault::WrongState => wire.parameter("state") == Some("another-state") && wire.parameter("code").is_some(),
        Fault::MissingState => wire.answered_without("state") && wire.parameter("code").is_some(),
        Fault::AccessDenied => wire.is_error("access_denied", None),
        Fault::AbortedInMitid => wire.is_error("access_denied", Some("mitid_user_aborted")),
        Fault::AbortedByUser => wire.is_error("access_denied", Some("user_aborted")),
        Fault::LoginRequired => wire.is_error("login_required", None),
        Fault::InteractionRequired => wire.is_error("interaction_required", None),
        Fault::UnmetAuthenticationRequirements => wire.is_error("unmet_authentication_requirements", None),
        Fault::TemporarilyUnavailable => wire.is_error("temporarily_unavailable", None),
        Fault::ServerError => wire.is_error("server_error", None),
        Fault::UnknownError => wire.is_error("quite_unheard_of", None),
        Fault::LongDescription => {
            wire.fails_with("server_error")
                && wire.parameter("error_description").is_some_and(|it| it.len() > 4000 && it.contains("<img"))
        }
        Fault::ErrorWithWrongState => {
            wire.fails_with("access_denied") && wire.parameter("state") == Some("another-state")
        }
        Fault::ErrorWithoutState => wire.fails_with("access_denied") && wire.answered_without("state"),
        Fault::ErrorWithWrongIss => wire.fails_with("access_denied") && wire.parameter("iss") == Some(ELSEWHERE),
        Fault::ErrorWithoutIss => wire.fails_with("access_denied") && wire.answered_without("iss"),
        Fault::FrontChannelIdToken => {
            wire.parameter("id_token").is_some() && wire.parameter("code").is_some() && !wire.is_in_fragment
        }
        Fault::FrontChannelIdTokenOnly => wire.parameter("id_token").is_some() && wire.answered_without("code"),
        Fault::FrontChannelFragment => wire.parameter("id_token").is_some() && wire.is_in_fragment,

        Fault::TokenRefused => wire.tokens.as_ref().is_some_and(|it| it.body == r#"{"error":"invalid_grant"}"#),
        Fault::TokenError => wire.token_status() == Some(500),
        Fault::TokenBadGateway => {
            wire.token_status() == Some(502) && wire.tokens.as_ref().unwrap().body.contains("<h1>")
        }
        Fault::TokenTooManyRequests => {
            wire.token_status() == Some(429) && wire.tokens.as_ref().unwrap().headers.contains_key("retry-after")
        }
        Fault::TokenTimeout => wire.parameter("code").is_some() && wire.tokens.is_none(),
        Fault::TokenTruncated => {
            wire.token_status() == Some(200)
                && wire.tokens.as_ref().is_some_and(|it| it.body.starts_with('{') && it.json().is_none())
        }
        Fault::TokenHtml => {
            wire.token_status() == Some(200)
                && wire.tokens.as_ref().unwrap().headers["content-type"].to_str().unwrap().starts_with("text/html")
        }
        Fault::TokenWithoutIdToken => {
            wire.token_status() == Some(200)
                && wire.tokens.as_ref().unwrap().json().is_some_and(|it| it.get("id_token").is_none())
        }
        Fault::TokenHuge => wire.tokens.as_ref().is_some_and(|it| it.body.len() == 64 << 20),
        Fault::TokenRedirect => {
            wire.token_status() == Some(307) && wire.tokens.as_ref().unwrap().headers.contains_key("location")
        }

        Fault::UserinfoError => wire.userinfo_status() == Some(500),
        Fault::UserinfoTruncated => {
            wire.userinfo_status() == Some(200)
                && wire.userinfo.as_ref().is_some_and(|it| it.body.starts_with('{') && it.json().is_none())
        }
        Fault::UserinfoHuge => wire.userinfo.as_ref().is_some_and(|it| it.body.len() == 64 << 20),
        Fault::UserinfoRedirect => {
            wire.userinfo_status() == Some(307) && wire.userinfo.as_ref().unwrap().headers.contains_key("location")
        }
        Fault::UserinfoOtherSubject => {
            wire.told("sub") == Some(BO.subject().into()) && wire.claim("sub") == Some(&ANNA.subject().into())
        }
        Fault::UserinfoWithoutSubject => wire.is_not_told("sub"),
        Fault::UserinfoContradiction => wire.told("identity_type") == Some("private".into()),

        Fault::WrongIss => wire.claim("iss") == Some(&ELSEWHERE.into()),
        Fault::IssWithSlash => wire.claim("iss") == Some(&format!("{}/", wire.issuer).into()),
        Fault::MissingIss => wire.lacks("iss"),
        Fault::WrongAud => wire.claim("aud") == Some(&"another-client".into()),
        Fault::MissingAud => wire.lacks("aud"),
        Fault::EmptyAud => wire.claim("aud") == Some(&json!([])),
        Fault::SecondAud => wire.claim("aud") == Some(&json!([CLIENT_ID, "another-client"])),
        Fault::WrongAzp => wire.claim("azp") == Some(&"another-client".into()),
        Fault::OwnAzp => wire.claim("azp") == Some(&CLIENT_ID.into()),
        Fault::WrongNonce => wire.claim("nonce") == Some(&"another-nonce".into()),
        Fault::MissingNonce => wire.lacks("nonce"),
        Fault::EmptyNonce => wire.claim("nonce") == Some(&"".into()),
        Fault::MissingSub => wire.lacks("sub"),
        Fault::NullSub => wire.claim("sub") == Some(&json!(null)),
        Fault::MissingIat => wire.lacks("iat"),
        Fault::OldIat => about_day("iat", -7),
        Fault::FutureIat => about_day("iat", 1),
        Fault::MissingExp => wire.lacks("exp"),
        Fault::PastExp => wire.seconds_from_now("exp").is_some_and(|seconds| (-660..=-600).contains(&seconds)),
        Fault::TextExp => wire.claim("exp") == Some(&"tomorrow".into()),
        Fault::WrongAtHash => wire.claim("at_hash") == Some(&"A".repeat(22).into()),

        Fault::ChangedSignature => {
            wire.id_token.is_some()
                && !wire.verifies()
                && wire.lacks("added_later")
                && wire.kid_is_in(&wire.keys_after)
                && wire.header("alg") == Some("ES256")
        }
        Fault::ChangedClaims => !wire.verifies() && wire.claim("added_later").is_some(),
        Fault::UnsignedToken => {
            wire.header("alg") == Some("none") && wire.id_token.as_ref().unwrap().signature.is_empty()
        }
        Fault::Hs256WithPublicKey => wire.is_hs256_with(wire.public_pem().as_bytes()),
        Fault::Hs256WithSecret => wire.is_hs256_with(SECRET.as_bytes()),
        Fault::UnlistedAlgorithm => wire.header("alg") == Some("RS512") && wire.verifies(),
        Fault::NoKid => {
            wire.id_token.is_some()
                && wire.header("kid").is_none()
                && wire.verifies()
                && wire.keys_after["keys"].as_array().unwrap().len() == 1
        }
        Fault::NoKidAmongSeveral => {
            wire.id_token.is_some()
                && wire.header("kid").is_none()
                && wire.verifies()
                && wire.keys_after["keys"].as_array().unwrap().len() == 2
        }
        Fault::UnknownKid => wire.header("kid").is_some() && !wire.kid_is_in(&wire.keys_after),
        Fault::RotatedKeys => {
            !wire.kid_is_in(&wire.keys_before) && wire.kid_is_in(&wire.keys_at_answer) && wire.verifies()
        }
        Fault::RotatedKeysBeforeSigning => {
            !wire.kid_is_in(&wire.keys_at_answer) && wire.kid_is_in(&wire.keys_after) && wire.verifies()
        }
        Fault::ReplacedKey => {
            wire.kid_is_in(&wire.keys_at_answer) && wire.keys_at_answer != wire.keys_after && wire.verifies()
        }
        Fault::ReplacedKeyWithoutKid => {
            wire.header("kid").is_none() && wire.keys_at_answer != wire.keys_after && wire.verifies()
        }
        Fault::EncryptionKey => wire.usage_of_key().as_deref() == Some("enc"),

        Fault::OldAuthTime => {
            wire.seconds_from_now("auth_time").is_some_and(|seconds| (-3700..=-3600).contains(&seconds))
        }
        Fault::AncientAuthTime => about_day("auth_time", -2),
        Fault::MissingAuthTime => wire.lacks("auth_time"),
        Fault::TextAuthTime => wire.claim("auth_time") == Some(&"just now".into()),
        Fault::DigitsAuthTime => {
            wire.claim("auth_time").and_then(|it| it.as_str()).is_some_and(|it| it.parse::<u64>().is_ok())
        }
        Fault::FutureAuthTime => about_day("auth_time", 1),
        Fault::MissingAcr => wire.lacks("acr") && wire.lacks("loa"),
        Fault::LowAcr => level_is(&format!("{LEVELS}/Low")),
        Fault::UnknownAcr => level_is(&format!("{ELSEWHERE}/level/best")),
        Fault::NemloginAcr => level_is(&format!("{LEVELS}/loa/Substantial")),
        Fault::PrivateIdentity => {
            wire.claim("identity_type") == Some(&"private".into()) && wire.claim("sub") == Some(&EVA.subject().into())
        }
        Fault::OtherPerson => {
            wire.claim("sub") == Some(&BO.subject().into())
                && wire.told("nemlogin.cvr") == Some(MUNICIPALITY.cvr.into())
        }
        Fault::OtherCompany => wire.told("nemlogin.cvr") == Some(AGENCY.cvr.into()),
        Fault::MissingCompany => wire.is_not_told("nemlogin.cvr"),
        Fault::MissingPerson => wire.is_not_told("nemlogin.persistent_professional_id"),
        Fault::ListedPerson => wire.told("nemlogin.persistent_professional_id").is_some_and(|it| it.is_array()),
        Fault::ListedLevel => wire.claim("loa").is_some_and(Value::is_array),
    }
}

/// How long to wait for answers: short where none will come, long enough for a slow machine elsewhere.
fn patience(fault: Fault) -> Duration {
    match fault {
        Fault::ParTimeout | Fault::TokenTimeout => Duration::from_millis(500),
        _ => Duration::from_mins(1),
    }
}

#[tokio::test]
async fn every_fault_shows_once_and_is_over() {
    for fault in Fault::iter() {
        let stand = Stand::start().await;
        let browser = Driver::new().unwrap();
        // Bo is logged in, so that a provider which ignores `prompt=login` takes him for Anna.
        let url = stand.authorization_url(&Request::plain()).await;
        browser.log_in(&url, "bo", Choice::Approve).await.unwrap();

        stand.provider.set_fault(fault, 1);
        let during = observe(&stand, &browser, patience(fault)).await;
        assert!(shows(fault, &during), "{fault:?} does not show");

        let after = observe(&stand, &browser, Duration::from_mins(1)).await;
        assert!(!shows(fault, &after), "{fault:?} is not over");
        assert!(after.verifies(), "after {fault:?} a login is as it should be");
    }
}

#[tokio::test]
async fn an_ordinary_login_shows_no_fault() {
    let stand = Stand::start().await;
    let wire = observe(&stand, &Driver::new().unwrap(), Duration::from_mins(1)).await;
    let shown: Vec<_> = Fault::iter().filter(|fault| shows(*fault, &wire)).collect();
    assert_eq!(shown, []);
    assert!(wire.verifies());
}

#[tokio::test]
async fn faults_are_switched_over_http() {
    let stand = Stand::start().await;
    let switch = stand.http.post(stand.url("/faults"));
    let set = switch.try_clone().unwrap().json(&json!({ "fault": "wrong_nonce", "count": 2 }));
    assert_eq!(set.send().await.unwrap().status(), 204);
    for nonce in ["another-nonce", "another-nonce", "the-nonce"] {
        assert_eq!(stand.id_token(&Request::plain()).await.claims["nonce"], nonce);
    }

    let set = switch.try_clone().unwrap().json(&json!({ "fault": "wrong_nonce" }));
    assert_eq!(set.send().await.unwrap().status(), 204);
    assert_eq!(stand.http.delete(stand.url("/faults")).send().await.unwrap().status(), 204);
    assert_eq!(stand.id_token(&Request::plain()).await.claims["nonce"], "the-nonce");

    let unknown = switch.json(&json!({ "fault": "nonsense" }));
    assert_eq!(unknown.send().await.unwrap().status(), 422);
}

#[tokio::test]
async fn faults_cannot_be_switched_from_elsewhere() {
    let fault = json!({ "fault": "wrong_nonce" });
    let stand = Stand::start().await;
    let rebound = stand.http.post(stand.url("/faults")).header("host", "elsewhere.example").json(&fault);
    assert_eq!(rebound.send().await.unwrap().status(), 403);
    let form = stand.http.post(stand.url("/faults")).body(fault.to_string());
    assert_eq!(form.send().await.unwrap().status(), 415, "what a page could send without asking");

    let without_switch = Stand::with(Algorithm::Es256, false).await;
    let response = without_switch.http.post(without_switch.url("/faults")).json(&fault).send().await.unwrap();
    assert_eq!(response.status(), 404);
}
