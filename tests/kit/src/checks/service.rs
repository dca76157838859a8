//! What needs no login: configuration, health, reports.

use nemkonto::contract::{LoginStarted, ProblemType, Report, ReportKind};
use serde_json::{Value, json};
use url::Url;

use super::checks;
use crate::{
    Kit,
    outcome::{Outcome, expect, not_tried},
};

checks! {
    "configuration.login-origin", "GET /api/configuration",
    "It is answered without a login. Once the API has reached the provider, which it has when it answers `POST /api/login`, `login_origin` is the origin of every `authorization_url`: the app leaves for no other."
    => login_origin;
    "health.open", "GET /api/health",
    "It is answered without a login, by status 200 where the API can work."
    => health;
    "reports.strict", "POST /api/reports",
    "Where the configuration names a `report_address`, a report is taken without a login and answered with `{}`. One with a member that the schema does not know, or with a value that is not of its form, is refused as bad-request."
    => reports;
}

async fn login_origin(kit: &Kit) -> Outcome {
    let started: LoginStarted = kit.nobody().post("/api/login", &json!({})).await?.read()?;
    let told = kit.configuration().await?.login_origin;
    let origin = started.authorization_url.parse::<Url>().ok().map(|url| url.origin().ascii_serialization());
    expect(told.is_some() && told == origin, format!("login_origin is {told:?}, and the login is at {origin:?}"))
}

async fn health(kit: &Kit) -> Outcome {
    kit.nobody().get("/api/health").await?.read::<Value>().map(drop)
}

async fn reports(kit: &Kit) -> Outcome {
    if kit.configuration().await?.report_address.is_none() {
        return not_tried("the configuration names no `report_address`");
    }
    let nobody = kit.nobody();
    let report = Report { build: "contract-kit.wasm".to_owned(), ..Report::new(ReportKind::NotStarted) };
    let taken: Value = nobody.post("/api/reports", &report).await?.read()?;
    expect(taken == json!({}), "the answer is not `{}`")?;
    for wrong in [
        json!({ "kind": "not-started", "build": "contract-kit.wasm", "more": "0101585018" }),
        json!({ "kind": "not-started", "build": "what was typed" }),
        json!({ "kind": "another", "build": "contract-kit.wasm" }),
    ] {
        nobody.post("/api/reports", &wrong).await?.is_refused(ProblemType::BadRequest)?;
    }
    Ok(())
}
