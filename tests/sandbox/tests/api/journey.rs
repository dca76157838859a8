//! The way from login to receipt, when nothing goes wrong.

use nemkonto::{
    contract::{AccountOverview, Session, SignedReceipt, Warning},
    domain::{holder::Scheme, right::Right},
    i18n::{Language, reference_text},
};

use crate::support::{COMPANY, COMPANY_WITH_NEMKONTO, DEV_APP, World, checked, lithuanian};

#[tokio::test]
async fn the_guides_own_case() {
    let world = World::start().await;
    let anna = world.browser();
    let session = anna.log_in("anna").await.unwrap();
    assert_eq!(session.caseworker.name.as_deref(), Some("Anna Agersted"));
    assert!(session.caseworker.may(Right::ChangeNemKonto));

    let before = anna.look_up(Scheme::Cvr, "99 00 01 20").await.unwrap();
    assert_eq!((before.nemkonto.as_ref(), before.pending.as_ref()), (None, None));

    let prepared = anna.prepare(&before, &lithuanian()).await.unwrap();
    assert_eq!(prepared.reading.change, checked(&lithuanian(), &before.holder));
    assert_eq!(prepared.reading.warnings, [Warning::ForeignTransfer]);
    assert_eq!(prepared.expires_at, prepared.reading.prepared_at.plus(600));
    assert_eq!(
        prepared.reference_text,
        reference_text(Language::Danish, &prepared.reading.change, &prepared.check_code)
    );
    assert_eq!(prepared.check_code.len(), 4);
    world.assert_nothing_committed();

    let confirmed = anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    assert_eq!(confirmed.receipt.change, prepared.reading.change);
    assert_eq!(confirmed.receipt.change_id, prepared.change_id);
    assert_eq!(confirmed.receipt.check_code, prepared.check_code);
    assert_eq!(confirmed.receipt.before, None);
    assert_eq!(confirmed.session.caseworker, session.caseworker);

    let after: AccountOverview = anna.get(&format!("/api/account-holders/{}", before.handle.0)).await.unwrap();
    let pending = after.pending.unwrap();
    assert_eq!(Some(&pending.account), prepared.reading.change.account());
    assert_eq!(pending.letter_date.days_until(pending.activate_by), 60);
    assert_eq!(pending.registration.by, "Eksempelby Kommune");
    assert_eq!((after.nemkonto, after.version), (None, before.version + 1));

    let receipt: SignedReceipt = anna.get(&format!("/api/receipts/{}", confirmed.receipt.number)).await.unwrap();
    assert_eq!(receipt, confirmed.receipt);
    assert_eq!(world.commits(), 1);
}

#[tokio::test]
async fn the_receipt_names_the_account_in_force_before() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepare_for(COMPANY_WITH_NEMKONTO).await;
    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert!(prepared.reading.before.is_some());
    assert_eq!(receipt.before, prepared.reading.before);
}

#[tokio::test]
async fn a_restart_loses_neither_session_nor_pending_change_nor_receipt() {
    let mut world = World::start().await;
    let anna = world.logged_in("anna").await;
    let committed = anna.prepare_for(COMPANY_WITH_NEMKONTO).await;
    let receipt = anna.approve_and_confirm(&committed, "anna").await.unwrap().receipt;
    let pending = anna.prepared().await;
    let callback = anna.approve(&pending, "anna").await;

    world.restart().await;
    let anna = anna.moved_to(world.browser());
    let session: Session = anna.get("/api/session").await.unwrap();
    assert_eq!(session.caseworker.authority.cvr.as_str(), "98765409");
    assert_eq!(anna.get::<SignedReceipt>(&format!("/api/receipts/{}", receipt.number)).await.unwrap(), receipt);
    anna.confirm(&pending, &callback).await.unwrap();
    assert_eq!(world.commits(), 2);
}

#[tokio::test]
async fn a_development_server_on_the_list_works_too() {
    let world = World::start().await;
    let anna = world.browser_at(DEV_APP);
    anna.log_in("anna").await.unwrap();
    let prepared = anna.prepare_for(COMPANY).await;
    anna.approve_and_confirm(&prepared, "anna").await.unwrap();
}

#[tokio::test]
async fn a_caseworker_with_a_protected_name_has_none_on_the_receipt() {
    let world = World::start().await;
    let nameless = world.logged_in("skjult").await;
    let prepared = nameless.prepared().await;
    let receipt = nameless.approve_and_confirm(&prepared, "skjult").await.unwrap().receipt;
    assert_eq!(receipt.caseworker.name, None);
}

#[tokio::test]
async fn a_session_that_ends_during_the_login_is_renewed() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let other_browser = world.browser();
    let confirmed = other_browser.approve_and_confirm(&prepared, "anna").await.unwrap();
    let session: Session = other_browser.get("/api/session").await.unwrap();
    assert_eq!(session.caseworker, confirmed.session.caseworker);
}
