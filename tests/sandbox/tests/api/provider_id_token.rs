//! The provider's ID token is wrong, or unusual but right: P01 to P08, P12.

use nemkonto::contract::ProblemType;
use nemkonto_sandbox::provider::{Algorithm, Fault};

use crate::support::{Browser, World, kind};

async fn commits(signing: Algorithm, faults: &[Fault]) {
    let world = World::signing_with(signing).await;
    let anna = world.logged_in("anna").await;
    for fault in faults {
        world.provider.set_fault(*fault, 1);
    }
    let prepared = anna.prepared().await;
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    assert_eq!(world.commits(), 1);
}

async fn refuses(faults: &[Fault]) {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for fault in faults {
        let prepared = anna.prepared().await;
        world.provider.set_fault(*fault, 1);
        let answer = anna.approve_and_confirm(&prepared, "anna").await;
        assert_eq!(kind(answer), ProblemType::LoginNotProven, "{fault:?}");
    }
    world.assert_nothing_committed();
}

#[tokio::test]
async fn p01_each_listed_algorithm_commits() {
    commits(Algorithm::Es256, &[]).await;
    commits(Algorithm::Rs256, &[]).await;
    commits(Algorithm::Ps256, &[]).await;
}

#[tokio::test]
async fn p01_an_audience_in_an_array_of_one_commits() {
    commits(Algorithm::Es256, &[Fault::AudienceInArray]).await;
}

#[tokio::test]
async fn p02_iss_wrong_or_missing() {
    refuses(&[Fault::WrongIss, Fault::IssWithSlash, Fault::MissingIss]).await;
}

#[tokio::test]
async fn p03_aud_wrong_missing_or_with_a_second_audience() {
    refuses(&[Fault::WrongAud, Fault::MissingAud, Fault::EmptyAud, Fault::SecondAud]).await;
}

#[tokio::test]
async fn p03_issued_to_another_client() {
    refuses(&[Fault::WrongAzp]).await;
    commits(Algorithm::Es256, &[Fault::OwnAzp]).await;
}

#[tokio::test]
async fn the_audit_log_names_the_claim_that_does_not_hold() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for (fault, reason) in [
        (Fault::WrongIss, "id_token: iss"),
        (Fault::WrongAud, "id_token: aud"),
        (Fault::WrongAzp, "azp"),
        (Fault::ChangedSignature, "id_token: signature"),
        (Fault::PastExp, "id_token: exp or iat"),
        (Fault::WrongNonce, "id_token: nonce"),
    ] {
        assert_logged(&world, &anna, fault, &format!("the login is not proven: {reason}")).await;
    }
}

#[tokio::test]
async fn p23_what_a_provider_may_be_set_up_wrongly_for_has_a_reason_of_its_own() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for (fault, reason) in [
        (
            Fault::UnlistedAlgorithm,
            "the login is not proven: id_token: signed with none of the algorithms in the provider file",
        ),
        (
            Fault::UnsignedToken,
            "the login is not proven: id_token: signed with none of the algorithms in the provider file",
        ),
        (Fault::UnknownKid, "the login is not proven: id_token: no key of this name, or several"),
        (Fault::NullSub, "the login is not proven: id_token: sub is missing or no text"),
        (Fault::TextExp, "the login is not proven: id_token: exp is missing or no number"),
        (Fault::MissingIat, "the login is not proven: id_token: iat is missing or no number"),
        (Fault::TextAuthTime, "the login is not proven: id_token: auth_time is no number"),
        (Fault::MissingAuthTime, "the login is not fresh: the ID token has no auth_time"),
        (Fault::ListedPerson, "the login is not proven: claims.person is no text"),
        (Fault::ListedLevel, "the level of assurance is too low: the claim is no text"),
        (Fault::MissingAcr, "the level of assurance is too low: the ID token has no such claim"),
        (Fault::LowAcr, "the level of assurance is too low: another level than those accepted"),
        (Fault::PrivateIdentity, "a private identity: nothing marks an employee"),
    ] {
        assert_logged(&world, &anna, fault, reason).await;
    }
    world.assert_nothing_committed();
}

/// A change is refused because of the fault, and the last line of the audit log says why.
async fn assert_logged(world: &World, anna: &Browser, fault: Fault, reason: &str) {
    let prepared = anna.prepared().await;
    world.provider.set_fault(fault, 1);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap_err();
    let log = world.audit_log();
    let line = log.lines().rfind(|line| line.contains("event=refused")).unwrap();
    assert!(line.contains(&format!(": {reason} reference=")), "{fault:?}: {line}");
}

#[tokio::test]
async fn p04_nonce_wrong_or_missing() {
    refuses(&[Fault::WrongNonce, Fault::MissingNonce, Fault::EmptyNonce]).await;
}

#[tokio::test]
async fn p05_sub_missing_iat_missing_old_or_in_the_future() {
    refuses(&[Fault::MissingSub, Fault::MissingIat, Fault::OldIat, Fault::FutureIat]).await;
}

#[tokio::test]
async fn p06_exp_missing_or_past() {
    refuses(&[Fault::MissingExp, Fault::PastExp, Fault::TextExp]).await;
}

#[tokio::test]
async fn p07_signature_changed_missing_or_by_another_algorithm() {
    refuses(&[
        Fault::ChangedSignature,
        Fault::ChangedClaims,
        Fault::UnsignedToken,
        Fault::Hs256WithPublicKey,
        Fault::Hs256WithSecret,
        Fault::UnlistedAlgorithm,
    ])
    .await;
}

#[tokio::test]
async fn p08_no_kid_with_one_key_commits() {
    commits(Algorithm::Es256, &[Fault::NoKid]).await;
}

#[tokio::test]
async fn p22_a_key_that_is_published_for_encryption_signs_nothing() {
    refuses(&[Fault::EncryptionKey]).await;
}

#[tokio::test]
async fn p12_at_hash_wrong() {
    refuses(&[Fault::WrongAtHash]).await;
}
