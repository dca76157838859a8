//! The API's document, and whether what is sent and answered follows it.

use std::{collections::BTreeMap, sync::LazyLock};

use jsonschema::Validator;
use reqwest::Method;
use serde_json::Value;

const TEXT: &str = include_str!("../../sandbox/openapi.json");

/// A call of the API. A validator is made once, because making one takes longer than a request.
pub struct Operation {
    /// The method.
    pub method: Method,
    /// The path, in which `{…}` stands for a part that varies.
    pub path: String,
    /// Whether somebody must be logged in.
    pub(crate) needs_session: bool,
    /// Whether the page that asks may say whom it shows.
    pub(crate) is_compared: bool,
    answers: BTreeMap<u16, Validator>,
}

/// The whole document.
pub struct Document {
    /// Every call.
    pub operations: Vec<Operation>,
    /// The schema of every refusal.
    problem: Validator,
}

/// The document of this repository.
pub static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
    let document: Value = serde_json::from_str(TEXT).expect("openapi.json is JSON");
    let validator = |message: &Value, kind: &str| {
        let mut schema = message["content"][kind]["schema"].clone();
        schema["components"] = document["components"].clone();
        jsonschema::draft202012::new(&schema).expect("openapi.json has valid schemas")
    };
    let paths: BTreeMap<String, BTreeMap<String, Value>> =
        serde_json::from_value(document["paths"].clone()).expect("openapi.json has paths");
    let operations = paths.iter().flat_map(|(path, operations)| {
        operations.iter().map(|(method, operation)| Operation {
            method: method.to_uppercase().parse().expect("openapi.json has methods"),
            path: path.clone(),
            needs_session: operation.get("security").is_some(),
            is_compared: operation["parameters"]
                .as_array()
                .is_some_and(|parameters| parameters.iter().any(|it| it["name"] == nemkonto::contract::ACTING_AS)),
            answers: operation["responses"]
                .as_object()
                .into_iter()
                .flatten()
                // Refusals are named, too.
                .filter(|(_, answer)| answer["content"].get("application/json").is_some())
                .filter_map(|(status, answer)| Some((status.parse().ok()?, validator(answer, "application/json"))))
                .collect(),
        })
    });
    let problem = &document["components"]["responses"]["Problem"];
    Document { operations: operations.collect(), problem: validator(problem, nemkonto::contract::PROBLEM_MEDIA_TYPE) }
});

impl Document {
    /// The call that a request is.
    pub(crate) fn operation(&self, method: &Method, path: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.method == *method && operation.is_at(path))
    }

    /// What of a problem document is not as documented.
    pub(crate) fn faults_of_problem(&self, body: &Value) -> Vec<String> {
        faults(&self.problem, body)
    }
}

impl Operation {
    /// The call as people write it.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// A path to it, with something in place of what varies.
    pub(crate) fn some_path(&self) -> String {
        self.path.replace(['{', '}'], "")
    }

    /// What of an answer with this status is not as documented; nothing where the status is not, so that it has to be a refusal.
    pub(crate) fn faults(&self, status: u16, body: &Value) -> Option<Vec<String>> {
        self.answers.get(&status).map(|answer| faults(answer, body))
    }

    /// Whether it can answer with this status without refusing.
    pub(crate) fn answers_with(&self, status: u16) -> bool {
        self.answers.contains_key(&status)
    }

    fn is_at(&self, path: &str) -> bool {
        let path = path.split('?').next().unwrap_or(path);
        let (pattern, path): (Vec<_>, Vec<_>) = (self.path.split('/').collect(), path.split('/').collect());
        pattern.len() == path.len()
            && pattern.iter().zip(path).all(|(pattern, part)| pattern.starts_with('{') || *pattern == part)
    }
}

/// Where it is not as documented. The body itself is not told: it may hold a person's number.
fn faults(schema: &Validator, body: &Value) -> Vec<String> {
    schema
        .iter_errors(body)
        .map(|error| format!("{} at \"{}\"", error.kind().keyword(), error.instance_path()))
        .collect()
}
