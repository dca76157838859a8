//! What becomes of specific accounts when the `NemKonto` is deleted.

use nemkonto::{
    contract::{AccountOverview, HistoryEvent, Warning},
    domain::{change_kind::ChangeKind, draft::Draft, holder::Scheme},
};
use nemkonto_sandbox::identities::{AGENCY, MUNICIPALITY};

use crate::support::{Browser, DOMESTIC, World, about, key};

/// Deletes the `NemKonto`, expecting this warning, and gives the accounts before and after.
async fn delete(anna: &Browser, cpr: &str, warning: Warning) -> (AccountOverview, AccountOverview) {
    let before = anna.look_up(Scheme::Cpr, cpr).await.unwrap();
    let prepared = anna.prepare(&before, &Draft::new(ChangeKind::DeleteNemKonto)).await.unwrap();
    assert_eq!(prepared.reading.warnings, [warning]);
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    let after = anna.again(&before).await;
    (before, after)
}

#[tokio::test]
async fn neither_a_locked_account_nor_one_of_a_locked_type_is_promoted() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let (before, after) = delete(&anna, "0312805006", Warning::NoAccountAfterwards).await;
    assert_eq!((after.nemkonto, after.specific_accounts), (None, before.specific_accounts));
}

#[tokio::test]
async fn neither_a_creditor_nor_an_account_that_waits_is_promoted() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for cpr in ["0709705008", "1102745007"] {
        let (before, after) = delete(&anna, cpr, Warning::NoAccountAfterwards).await;
        assert_eq!((after.nemkonto, after.specific_accounts), (None, before.specific_accounts));
    }
}

#[tokio::test]
async fn of_several_the_one_registered_first_is_promoted() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    world.change(|transaction| transaction.execute("UPDATE specific_accounts SET locked = 0", []));
    world.change(|transaction| {
        transaction.execute(
            "UPDATE specific_in_force SET registered_at = registered_at - 1
             WHERE specific_id = (SELECT id FROM specific_accounts WHERE benefit_type = 'NKSTIB')",
            [],
        )
    });
    let (before, after) = delete(&anna, "1806785004", Warning::SpecificAccountTakesOver).await;
    let promoted = before.specific(&key("NKSTIB", AGENCY)).unwrap();
    assert_eq!(after.nemkonto, promoted.in_force);
    assert_eq!(after.specific_accounts.len(), 1);
    assert!(after.specific(&key("NKSFTI", AGENCY)).is_some());
}

#[tokio::test]
async fn what_waits_to_replace_the_promoted_account_goes_on_waiting() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let of = key("NKSTIB", AGENCY);
    let overview = anna.look_up(Scheme::Cpr, "1806785004").await.unwrap();
    anna.carry_out(&overview, &about(ChangeKind::ReplaceSpecific, &of, DOMESTIC), "anna").await;
    let (before, after) = delete(&anna, "1806785004", Warning::SpecificAccountTakesOver).await;
    let (before, left) = (before.specific(&of).unwrap(), after.specific(&of).unwrap());
    assert_eq!(after.nemkonto, before.in_force);
    assert_eq!((&left.in_force, &left.pending), (&None, &before.pending));
}

#[tokio::test]
async fn what_was_never_activated_does_not_keep_the_place_of_the_promoted_account() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let of = key("NKSTIB", AGENCY);
    let overview = anna.look_up(Scheme::Cpr, "1806785004").await.unwrap();
    anna.carry_out(&overview, &about(ChangeKind::ReplaceSpecific, &of, DOMESTIC), "anna").await;
    let yesterday = world.today().plus_days(-1).to_string();
    world.change(|transaction| transaction.execute("UPDATE pending_specific SET activate_by = ?1", [&yesterday]));
    let (_, after) = delete(&anna, "1806785004", Warning::SpecificAccountTakesOver).await;
    assert_eq!(after.specific(&of), None);
}

#[tokio::test]
async fn a_promotion_stands_in_the_history_beside_the_deletion() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let (before, _) = delete(&anna, "0808888009", Warning::SpecificAccountTakesOver).await;
    let history = anna.history(&before).await;
    let [promoted, deleted, ..] = &history[..] else { panic!("{history:?}") };
    assert_eq!(promoted.event, HistoryEvent::BecameNemKonto { id: key("NKSLØN", MUNICIPALITY) });
    assert_eq!(promoted.names.benefit_type.as_deref(), Some("Løn, honorarer og tjenestemandspension"));
    assert_eq!(promoted.names.authority.as_deref(), Some(MUNICIPALITY.name));
    assert!(promoted.receipt.is_some());
    assert_eq!((&promoted.receipt, promoted.at), (&deleted.receipt, deleted.at));
    assert!(matches!(&deleted.event, HistoryEvent::Changed { change } if change.kind() == ChangeKind::DeleteNemKonto));
}
