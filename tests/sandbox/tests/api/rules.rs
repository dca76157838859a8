//! The rules of the official guide and of practice, as far as the API can keep them. Each test is named after its rule.

use nemkonto::{
    contract::{AccountOverview, FieldRefusal, ProblemType, Warning},
    domain::{
        change_kind::ChangeKind,
        draft::{Draft, Field},
        holder::Scheme,
    },
};
use nemkonto_sandbox::identities::{AGENCY, MUNICIPALITY};

use crate::support::{
    AMERICAN, Browser, CREDITOR, DOMESTIC, Refused, World, about, domestic, filled, foreign, key, kind, new_specific,
    type_edit,
};

/// A citizen with a domestic `NemKonto` and nothing else.
const CITIZEN: &str = "010158-5018";
/// A citizen with a locked account of the municipality and an unlocked one of the agency.
const MIXED: &str = "050675-7002";

async fn look_up(browser: &Browser, cpr: &str) -> AccountOverview {
    browser.look_up(Scheme::Cpr, cpr).await.unwrap()
}

/// The one field that is refused, and why.
fn field<T>(answer: Result<T, Refused>) -> (Field, FieldRefusal) {
    let Err(refused) = answer else { panic!("the request was not refused") };
    assert_eq!(refused.problem_type, ProblemType::FieldsRefused);
    let [problem] = &refused.errors[..] else { panic!("{refused:?}") };
    (problem.field, problem.error.clone())
}

#[tokio::test]
async fn only_who_pays_a_benefit_creates_a_specific_account_for_it() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, CITIZEN).await;
    for (benefit_type, error) in [
        // Paid by another unit, by another authority, by nobody here; another authority's own; none at all.
        ("NKSLØN", FieldRefusal::BenefitTypeOfOthers),
        ("NKSFTI", FieldRefusal::BenefitTypeOfOthers),
        ("NKSDPE", FieldRefusal::BenefitTypeOfOthers),
        ("PULJE", FieldRefusal::BenefitTypeOfOthers),
        ("HVIDSTØV", FieldRefusal::BenefitType),
    ] {
        let answer = anna.prepare(&overview, &new_specific(benefit_type, DOMESTIC)).await;
        assert_eq!(field(answer), (Field::BenefitType, error), "{benefit_type}");
    }
}

#[tokio::test]
async fn an_authority_has_one_account_for_a_benefit_type_whatever_others_have() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, MIXED).await;
    let answer = anna.prepare(&overview, &new_specific("NKSSOP", DOMESTIC)).await;
    assert_eq!(field(answer), (Field::BenefitType, FieldRefusal::SpecificAccountExists));
    anna.carry_out(&overview, &new_specific("NKSBØT", DOMESTIC), "anna").await;
    let after = anna.again(&overview).await;
    assert!(after.specific(&key("NKSBØT", AGENCY)).is_some() && after.specific(&key("NKSBØT", MUNICIPALITY)).is_some());
}

#[tokio::test]
async fn only_the_own_benefit_types_can_be_edited_and_deleted() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let types = anna.benefit_types().await.unwrap();
    for code in ["NKSSOP", "PULJE", "HVIDSTØV"] {
        let edit = type_edit(code, "Et andet navn", true);
        assert_eq!(kind(anna.prepare_type(&types, &edit).await), ProblemType::NotRegistered, "{code}");
        let delete = filled(ChangeKind::DeleteBenefitType, &[(Field::BenefitType, code)]);
        assert_eq!(kind(anna.prepare_type(&types, &delete).await), ProblemType::NotRegistered, "{code}");
    }
}

#[tokio::test]
async fn a_benefit_type_with_accounts_cannot_be_deleted() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let types = anna.benefit_types().await.unwrap();
    let delete = filled(ChangeKind::DeleteBenefitType, &[(Field::BenefitType, "BEFORD")]);
    assert_eq!(kind(anna.prepare_type(&types, &delete).await), ProblemType::BenefitTypeInUse);
}

#[tokio::test]
async fn what_is_not_there_cannot_be_changed() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, CITIZEN).await;
    for form in
        [ChangeKind::ReplaceSpecific, ChangeKind::DeleteSpecific, ChangeKind::LockSpecific, ChangeKind::UnlockSpecific]
    {
        let answer = anna.prepare(&overview, &about(form, &key("NKSSOP", MUNICIPALITY), DOMESTIC)).await;
        assert_eq!(kind(answer), ProblemType::NotRegistered, "{form:?}");
    }
}

#[tokio::test]
async fn what_is_registered_already_is_no_change() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, MIXED).await;
    let same =
        filled(ChangeKind::AssignNemKonto, &[(Field::RegistrationNumber, "9999"), (Field::AccountNumber, "4005006")]);
    assert_eq!(kind(anna.prepare(&overview, &same).await), ProblemType::NothingChanges);
    let present = &[(Field::RegistrationNumber, "9998"), (Field::AccountNumber, "222 333")];
    let same = about(ChangeKind::ReplaceSpecific, &key("NKSSOP", MUNICIPALITY), present);
    assert_eq!(kind(anna.prepare(&overview, &same).await), ProblemType::NothingChanges);
    let types = anna.benefit_types().await.unwrap();
    let same = type_edit("VARME", "Varmehjælp", true);
    assert_eq!(kind(anna.prepare_type(&types, &same).await), ProblemType::NothingChanges);
}

#[tokio::test]
async fn the_account_in_force_can_take_the_place_of_one_that_waits() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, "170983-5005").await;
    let present =
        filled(ChangeKind::AssignNemKonto, &[(Field::RegistrationNumber, "9999"), (Field::AccountNumber, "7008009")]);
    assert_eq!(anna.prepare(&overview, &present).await.unwrap().reading.warnings, [Warning::ReplacesPending]);
    // A new letter for the account that waits is a change, too.
    let again = foreign("AAAADEFF", "DE19999999990000123456");
    anna.prepare(&overview, &again).await.unwrap();
}

#[tokio::test]
async fn an_account_of_somebody_else_can_be_used_as_often_as_anyone_likes() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let one = look_up(&anna, CITIZEN).await;
    let other = look_up(&anna, "120361-6003").await;
    anna.carry_out(&one, &domestic(), "anna").await;
    anna.carry_out(&other, &domestic(), "anna").await;
    anna.carry_out(&other, &new_specific("NKSSOP", DOMESTIC), "anna").await;
}

#[tokio::test]
async fn after_sixty_days_a_letter_has_expired_and_a_new_assignment_is_needed() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, CITIZEN).await;
    anna.carry_out(&overview, &domestic(), "anna").await;
    let pending = anna.again(&overview).await.pending.unwrap();
    assert_eq!(pending.letter_date.days_until(pending.activate_by), 60);
    for (days_left, is_expired, warnings) in [(0, false, &[Warning::ReplacesPending][..]), (-1, true, &[])] {
        let last_day = world.today().plus_days(days_left).to_string();
        world.change(|transaction| transaction.execute("UPDATE pending_nemkonti SET activate_by = ?1", [&last_day]));
        let later = anna.again(&overview).await;
        assert_eq!(later.pending.as_ref().unwrap().is_expired, is_expired);
        assert_eq!(anna.prepare(&later, &domestic()).await.unwrap().reading.warnings, warnings);
    }
}

#[tokio::test]
async fn an_expired_letter_hinders_nothing_and_nothing_waits_that_is_replaced() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, "110274-5007").await;
    let draft = about(ChangeKind::ReplaceSpecific, &key("NKSBØT", MUNICIPALITY), DOMESTIC);
    assert_eq!(anna.prepare(&overview, &draft).await.unwrap().reading.warnings, [Warning::NeverActivated]);
    let without_nemkonto = look_up(&anna, "211073-5009").await;
    assert!(without_nemkonto.pending.as_ref().unwrap().is_expired);
    assert_eq!(anna.prepare(&without_nemkonto, &domestic()).await.unwrap().reading.warnings, []);
    assert_eq!(
        kind(anna.prepare(&without_nemkonto, &Draft::new(ChangeKind::DeleteNemKonto)).await),
        ProblemType::NothingToDelete
    );
}

#[tokio::test]
async fn fi_is_for_specific_accounts_only() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, CITIZEN).await;
    let answer = anna.prepare(&overview, &filled(ChangeKind::AssignNemKonto, CREDITOR)).await;
    assert_eq!(field(answer), (Field::AccountType, FieldRefusal::NotAccepted));
    anna.prepare(&overview, &new_specific("NKSSOP", CREDITOR)).await.unwrap();
}

#[tokio::test]
async fn transfers_abroad_bring_a_warning_in_every_form_and_place() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, CITIZEN).await;
    for draft in [filled(ChangeKind::AssignNemKonto, AMERICAN), new_specific("NKSSOP", AMERICAN)] {
        let prepared = anna.prepare(&overview, &draft).await.unwrap();
        assert_eq!(prepared.reading.warnings[0], Warning::ForeignTransfer);
    }
}

#[tokio::test]
async fn what_the_registers_say_of_the_holder_is_told_at_every_change_of_accounts() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for (scheme, number, warning) in
        [(Scheme::Cpr, "3011905004", Warning::HolderDeceased), (Scheme::Cvr, "99000341", Warning::CompanyClosed)]
    {
        let overview = anna.look_up(scheme, number).await.unwrap();
        for draft in [domestic(), Draft::new(ChangeKind::DeleteNemKonto), new_specific("NKSSOP", DOMESTIC)] {
            let warnings = anna.prepare(&overview, &draft).await.unwrap().reading.warnings;
            assert_eq!(warnings.last(), Some(&warning));
        }
    }
}

#[tokio::test]
async fn without_a_nemkonto_a_deleted_specific_account_leaves_nothing() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, "120361-6003").await;
    anna.carry_out(&overview, &new_specific("NKSSOP", DOMESTIC), "anna").await;
    let draft = about(ChangeKind::DeleteSpecific, &key("NKSSOP", MUNICIPALITY), &[]);
    let prepared = anna.prepare(&anna.again(&overview).await, &draft).await.unwrap();
    assert_eq!(prepared.reading.warnings, [Warning::NoAccountAfterwards, Warning::NeverActivated]);
}
