//! An API that keeps the contract passes, and everything of the contract is checked.

use std::collections::BTreeSet;

use nemkonto::contract::ProblemType;
use nemkonto_kit::{checks, document::DOCUMENT, name, report};

use crate::support::{CASES, Sandbox, client};

/// What no check from outside can bring about.
const NOT_MET: &[(ProblemType, &str)] =
    &[(ProblemType::Internal, "an API that keeps the contract does not fail by itself")];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sandbox_passes_with_every_call_answered_and_every_refusal_met() {
    let sandbox = Sandbox::start().await;
    let kit = sandbox.kit(&client(), CASES);
    let report = report::run(&kit, None, |_| {}).await;
    assert!(report.failed().is_empty() && report.not_tried().is_empty(), "{}", report.told());

    let (answered, refused) = kit.met();
    let calls: BTreeSet<_> = DOCUMENT.operations.iter().map(nemkonto_kit::document::Operation::name).collect();
    assert_eq!(calls.difference(&answered).collect::<Vec<_>>(), Vec::<&String>::new(), "calls that no check makes");
    for problem in ProblemType::ALL {
        let type_name = serde_json::to_value(problem).unwrap().as_str().unwrap().to_owned();
        let reason = NOT_MET.iter().find(|(not_met, _)| not_met == problem);
        assert_ne!(refused.contains(&type_name), reason.is_some(), "{}", name(*problem));
    }
}

#[test]
fn every_call_is_named_by_a_check() {
    for operation in &DOCUMENT.operations {
        let is_named = checks::all().any(|check| check.call.split(", ").any(|call| call == operation.name()));
        assert!(is_named, "{}", operation.name());
    }
}

#[test]
fn no_two_checks_have_the_same_id() {
    let ids: Vec<_> = checks::all().map(|check| check.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}
