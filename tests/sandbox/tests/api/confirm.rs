//! Confirming: once, in time, by who may, on the accounts that were looked at. F08, F09, A03, A04, A10.

use nemkonto::{
    contract::{LoginCallback, ProblemType, Session},
    domain::right::Right,
};
use nemkonto_sandbox::{identities::ANNA, provider::Fault};
use serde_json::{Value, json};

use crate::support::{World, kind};

#[tokio::test]
async fn f08_the_same_confirm_twice_commits_once() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    let first = anna.confirm(&prepared, &callback).await.unwrap();
    let second = anna.confirm(&prepared, &callback).await.unwrap();
    assert_eq!(first.receipt, second.receipt);
    assert_eq!(world.commits(), 1);
    assert_eq!(world.provider.requests_to("/token"), 2, "the morning's login and this one");
}

#[tokio::test]
async fn f08_ten_confirms_at_once_commit_once() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    let (anna, prepared, callback) = (&anna, &prepared, &callback);
    let answers = futures_like_a_browser(10, || anna.confirm(prepared, callback)).await;
    let numbers: Vec<_> = answers.into_iter().map(|answer| answer.unwrap().receipt.number.clone()).collect();
    assert!(numbers.iter().all(|number| *number == numbers[0]));
    assert_eq!(world.commits(), 1);
    assert_eq!(world.count("SELECT max(version) FROM holders"), 2);
}

#[tokio::test]
async fn f08_a_refused_login_stays_refused() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let by_bo = anna.approve(&prepared, "bo").await;
    assert_eq!(kind(anna.confirm(&prepared, &by_bo).await), ProblemType::OtherPerson);
    assert_eq!(kind(anna.confirm(&prepared, &by_bo).await), ProblemType::OtherPerson);
    assert_eq!(world.provider.requests_to("/token"), 2);
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a02_a_lost_answer_can_be_had_again_by_the_browser_that_logged_in() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    // The session ran out during the login, so that confirming begins another. Its cookie is lost, twice.
    let receipt = world.browser().confirm(&prepared, &callback).await.unwrap().receipt;
    assert_eq!(world.browser().confirm(&prepared, &callback).await.unwrap().receipt, receipt);
    assert_eq!(world.count("SELECT count(*) FROM sessions"), 2, "of the morning, and the one that nobody has heard of");

    let heard = world.browser();
    assert_eq!(heard.confirm(&prepared, &callback).await.unwrap().receipt, receipt);
    heard.get::<Session>("/api/session").await.unwrap();
    assert_eq!(heard.confirm(&prepared, &callback).await.unwrap().receipt, receipt, "as often as the page likes");
    assert_eq!(world.commits(), 1);
}

#[tokio::test]
async fn f10_a_confirmation_played_back_begins_no_session() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    anna.confirm(&prepared, &callback).await.unwrap();
    let played_back = async || kind(world.browser().confirm(&prepared, &callback).await);
    assert_eq!(played_back().await, ProblemType::NotLoggedIn, "the session goes on where it is");
    anna.post::<Value>("/api/logout", &json!({})).await.unwrap();
    assert_eq!(played_back().await, ProblemType::NotLoggedIn, "after the log-out");
    assert_eq!(kind(anna.confirm(&prepared, &callback).await), ProblemType::NotLoggedIn, "in the same browser, too");
    assert_eq!(world.count("SELECT count(*) FROM sessions"), 0);
    // Whoever logs in again has the receipt as before.
    anna.log_in("anna").await.unwrap();
    anna.confirm(&prepared, &callback).await.unwrap();
}

#[tokio::test]
async fn f10_a_session_that_a_confirmation_began_is_not_begun_again() {
    for is_used in [true, false] {
        let world = World::start().await;
        let prepared = world.logged_in("anna").await.prepared().await;
        let anna = world.browser();
        let callback = anna.approve(&prepared, "anna").await;
        anna.confirm(&prepared, &callback).await.unwrap();
        if is_used {
            anna.get::<Session>("/api/session").await.unwrap();
            assert_eq!(kind(world.browser().confirm(&prepared, &callback).await), ProblemType::NotLoggedIn);
        }
        anna.post::<Value>("/api/logout", &json!({})).await.unwrap();
        assert_eq!(kind(world.browser().confirm(&prepared, &callback).await), ProblemType::NotLoggedIn);
        assert_eq!(world.count("SELECT count(*) FROM sessions"), 1, "of the morning");
    }
}

#[tokio::test]
async fn a_receipt_is_not_for_whoever_holds_the_sealed_change() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    anna.confirm(&prepared, &callback).await.unwrap();

    let guessed = LoginCallback { code: "guessed".to_owned(), ..callback.clone() };
    assert_eq!(kind(world.browser().confirm(&prepared, &guessed).await), ProblemType::NotLoggedIn);
    assert_eq!(kind(world.logged_in("bo").await.confirm(&prepared, &guessed).await), ProblemType::NotLoggedIn);
    world.clock.advance(601);
    assert_eq!(kind(world.browser().confirm(&prepared, &callback).await), ProblemType::NotLoggedIn);
}

#[tokio::test]
async fn f09_the_login_takes_longer_than_the_change_lives() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    world.clock.advance(601);
    assert_eq!(kind(anna.confirm(&prepared, &callback).await), ProblemType::ChangeExpired);
    assert_eq!(world.provider.requests_to("/token"), 1, "only the morning's login was redeemed");
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a03_the_accounts_were_changed_by_someone_else() {
    let world = World::start().await;
    let (anna, bo) = (world.logged_in("anna").await, world.logged_in("bo").await);
    let (by_anna, by_bo) = (anna.prepared().await, bo.prepared().await);
    bo.approve_and_confirm(&by_bo, "bo").await.unwrap();
    assert_eq!(kind(anna.approve_and_confirm(&by_anna, "anna").await), ProblemType::AccountsChanged);
    assert_eq!(world.commits(), 1);
    assert_eq!(world.count("SELECT max(version) FROM holders"), 2);
}

#[tokio::test]
async fn a04_the_right_was_withdrawn_meanwhile() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    world.set_rights(ANNA, &[Right::ViewAccounts]);
    assert_eq!(kind(anna.approve_and_confirm(&prepared, "anna").await), ProblemType::NoRight);
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a10_after_five_refused_confirmations_a_change_is_over() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    let wrong = LoginCallback { state: "guessed".to_owned(), ..callback.clone() };
    for _ in 0..5 {
        assert_eq!(kind(anna.confirm(&prepared, &wrong).await), ProblemType::LoginNotProven);
    }
    assert_eq!(kind(anna.confirm(&prepared, &callback).await), ProblemType::TooManyAttempts);
    assert_eq!(world.count("SELECT count(*) FROM audit WHERE problem LIKE '%too-many-attempts'"), 1);
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a_browser_that_goes_away_does_not_stop_a_confirmation_halfway() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    let redeemed = world.provider.requests_to("/token");
    {
        let confirm = std::pin::pin!(anna.confirm(&prepared, &callback));
        let code_arrived = async {
            while world.provider.requests_to("/token") == redeemed {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! { _ = confirm => {}, () = code_arrived => {} }
    }
    let receipt = anna.confirm(&prepared, &callback).await.unwrap().receipt;
    assert_eq!(receipt.change_id, prepared.change_id);
    assert_eq!(world.commits(), 1);
}

#[tokio::test]
async fn a_failed_login_leaves_the_change_open_for_another_one_of_the_same_request() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    world.provider.set_fault(Fault::WrongState, 1);
    let callback = anna.approve(&prepared, "anna").await;
    assert_eq!(kind(anna.confirm(&prepared, &callback).await), ProblemType::LoginNotProven);
    let corrected = LoginCallback { state: prepared.state.clone(), ..callback };
    anna.confirm(&prepared, &corrected).await.unwrap();
}

/// Starts so many requests before waiting for any.
async fn futures_like_a_browser<F: Future>(count: usize, request: impl Fn() -> F) -> Vec<F::Output> {
    let mut waiting: Vec<_> = (0..count).map(|_| Box::pin(request())).collect();
    let mut answers = Vec::new();
    std::future::poll_fn(|context| {
        waiting.retain_mut(|request| match request.as_mut().poll(context) {
            std::task::Poll::Ready(answer) => {
                answers.push(answer);
                false
            }
            std::task::Poll::Pending => true,
        });
        if waiting.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    answers
}
