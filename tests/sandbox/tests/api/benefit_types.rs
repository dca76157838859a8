//! An authority's own benefit types, from form to list.

use nemkonto::{
    contract::{BenefitType, BenefitTypes, FieldRefusal, OwnBenefitType, ProblemType, Warning},
    domain::{
        benefit_type::BenefitCode,
        change_kind::ChangeKind,
        draft::{Draft, Field},
        holder::Scheme,
        specific::Locks,
    },
};
use nemkonto_sandbox::{
    fixtures::{GRANTS, OWN, SALARIES},
    identities::MUNICIPALITY,
};

use crate::support::{Browser, DOMESTIC, World, filled, key, kind, new_specific, type_edit};

fn codes<'a>(types: impl IntoIterator<Item = &'a BenefitType>) -> Vec<String> {
    types.into_iter().map(|it| it.code.to_string()).collect()
}

fn own<'a>(types: &'a BenefitTypes, code: &str) -> Option<&'a OwnBenefitType> {
    types.own(&BenefitCode::parse(code).unwrap())
}

/// Prepares, confirms, and gives the list as it is afterwards.
async fn carry_out(anna: &Browser, draft: &Draft, warnings: &[Warning]) -> BenefitTypes {
    let before = anna.benefit_types().await.unwrap();
    let prepared = anna.prepare_type(&before, draft).await.unwrap();
    assert_eq!(prepared.reading.warnings, warnings);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    let after = anna.benefit_types().await.unwrap();
    assert_eq!(after.version, before.version + 1);
    after
}

#[tokio::test]
async fn the_list_is_that_of_the_unit_and_its_authority() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let types = anna.benefit_types().await.unwrap();
    assert_eq!(codes(types.own.iter().map(|own| &own.benefit_type)), ["BEFORD", "FRITID", "VARME"]);
    assert_eq!(codes(&types.payable), ["NKSBØT", "NKSKOH", "NKSSOP", "BEFORD", "FRITID", "VARME"]);
    for fixture in OWN.iter().filter(|own| own.authority == MUNICIPALITY) {
        let found = own(&types, fixture.code).unwrap();
        assert_eq!((found.benefit_type.name.as_str(), found.locked), (fixture.name, fixture.locked));
    }
    assert_eq!(own(&types, "FRITID").unwrap().accounts, 0);
    assert_eq!(own(&types, "VARME").unwrap().accounts, 1);

    anna.switch_unit(SALARIES).await.unwrap();
    let salaries = anna.benefit_types().await.unwrap();
    assert_eq!((salaries.own, codes(&salaries.payable)), (types.own, vec!["NKSLØN".to_owned()]));
    let clara = world.logged_in("clara").await.benefit_types().await.unwrap();
    assert_eq!(codes(clara.own.iter().map(|own| &own.benefit_type)), ["PULJE"]);
    assert_eq!(codes(&clara.payable), GRANTS.pays);
}

#[tokio::test]
async fn a_new_one_is_paid_by_the_unit_that_made_it() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let draft = filled(ChangeKind::CreateBenefitType, &[(Field::Code, "julehj"), (Field::Name, "Julehjælp")]);
    let after = carry_out(&anna, &draft, &[]).await;
    let made = own(&after, "JULEHJ").unwrap();
    assert_eq!((made.benefit_type.name.as_str(), made.locked, made.accounts), ("Julehjælp", false, 0));
    assert!(after.payable.contains(&made.benefit_type));

    let overview = anna.look_up(Scheme::Cpr, "2902846000").await.unwrap();
    anna.carry_out(&overview, &new_specific("JULEHJ", DOMESTIC), "anna").await;
    assert_eq!(own(&anna.benefit_types().await.unwrap(), "JULEHJ").unwrap().accounts, 1);
    anna.switch_unit(SALARIES).await.unwrap();
    assert!(!anna.benefit_types().await.unwrap().payable.contains(&made.benefit_type));
}

#[tokio::test]
async fn locking_a_type_locks_its_accounts_and_changes_their_version() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let of = key("BEFORD", MUNICIPALITY);
    let before = anna.look_up(Scheme::Cpr, "0312805006").await.unwrap();
    for (locked, warning) in [(true, Warning::LocksAllAccounts), (false, Warning::UnlocksAllAccounts)] {
        carry_out(&anna, &type_edit("BEFORD", "Befordring", locked), &[warning]).await;
        let after = anna.again(&before).await;
        assert_eq!(after.specific(&of).unwrap().locks, Locks { account: true, benefit_type: locked });
    }
    assert_eq!(anna.again(&before).await.version, before.version + 2);
}

#[tokio::test]
async fn a_name_alone_changes_no_account() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cpr, "0312805006").await.unwrap();
    let after = carry_out(&anna, &type_edit("BEFORD", "Befordring", false), &[]).await;
    assert_eq!(own(&after, "BEFORD").unwrap().benefit_type.name.as_str(), "Befordring");
    assert_eq!(anna.again(&before).await.version, before.version);
}

#[tokio::test]
async fn locking_a_type_without_accounts_brings_no_warning() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let after = carry_out(&anna, &type_edit("FRITID", "Fritidspas", true), &[]).await;
    assert!(own(&after, "FRITID").unwrap().locked);
}

#[tokio::test]
async fn a_deleted_one_is_gone_but_not_its_history() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let draft = filled(ChangeKind::DeleteBenefitType, &[(Field::BenefitType, "FRITID")]);
    let after = carry_out(&anna, &draft, &[]).await;
    assert_eq!(own(&after, "FRITID"), None);
    assert!(after.payable.iter().all(|payable| payable.code.as_str() != "FRITID"));
    let newest = &anna.type_history().await[0];
    assert_eq!(newest.names.benefit_type.as_deref(), Some("Fritidspas til børn og unge"));
}

#[tokio::test]
async fn a06_a_code_that_is_taken_is_refused_at_its_field() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let types = anna.benefit_types().await.unwrap();
    for taken in ["VARME", "pulje"] {
        let draft = filled(ChangeKind::CreateBenefitType, &[(Field::Code, taken), (Field::Name, "Hjælp")]);
        let refused = anna.prepare_type(&types, &draft).await.unwrap_err();
        let [problem] = &refused.errors[..] else { panic!("{refused:?}") };
        assert_eq!((problem.field, &problem.error), (Field::Code, &FieldRefusal::CodeTaken));
        assert_eq!(problem.pointer, "/draft/values/code");
    }
}

#[tokio::test]
async fn a03_a_list_that_has_changed_is_refused() {
    let world = World::start().await;
    let (anna, bo) = (world.logged_in("anna").await, world.logged_in("bo").await);
    let types = anna.benefit_types().await.unwrap();
    let prepared = anna.prepare_type(&types, &type_edit("BEFORD", "Befordring", true)).await.unwrap();
    let by_bo = bo.prepare_type(&types, &type_edit("BEFORD", "Kørsel", false)).await.unwrap();
    bo.approve_and_confirm(&by_bo, "bo").await.unwrap();
    assert_eq!(kind(anna.approve_and_confirm(&prepared, "anna").await), ProblemType::AccountsChanged);
    let draft = type_edit("BEFORD", "Befordring", true);
    assert_eq!(kind(anna.prepare_type(&types, &draft).await), ProblemType::AccountsChanged);
    assert_eq!(world.commits(), 1);
}
