//! The OpenAPI document. That requests and answers follow it is checked wherever these tests send one (`support/contract.rs`).

use std::{env, fs, path::Path};

use nemkonto::contract::ProblemType;
use nemkonto_sandbox::api::openapi;
use reqwest::{Method, header};
use serde_json::Value;

use crate::support::{APP, World};

/// `UPDATE_SNAPSHOTS=1` writes it anew.
#[test]
fn the_document_in_the_repository_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let current = serde_json::to_string_pretty(&openapi::document()).unwrap() + "\n";
    if env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
        fs::write(&file, &current).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == current, "{} is not current; UPDATE_SNAPSHOTS=1 writes it", file.display());
}

#[tokio::test]
async fn the_document_is_served() {
    let world = World::start().await;
    let served: Value =
        world.browser().request(Method::GET, "/api/openapi.json").send().await.unwrap().json().await.unwrap();
    assert_eq!(served, openapi::document());
}

/// What the document says about sessions is what the API does.
#[tokio::test]
async fn exactly_the_calls_that_are_said_to_need_a_session_are_refused_without() {
    let world = World::start().await;
    let nobody = world.browser();
    let document = openapi::document();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let request = nobody.request(method.clone(), &path.replace(['{', '}'], "")).header(header::ORIGIN, APP);
            let request = if method == Method::POST { request.json(&serde_json::json!({})) } else { request };
            let answer: Value = request.send().await.unwrap().json().await.unwrap();
            let needs_session = operation.get("security").is_some();
            let is_refused = answer["type"] == serde_json::to_value(ProblemType::NotLoggedIn).unwrap();
            assert_eq!(is_refused, needs_session, "{method} {path}: {answer}");
        }
    }
}
