//! T01: what identifies a citizen or an account, or opens anything, stands in no log and no refusal.

use nemkonto::domain::{change_kind::ChangeKind, holder::Scheme};

use crate::support::{PreparedCase, World, foreign, lithuanian};

const CPR: &str = "1203616003";

#[tokio::test]
async fn t01_the_audit_log_identifies_no_citizen_and_no_account() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, CPR).await.unwrap();
    let _ = anna.look_up(Scheme::Cpr, "0101586103").await;
    let refused = anna.prepare(&overview, &foreign("REVOLT21", "LT36 3250 0123 4567 8901")).await.unwrap_err();
    let prepared = anna.prepare(&overview, &lithuanian()).await.unwrap();
    let callback = anna.approve(&prepared, "anna").await;
    anna.confirm(&prepared, &callback).await.unwrap();

    let log = world.audit_log();
    assert!(log.lines().count() >= 6);
    let problem = serde_json::to_string(&refused).unwrap();
    for secret in [CPR, "120361", "0101586103", "REVOLT21", "3250", "Mads", &callback.code, &prepared.state] {
        assert!(!log.contains(secret));
        assert!(!problem.contains(secret));
    }
}

#[tokio::test]
async fn t01_no_kind_of_change_leaves_a_number_in_the_audit_log() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let mut secrets = vec!["000987654321".to_owned(), "80000001".to_owned(), "654321".to_owned()];
    for &kind in ChangeKind::ALL {
        let PreparedCase { prepared, overview, .. } = anna.prepare_case(kind).await;
        anna.approve_and_confirm(&prepared, "anna").await.unwrap();
        if let Some(overview) = overview {
            anna.history(&overview).await;
            secrets.extend([overview.holder.as_str().to_owned(), overview.name]);
        }
    }
    let log = world.audit_log();
    assert!(log.lines().count() > 3 * ChangeKind::ALL.len());
    for secret in secrets {
        assert!(!log.contains(&secret), "{secret}");
    }
}
