//! The audit log: who did what, and why it was refused.

use nemkonto::domain::holder::Scheme;
use nemkonto_sandbox::{identities::ANNA, provider::Fault};
use serde_json::{Value, json};

use crate::support::{COMPANY, World, foreign, lithuanian, person};

#[tokio::test]
async fn the_audit_log_tells_a_working_day_with_its_refusals_and_their_reasons() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let wrong = anna.prepare(&overview, &foreign("REVOLT21", "LT36 3250 0123 4567 8901")).await.unwrap_err();
    world.provider.set_fault(Fault::WrongNonce, 1);
    let mixed_up = anna.prepare(&overview, &lithuanian()).await.unwrap();
    let forged = anna.approve_and_confirm(&mixed_up, "anna").await.unwrap_err();
    let prepared = anna.prepare(&overview, &lithuanian()).await.unwrap();
    let confirmed = anna.approve_and_confirm(&prepared, "anna").await.unwrap();
    let _: Value = anna.get(&format!("/api/receipts/{}", confirmed.receipt.number)).await.unwrap();
    anna.post::<Value>("/api/logout", &json!({})).await.ok();

    let log = world.audit_log();
    let events: Vec<&str> = log.lines().filter_map(|line| line.split(' ').nth(1)).collect();
    let expected = [
        "logged-in",
        "looked-up",
        "refused",
        "prepared",
        "refused",
        "prepared",
        "committed",
        "receipt-read",
        "logged-out",
    ];
    assert_eq!(events, expected.map(|event| format!("event={event}")));
    let anna = format!("person_id={}", person(ANNA).id);
    assert!(log.lines().all(|line| line.contains(&anna)), "{log}");

    // What was prepared last is what was committed.
    assert_eq!(about(&log, "committed"), about(&log, "prepared"));
    assert_eq!(about(&log, "committed")[2], format!("change_id={}", prepared.change_id.0));

    let refusals: Vec<&str> = log.lines().filter(|line| line.contains("event=refused")).collect();
    assert!(refusals[0].contains("detail=POST /api/changes/prepare"), "{}", refusals[0]);
    assert!(
        refusals[1].contains("detail=POST /api/changes/{change_id}/confirm: the login is not proven: id_token: nonce"),
        "{}",
        refusals[1]
    );
    for (line, refused) in refusals.iter().zip([wrong, forged]) {
        let problem = serde_json::to_value(refused.problem_type).unwrap();
        assert!(line.contains(&format!("problem={}", problem.as_str().unwrap())), "{line}");
        assert!(line.ends_with(&format!("reference={}", refused.reference)), "{line}");
    }
}

#[tokio::test]
async fn the_audit_log_tells_which_change_was_taken_back() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    anna.reopen(&prepared).await.unwrap();
    let log = world.audit_log();
    assert_eq!(about(&log, "withdrawn"), about(&log, "prepared"));
    assert_eq!(about(&log, "withdrawn")[2], format!("change_id={}", prepared.change_id.0));
}

/// For which unit, whose accounts and which change the last such event was.
fn about<'a>(log: &'a str, event: &str) -> [&'a str; 3] {
    let line = log.lines().rfind(|line| line.contains(&format!("event={event}"))).unwrap();
    ["unit_id=", "holder_id=", "change_id="].map(|name| line.split(' ').find(|word| word.starts_with(name)).unwrap())
}
