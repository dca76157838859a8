//! The kinds of change, each from form to receipt, and the rules that are their own.

use nemkonto::{
    contract::{AccountOverview, ProblemKind, Warning},
    domain::{
        account::Account,
        date::Date,
        draft::{Draft, Field, FieldError, Kind},
        holder::Scheme,
    },
};
use nemkonto_sandbox::api::day;

use crate::support::{Browser, COMPANY, COMPANY_WITH_NEMKONTO, World, kind};

/// A citizen with a foreign `NemKonto` and one unlocked specific account.
const WITH_UNLOCKED: &str = "080888-8009";

fn domestic(valid_from: Option<Date>) -> Draft {
    let mut draft = Draft::new(Kind::DomesticNemKonto);
    draft.set(Field::RegistrationNumber, "9999");
    draft.set(Field::AccountNumber, "123456");
    if let Some(valid_from) = valid_from {
        draft.set(Field::ValidFrom, valid_from.to_string());
    }
    draft
}

fn today(world: &World) -> Date {
    day(world.clock.now())
}

async fn again(browser: &Browser, overview: &AccountOverview) -> AccountOverview {
    browser.get(&format!("/api/account-holders/{}", overview.key.0)).await.unwrap()
}

#[tokio::test]
async fn a_domestic_nemkonto_waits_for_activation_from_its_day() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    let next_week = today(&world).plus_days(7);
    let prepared = anna.prepare(&before, &domestic(Some(next_week))).await.unwrap();
    assert_eq!(prepared.warnings, []);
    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert_eq!(receipt.previous, before.nemkonto.as_ref().map(|nemkonto| nemkonto.account.clone()));

    let after = again(&anna, &before).await;
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
    let latest = today(&world).plus_days(365);
    for (date, expected) in [
        (today(&world).plus_days(-1), FieldError::ValidFromPast),
        (latest.plus_days(1), FieldError::ValidFromTooLate { latest }),
    ] {
        let refused = anna.prepare(&overview, &domestic(Some(date))).await.unwrap_err();
        let [problem] = &refused.errors[..] else { panic!("{refused:?}") };
        assert_eq!((problem.field, &problem.error), (Field::ValidFrom, &expected));
        assert_eq!(problem.pointer, "/draft/values/valid-from");
    }
    for date in [today(&world), latest] {
        assert!(anna.prepare(&overview, &domestic(Some(date))).await.is_ok());
    }
}

#[tokio::test]
async fn a_deleted_nemkonto_is_gone_and_its_number_is_not_on_the_receipt() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    let prepared = anna.prepare(&before, &Draft::new(Kind::DeleteNemKonto)).await.unwrap();
    assert_eq!(prepared.present, before.nemkonto.as_ref().map(|nemkonto| nemkonto.account.clone()));
    assert_eq!(prepared.warnings, [Warning::NoAccountAfterwards]);

    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert_eq!((receipt.change.account(), receipt.previous.as_ref()), (None, None));
    assert_eq!(again(&anna, &before).await.nemkonto, None);
}

#[tokio::test]
async fn an_unlocked_specific_account_becomes_the_nemkonto_when_that_is_deleted() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cpr, WITH_UNLOCKED).await.unwrap();
    let [specific] = &before.specific_accounts[..] else { panic!("{before:?}") };
    let prepared = anna.prepare(&before, &Draft::new(Kind::DeleteNemKonto)).await.unwrap();
    assert_eq!(prepared.warnings, [Warning::SpecificAccountTakesOver]);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();

    let after = again(&anna, &before).await;
    assert_eq!(after.nemkonto.unwrap().account, specific.account);
    assert_eq!(after.specific_accounts, []);
}

#[tokio::test]
async fn a_locked_specific_account_never_becomes_the_nemkonto() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    world.change(|transaction| transaction.execute("UPDATE specific_accounts SET locked = 1", []));
    let before = anna.look_up(Scheme::Cpr, WITH_UNLOCKED).await.unwrap();
    let prepared = anna.prepare(&before, &Draft::new(Kind::DeleteNemKonto)).await.unwrap();
    assert_eq!(prepared.warnings, [Warning::NoAccountAfterwards]);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    let after = again(&anna, &before).await;
    assert_eq!(after.nemkonto, None);
    assert_eq!(after.specific_accounts, before.specific_accounts);
}

#[tokio::test]
async fn nothing_can_be_deleted_where_there_is_nothing() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let answer = anna.prepare(&overview, &Draft::new(Kind::DeleteNemKonto)).await;
    assert_eq!(kind(answer), ProblemKind::NothingToDelete);
}
