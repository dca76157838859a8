//! The sealed change is altered or swapped: S01, S02, A08.

use nemkonto::contract::{ProblemType, Sealed};

use crate::support::{World, kind};

#[tokio::test]
async fn s01_no_byte_of_the_sealed_change_can_be_altered() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    for position in 0..prepared.sealed.0.len() {
        let mut altered = prepared.clone();
        altered.sealed = Sealed(with_other_letter(&prepared.sealed.0, position));
        let answer = anna.confirm(&altered, &callback).await;
        assert_eq!(kind(answer), ProblemType::SealBroken, "position {position}");
    }
    world.assert_nothing_committed();
    anna.confirm(&prepared, &callback).await.unwrap();
}

fn with_other_letter(text: &str, position: usize) -> String {
    let other = if &text[position..=position] == "A" { "B" } else { "A" };
    format!("{}{other}{}", &text[..position], &text[position + 1..])
}

#[tokio::test]
async fn s02_sealed_changes_of_two_changes_swapped() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let (one, other) = (anna.prepared().await, anna.prepared().await);
    let callback = anna.approve(&one, "anna").await;
    let mut swapped = one.clone();
    swapped.sealed = other.login.sealed;
    assert_eq!(kind(anna.confirm(&swapped, &callback).await), ProblemType::ChangeMismatch);
    world.assert_nothing_committed();
}

#[tokio::test]
async fn s02_sealed_changes_of_two_caseworkers_swapped() {
    let world = World::start().await;
    let (anna, bo) = (world.logged_in("anna").await, world.logged_in("bo").await);
    let (by_anna, by_bo) = (anna.prepared().await, bo.prepared().await);
    let annas_login = anna.approve(&by_anna, "anna").await;
    assert_eq!(kind(anna.confirm(&by_bo, &annas_login).await), ProblemType::LoginNotProven);
    assert_eq!(kind(anna.approve_and_confirm(&by_bo, "anna").await), ProblemType::OtherPerson);
    world.assert_nothing_committed();
}

#[tokio::test]
async fn s02_a_seal_of_another_api() {
    let (world, elsewhere) = (World::start().await, World::start().await);
    let anna = world.logged_in("anna").await;
    let foreign = elsewhere.logged_in("anna").await.prepared().await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    assert_eq!(kind(anna.confirm(&foreign, &callback).await), ProblemType::SealBroken);
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a08_the_same_change_id_with_other_content() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let (one, other) = (anna.prepared().await, anna.prepared().await);
    let committed = anna.approve_and_confirm(&one, "anna").await.unwrap().receipt;

    // Also after the change was carried out its name stands for one content only.
    let mut altered = one.clone();
    altered.sealed = other.sealed.clone();
    let callback = anna.approve(&other, "anna").await;
    assert_eq!(kind(anna.confirm(&altered, &callback).await), ProblemType::ChangeMismatch);
    assert_eq!(anna.confirm(&one, &callback).await.unwrap().receipt, committed);
    assert_eq!(world.commits(), 1);
}
