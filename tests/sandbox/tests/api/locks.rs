//! The rules about locks: of an account ("Lås for ændringer"), and of a benefit type ("Lås for kontoændringer"). Each test is named after
//! its rule.

use nemkonto::{
    contract::{AccountOverview, ProblemType, Warning},
    domain::{change_kind::ChangeKind, holder::Scheme},
};
use nemkonto_sandbox::identities::{AGENCY, MUNICIPALITY};

use crate::support::{Browser, CREDITOR, DOMESTIC, World, about, key, kind, new_specific, type_edit};

/// A citizen without specific accounts.
const CITIZEN: &str = "010158-5018";
/// A citizen with two accounts of the agency: `NKSFTI` locked, `NKSTIB` not.
const OF_AGENCY: &str = "180678-5004";
/// A citizen with an unlocked account for `VARME`, whose type is locked, and a locked one for `BEFORD`.
const LOCKED_BY_TYPE: &str = "031280-5006";

async fn look_up(browser: &Browser, cpr: &str) -> AccountOverview {
    browser.look_up(Scheme::Cpr, cpr).await.unwrap()
}

#[tokio::test]
async fn a_locked_account_is_changed_by_its_own_authority_only() {
    let world = World::start().await;
    let (anna, clara) = (world.logged_in("anna").await, world.logged_in("clara").await);
    let overview = look_up(&anna, OF_AGENCY).await;
    let locked = key("NKSFTI", AGENCY);
    for (form, typed) in [(ChangeKind::ReplaceSpecific, DOMESTIC), (ChangeKind::DeleteSpecific, &[][..])] {
        let draft = about(form, &locked, typed);
        assert_eq!(kind(anna.prepare(&overview, &draft).await), ProblemType::LockedByOther, "{form:?}");
        clara.prepare(&overview, &draft).await.unwrap();
    }
}

#[tokio::test]
async fn locks_are_set_and_removed_by_the_own_authority_only() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, OF_AGENCY).await;
    for (form, benefit_type) in [(ChangeKind::UnlockSpecific, "NKSFTI"), (ChangeKind::LockSpecific, "NKSTIB")] {
        let answer = anna.prepare(&overview, &about(form, &key(benefit_type, AGENCY), &[])).await;
        assert_eq!(kind(answer), ProblemType::OtherAuthority, "{form:?}");
    }
}

#[tokio::test]
async fn an_unlocked_account_of_another_authority_can_be_replaced_and_stays_its_own() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, OF_AGENCY).await;
    let unlocked = key("NKSTIB", AGENCY);
    anna.carry_out(&overview, &about(ChangeKind::ReplaceSpecific, &unlocked, DOMESTIC), "anna").await;
    let after = anna.again(&overview).await;
    let pending = after.specific(&unlocked).unwrap().pending.clone().unwrap();
    assert_eq!(pending.registration.by, MUNICIPALITY.name);
    anna.carry_out(&overview, &about(ChangeKind::DeleteSpecific, &unlocked, &[]), "anna").await;
    assert_eq!(anna.again(&overview).await.specific(&unlocked), None);
}

#[tokio::test]
async fn a_locked_benefit_type_locks_every_account_of_the_type() {
    let world = World::start().await;
    let (anna, clara) = (world.logged_in("anna").await, world.logged_in("clara").await);
    let overview = look_up(&clara, LOCKED_BY_TYPE).await;
    let of = key("VARME", MUNICIPALITY);
    let delete = about(ChangeKind::DeleteSpecific, &of, &[]);
    assert_eq!(kind(clara.prepare(&overview, &delete).await), ProblemType::LockedByOther);
    anna.prepare(&overview, &delete).await.unwrap();
    let unlock = about(ChangeKind::UnlockSpecific, &of, &[]);
    assert_eq!(kind(anna.prepare(&overview, &unlock).await), ProblemType::BenefitTypeLocked);
}

#[tokio::test]
async fn a_lock_on_the_type_that_comes_while_somebody_logs_in_counts() {
    let world = World::start().await;
    let (anna, clara) = (world.logged_in("anna").await, world.logged_in("clara").await);
    let overview = look_up(&anna, LOCKED_BY_TYPE).await;
    anna.carry_out(&overview, &about(ChangeKind::UnlockSpecific, &key("BEFORD", MUNICIPALITY), &[]), "anna").await;
    let draft = about(ChangeKind::DeleteSpecific, &key("BEFORD", MUNICIPALITY), &[]);
    let prepared = clara.prepare(&clara.again(&overview).await, &draft).await.unwrap();
    let types = anna.benefit_types().await.unwrap();
    let lock = anna.prepare_type(&types, &type_edit("BEFORD", "Befordring", true)).await.unwrap();
    anna.approve_and_confirm(&lock, "anna").await.unwrap();
    assert_eq!(kind(clara.approve_and_confirm(&prepared, "clara").await), ProblemType::AccountsChanged);
    let answer = clara.prepare(&clara.again(&overview).await, &draft).await;
    assert_eq!(kind(answer), ProblemType::LockedByOther);
}

#[tokio::test]
async fn a_type_that_is_unlocked_while_somebody_logs_in_is_told_before_an_account_is_registered() {
    let world = World::start().await;
    let (anna, bo) = (world.logged_in("anna").await, world.logged_in("bo").await);
    let draft = new_specific("VARME", DOMESTIC);
    let prepared = anna.prepare(&look_up(&anna, CITIZEN).await, &draft).await.unwrap();
    assert_eq!(prepared.reading.warnings, [Warning::LockedByType]);
    let unlock = type_edit("VARME", "Varmehjælp", false);
    let unlock = bo.prepare_type(&bo.benefit_types().await.unwrap(), &unlock).await.unwrap();
    bo.approve_and_confirm(&unlock, "bo").await.unwrap();
    assert_eq!(kind(anna.approve_and_confirm(&prepared, "anna").await), ProblemType::AccountsChanged);
    let again = anna.prepare(&look_up(&anna, CITIZEN).await, &draft).await.unwrap();
    assert_eq!(again.reading.warnings, [Warning::UnlockedCanBeChanged]);
}

#[tokio::test]
async fn a_lock_that_is_there_is_not_set_again() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, LOCKED_BY_TYPE).await;
    let lock = about(ChangeKind::LockSpecific, &key("BEFORD", MUNICIPALITY), &[]);
    assert_eq!(kind(anna.prepare(&overview, &lock).await), ProblemType::LockUnchanged);
    let unlocked = anna.look_up(Scheme::Cpr, "080888-8009").await.unwrap();
    let unlock = about(ChangeKind::UnlockSpecific, &key("NKSLØN", MUNICIPALITY), &[]);
    assert_eq!(kind(anna.prepare(&unlocked, &unlock).await), ProblemType::LockUnchanged);
}

#[tokio::test]
async fn a_new_account_of_a_locked_type_is_locked_without_a_tick() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = look_up(&anna, CITIZEN).await;
    let locked = anna.prepare(&overview, &new_specific("VARME", DOMESTIC)).await.unwrap();
    assert_eq!(locked.reading.warnings, [Warning::LockedByType]);
    let unlocked = anna.prepare(&overview, &new_specific("BEFORD", DOMESTIC)).await.unwrap();
    assert_eq!(unlocked.reading.warnings, [Warning::UnlockedCanBeChanged]);
}

#[tokio::test]
async fn an_unlocked_creditor_brings_no_word_of_becoming_the_nemkonto() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let created = new_specific("BEFORD", CREDITOR);
    let prepared = anna.prepare(&look_up(&anna, CITIZEN).await, &created).await.unwrap();
    assert_eq!(prepared.reading.warnings, [Warning::UnlockedCreditorCanBeChanged]);

    let creditor = key("NKSKOH", MUNICIPALITY);
    let overview = anna.look_up(Scheme::Cpr, "070970-5008").await.unwrap();
    anna.carry_out(&overview, &about(ChangeKind::LockSpecific, &creditor, &[]), "anna").await;
    let unlock = about(ChangeKind::UnlockSpecific, &creditor, &[]);
    let prepared = anna.prepare(&anna.again(&overview).await, &unlock).await.unwrap();
    assert_eq!(prepared.reading.warnings, [Warning::UnlockedCreditorCanBeChanged]);
}
