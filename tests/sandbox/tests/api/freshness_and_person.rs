//! What a forced login is for: freshness, assurance, person, company. F01 to F07.

use std::time::Duration;

use nemkonto::{
    contract::{Authority, ChangeId, LoginCallback, ProblemType},
    domain::company_number::Cvr,
};
use nemkonto_sandbox::{
    api::Limits,
    fixtures::GRANTS,
    identities::{self, AGENCY, MUNICIPALITY, SERVICE_CENTRE},
    provider::Fault,
};

use crate::support::{World, kind};

async fn refuses(faults: &[Fault], expected: ProblemType) {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for fault in faults {
        let prepared = anna.prepared().await;
        world.provider.set_fault(*fault, 1);
        assert_eq!(kind(anna.approve_and_confirm(&prepared, "anna").await), expected, "{fault:?}");
    }
    world.assert_nothing_committed();
}

#[tokio::test]
async fn f01_the_login_is_older_than_the_change() {
    refuses(&[Fault::OldAuthTime], ProblemType::LoginNotFresh).await;
}

#[tokio::test]
async fn an_ordinary_login_may_reuse_a_session_of_today_but_no_older_one() {
    let world = World::start().await;
    world.provider.set_fault(Fault::OldAuthTime, 1);
    world.browser().log_in("anna").await.unwrap();
    world.provider.set_fault(Fault::AncientAuthTime, 1);
    assert_eq!(kind(world.browser().log_in("anna").await), ProblemType::LoginNotFresh);
}

#[tokio::test]
async fn f01_the_provider_ignores_prompt_login_and_reuses_its_session() {
    let world = World::with_limits(Limits { skew: 1, ..Limits::default() }).await;
    let anna = world.logged_in("anna").await;
    let login_is_old = world.clock.now().plus(3);
    while world.clock.now() < login_is_old {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let prepared = anna.prepared().await;
    world.provider.set_fault(Fault::IgnoredPrompt, 1);
    assert_eq!(kind(anna.approve_and_confirm(&prepared, "anna").await), ProblemType::LoginNotFresh);
    world.assert_nothing_committed();
}

#[tokio::test]
async fn f02_auth_time_missing_or_in_the_future() {
    refuses(&[Fault::MissingAuthTime, Fault::FutureAuthTime], ProblemType::LoginNotFresh).await;
}

#[tokio::test]
async fn f02_auth_time_of_a_wrong_type() {
    refuses(&[Fault::TextAuthTime, Fault::DigitsAuthTime], ProblemType::LoginNotProven).await;
}

#[tokio::test]
async fn f03_assurance_missing_lower_or_unknown() {
    refuses(&[Fault::MissingAcr, Fault::LowAcr, Fault::UnknownAcr], ProblemType::AssuranceTooLow).await;
}

#[tokio::test]
async fn f03_the_level_as_nemlogin_writes_it_commits() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    world.provider.set_fault(Fault::NemloginAcr, 1);
    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert_eq!(receipt.assurance, "https://data.gov.dk/concept/core/nsis/loa/Substantial");
}

#[tokio::test]
async fn f04_a_private_identity() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let problem = anna.approve_and_confirm(&prepared, "eva").await.unwrap_err();
    assert_eq!(problem.problem_type, ProblemType::PrivateIdentity);
    assert_eq!(problem.expected, Some(employer(MUNICIPALITY)), "which identity to use");
    world.assert_nothing_committed();
}

#[tokio::test]
async fn f05_another_caseworker_completes_the_login() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let problem = anna.approve_and_confirm(&prepared, "bo").await.unwrap_err();
    assert_eq!(problem.problem_type, ProblemType::OtherPerson);
    assert_eq!(problem.expected, Some(employer(MUNICIPALITY)));
    let text = serde_json::to_string(&problem).unwrap();
    assert!(!text.contains("Anna") && !text.contains("Bo B"), "names neither");
    world.assert_nothing_committed();
}

#[tokio::test]
async fn f05_another_person_with_the_right_user_id() {
    refuses(&[Fault::OtherPerson], ProblemType::OtherPerson).await;
}

#[tokio::test]
async fn f06_the_same_person_for_another_company() {
    refuses(&[Fault::OtherCompany], ProblemType::OtherCompany).await;
}

#[tokio::test]
async fn the_identity_to_use_is_that_of_the_employer_and_not_of_whom_the_caseworker_acts_for() {
    let world = World::start().await;
    let gry = world.logged_in("gry").await;
    let session = gry.switch_unit(GRANTS).await.unwrap();
    assert_eq!(session.caseworker.authority, employer(AGENCY));
    let prepared = gry.prepared().await;
    assert_eq!(prepared.identity.name.as_deref(), Some("Gry Holmgaard"));
    assert_eq!(prepared.identity.organisation, employer(SERVICE_CENTRE));
    world.provider.set_fault(Fault::OtherCompany, 1);
    let problem = gry.approve_and_confirm(&prepared, "gry").await.unwrap_err();
    assert_eq!((problem.problem_type, problem.expected), (ProblemType::OtherCompany, Some(employer(SERVICE_CENTRE))));
    let problem = world.logged_in("clara").await.reopen(&prepared).await.unwrap_err();
    assert_eq!((problem.problem_type, problem.expected), (ProblemType::OtherPerson, Some(employer(SERVICE_CENTRE))));
    let again = gry.prepared().await;
    assert!(gry.approve_and_confirm(&again, "gry").await.is_ok());
}

#[tokio::test]
async fn other_refusals_say_nothing_of_an_identity() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    world.provider.set_fault(Fault::OldAuthTime, 1);
    assert_eq!(anna.approve_and_confirm(&prepared, "anna").await.unwrap_err().expected, None);
}

fn employer(authority: identities::Authority) -> Authority {
    Authority { name: authority.name.to_owned(), cvr: Cvr::parse(authority.cvr).unwrap() }
}

#[tokio::test]
async fn a_login_that_names_no_person_or_no_company() {
    refuses(&[Fault::MissingPerson, Fault::MissingCompany], ProblemType::LoginNotProven).await;
}

#[tokio::test]
async fn f07_a_login_made_for_another_pending_change() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let (one, other) = (anna.prepared().await, anna.prepared().await);
    let for_one = anna.approve(&one, "anna").await;
    assert_eq!(kind(anna.confirm(&other, &for_one).await), ProblemType::LoginNotProven);

    // Even with the right state the code belongs to the other change's PKCE challenge and nonce.
    let forged = LoginCallback { state: other.state.clone(), ..for_one };
    assert_eq!(kind(anna.confirm(&other, &forged).await), ProblemType::LoginNotProven);

    let mut renamed = other.clone();
    renamed.change_id = ChangeId(one.change_id.0.clone());
    assert_eq!(kind(anna.confirm(&renamed, &forged).await), ProblemType::ChangeMismatch);
    world.assert_nothing_committed();
}
