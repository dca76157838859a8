//! One login, one change, one person, whatever an attacker does; and which checks that takes.

#![allow(clippy::unwrap_used)]

use nemkonto_model::{
    explore::explore,
    protocol::{
        Check::{self, *},
        Protocol,
    },
};

#[test]
fn one_login_carries_out_one_change_of_one_person() {
    let explored = explore(&Protocol::of(4)).unwrap();
    println!("the protocol with two changes of each of two caseworkers: {explored}");
    assert!(explored.states > 300_000, "something that could happen does not happen any more");
}

#[test]
fn all_changes_can_be_carried_out() {
    let found = explore(&Protocol::of(3).where_not_all_is_carried_out()).unwrap_err();
    assert_eq!(found.why, "all is carried out");
    assert_eq!(found.steps.len(), 12, "three times: prepare, approve, confirm, redeem");
}

/// What goes wrong without some checks.
fn found_without(checks: &[Check]) -> Option<String> {
    explore(&Protocol::without(checks)).err().map(|found| found.why)
}

fn assert_found(checks: &[Check], expected: &str) {
    let found = found_without(checks);
    assert!(found.as_ref().is_some_and(|why| why.contains(expected)), "without {checks:?}: {found:?}");
}

#[test]
fn freshness_person_withdrawal_and_owner_each_hang_on_one_check() {
    assert_found(&[AuthTime], "a login older than the change");
    assert_found(&[Person], "the login of another person");
    assert_found(&[OpenAtCommit], "a change that was withdrawn");
    assert_found(&[Owner], "withdrawn by another person");
}

/// The nonce binds a login to a change, and so does PKCE; only both together can be missed.
#[test]
fn a_login_is_bound_to_its_change_twice() {
    assert_eq!(found_without(&[Verifier]), None);
    assert_eq!(found_without(&[Nonce]), None);
    assert_found(&[Nonce, Verifier], "a login for another change");
}

/// The seal keeps the change as it was, and so does the nonce, which commits to its content.
#[test]
fn the_content_of_a_change_is_bound_twice() {
    assert_eq!(found_without(&[Seal]), None);
    assert_found(&[Seal, Nonce], "other content than was prepared");
}

/// A code works once at the provider, is taken once by the API, and stands once in the database.
#[test]
fn a_login_works_once_for_more_than_one_reason() {
    assert_eq!(found_without(&[ClaimedOnce]), None);
    assert_eq!(found_without(&[RedeemedOnce]), None);
    assert_eq!(found_without(&[Unique]), None);
    assert_eq!(found_without(&[ClaimedOnce, RedeemedOnce]), None);
    assert_found(&[ClaimedOnce, RedeemedOnce, Unique, Nonce, Verifier], "a login for another change");
}

/// A change is carried out once because it must be open, and because the database takes it once; the second code is not the reason.
#[test]
fn a_change_is_carried_out_once_for_more_than_one_reason() {
    assert_eq!(found_without(&[OpenAtStart]), None);
    assert_eq!(found_without(&[OneAtATime]), None);
    assert_eq!(found_without(&[RequestOnce]), None);
    assert_eq!(found_without(&[RequestOnce, OpenAtStart, OneAtATime, Unique]), None);
    assert_found(&[RequestOnce, OpenAtStart, OpenAtCommit, Unique], "a change that was");
}

/// State and name are not what these promises rest on: they keep a login from being used up where it does not belong.
#[test]
fn the_promises_hold_without_state_and_name() {
    assert_eq!(found_without(&[State, SealedName]), None);
}
