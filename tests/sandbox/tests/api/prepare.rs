//! Preparing a change.

use nemkonto::{
    contract::{FieldRefusal, HolderHandle, ProblemType, Warning},
    domain::{draft::Field, holder::Scheme},
};
use nemkonto_sandbox::provider::Fault;

use crate::support::{COMPANY, World, domestic, foreign, kind, lithuanian};

#[tokio::test]
async fn fields_are_checked_again_and_named_by_their_place() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let problem = anna.prepare(&overview, &foreign("REVOLT2", "LT36 3250 0123 4567 8901")).await.unwrap_err();
    assert_eq!(problem.problem_type, ProblemType::FieldsRefused);
    let pointers: Vec<_> = problem.errors.iter().map(|error| error.pointer.as_str()).collect();
    assert_eq!(pointers, ["/draft/values/bic", "/draft/values/iban"]);
    assert!(matches!(problem.errors[0].error, FieldRefusal::NotAccepted));
    assert!(matches!(problem.errors[1].error, FieldRefusal::NotAccepted));
}

#[tokio::test]
async fn different_countries_must_be_ticked() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let mut draft = foreign("AAAADEFF", "LT35 3250 0123 4567 8901");
    let problem = anna.prepare(&overview, &draft).await.unwrap_err();
    assert_eq!(problem.errors[0].pointer, "/draft/values/different-countries");
    draft.set_tick(Field::DifferentCountries, true);
    anna.prepare(&overview, &draft).await.unwrap();
}

#[tokio::test]
async fn a_domestic_account_brings_no_warning_about_foreign_transfers() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let prepared = anna.prepare(&overview, &domestic()).await.unwrap();
    assert_eq!(prepared.reading.warnings, []);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
}

#[tokio::test]
async fn warnings_tell_what_is_known_of_the_holder() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for (scheme, number, warning) in [
        (Scheme::Cpr, "3011905004", Warning::HolderDeceased),
        (Scheme::Cvr, "99000341", Warning::CompanyClosed),
        (Scheme::Cpr, "1709835005", Warning::ReplacesPending),
    ] {
        let overview = anna.look_up(scheme, number).await.unwrap();
        let prepared = anna.prepare(&overview, &lithuanian()).await.unwrap();
        assert_eq!(prepared.reading.warnings, [Warning::ForeignTransfer, warning]);
    }
}

#[tokio::test]
async fn who_may_only_look_cannot_prepare() {
    let world = World::start().await;
    let dan = world.logged_in("dan").await;
    let overview = dan.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    assert_eq!(kind(dan.prepare(&overview, &lithuanian()).await), ProblemType::NoRight);
}

#[tokio::test]
async fn a_holder_that_is_not_known_or_has_changed_is_refused() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let mut overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    overview.version += 1;
    assert_eq!(kind(anna.prepare(&overview, &lithuanian()).await), ProblemType::AccountsChanged);
    overview.handle = HolderHandle("elsewhere".to_owned());
    assert_eq!(kind(anna.prepare(&overview, &lithuanian()).await), ProblemType::HolderNotFound);
}

#[tokio::test]
async fn the_authorization_url_holds_nothing_of_the_change() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    for secret in ["REVOLT21", "LT35", COMPANY, prepared.state.as_str()] {
        assert!(!prepared.authorization_url.contains(secret));
    }
}

#[tokio::test]
async fn two_preparations_of_the_same_change_have_nothing_in_common() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let (one, other) = (anna.prepared().await, anna.prepared().await);
    assert_ne!(one.change_id, other.change_id);
    assert_ne!(one.state, other.state);
    assert_ne!(one.sealed, other.sealed);
}

#[tokio::test]
async fn p19_pushed_request_refused_or_not_answered() {
    let world = World::impatient().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    for fault in [Fault::ParRefused, Fault::ParError, Fault::ParTimeout] {
        world.provider.set_fault(fault, 1);
        let answer = anna.prepare(&overview, &lithuanian()).await;
        assert_eq!(kind(answer), ProblemType::ProviderUnavailable, "{fault:?}");
    }
    anna.prepare(&overview, &lithuanian()).await.unwrap();
}
