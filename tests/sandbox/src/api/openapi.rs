//! The API's contract for those who implement or call it in another language (OpenAPI 3.1.1).

use axum::Json;
use nemkonto::contract::{ACTING_AS, Operation, PROBLEM_MEDIA_TYPE, ProblemDetails, ProblemType, Receipt, ReceiptCode};
use schemars::{Schema, SchemaGenerator, generate::SchemaSettings, transform::RecursiveTransform};
use serde_json::{Map, Value, json};

use super::calls::{Call, calls};

/// Where the document is served, under `/api`.
pub const PATH: &str = "/openapi.json";

const ABOUT: &str = "What the NemKonto caseworker frontend asks of an agency's API. A refusal is a problem document \
    (RFC 9457) with a reference that is also in the API's audit log. Every POST names the app's origin in `Origin`, and its body is \
    application/json. What is wrong with a request is looked for in this order: the origin, the session, `Acting-As`, the body. A call that an \
    API does not have is refused as one that there is not. A page says in `Acting-As` whom it shows: the `acting_as` of the session that it was drawn for. Where somebody else \
    is logged in meanwhile, or another unit is acted for, the request is refused. No answer may be cached, and no number of an account or its holder is ever part of an address.";

/// `GET /api/openapi.json`
pub async fn serve() -> Json<Value> {
    Json(document())
}

/// The document. Its schemas are those of the types themselves: what may be left out of an answer is what the app does without.
#[must_use]
pub fn document() -> Value {
    let mut settings = SchemaSettings::draft2020_12().for_deserialize();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    settings.transforms.push(Box::new(RecursiveTransform(describe_without_links)));
    let mut generator = settings.into_generator();

    let mut paths = Map::new();
    for call in calls() {
        let operations = paths.entry(format!("/api{}", call.path)).or_insert_with(|| json!({}));
        operations[call.method] = operation(&call, &mut generator);
    }
    let problem = generator.subschema_for::<ProblemDetails>();
    // What the signed documents of a receipt hold.
    generator.subschema_for::<Receipt>();
    generator.subschema_for::<ReceiptCode>();

    json!({
        "openapi": "3.1.1",
        "info": { "title": "NemKonto caseworker API", "version": env!("CARGO_PKG_VERSION"), "description": ABOUT },
        "paths": paths,
        "components": {
            "schemas": with_statuses(generator.take_definitions(true)),
            "responses": {
                "Problem": {
                    "description": "The request is refused; `type` and `status` say why",
                    "headers": {
                        "Retry-After": {
                            "description": "The seconds of `retry_after`, where it is known when to try again",
                            "schema": { "type": "integer" },
                        },
                    },
                    "content": { PROBLEM_MEDIA_TYPE: { "schema": problem } },
                },
            },
            "securitySchemes": {
                "session": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "__Host-session",
                    "description": "Set by `/api/login/complete` and `confirm`: HttpOnly, Secure, SameSite=Strict. Without TLS it is called `session`.",
                },
            },
        },
    })
}

/// Says with which status each type of problem is answered.
fn with_statuses(mut schemas: Map<String, Value>) -> Map<String, Value> {
    let types = schemas.get_mut("ProblemType").and_then(|schema| schema["oneOf"].as_array_mut());
    for described in types.into_iter().flatten() {
        let problem: Result<ProblemType, _> = serde_json::from_value(described["const"].clone());
        if let (Ok(problem), Some(description)) = (problem, described["description"].as_str()) {
            described["description"] = format!("{description} Status {}.", problem.status()).into();
        }
    }
    schemas
}

/// Descriptions are doc comments: their links lead nowhere here, and their lines end where the source's do.
pub(super) fn describe_without_links(schema: &mut Schema) {
    let Some(Value::String(description)) = schema.get_mut("description") else { return };
    let mut text = String::new();
    let mut rest = description.as_str();
    while let Some((before, name, after)) = next_link(rest) {
        text.extend([before, "`", name, "`"]);
        rest = after;
    }
    text.push_str(rest);
    let paragraphs: Vec<_> = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
    *description = paragraphs.join("\n\n");
}

/// What stands before a link such as ``[`Draft`](super::Draft)``, its name, and what comes after.
fn next_link(text: &str) -> Option<(&str, &str, &str)> {
    let (before, link) = text.split_once("[`")?;
    let (name, after) = link.split_once("`]")?;
    let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
    Some((before, name, target.map_or(after, |(_, after)| after)))
}

fn operation(call: &Call, generator: &mut SchemaGenerator) -> Value {
    let in_path = call.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let parameters =
        in_path.map(|name| (name, "path", true)).chain(call.query.iter().map(|name| (*name, "query", false)));
    let shown = call.is_compared.then_some((ACTING_AS, "header", false));
    let parameters: Vec<_> = parameters
        .chain(shown)
        .map(|(name, place, required)| {
            json!({ "name": name, "in": place, "required": required, "schema": { "type": "string" } })
        })
        .collect();
    let answer =
        json!({ "description": "OK", "content": { "application/json": { "schema": (call.answer)(generator) } } });
    let refusals = ProblemType::ALL.iter().map(|problem| problem.status().to_string());
    let mut responses: Map<String, Value> =
        refusals.map(|status| (status, json!({ "$ref": "#/components/responses/Problem" }))).collect();
    responses.insert("200".to_owned(), answer.clone());
    let mut operation = json!({ "operationId": call.operation, "summary": call.summary, "responses": responses });
    if call.operation == Operation::Health {
        operation["responses"]["503"] = json!({ "description": "The API cannot work", "content": answer["content"] });
    }
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
    if let Some(body) = call.body {
        let content = json!({ "application/json": { "schema": body(generator) } });
        operation["requestBody"] = json!({ "required": true, "content": content });
    }
    if call.needs_session {
        operation["security"] = json!([{ "session": [] }]);
    }
    operation
}
