//! Every body that the tests send and receive, held against the OpenAPI document.

use std::sync::LazyLock;

use jsonschema::Validator;
use nemkonto_sandbox::api::openapi;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

/// The bodies of a call. A validator is made once, because making one takes longer than a request.
struct Call {
    method: String,
    path: String,
    request: Option<Validator>,
    answer: Validator,
}

struct Contract {
    calls: Vec<Call>,
    problem: Validator,
}

static CONTRACT: LazyLock<Contract> = LazyLock::new(|| {
    let document = openapi::document();
    let validator = |schema: &Value| {
        let mut schema = schema.clone();
        schema["components"] = document["components"].clone();
        jsonschema::draft202012::new(&schema).unwrap()
    };
    let json = |message: &Value, kind: &str| message["content"][kind]["schema"].clone();
    let mut calls = Vec::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let body = operation.get("requestBody").map(|body| validator(&json(body, "application/json")));
            calls.push(Call {
                method: method.to_uppercase(),
                path: path.clone(),
                request: body,
                answer: validator(&json(&operation["responses"]["200"], "application/json")),
            });
        }
    }
    let problem = &document["components"]["responses"]["Problem"];
    Contract { calls, problem: validator(&json(problem, "application/problem+json")) }
});

/// Checks what was sent to a call and what it answered. Of calls that the document does not know, only a refusal is expected.
pub fn check(method: &Method, path: &str, sent: Option<&Value>, status: StatusCode, answered: &Value) {
    if !status.is_success() {
        return assert_follows(&CONTRACT.problem, answered, "the refusal", path);
    }
    let call = CONTRACT.calls.iter().find(|call| call.method == method.as_str() && is_of(&call.path, path));
    let call = call.unwrap_or_else(|| panic!("the OpenAPI document does not know {method} {path}"));
    if let Some(request) = &call.request {
        assert_follows(request, sent.unwrap_or(&json!(null)), "the request", path);
    }
    assert_follows(&call.answer, answered, "the answer", path);
}

fn is_of(pattern: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or(path);
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len()
        && pattern.iter().zip(path).all(|(pattern, part)| pattern.starts_with('{') || *pattern == part)
}

fn assert_follows(schema: &Validator, body: &Value, what: &str, path: &str) {
    let errors: Vec<_> = schema.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what} of {path} is not as documented: {errors:#?}");
}
