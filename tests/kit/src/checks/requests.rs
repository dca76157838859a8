//! What holds for every request.

use reqwest::Method;

use super::checks;
use crate::{
    Kit,
    cases::Who,
    document::{DOCUMENT, Operation},
    outcome::{Outcome, expect},
};
use nemkonto::contract::{ProblemType, Session};

checks! {
    "requests.origin", "every POST",
    "A POST whose `Origin` is missing, `null`, or not exactly the app's origin is refused as foreign-origin, before anything else is looked at."
    => origin;
    "requests.session", "every call with `security`",
    "Without a session such a call is refused as not-logged-in, whatever its body; so is a session's cookie that the API has not made."
    => session;
    "requests.acting-as", "every call with `Acting-As`",
    "A call whose header `Acting-As` is not the `acting_as` of the session is refused as session-differs, whatever its body, and does nothing. Without the header, or with the right one, it is answered."
    => acting_as;
    "requests.body", "every POST",
    "A body that is no JSON object, or not called application/json, is refused as bad-request."
    => body;
    "requests.unknown", "any other",
    "What is no call of the API, by path or by method, is refused as not-found."
    => unknown;
}

/// The calls that this API has: two are its own choice, and the configuration says whether they are there.
async fn operations(kit: &Kit, is_meant: fn(&Operation) -> bool) -> Outcome<Vec<&'static Operation>> {
    let configuration = kit.configuration().await?;
    let is_there = |operation: &&Operation| match operation.path.as_str() {
        "/api/banks/find" => configuration.bank_directory,
        "/api/reports" => configuration.report_address.is_some(),
        _ => true,
    };
    Ok(DOCUMENT.operations.iter().filter(is_there).filter(|operation| is_meant(operation)).collect())
}

fn is_post(operation: &Operation) -> bool {
    operation.method == Method::POST
}

/// Of the first call every way to be wrong is tried, of the others one: an API looks at them in one place.
fn first_or_all<T>(place: usize, all: &[T]) -> &[T] {
    if place == 0 { all } else { &all[..1] }
}

async fn origin(kit: &Kit) -> Outcome {
    let nobody = kit.nobody();
    let neighbour = format!("{}.elsewhere.example", kit.origin());
    let shouted = kit.origin().to_uppercase();
    let foreign = [Some("https://elsewhere.example"), None, Some("null"), Some(&*neighbour), Some(&*shouted)];
    for (place, operation) in operations(kit, is_post).await?.into_iter().enumerate() {
        for origin in first_or_all(place, &foreign) {
            let request = nobody.request(Method::POST, &operation.some_path()).json(&serde_json::json!({}));
            request.from(*origin).send().await?.is_refused(ProblemType::ForeignOrigin)?;
        }
    }
    Ok(())
}

async fn session(kit: &Kit) -> Outcome {
    let (nobody, forger) = (kit.nobody(), kit.nobody());
    forger.set_cookies(["session", "__Host-session"].map(|name| (name.to_owned(), "forged".to_owned())).into());
    for (place, operation) in operations(kit, |operation| operation.needs_session).await?.into_iter().enumerate() {
        for browser in first_or_all(place, &[&nobody, &forger]) {
            let request = browser.request(operation.method.clone(), &operation.some_path());
            let request = if operation.method == Method::POST { request.json(&serde_json::json!({})) } else { request };
            request.send().await?.is_refused(ProblemType::NotLoggedIn)?;
        }
    }
    Ok(())
}

async fn acting_as(kit: &Kit) -> Outcome {
    // A log-out is among the calls, and an API that does not compare carries it out.
    let anna = kit.newcomer(Who::Caseworker).await?;
    for operation in operations(kit, |operation| operation.is_compared).await? {
        let request = anna.browser.request(operation.method.clone(), &operation.some_path());
        let request = if operation.method == Method::POST { request.json(&serde_json::json!({})) } else { request };
        request.showing("somebody-else").send().await?.is_refused(ProblemType::SessionDiffers)?;
    }
    let own = anna.browser.request(Method::GET, "/api/session").showing(&anna.session.acting_as.0);
    let session: Session = own.send().await?.read()?;
    expect(session.acting_as == anna.session.acting_as, "GET /api/session: another acting_as than at the login")
}

async fn body(kit: &Kit) -> Outcome {
    let anna = kit.newcomer(Who::Caseworker).await?;
    for (place, operation) in operations(kit, is_post).await?.into_iter().enumerate() {
        let send = async |text: &str, media_type| {
            let request = anna.browser.request(Method::POST, &operation.some_path()).text(text, media_type);
            request.send().await?.is_refused(ProblemType::BadRequest)
        };
        for text in first_or_all(place, &["[]", "", "{", "null", "\"text\"", "<html>"]) {
            send(text, "application/json").await?;
        }
        send("{}", "text/plain").await?;
    }
    Ok(())
}

async fn unknown(kit: &Kit) -> Outcome {
    let nobody = kit.nobody();
    nobody.get("/api/elsewhere").await?.is_refused(ProblemType::NotFound)?;
    nobody.get("/api/login").await?.is_refused(ProblemType::NotFound)?;
    nobody.post("/api/session", &serde_json::json!({})).await?.is_refused(ProblemType::NotFound)
}
