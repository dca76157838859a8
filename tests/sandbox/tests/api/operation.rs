//! What whoever runs the API can watch: health, the log of calls, and the reports of browsers.

use std::{
    collections::BTreeSet,
    io::{self, Write},
    sync::{Arc, Mutex},
};

use nemkonto::{
    contract::{Operation, ProblemType, Report, ReportKind},
    domain::holder::Scheme,
};
use nemkonto_sandbox::{
    api::{Limits, openapi},
    log::Log,
    provider::Fault,
};
use reqwest::{Method, StatusCode, header};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::support::{APP, World, kind, lithuanian};

const CPR: &str = "1203616003";

/// The lines of a log, kept.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    fn read(&self) -> Vec<Value> {
        self.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The lines about calls of an operation.
    fn about(&self, operation: Operation) -> Vec<Value> {
        self.read().into_iter().filter(|line| line["operation"] == json!(operation)).collect()
    }
}

async fn watched() -> (World, Lines) {
    let lines = Lines::default();
    (World::with_log(Log::to(lines.clone()), Limits::default()).await, lines)
}

fn report() -> Value {
    json!({
        "kind": "answer-unreadable", "build": "nemkonto-web_bg-0123456789abcdef.wasm", "page": "overview",
        "operation": "overview", "status": 200,
    })
}

async fn send(world: &World, report: &Value) -> StatusCode {
    let request = world.browser().request(Method::POST, "/api/reports").header(header::ORIGIN, APP);
    request.json(report).send().await.unwrap().status()
}

#[tokio::test]
async fn each_call_is_a_line_of_the_log_with_what_it_came_to() {
    let (world, lines) = watched().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, CPR).await.unwrap();
    let prepared = anna.prepare(&overview, &lithuanian()).await.unwrap();
    world.provider.set_fault(Fault::OldAuthTime, 1);
    let callback = anna.approve(&prepared, "anna").await;
    let refused = anna.confirm(&prepared, &callback).await.unwrap_err();
    anna.get::<()>("/api/wp-login.php").await.unwrap_err();

    for operation in [Operation::StartLogin, Operation::CompleteLogin, Operation::LookUp, Operation::Prepare] {
        let told = lines.about(operation);
        assert_eq!(told.len(), 1, "{operation:?}");
        assert_eq!((&told[0]["event"], &told[0]["status"]), (&json!("call"), &json!(200)), "{operation:?}");
        assert!(told[0]["milliseconds"].is_u64() && told[0].get("reason").is_none(), "{}", told[0]);
        let time = told[0]["time"].as_str().unwrap();
        assert!(time.len() <= 24 && time.starts_with("20") && time.ends_with('Z'), "{time}");
    }
    let confirm = &lines.about(Operation::Confirm)[0];
    assert_eq!(confirm["reason"], json!(ProblemType::LoginNotFresh));
    assert_eq!(confirm["reference"], json!(refused.reference), "by which the audit log tells more");
    let unknown = lines.read().pop().unwrap();
    assert_eq!((&unknown["operation"], &unknown["status"]), (&json!(null), &json!(404)));
}

#[tokio::test]
async fn t16_the_log_of_calls_holds_no_number_name_code_token_or_address() {
    let (world, lines) = watched().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, CPR).await.unwrap();
    anna.history(&overview).await;
    let prepared = anna.prepare(&overview, &lithuanian()).await.unwrap();
    let callback = anna.approve(&prepared, "anna").await;
    let confirmed = anna.confirm(&prepared, &callback).await.unwrap();
    anna.get::<Value>(&format!("/api/receipts/{}", confirmed.receipt.number)).await.unwrap();
    anna.get::<Value>(&format!("/api/account-holders/{}/history?cursor={CPR}", overview.handle.0)).await.unwrap_err();
    send(&world, &json!({ "kind": "app-stopped", "build": CPR, "place": "Mads Madsen" })).await;

    let log = lines.text();
    assert!(log.lines().count() >= 9);
    let secrets = [
        CPR,
        "REVOLT21",
        "3250",
        "Mads",
        "Anna",
        "cursor",
        &callback.code,
        &prepared.state,
        &overview.handle.0,
        &prepared.change_id.0,
        &confirmed.receipt.number,
        &confirmed.session.acting_as.0,
        &confirmed.session.draft_key.0,
    ];
    for secret in secrets {
        assert!(!log.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn t15_a_report_becomes_a_line_of_the_log() {
    let (world, lines) = watched().await;
    let whole = [
        report(),
        json!({ "kind": "not-started", "build": "b.wasm", "page": null, "operation": null, "status": null, "place": null }),
        json!({ "kind": "app-stopped", "build": "nemkonto-web_bg.wasm", "page": "form", "place": "ui/journey.rs:12" }),
        json!({ "kind": "file-missing", "build": "b.wasm" }),
    ];
    for report in whole {
        assert_eq!(send(&world, &report).await, StatusCode::OK);
        let told = lines.read().into_iter().rfind(|line| line["event"] == "report").unwrap();
        for (name, value) in report.as_object().unwrap() {
            assert_eq!(&told[name], value, "{name}");
        }
    }
    assert_eq!(lines.about(Operation::Report).len(), 4);
}

/// Anybody can send one. What is not of the form is none, and nothing of it is kept.
#[tokio::test]
async fn t15_what_is_no_report_is_refused() {
    let (world, lines) = watched().await;
    let with = |name: &str, value: Value| {
        let mut report = report();
        report[name] = value;
        report
    };
    let long = "a".repeat(90);
    let wrong = [
        json!({}),
        json!([]),
        json!({ "kind": "answer-unreadable" }),
        with("kind", json!("Mads Madsen")),
        with("message", json!("Mads Madsen")),
        with("build", json!("")),
        with("build", json!(long)),
        with("build", json!("a b")),
        with("build", json!("æ")),
        with("page", json!("/account-holders/1203616003")),
        with("operation", json!("GET /api/session")),
        with("status", json!("200")),
        with("status", json!(99)),
        with("status", json!(600)),
        with("status", json!(1_203_616_003_u32)),
        with("place", json!("Mads Madsen")),
        with("place", json!("a.rs")),
        with("place", json!("a.rs:")),
        with("place", json!("a.rs:1234567")),
        with("place", json!("a.rs:1?code=x")),
        with("place", json!(":1")),
        with("place", json!(format!("{long}:1"))),
        with("page", json!(" ".repeat(2_000))),
    ];
    for report in wrong {
        assert_eq!(send(&world, &report).await, StatusCode::BAD_REQUEST, "{report}");
    }
    assert!(lines.read().iter().all(|line| line["event"] == "call"));
    assert!(!lines.text().contains("Mads"));
}

#[tokio::test]
async fn t15_reports_without_end_are_not_taken() {
    let lines = Lines::default();
    let limits = Limits { reports_a_minute: 2, ..Limits::default() };
    let world = World::with_log(Log::to(lines.clone()), limits).await;
    for expected in [StatusCode::OK, StatusCode::OK, StatusCode::TOO_MANY_REQUESTS] {
        assert_eq!(send(&world, &report()).await, expected);
    }
    assert_eq!(lines.read().iter().filter(|line| line["event"] == "report").count(), 2);
    world.clock.advance(61);
    assert_eq!(send(&world, &report()).await, StatusCode::OK);
}

#[tokio::test]
async fn health_says_whether_data_and_provider_are_usable() {
    let world = World::start().await;
    let ask = async || {
        let answer = world.browser().request(Method::GET, "/api/health").send().await.unwrap();
        (answer.status(), answer.json::<Value>().await.unwrap())
    };
    world.provider.set_fault(Fault::WrongDiscoveryIssuer, 1);
    assert_eq!(ask().await, (StatusCode::OK, json!({ "store": true, "provider": false })));
    assert_eq!(ask().await, (StatusCode::OK, json!({ "store": true, "provider": true })));
    let elsewhere: Connection = world.database();
    elsewhere.execute_batch("PRAGMA foreign_keys = OFF; DROP TABLE sessions").unwrap();
    assert_eq!(ask().await, (StatusCode::SERVICE_UNAVAILABLE, json!({ "store": false, "provider": true })));
}

/// So that a line of the log can be looked up in the document, and every kind of report can be sent.
#[test]
fn the_document_names_each_operation_once() {
    let document = openapi::document();
    let operations =
        document["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap().values());
    let named: Vec<_> = operations.map(|operation| operation["operationId"].as_str().unwrap().to_owned()).collect();
    let all: BTreeSet<_> = Operation::ALL.iter().map(|it| json!(it).as_str().unwrap().to_owned()).collect();
    assert_eq!(named.len(), all.len());
    assert_eq!(named.into_iter().collect::<BTreeSet<_>>(), all);
    for kind in ReportKind::ALL {
        let told = json!({ "kind": kind, "build": "b" });
        assert_eq!(serde_json::from_value::<Report>(told).unwrap().kind, *kind);
    }
}

/// ADOPTING.md says what each line means: every kind of report is there, and nothing that the log does not have.
#[test]
fn the_page_about_what_to_watch_names_what_the_log_has() {
    let (_, section) = include_str!("../../../../ADOPTING.md").split_once("\n## What to watch\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let (examples, table): (Vec<_>, Vec<_>) = section.lines().partition(|line| line.starts_with("    {"));
    let words: BTreeSet<_> =
        table.iter().filter(|line| line.starts_with('|')).flat_map(|line| line.split('`').skip(1).step_by(2)).collect();
    let names = |all: Vec<Value>| all.into_iter().map(|name| name.as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let kinds = names(ReportKind::ALL.iter().map(|kind| json!(kind)).collect());
    for kind in &kinds {
        assert!(words.contains(kind.as_str()), "{kind} is not told");
    }
    let operations = names(Operation::ALL.iter().map(|it| json!(it)).collect());
    let reasons = names(ProblemType::ALL.iter().map(|it| json!(it)).collect());
    let is_reason = |word: &str| reasons.contains(&format!("urn:nemkonto:problem:{word}"));
    let others = [
        "GET /api/health",
        "store",
        "provider",
        "call",
        "report",
        "milliseconds",
        "reason",
        "status",
        "build",
        "place",
        "no-store",
        "Origin",
        "operation",
    ];
    for word in words {
        let is_known = others.contains(&word)
            || is_reason(word)
            || [&kinds, &operations].iter().any(|all| all.iter().any(|it| it == word));
        assert!(is_known, "nothing is called {word}");
    }
    assert_eq!(examples.len(), 2);
    for example in examples {
        let mut line: Value = serde_json::from_str(example).unwrap();
        line.as_object_mut().unwrap().remove("time").unwrap();
        if line.as_object_mut().unwrap().remove("event").unwrap() == "report" {
            serde_json::from_value::<Report>(line).unwrap();
        } else {
            let members: Vec<_> = line.as_object().unwrap().keys().cloned().collect();
            assert_eq!(members, ["milliseconds", "operation", "reason", "reference", "status"]);
            assert!(
                reasons.iter().any(|it| line["reason"] == json!(it))
                    && operations.iter().any(|it| line["operation"] == json!(it))
            );
        }
    }
}

#[tokio::test]
async fn a_refused_call_is_told_with_its_reason() {
    let (world, lines) = watched().await;
    assert_eq!(kind(world.browser().get::<()>("/api/session").await), ProblemType::NotLoggedIn);
    assert_eq!(lines.about(Operation::Session)[0]["reason"], json!(ProblemType::NotLoggedIn));
    assert_eq!(lines.about(Operation::Session)[0]["status"], 401);
}
