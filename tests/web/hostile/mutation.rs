//! Answers as nobody should give them, made from one that is right: each differs from it in one thing.

use nemkonto::contract::{PROBLEM_MEDIA_TYPE, ProblemDetails, ProblemType};
use serde::Serialize;
use serde_json::{Value, json};

const JSON: &str = "application/json";

/// So many of the answers to one call are tried in every run, spread over all of them; all of them where that is asked for.
const IN_EVERY_RUN: usize = 60;

/// What came in place of the right answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// In what it differs, for whoever reads that a test has failed.
    pub what: String,
    /// None where there is no answer at all.
    pub status: Option<u16>,
    pub media_type: String,
    pub body: String,
}

impl Answer {
    fn new(what: impl Into<String>, status: u16, media_type: &str, body: impl Into<String>) -> Self {
        Self { what: what.into(), status: Some(status), media_type: media_type.to_owned(), body: body.into() }
    }

    /// What was answered, if it can be taken for an answer of the API at all.
    pub fn accepted(&self) -> Option<Value> {
        let is_json = self.media_type.to_ascii_lowercase().starts_with(JSON);
        let is_good = self.status.is_some_and(|status| (200..300).contains(&status));
        // A byte order mark is no part of a text (Encoding standard, UTF-8 decode).
        let text = self.body.trim_start_matches('\u{feff}');
        (is_good && is_json).then(|| serde_json::from_str(text).ok()).flatten()
    }

    /// As what it is refused, if it is a problem document.
    pub fn refused(&self) -> Option<ProblemType> {
        let is_problem = self.media_type.to_ascii_lowercase().starts_with(PROBLEM_MEDIA_TYPE);
        let document: Value = is_problem.then(|| serde_json::from_str(&self.body).ok()).flatten()?;
        serde_json::from_value(document["type"].clone()).ok()
    }
}

/// Everything that is answered in place of what is right.
pub fn instead_of(right: &impl Serialize) -> Vec<Answer> {
    let right = serde_json::to_value(right).unwrap();
    let mut answers = in_content(&right, 200, JSON);
    answers.extend(on_the_way(&right));
    let refusal = serde_json::to_value(ProblemDetails::new(ProblemType::LoginNotFresh, "abc123")).unwrap();
    answers.extend(in_content(&refusal, 403, PROBLEM_MEDIA_TYPE));
    answers.extend(ProblemType::ALL.iter().map(|kind| {
        let refusal = serde_json::to_string(&ProblemDetails::new(*kind, "abc123")).unwrap();
        Answer::new(format!("{kind:?}"), kind.status(), PROBLEM_MEDIA_TYPE, refusal)
    }));
    if option_env!("HOSTILE_ANSWERS") == Some("all") {
        return answers;
    }
    let every = answers.len().div_ceil(IN_EVERY_RUN).max(1);
    answers.into_iter().step_by(every).collect()
}

/// One value after the other is something else, or is missing.
fn in_content(right: &Value, status: u16, media_type: &str) -> Vec<Answer> {
    let mut answers = Vec::new();
    for place in places(right) {
        let value = right.pointer(&place).unwrap();
        for (what, other) in others(value) {
            let mut answer = right.clone();
            *answer.pointer_mut(&place).unwrap() = other;
            answers.push(Answer::new(format!("{place} is {what}"), status, media_type, answer.to_string()));
        }
        if let Some(answer) = without(right, &place) {
            answers.push(Answer::new(format!("{place} is missing"), status, media_type, answer.to_string()));
        }
        if let Value::Object(members) = value {
            let written = value.to_string();
            for name in members.keys() {
                let twice = format!("{{\"{name}\":null,{}", &written[1..]);
                let body = right.to_string().replacen(&written, &twice, 1);
                answers.push(Answer::new(format!("{place}/{name} is there twice"), status, media_type, body));
            }
        }
    }
    answers
}

/// JSON pointers (RFC 6901) to everything in a value, itself included.
fn places(value: &Value) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let below = below
        .into_iter()
        .flat_map(|(name, value)| places(value).into_iter().map(move |place| format!("/{name}{place}")));
    std::iter::once(String::new()).chain(below).collect()
}

fn without(right: &Value, place: &str) -> Option<Value> {
    let (parent, name) = place.rsplit_once('/')?;
    let mut answer = right.clone();
    match answer.pointer_mut(parent)? {
        Value::Object(members) => drop(members.remove(&name.replace("~1", "/").replace("~0", "~"))),
        Value::Array(items) => drop(items.remove(name.parse().ok()?)),
        _ => return None,
    }
    Some(answer)
}

/// What may stand in the place of a value.
fn others(value: &Value) -> Vec<(&'static str, Value)> {
    let mut others = vec![
        ("null", Value::Null),
        ("true", json!(true)),
        ("a number", json!(7)),
        ("a text", json!("something-else")),
        ("a list", json!([])),
        ("an object", json!({})),
    ];
    match value {
        Value::String(text) => others.extend([
            ("empty", json!("")),
            ("endless", json!("W".repeat(100_000))),
            ("many words", json!("Æblegrød ".repeat(2_000))),
            ("hostile", json!("\u{202e}<img src=x onerror=alert(1)>\u{2066}\u{0}\u{feff}'\"&amp;")),
            ("an address", json!("../x?y#z")),
            ("in capital letters", json!(text.to_uppercase())),
            ("a bit more", json!(format!("{text}x"))),
        ]),
        Value::Number(_) => others.extend([
            ("negative", json!(-1)),
            ("nothing", json!(0)),
            ("a fraction", json!(0.5)),
            ("large", json!(8_640_000_000_001_i64)),
            ("larger", json!(i64::MAX)),
            ("huge", json!(1e308)),
        ]),
        Value::Array(items) => {
            if let Some(first) = items.first() {
                others.push(("hundreds of the same", vec![first.clone(); 300].into()));
            }
        }
        Value::Object(members) => {
            let more = members.clone().into_iter().chain([("unheard-of".to_owned(), json!({ "deep": [1] }))]);
            others.push(("more than that", Value::Object(more.collect())));
        }
        Value::Bool(is_so) => others.push(("the opposite", json!(!is_so))),
        Value::Null => {}
    }
    others
}

/// What a gateway, a proxy or a broken line make of it.
fn on_the_way(right: &Value) -> Vec<Answer> {
    let written = right.to_string();
    let with_status = [
        201, 202, 204, 205, 206, 299, 302, 400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 500, 501, 502, 503, 504,
        599,
    ];
    let media_types = [
        "",
        "text/html",
        "text/plain",
        "application/jsonp",
        "application/problem+json",
        "Application/JSON",
        "image/png",
        "\u{fffd}",
    ];
    let cut = |parts: usize| {
        written.char_indices().nth(written.chars().count() * parts / 4).map_or("", |(at, _)| &written[..at])
    };
    let page = "<!doctype html><title>Proxy</title><h1>Log in to the network</h1>";
    let bodies = [
        ("empty", String::new()),
        ("white space", "  \n".to_owned()),
        ("a quarter of it", cut(1).to_owned()),
        ("three quarters of it", cut(3).to_owned()),
        ("it twice", format!("{written}{written}")),
        ("it behind a mark", format!("\u{feff}{written}")),
        ("a page", page.to_owned()),
        ("no number", "NaN".to_owned()),
        ("too deep", "[".repeat(10_000)),
        ("a long list", format!("[{}0]", "0,".repeat(100_000))),
    ];
    let mut answers =
        vec![Answer { what: "nothing".into(), status: None, media_type: String::new(), body: String::new() }];
    answers.extend(with_status.map(|status| Answer::new(format!("status {status}"), status, JSON, written.as_str())));
    answers.extend(
        media_types
            .map(|media_type| Answer::new(format!("media type {media_type:?}"), 200, media_type, written.as_str())),
    );
    answers.extend(bodies.map(|(what, body)| Answer::new(format!("body: {what}"), 200, JSON, body)));
    answers.extend(
        [302, 403, 429, 502]
            .map(|status| Answer::new(format!("a page with status {status}"), status, "text/html", page)),
    );
    answers
}
