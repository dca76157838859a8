//! What the app tells the agency of answers that it cannot read.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use nemkonto::contract::{Report, ReportKind};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};

use super::{login, mutation::Answer};
use crate::support::{agreed, prepared, session};

const REPORTS: &str = "reports";

/// What the app reports is kept from now on.
pub fn collect() {
    let script = "window.reports = []; window.report = (text) => window.reports.push(text);";
    Function::new_no_args(script).call0(&JsValue::NULL).unwrap();
}

pub fn stop() {
    Function::new_no_args("delete window.reports; delete window.report;").call0(&JsValue::NULL).unwrap();
}

/// What was reported since the last time, as text.
pub fn taken() -> Vec<String> {
    let all: Array = Reflect::get(&window(), &REPORTS.into()).unwrap().unchecked_into();
    let all = all.splice(0, all.length(), &JsValue::UNDEFINED);
    all.iter().filter_map(|text| text.as_string()).collect()
}

/// Checks what was reported of an answer, and tells how much that was: nothing that the answer, the session or the login says is in it.
pub fn take(answer: &Answer, about: &str) -> usize {
    let mut secrets = Vec::new();
    texts(&serde_json::from_str(&answer.body).unwrap_or(json!(answer.body)), &mut secrets);
    for known in [json!(session()), json!(prepared()), json!(login())] {
        texts(&known, &mut secrets);
    }
    secrets.extend([agreed().state.clone(), agreed().sealed.0.clone()]);
    let all = taken();
    for text in &all {
        let report = read(text);
        assert_eq!(report.kind, ReportKind::AnswerUnreadable, "{about}");
        assert_eq!(report.status, answer.status, "{about}");
        assert!(report.operation.is_some() && report.place.is_none(), "{about}: {text}");
        // The report's own words may be those of an answer by accident, but for what is worth hiding.
        for secret in secrets.iter().filter(|secret| secret.len() > 4) {
            assert!(!text.contains(secret.as_str()), "{about}: {secret} in {text}");
        }
    }
    all.len()
}

/// A report as it arrives, once `public/trouble.js` has said which build it is of.
fn read(text: &str) -> Report {
    let mut whole: Value = serde_json::from_str(text).unwrap();
    whole["build"] = json!("build.wasm");
    serde_json::from_value(whole).unwrap()
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Number(number) => found.push(number.to_string()),
        Value::Array(elements) => elements.iter().for_each(|element| texts(element, found)),
        Value::Object(members) => members.values().for_each(|member| texts(member, found)),
        Value::Bool(_) | Value::Null => {}
    }
}
