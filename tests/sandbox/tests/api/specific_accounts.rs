//! Accounts for single benefit types, from form to overview.

use nemkonto::{
    contract::{SpecificAccount, Warning},
    domain::{
        account::AccountType,
        change::Registered,
        change_kind::ChangeKind,
        draft::Field,
        holder::Scheme,
        specific::{Locks, SpecificAccountId},
    },
};
use nemkonto_sandbox::identities::MUNICIPALITY;

use crate::support::{AMERICAN, CREDITOR, DOMESTIC, LITHUANIAN, World, about, key, new_specific};

/// A citizen without specific accounts.
const WITHOUT: &str = "290284-6000";
/// A citizen whose pension goes to a locked account of the municipality.
const PENSIONER: &str = "050675-7002";
/// A citizen with accounts that wait: for `NKSSOP` alone, for `NKSKOH` beside one in force.
const WAITING: &str = "110274-5007";
/// A citizen with an unlocked account for `VARME`, whose type is locked, and a locked one for `BEFORD`.
const LOCKED_BY_TYPE: &str = "031280-5006";

fn pension() -> SpecificAccountId {
    key("NKSSOP", MUNICIPALITY)
}

#[tokio::test]
async fn a_new_one_waits_for_activation_in_each_form() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, WITHOUT).await.unwrap();
    for (benefit_type, typed, form) in [
        ("NKSSOP", DOMESTIC, AccountType::Domestic),
        ("NKSKOH", LITHUANIAN, AccountType::Iban),
        ("NKSBØT", AMERICAN, AccountType::Number),
        ("FRITID", CREDITOR, AccountType::Fi),
    ] {
        let receipt = anna.carry_out(&overview, &new_specific(benefit_type, typed), "anna").await.receipt;
        assert_eq!(receipt.before, None);
        let after = anna.again(&overview).await;
        let SpecificAccount { in_force, pending, locks, .. } =
            after.specific(&key(benefit_type, MUNICIPALITY)).unwrap();
        assert_eq!((in_force, locks), (&None, &Locks::default()));
        let pending = pending.as_ref().unwrap();
        assert_eq!(Some(&pending.account), receipt.change.account());
        assert_eq!(pending.account.account_type(), form);
        assert_eq!(pending.letter_date.days_until(pending.activate_by), 60);
        assert_eq!((pending.registration.by.as_str(), pending.is_expired), ("Eksempelby Kommune", false));
    }
    assert_eq!(anna.again(&overview).await.version, overview.version + 4);
}

#[tokio::test]
async fn a_new_one_is_locked_if_that_is_ticked() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, WITHOUT).await.unwrap();
    let mut draft = new_specific("NKSSOP", DOMESTIC);
    draft.set_tick(Field::Locked, true);
    let prepared = anna.prepare(&overview, &draft).await.unwrap();
    assert_eq!(prepared.reading.warnings, [Warning::LockedForOthers]);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    assert!(anna.again(&overview).await.specific(&pension()).unwrap().locks.account);
}

#[tokio::test]
async fn the_old_one_stays_in_force_while_its_replacement_waits() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cpr, PENSIONER).await.unwrap();
    let draft = about(ChangeKind::ReplaceSpecific, &pension(), DOMESTIC);
    let prepared = anna.prepare(&before, &draft).await.unwrap();
    let old = before.specific(&pension()).unwrap();
    assert_eq!(prepared.reading.before, old.registered());
    assert_eq!(prepared.reading.warnings, []);
    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert_eq!(receipt.before, old.registered());

    let after = anna.again(&before).await;
    let new = after.specific(&pension()).unwrap();
    assert_eq!((&new.in_force, new.locks), (&old.in_force, old.locks), "its lock stays as it is");
    assert_eq!(new.pending.as_ref().map(|pending| &pending.account), receipt.change.account());
}

#[tokio::test]
async fn a_second_replacement_takes_the_place_of_the_one_that_waits() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cpr, WAITING).await.unwrap();
    let only_waits = &[Warning::ReplacesPending, Warning::NeverActivated][..];
    for (benefit_type, warnings) in [("NKSSOP", only_waits), ("NKSKOH", &[Warning::ReplacesPending])] {
        let of = key(benefit_type, MUNICIPALITY);
        let draft = about(ChangeKind::ReplaceSpecific, &of, DOMESTIC);
        let prepared = anna.prepare(&anna.again(&before).await, &draft).await.unwrap();
        assert_eq!(prepared.reading.warnings, warnings);
        anna.approve_and_confirm(&prepared, "anna").await.unwrap();
        let after = anna.again(&before).await;
        let pending = after.specific(&of).unwrap().pending.clone().unwrap();
        assert_eq!(Some(&pending.account), prepared.reading.change.account());
    }
}

#[tokio::test]
async fn a_deleted_one_is_gone_and_its_number_is_on_no_receipt() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = anna.look_up(Scheme::Cpr, WAITING).await.unwrap();
    let of = key("NKSKOH", MUNICIPALITY);
    let prepared = anna.prepare(&before, &about(ChangeKind::DeleteSpecific, &of, &[])).await.unwrap();
    assert_eq!(prepared.reading.before, before.specific(&of).unwrap().registered());
    assert_eq!(prepared.reading.warnings, [Warning::BenefitGoesToNemKonto]);
    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert_eq!((receipt.change.account(), &receipt.before), (None, &None));

    let after = anna.again(&before).await;
    assert_eq!(after.specific(&of), None);
    assert_eq!(after.specific_accounts.len(), before.specific_accounts.len() - 1);
    assert_eq!(
        world
            .count("SELECT count(*) FROM pending_specific WHERE specific_id NOT IN (SELECT id FROM specific_accounts)"),
        0
    );
}

#[tokio::test]
async fn a_lock_is_set_and_removed() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, PENSIONER).await.unwrap();
    for (kind, warning, locked) in [
        (ChangeKind::UnlockSpecific, Warning::UnlockedCanBeChanged, false),
        (ChangeKind::LockSpecific, Warning::LockedForOthers, true),
    ] {
        let prepared = anna.prepare(&anna.again(&overview).await, &about(kind, &pension(), &[])).await.unwrap();
        assert_eq!(prepared.reading.warnings, [warning]);
        assert_eq!(prepared.reading.before.as_ref().and_then(Registered::lock), Some(!locked));
        let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
        assert_eq!(receipt.before, prepared.reading.before);
        let after = anna.again(&overview).await;
        let account = after.specific(&pension()).unwrap();
        assert_eq!(account.locks.account, locked);
        assert_eq!(account.registered(), receipt.change.after(receipt.before.as_ref()));
    }
}

#[tokio::test]
async fn what_the_type_locks_stays_locked_when_its_own_lock_is_removed() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, LOCKED_BY_TYPE).await.unwrap();
    let warmth = key("VARME", MUNICIPALITY);
    anna.carry_out(&overview, &about(ChangeKind::LockSpecific, &warmth, &[]), "anna").await;
    let draft = about(ChangeKind::UnlockSpecific, &warmth, &[]);
    let prepared = anna.prepare(&anna.again(&overview).await, &draft).await.unwrap();
    assert_eq!(prepared.reading.warnings, [Warning::LockedByType]);
    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert_eq!(receipt.warnings, prepared.reading.warnings, "the receipt says what the caseworker was told");
    let after = anna.again(&overview).await;
    assert_eq!(after.specific(&warmth).unwrap().locks, Locks { account: false, benefit_type: true });
}
