//! The API misbehaves on order, in the sandbox only, and what it then does to a change is what the order says.

use std::time::Duration;

use nemkonto::{
    contract::{ProblemDetails, ProblemType},
    domain::holder::Scheme,
};
use nemkonto_sandbox::api::Fault;
use reqwest::{Method, StatusCode, header};
use serde_json::json;

use crate::support::{APP, COMPANY, World};

#[tokio::test]
async fn a02_a_lost_answer_belongs_to_a_change_that_was_carried_out() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    world.api.set_fault(Fault::AnswerLost, 1);
    assert_eq!(anna.try_confirm(&prepared, &callback).await.unwrap().status(), StatusCode::GATEWAY_TIMEOUT);
    assert_eq!(world.commits(), 1);

    let receipt = anna.confirm(&prepared, &callback).await.unwrap().receipt;
    assert_eq!(receipt.change_id, prepared.change_id);
    assert_eq!(world.commits(), 1);
}

#[tokio::test]
async fn a01_an_api_that_is_down_or_talks_nonsense_has_done_nothing() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    for (fault, status) in [(Fault::Unavailable, StatusCode::SERVICE_UNAVAILABLE), (Fault::Nonsense, StatusCode::OK)] {
        world.api.set_fault(fault, 1);
        let answer = anna.try_confirm(&prepared, &callback).await.unwrap();
        assert_eq!(answer.status(), status);
        assert!(answer.headers()[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/html"));
        world.assert_nothing_committed();
    }
    assert!(anna.confirm(&prepared, &callback).await.is_ok());
}

#[tokio::test]
async fn a24_a_directory_that_is_down_or_slow_keeps_no_change_from_being_prepared() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    world.api.set_fault(Fault::DirectoryUnavailable, 1);
    world.api.set_fault(Fault::DirectorySlow, 1);
    let prepared = anna.prepared().await;
    let find = || {
        let key = json!({ "registration-number": "9999" });
        anna.request(Method::POST, "/api/banks/find").header(header::ORIGIN, APP).json(&key)
    };
    assert_eq!(find().send().await.unwrap().status(), StatusCode::SERVICE_UNAVAILABLE, "not struck by the change");
    let slow = find().timeout(Duration::from_millis(500)).send().await;
    assert!(slow.unwrap_err().is_timeout());
    assert_eq!(find().send().await.unwrap().status(), StatusCode::OK);
    assert!(anna.approve_and_confirm(&prepared, "anna").await.is_ok());
}

#[tokio::test]
async fn faults_are_ordered_over_http_on_this_machine_only() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let order = json!({ "fault": "unavailable", "count": 1 });
    let elsewhere = anna.request(Method::POST, "/api/faults").header(header::HOST, "elsewhere.example").json(&order);
    assert_eq!(elsewhere.send().await.unwrap().status(), StatusCode::FORBIDDEN);
    let form = anna.request(Method::POST, "/api/faults").body(order.to_string());
    assert_eq!(form.send().await.unwrap().status(), StatusCode::UNSUPPORTED_MEDIA_TYPE, "what a page could send");

    let ordered = anna.request(Method::POST, "/api/faults").json(&order).send().await.unwrap();
    assert_eq!(ordered.status(), StatusCode::NO_CONTENT);
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await;
    assert!(overview.is_ok(), "only calls for changes are struck");
    let request = || anna.request(Method::POST, "/api/changes/reopen").header(header::ORIGIN, APP).json(&json!({}));
    assert_eq!(request().send().await.unwrap().status(), StatusCode::SERVICE_UNAVAILABLE);
    let problem: ProblemDetails = request().send().await.unwrap().json().await.unwrap();
    assert_eq!(problem.problem_type, ProblemType::BadRequest, "once was ordered");

    anna.request(Method::POST, "/api/faults").json(&order).send().await.unwrap();
    let taken_back = anna.request(Method::DELETE, "/api/faults").send().await.unwrap();
    assert_eq!(taken_back.status(), StatusCode::NO_CONTENT);
    assert_eq!(request().send().await.unwrap().status(), StatusCode::BAD_REQUEST);
}
