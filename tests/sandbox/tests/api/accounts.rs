//! Looking up account holders, and reading receipts.

use nemkonto::{
    contract::{AccountOverview, HolderStatus, Pending, ProblemType, SignedReceipt},
    domain::{holder::Scheme, specific::Locks},
};
use nemkonto_sandbox::api::Limits;
use nemkonto_sandbox::fixtures::{HOLDERS, OWN, REPLACEMENT_CPR, Waiting};

use crate::support::{COMPANY, World, key, kind};

#[tokio::test]
async fn every_holder_of_the_fixtures_can_be_looked_up() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for holder in &HOLDERS {
        let found = anna.look_up(holder.scheme, holder.number).await.unwrap();
        assert_eq!((found.name.as_str(), found.status), (holder.name, holder.status));
        assert_eq!(found.nemkonto.is_some(), holder.nemkonto.is_some());
        let is_expired = |waiting: Waiting| waiting.days > 60;
        let pending = |pending: Option<&Pending>| pending.map(|pending| pending.is_expired);
        assert_eq!(pending(found.pending.as_ref()), holder.pending.map(is_expired));
        assert_eq!(found.specific_accounts.len(), holder.specific.len());
        for specific in holder.specific {
            let found = found.specific(&key(specific.benefit, specific.authority)).unwrap();
            assert_eq!(found.in_force.is_some(), specific.account.is_some());
            assert_eq!(pending(found.pending.as_ref()), specific.pending.map(is_expired));
            let benefit_type = OWN.iter().any(|own| own.code == specific.benefit && own.locked);
            assert_eq!(found.locks, Locks { account: specific.locked, benefit_type });
        }
        let again: AccountOverview = anna.get(&format!("/api/account-holders/{}", found.handle.0)).await.unwrap();
        assert_eq!(again, found);
    }
}

#[tokio::test]
async fn a_number_is_read_as_people_type_it() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let found = anna.look_up(Scheme::Cpr, "CPR-nr.: 301190 - 5004").await.unwrap();
    assert_eq!(found.status, HolderStatus::Deceased);
}

#[tokio::test]
async fn numbers_that_nobody_has_are_told_apart_from_numbers_that_are_none() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    assert_eq!(kind(anna.look_up(Scheme::Cvr, "12345674").await), ProblemType::HolderNotFound);
    assert_eq!(kind(anna.look_up(Scheme::Cvr, "12345678").await), ProblemType::BadRequest);
    assert_eq!(kind(anna.look_up(Scheme::Cpr, REPLACEMENT_CPR).await), ProblemType::BadRequest);
    assert_eq!(kind(anna.get::<AccountOverview>("/api/account-holders/1").await), ProblemType::HolderNotFound);
}

#[tokio::test]
async fn looking_needs_a_session_and_the_right() {
    let world = World::start().await;
    assert_eq!(kind(world.browser().look_up(Scheme::Cvr, COMPANY).await), ProblemType::NotLoggedIn);
    let anna = world.logged_in("anna").await;
    let found = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    world.set_rights(nemkonto_sandbox::identities::ANNA, &[]);
    assert_eq!(kind(anna.look_up(Scheme::Cvr, COMPANY).await), ProblemType::NoRight);
    assert_eq!(
        kind(anna.get::<AccountOverview>(&format!("/api/account-holders/{}", found.handle.0)).await),
        ProblemType::NoRight
    );
}

#[tokio::test]
async fn every_look_is_logged_even_one_that_finds_nobody() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let found = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let _ = anna.look_up(Scheme::Cvr, "12345674").await;
    anna.get::<AccountOverview>(&format!("/api/account-holders/{}", found.handle.0)).await.unwrap();
    let logged = |event: &str| world.count(&format!("SELECT count(*) FROM audit WHERE event = '{event}'"));
    assert_eq!((logged("looked-up"), logged("viewed")), (2, 1));
    assert_eq!(world.count("SELECT count(DISTINCT subject) FROM audit WHERE event = 'looked-up'"), 2);
}

#[tokio::test]
async fn a10_many_look_ups_in_a_row_are_limited_and_the_api_says_until_when() {
    // Few, so that they fit into a minute on any machine.
    let limits = Limits { lookups_a_minute: 3, ..Limits::default() };
    let world = World::with_limits(limits).await;
    let anna = world.logged_in("anna").await;
    for _ in 0..limits.lookups_a_minute {
        anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    }
    let refused = async || {
        let problem = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap_err();
        assert_eq!(problem.problem_type, ProblemType::TooManyAttempts);
        i64::from(problem.retry_after.expect("the API says when to try again"))
    };
    assert!((1..=60).contains(&refused().await));
    world.clock.advance(20);
    let pause = refused().await;
    assert!((1..=40).contains(&pause));
    world.clock.advance(pause);
    anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
}

#[tokio::test]
async fn a_receipt_is_for_the_authority_that_made_the_change() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    let path = format!("/api/receipts/{}", receipt.number);
    let colleague = world.logged_in("dan").await;
    assert_eq!(colleague.get::<SignedReceipt>(&path).await.unwrap(), receipt);
    assert_eq!(kind(world.logged_in("clara").await.get::<SignedReceipt>(&path).await), ProblemType::ReceiptNotFound);
    assert_eq!(kind(world.browser().get::<SignedReceipt>(&path).await), ProblemType::NotLoggedIn);
    assert_eq!(kind(anna.get::<SignedReceipt>("/api/receipts/0000-0000-0000").await), ProblemType::ReceiptNotFound);
}

#[tokio::test]
async fn eight_digits_are_looked_up_as_they_stand_and_the_kind_is_asked_only_where_both_are_holders() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for (number, scheme) in [("99 00 01 20", Scheme::Cvr), ("99000457", Scheme::Se)] {
        assert_eq!(anna.look_up(None, number).await.unwrap().holder.scheme(), scheme);
    }
    assert_eq!(kind(anna.look_up(None, "12345674").await), ProblemType::HolderNotFound);
    assert_eq!(kind(anna.look_up(None, "99000678").await), ProblemType::SeveralHolders);
    for scheme in [Scheme::Cvr, Scheme::Se] {
        assert_eq!(anna.look_up(scheme, "99000678").await.unwrap().holder.scheme(), scheme);
    }
    // The wrong kind of ten digits would be a citizen.
    for number in ["0101585018", "1999999006"] {
        assert_eq!(kind(anna.look_up(None, number).await), ProblemType::BadRequest);
    }
}

#[tokio::test]
async fn each_question_counts_as_one_look_however_many_registers_were_asked() {
    let world = World::with_limits(Limits { lookups_a_minute: 3, ..Limits::default() }).await;
    let anna = world.logged_in("anna").await;
    assert!(anna.look_up(None, "99000457").await.is_ok());
    assert_eq!(kind(anna.look_up(None, "99000678").await), ProblemType::SeveralHolders);
    assert!(anna.look_up(Scheme::Se, "99000678").await.is_ok());
    assert_eq!(kind(anna.look_up(None, "99000457").await), ProblemType::TooManyAttempts);

    let log = world.audit_log();
    let looks: Vec<&str> = log.lines().filter(|line| line.contains("event=looked-up")).collect();
    let has = |what: &str| looks.iter().map(|line| line.contains(what)).collect::<Vec<_>>();
    assert_eq!(looks.len(), 3);
    assert_eq!(has("holder_id="), [true, false, true], "nobody is named where it was not said who is meant");
    assert_eq!(has("subject="), [true; 3]);
}
