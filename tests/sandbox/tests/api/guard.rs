//! What holds for every call.

use nemkonto::contract::{ProblemDetails, ProblemType};
use nemkonto_sandbox::api::Limits;
use reqwest::{Method, StatusCode, header};
use serde_json::json;

use crate::support::{APP, World, kind};

const UNSAFE_CALLS: [&str; 8] = [
    "/api/login",
    "/api/login/complete",
    "/api/logout",
    "/api/session/unit",
    "/api/account-holders/lookup",
    "/api/changes/prepare",
    "/api/changes/x/confirm",
    "/api/changes/reopen",
];

#[tokio::test]
async fn a09_a_missing_or_foreign_origin_is_refused() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for path in UNSAFE_CALLS {
        for origin in [
            None,
            Some("null"),
            Some("https://elsewhere.example"),
            Some("http://localhost"),
            Some("HTTP://LOCALHOST:8080"),
        ] {
            let mut request = anna.request(Method::POST, path).json(&json!({}));
            if let Some(origin) = origin {
                request = request.header(header::ORIGIN, origin);
            }
            let response = request.send().await.unwrap();
            assert_eq!(response.status(), StatusCode::FORBIDDEN, "{path} from {origin:?}");
            assert_eq!(response.json::<ProblemDetails>().await.unwrap().problem_type, ProblemType::ForeignOrigin);
        }
    }
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a09_another_content_type_is_refused() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for path in UNSAFE_CALLS {
        for content_type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
            let request = anna.request(Method::POST, path).header(header::ORIGIN, APP);
            let request = request.header(header::CONTENT_TYPE, content_type).body("{}");
            let response = request.send().await.unwrap();
            assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{path} as {content_type}");
        }
    }
}

#[tokio::test]
async fn a05_malformed_wrong_typed_and_huge_bodies_are_refused() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let huge = format!("{{\"sealed\":\"{}\"}}", "a".repeat(200_000));
    for path in UNSAFE_CALLS {
        for body in ["", "{", "[]", "null", "\"text\"", r#"{"sealed":1}"#, r#"{"scheme":"x"}"#, "<html>", &huge] {
            let request = anna.request(Method::POST, path).header(header::ORIGIN, APP);
            let request = request.header(header::CONTENT_TYPE, "application/json").body(body.to_owned());
            let problem: ProblemDetails = request.send().await.unwrap().json().await.unwrap();
            assert_eq!(problem.problem_type, ProblemType::BadRequest, "{path}");
        }
    }
}

#[tokio::test]
async fn unknown_calls_and_methods_are_problems_too() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    assert_eq!(kind(anna.get::<()>("/api/elsewhere").await), ProblemType::NotFound);
    assert_eq!(kind(anna.get::<()>("/api/login").await), ProblemType::NotFound);
    assert_eq!(kind(anna.get::<()>("/api/receipts/%ff").await), ProblemType::BadRequest);
}

#[tokio::test]
async fn every_refusal_is_logged_under_the_reference_that_the_caller_got() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let problem = anna.get::<()>("/api/account-holders/elsewhere").await.unwrap_err();
    let logged = world.count(&format!(
        "SELECT count(*) FROM audit WHERE event = 'refused' AND reference = '{}' AND person_id IS NOT NULL
         AND problem = 'urn:nemkonto:problem:holder-not-found' AND detail = 'GET /api/account-holders/{{handle}}'",
        problem.reference
    ));
    assert_eq!(logged, 1);
}

#[tokio::test]
async fn t11_who_is_not_logged_in_does_not_fill_the_audit_log() {
    let limits = Limits { anonymous_refusals_a_minute: 3, ..Limits::default() };
    let world = World::with_limits(limits).await;
    let lines = || world.count("SELECT count(*) FROM audit");
    let ask = async |path: &str| {
        let response = world.browser().request(Method::GET, path).send().await.unwrap();
        assert!(response.json::<ProblemDetails>().await.unwrap().status >= 400);
    };
    for path in ["/api/elsewhere", "/api/wp-login.php", "/api/a/b/c"] {
        ask(path).await;
    }
    assert_eq!(lines(), 0, "these are no calls");
    for _ in 0..5 {
        ask("/api/session").await;
        ask("/api/receipts/1234").await;
    }
    assert_eq!(lines(), 3);
    let anna = world.logged_in("anna").await;
    let logged = lines();
    assert_eq!(kind(anna.get::<()>("/api/elsewhere").await), ProblemType::NotFound);
    assert_eq!(lines(), logged + 1, "of whoever is logged in everything is");
    world.clock.advance(61);
    ask("/api/session").await;
    assert_eq!(lines(), logged + 2);
}
