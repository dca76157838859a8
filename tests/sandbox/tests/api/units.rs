//! Organisational units, and rights that are rights in a unit.

use nemkonto::{
    contract::{ProblemType, Session, SignedReceipt, SwitchRequest, UnitId},
    domain::{change_kind::ChangeKind, holder::Scheme, right::Right},
};
use nemkonto_sandbox::{
    fixtures::{BENEFITS, GRANTS, SALARIES},
    identities::{AGENCY, DAN, MUNICIPALITY},
};

use crate::support::{
    Browser, COMPANY, COMPANY_WITH_NEMKONTO, DOMESTIC, World, about, key, kind, lithuanian, new_specific, type_edit,
};

fn unit(session: &Session) -> &str {
    &session.caseworker.unit.id.0
}

async fn session(browser: &Browser) -> Session {
    browser.get("/api/session").await.unwrap()
}

#[tokio::test]
async fn a_session_names_its_unit_and_all_others() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let session = session(&anna).await;
    let units: Vec<_> = session.assignments.iter().map(|assignment| assignment.unit.name.as_str()).collect();
    assert_eq!(units, [BENEFITS.name, SALARIES.name]);
    assert!(session.assignments.iter().all(|assignment| assignment.authority.name == MUNICIPALITY.name));
    assert_eq!(unit(&session), BENEFITS.id);
    assert_eq!(session.caseworker.rights, Right::ALL);
}

#[tokio::test]
async fn another_unit_is_chosen_for_this_session_and_the_next() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let switched = anna.switch_unit(SALARIES).await.unwrap();
    assert_eq!(unit(&switched), SALARIES.id);
    assert_eq!(session(&anna).await.caseworker, switched.caseworker);
    assert_eq!(unit(&session(&world.logged_in("anna").await).await), SALARIES.id);
    assert_eq!(unit(&session(&world.logged_in("bo").await).await), BENEFITS.id);
    assert_eq!(world.count("SELECT count(*) FROM audit WHERE event = 'unit-chosen' AND unit_id LIKE '%loen'"), 1);
}

#[tokio::test]
async fn nobody_acts_for_a_unit_without_an_assignment() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    assert_eq!(kind(anna.switch_unit(GRANTS).await), ProblemType::UnitNotAssigned);
    let nowhere = SwitchRequest { unit: UnitId("nowhere".to_owned()) };
    assert_eq!(kind(anna.post::<Session>("/api/session/unit", &nowhere).await), ProblemType::UnitNotAssigned);
    assert_eq!(unit(&session(&anna).await), BENEFITS.id);
    assert_eq!(kind(world.browser().switch_unit(BENEFITS).await), ProblemType::NotLoggedIn);
}

#[tokio::test]
async fn the_unit_decides_which_benefits_can_be_given_an_account() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let draft = new_specific("NKSLØN", DOMESTIC);
    assert_eq!(kind(anna.prepare(&overview, &draft).await), ProblemType::FieldsRefused);
    anna.switch_unit(SALARIES).await.unwrap();
    let receipt = anna.carry_out(&overview, &draft, "anna").await.receipt;
    assert_eq!(receipt.caseworker.unit.name, SALARIES.name);
}

/// The guide names the authority, and not the unit that pays, as the one that may change a locked account.
#[tokio::test]
async fn an_account_that_is_there_can_be_changed_from_any_unit_of_its_authority() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    anna.switch_unit(SALARIES).await.unwrap();
    let overview = anna.look_up(Scheme::Cpr, "050675-7002").await.unwrap();
    let of = key("NKSSOP", MUNICIPALITY);
    anna.carry_out(&overview, &about(ChangeKind::ReplaceSpecific, &of, DOMESTIC), "anna").await;
}

#[tokio::test]
async fn a_service_centre_acts_for_two_authorities_with_one_identity() {
    let world = World::start().await;
    let gry = world.logged_in("gry").await;
    assert_eq!(session(&gry).await.caseworker.authority.cvr.as_str(), MUNICIPALITY.cvr);
    gry.switch_unit(GRANTS).await.unwrap();
    let overview = gry.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let receipt = gry.carry_out(&overview, &new_specific("NKSFTI", DOMESTIC), "gry").await.receipt;
    assert_eq!(receipt.caseworker.authority.cvr.as_str(), AGENCY.cvr);
    let after = gry.again(&overview).await;
    let pending = after.specific_accounts[0].pending.as_ref().unwrap();
    assert_eq!(pending.registration.by, AGENCY.name);
    assert_eq!(after.specific_accounts[0].authority.name, AGENCY.name);

    // The receipt belongs to the authority for which the change was made.
    let path = format!("/api/receipts/{}", receipt.number);
    assert_eq!(world.logged_in("clara").await.get::<SignedReceipt>(&path).await.unwrap(), receipt);
    assert_eq!(kind(world.logged_in("anna").await.get::<SignedReceipt>(&path).await), ProblemType::ReceiptNotFound);
    gry.switch_unit(SALARIES).await.unwrap();
    assert_eq!(kind(gry.get::<SignedReceipt>(&path).await), ProblemType::ReceiptNotFound);
}

#[tokio::test]
async fn rights_are_those_of_the_present_unit() {
    let world = World::start().await;
    let gry = world.logged_in("gry").await;
    let edit = type_edit("PULJE", "Puljemidler", false);
    let types = gry.benefit_types().await.unwrap();
    assert_eq!(kind(gry.prepare_type(&types, &edit).await), ProblemType::NoRight);
    gry.switch_unit(GRANTS).await.unwrap();
    let types = gry.benefit_types().await.unwrap();
    gry.prepare_type(&types, &edit).await.unwrap();
}

#[tokio::test]
async fn a_right_to_one_kind_of_change_is_no_right_to_another() {
    let world = World::start().await;
    let ib = world.logged_in("ib").await;
    let overview = ib.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    ib.prepare(&overview, &lithuanian()).await.unwrap();
    let answer = ib.prepare(&overview, &new_specific("NKSSOP", DOMESTIC)).await;
    assert_eq!(kind(answer), ProblemType::NoRight);
    let types = ib.benefit_types().await.unwrap();
    assert_eq!(kind(ib.prepare_type(&types, &type_edit("VARME", "Varme", true)).await), ProblemType::NoRight);
}

#[tokio::test]
async fn a_missing_right_is_told_apart_from_missing_data() {
    let world = World::start().await;
    let dan = world.logged_in("dan").await;
    let overview = dan.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    assert_eq!(overview.specific_accounts, []);
    assert_eq!(kind(dan.look_up(Scheme::Cvr, "12345674").await), ProblemType::HolderNotFound);
    assert_eq!(kind(dan.prepare(&overview, &lithuanian()).await), ProblemType::NoRight);
    world.set_rights(DAN, &[]);
    let history = format!("/api/account-holders/{}/history", overview.handle.0);
    for path in ["/api/benefit-types", "/api/benefit-types/history", &history] {
        assert_eq!(kind(dan.get::<serde_json::Value>(path).await), ProblemType::NoRight, "{path}");
    }
}

#[tokio::test]
async fn s10_a_change_is_made_for_the_unit_in_which_it_was_prepared() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let prepared = anna.prepare(&overview, &new_specific("NKSSOP", DOMESTIC)).await.unwrap();
    assert_eq!(prepared.reading.acts_for.unit.id.0, BENEFITS.id, "the caseworker is told for whom");
    anna.switch_unit(SALARIES).await.unwrap();
    let confirmed = anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    assert_eq!(confirmed.receipt.caseworker.unit.id.0, BENEFITS.id);
    assert_eq!(unit(&confirmed.session), SALARIES.id);
}

#[tokio::test]
async fn a_session_that_is_renewed_by_the_login_stays_in_its_unit() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    anna.switch_unit(SALARIES).await.unwrap();
    let prepared = anna.prepared().await;
    anna.switch_unit(BENEFITS).await.unwrap();
    let confirmed = world.browser().approve_and_confirm(&prepared, "anna").await.unwrap();
    assert_eq!(unit(&confirmed.session), SALARIES.id);
}

#[tokio::test]
async fn a04_who_is_taken_out_of_a_unit_is_logged_out_and_commits_nothing() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let case = anna.prepare_case(ChangeKind::CreateSpecific).await;
    world.change(|transaction| transaction.execute("DELETE FROM assignments WHERE unit_id = ?1", [BENEFITS.id]));
    assert_eq!(kind(anna.get::<Session>("/api/session").await), ProblemType::NotLoggedIn);
    assert_eq!(kind(anna.approve_and_confirm(&case.prepared, "anna").await), ProblemType::NoRight);
    assert_eq!(unit(&anna.log_in("anna").await.unwrap()), SALARIES.id);
    world.assert_nothing_committed();
}
