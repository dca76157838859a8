//! Changes of a `NemKonto`, from form to receipt, and the rules that are their own.

use nemkonto::{
    contract::{FieldRefusal, ProblemType, Warning},
    domain::{
        account::Account,
        change_kind::ChangeKind,
        date::Date,
        draft::{Draft, Field},
        holder::Scheme,
    },
};

use crate::support::{COMPANY, COMPANY_WITH_NEMKONTO, World, domestic, kind};

/// A citizen with a foreign `NemKonto` and one unlocked specific account.
const WITH_UNLOCKED: &str = "080888-8009";

fn domestic_from(valid_from: Date) -> Draft {
    let mut draft = domestic();
    draft.set(Field::ValidFrom, valid_from.to_string());
    draft
}

#[tokio::test]
async fn a_domestic_nemkonto_waits_for_activation_from_its_day() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    let next_week = world.today().plus_days(7);
    let prepared = anna.prepare(&before, &domestic_from(next_week)).await.unwrap();
    assert_eq!(prepared.reading.warnings, []);
    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert_eq!(receipt.before, before.registered_nemkonto());

    let after = anna.again(&before).await;
    assert_eq!(after.nemkonto, before.nemkonto, "the old account stays in force until activation");
    let pending = after.pending.unwrap();
    assert!(matches!(pending.account, Account::Domestic(_)));
    assert_eq!(pending.valid_from, Some(next_week));
}

#[tokio::test]
async fn a_day_that_is_over_or_too_far_ahead_lands_at_its_field() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let latest = world.today().plus_days(365);
    for (date, expected) in [
        (world.today().plus_days(-1), FieldRefusal::ValidFromPast),
        (latest.plus_days(1), FieldRefusal::ValidFromTooLate { latest }),
    ] {
        let refused = anna.prepare(&overview, &domestic_from(date)).await.unwrap_err();
        let [problem] = &refused.errors[..] else { panic!("{refused:?}") };
        assert_eq!((problem.field, &problem.error), (Field::ValidFrom, &expected));
        assert_eq!(problem.pointer, "/draft/values/valid-from");
    }
    for date in [world.today(), latest] {
        assert!(anna.prepare(&overview, &domestic_from(date)).await.is_ok());
    }
}

#[tokio::test]
async fn a_deleted_nemkonto_is_gone_and_its_number_is_not_on_the_receipt() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    let prepared = anna.prepare(&before, &Draft::new(ChangeKind::DeleteNemKonto)).await.unwrap();
    assert_eq!(prepared.reading.before, before.registered_nemkonto());
    assert_eq!(prepared.reading.warnings, [Warning::NoAccountAfterwards]);

    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert_eq!((receipt.change.account(), receipt.before.as_ref()), (None, None));
    assert_eq!(anna.again(&before).await.nemkonto, None);
}

#[tokio::test]
async fn an_unlocked_specific_account_becomes_the_nemkonto_when_that_is_deleted() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cpr, WITH_UNLOCKED).await.unwrap();
    let [specific] = &before.specific_accounts[..] else { panic!("{before:?}") };
    let prepared = anna.prepare(&before, &Draft::new(ChangeKind::DeleteNemKonto)).await.unwrap();
    assert_eq!(prepared.reading.warnings, [Warning::SpecificAccountTakesOver]);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();

    let after = anna.again(&before).await;
    assert_eq!(after.nemkonto, specific.in_force);
    assert_eq!(after.specific_accounts, []);
}

#[tokio::test]
async fn a_locked_specific_account_never_becomes_the_nemkonto() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    world.change(|transaction| transaction.execute("UPDATE specific_accounts SET locked = 1", []));
    let before = anna.look_up(Scheme::Cpr, WITH_UNLOCKED).await.unwrap();
    let prepared = anna.prepare(&before, &Draft::new(ChangeKind::DeleteNemKonto)).await.unwrap();
    assert_eq!(prepared.reading.warnings, [Warning::NoAccountAfterwards]);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    let after = anna.again(&before).await;
    assert_eq!(after.nemkonto, None);
    assert_eq!(after.specific_accounts, before.specific_accounts);
}

#[tokio::test]
async fn an_account_that_waits_goes_on_waiting_when_the_nemkonto_is_deleted() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cpr, "170983-5005").await.unwrap();
    let prepared = anna.prepare(&before, &Draft::new(ChangeKind::DeleteNemKonto)).await.unwrap();
    assert_eq!(prepared.reading.warnings, [Warning::NoAccountAfterwards, Warning::StillWaits]);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    let after = anna.again(&before).await;
    assert_eq!((after.nemkonto, after.pending), (None, before.pending));
}

#[tokio::test]
async fn nothing_can_be_deleted_where_there_is_nothing() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let answer = anna.prepare(&overview, &Draft::new(ChangeKind::DeleteNemKonto)).await;
    assert_eq!(kind(answer), ProblemType::NothingToDelete);
}
