//! The provider's discovery, keys and token endpoint misbehave: P09 to P11, P18.

use nemkonto::contract::{LoginStarted, ProblemType};
use nemkonto_sandbox::provider::Fault;
use serde_json::json;

use crate::support::{World, kind};

#[tokio::test]
async fn p09_unknown_key_is_looked_for_once_more_then_refused() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for fault in [Fault::UnknownKid, Fault::NoKidAmongSeveral] {
        let prepared = anna.prepared().await;
        let fetched = world.provider.requests_to("/keys");
        world.provider.set_fault(fault, 1);
        let answer = anna.approve_and_confirm(&prepared, "anna").await;
        assert_eq!(kind(answer), ProblemType::LoginNotProven, "{fault:?}");
        assert!(world.provider.requests_to("/keys") <= fetched + 1, "{fault:?}");
    }
    world.assert_nothing_committed();
}

#[tokio::test]
async fn p10_rotated_keys_commit_after_one_more_look() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for fault in [Fault::RotatedKeys, Fault::RotatedKeysBeforeSigning] {
        let fetched = world.provider.requests_to("/keys");
        world.provider.set_fault(fault, 1);
        let prepared = anna.prepared().await;
        anna.approve_and_confirm(&prepared, "anna").await.unwrap();
        assert_eq!(world.provider.requests_to("/keys"), fetched + 1, "{fault:?}");
    }
    assert_eq!(world.commits(), 2);
}

#[tokio::test]
async fn p21_a_new_key_under_the_old_name_or_without_one_commits_after_one_more_look() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for fault in [Fault::ReplacedKey, Fault::ReplacedKeyWithoutKid, Fault::ReplacedKey] {
        let fetched = world.provider.requests_to("/keys");
        world.provider.set_fault(fault, 1);
        let prepared = anna.prepared().await;
        anna.approve_and_confirm(&prepared, "anna").await.unwrap();
        assert_eq!(world.provider.requests_to("/keys"), fetched + 1, "{fault:?}");
        anna.log_in("anna").await.unwrap();
    }
    assert_eq!(world.commits(), 3);
}

#[tokio::test]
async fn p21_wrong_signatures_do_not_make_the_api_fetch_keys_without_end() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = world.provider.requests_to("/keys");
    let refused = async || {
        world.provider.set_fault(Fault::ChangedSignature, 1);
        assert_eq!(kind(anna.log_in("anna").await), ProblemType::LoginNotProven);
        world.provider.requests_to("/keys") - before
    };
    let mut again = 0;
    for _ in 0..12 {
        again = refused().await;
    }
    assert_eq!(again, 10, "so often in a minute");
    world.clock.advance(61);
    assert_eq!(refused().await, 11);
}

#[tokio::test]
async fn p11_another_issuer_in_the_discovery_document() {
    let world = World::start().await;
    world.provider.set_fault(Fault::WrongDiscoveryIssuer, 1);
    let answer = world.browser().post::<LoginStarted>("/api/login", &json!({})).await;
    assert_eq!(kind(answer), ProblemType::ProviderUnavailable);
    world.logged_in("anna").await;
}

#[tokio::test]
async fn p18_the_token_endpoint_fails_and_the_code_is_never_tried_twice() {
    let world = World::start().await;
    for fault in [
        Fault::TokenError,
        Fault::TokenBadGateway,
        Fault::TokenTooManyRequests,
        Fault::TokenTruncated,
        Fault::TokenHtml,
        Fault::TokenHuge,
        Fault::TokenRedirect,
    ] {
        fails_once_and_for_all(&world, fault, ProblemType::ProviderUnavailable).await;
    }
    assert_eq!(world.provider.requests_to("/elsewhere"), 0, "code and secret follow no redirect");
    for fault in [Fault::TokenRefused, Fault::TokenWithoutIdToken] {
        fails_once_and_for_all(&world, fault, ProblemType::LoginNotProven).await;
    }
    world.assert_nothing_committed();
}

#[tokio::test]
async fn p18_the_token_endpoint_does_not_answer() {
    let world = World::impatient().await;
    fails_once_and_for_all(&world, Fault::TokenTimeout, ProblemType::ProviderUnavailable).await;
    world.assert_nothing_committed();
}

/// The confirmation is refused, and refused in the same way when it is sent again, without another request to the provider.
async fn fails_once_and_for_all(world: &World, fault: Fault, expected: ProblemType) {
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    let redeemed = world.provider.requests_to("/token");
    world.provider.set_fault(fault, 1);
    assert_eq!(kind(anna.confirm(&prepared, &callback).await), expected, "{fault:?}");
    world.provider.clear_faults();
    assert_eq!(kind(anna.confirm(&prepared, &callback).await), expected, "{fault:?} once more");
    assert_eq!(world.provider.requests_to("/token"), redeemed + 1, "{fault:?}");
}
