//! Having a change back for editing.

use nemkonto::contract::{ProblemType, Reopened};
use nemkonto_sandbox::identities::ANNA;

use crate::support::{World, kind, lithuanian};

#[tokio::test]
async fn a_reopened_change_is_withdrawn_for_good() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    for _ in 0..2 {
        let Reopened::Withdrawn { overview, draft, .. } = anna.reopen(&prepared).await.unwrap() else {
            panic!("the change was committed")
        };
        assert_eq!(Some(&overview.unwrap().holder), prepared.reading.change.holder());
        assert_eq!(draft, lithuanian());
    }
    assert_eq!(kind(anna.confirm(&prepared, &callback).await), ProblemType::ChangeWithdrawn);
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a_committed_change_gives_its_receipt() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let confirmed = anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    let reopened = anna.reopen(&prepared).await.unwrap();
    assert_eq!(reopened, Reopened::Committed { receipt: Box::new(confirmed.receipt) });
}

#[tokio::test]
async fn s05_an_expired_change_comes_back_for_editing() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    world.clock.advance(601);
    assert!(matches!(anna.reopen(&prepared).await.unwrap(), Reopened::Withdrawn { .. }));
}

#[tokio::test]
async fn only_the_caseworker_who_prepared_it_has_it_back() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    assert_eq!(kind(world.browser().reopen(&prepared).await), ProblemType::NotLoggedIn);
    assert_eq!(kind(world.logged_in("bo").await.reopen(&prepared).await), ProblemType::OtherPerson);
    assert_eq!(kind(world.logged_in("clara").await.reopen(&prepared).await), ProblemType::OtherPerson);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
}

#[tokio::test]
async fn who_may_not_look_any_more_gets_no_overview() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    world.set_rights(ANNA, &[]);
    assert_eq!(kind(anna.reopen(&prepared).await), ProblemType::NoRight);
}
