//! What holds for every answer is watched while the other checks ask.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, PoisonError},
};

use nemkonto::contract::{PROBLEM_MEDIA_TYPE, ProblemType};
use reqwest::{
    Method,
    header::{self, HeaderMap},
};
use serde_json::Value;

use crate::{
    document::DOCUMENT,
    outcome::{Outcome, fail, not_tried},
};

/// What every answer has to keep.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Rule {
    /// It is as documented.
    Schema,
    /// Nobody keeps it.
    Caching,
    /// A refusal has a reference that no other has.
    Reference,
    /// When to try again is said twice alike.
    RetryAfter,
    /// A cookie is for this origin and no script.
    Cookies,
    /// A refusal quotes no number.
    Numbers,
}

/// What was seen so far.
#[derive(Default)]
pub struct Observed {
    seen: Mutex<Seen>,
    numbers: Vec<String>,
    is_secure: bool,
}

#[derive(Default)]
struct Seen {
    tried: BTreeSet<Rule>,
    broken: BTreeMap<Rule, String>,
    answered: BTreeSet<String>,
    refused: BTreeSet<String>,
    references: BTreeSet<String>,
}

/// One answer.
pub struct Answered<'a> {
    /// What was asked.
    pub method: &'a Method,
    /// Where.
    pub path: &'a str,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body, if it is JSON.
    pub body: Option<&'a Value>,
}

impl Observed {
    /// Watches an API with these numbers in its test data, over TLS or not.
    pub fn new(numbers: Vec<String>, is_secure: bool) -> Self {
        Self { numbers, is_secure, ..Self::default() }
    }

    /// The calls that were answered, and the types of problem that were met.
    pub fn met(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        (seen.answered.clone(), seen.refused.clone())
    }

    /// Whether every answer kept a rule, as far as there were answers that could break it.
    pub fn verdict(&self, rule: Rule) -> Outcome {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.broken.get(&rule) {
            Some(broken) => fail(broken),
            None if seen.tried.contains(&rule) => Ok(()),
            None => not_tried("no other check got such an answer"),
        }
    }

    /// Looks at an answer.
    pub fn note(&self, answered: &Answered<'_>) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let of = format!("{} {}", answered.method, pattern(answered));
        let mut judge = |rule, broken: Option<String>| {
            seen.tried.insert(rule);
            if let Some(broken) = broken {
                seen.broken.entry(rule).or_insert(format!("{of}: {broken}"));
            }
        };
        judge(Rule::Schema, answered.breaks_schema());
        judge(Rule::Caching, answered.is_kept());
        for cookie in answered.headers.get_all(header::SET_COOKIE) {
            judge(Rule::Cookies, breaks_cookie_rules(cookie.to_str().unwrap_or_default(), self.is_secure));
        }
        let body = answered.body.unwrap_or(&Value::Null);
        if !answered.is_refusal() {
            if answered.status == 200 {
                seen.answered.insert(of);
            }
            return;
        }
        let retry_after = answered.header(header::RETRY_AFTER.as_str());
        if body["retry_after"].is_number() || retry_after.is_some() {
            let is_same = body["retry_after"].as_u64().map(|it| it.to_string()).as_deref() == retry_after;
            judge(
                Rule::RetryAfter,
                (!is_same).then(|| format!("{retry_after:?} in the header, and another in the body")),
            );
        }
        let text = body.to_string();
        let quoted = self.numbers.iter().any(|number| text.contains(number));
        judge(Rule::Numbers, quoted.then(|| "the refusal holds the number of an account holder".to_owned()));
        let reference = body["instance"].as_str().unwrap_or_default().to_owned();
        let is_good = !reference.is_empty() && !seen.references.contains(&reference);
        seen.tried.insert(Rule::Reference);
        if !is_good {
            seen.broken.entry(Rule::Reference).or_insert(format!("{of}: \"{reference}\" is no reference of its own"));
        }
        seen.references.insert(reference);
        seen.refused.extend(body["type"].as_str().map(str::to_owned));
    }
}

/// The call, without what varies in its path.
fn pattern(answered: &Answered<'_>) -> String {
    let known = DOCUMENT.operation(answered.method, answered.path);
    known.map_or_else(|| answered.path.to_owned(), |operation| operation.path.clone())
}

impl Answered<'_> {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap_or_default())
    }

    fn is_kept(&self) -> Option<String> {
        let told = self.header(header::CACHE_CONTROL.as_str()).unwrap_or_default();
        let is_forbidden = told.split(',').any(|directive| directive.trim().eq_ignore_ascii_case("no-store"));
        (!is_forbidden).then(|| format!("answered with Cache-Control \"{told}\""))
    }

    /// Whether it has to be a problem document.
    fn is_refusal(&self) -> bool {
        let known = DOCUMENT.operation(self.method, self.path);
        self.status != 200 && !known.is_some_and(|operation| operation.answers_with(self.status))
    }

    fn breaks_schema(&self) -> Option<String> {
        let media_type = self.header(header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let media_type = media_type.split(';').next().unwrap_or_default().trim();
        let expected = if self.is_refusal() { PROBLEM_MEDIA_TYPE } else { "application/json" };
        if media_type != expected {
            return Some(format!("{} with a body of type \"{media_type}\" instead of {expected}", self.status));
        }
        let Some(body) = self.body else { return Some(format!("{} with a body that is no JSON", self.status)) };
        let faults = if self.is_refusal() {
            Some(DOCUMENT.faults_of_problem(body))
        } else {
            DOCUMENT.operation(self.method, self.path).and_then(|operation| operation.faults(self.status, body))
        };
        match faults.as_deref() {
            None => Some("answered, although the document has no such call".to_owned()),
            Some([]) if self.is_refusal() => self.breaks_status(body),
            Some([]) => None,
            Some(faults) => Some(format!("{} not as documented: {}", self.status, faults.join("; "))),
        }
    }

    fn breaks_status(&self, body: &Value) -> Option<String> {
        let documented = serde_json::from_value(body["type"].clone()).ok().map(ProblemType::status);
        let is_right = documented == Some(self.status) && body["status"] == self.status;
        (!is_right)
            .then(|| format!("{} with a problem of type {} and status {}", self.status, body["type"], body["status"]))
    }
}

/// What is wrong with a `Set-Cookie` header.
fn breaks_cookie_rules(cookie: &str, is_secure: bool) -> Option<String> {
    let mut parts = cookie.split(';').map(str::trim);
    let name = parts.next().and_then(|pair| pair.split_once('=')).map_or("", |(name, _)| name);
    let attributes: Vec<_> = parts.map(str::to_ascii_lowercase).collect();
    let has = |attribute: &str| attributes.iter().any(|it| it == attribute);
    let mut missing: Vec<_> = ["httponly", "samesite=strict", "path=/"].into_iter().filter(|it| !has(it)).collect();
    if is_secure {
        missing.extend(["secure"].into_iter().filter(|it| !has(it)));
        missing.extend((!name.starts_with("__Host-")).then_some("the prefix __Host-"));
    }
    if attributes.iter().any(|it| it.starts_with("domain=")) {
        return Some("a cookie for a whole domain".to_owned());
    }
    (!missing.is_empty()).then(|| format!("a cookie without {}", missing.join(", ")))
}
