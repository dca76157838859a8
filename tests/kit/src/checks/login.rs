//! The ordinary login, and the log-out.

use nemkonto::contract::{LoginCallback, ProblemType, Session};
use serde_json::json;

use super::checks;
use crate::{
    Kit,
    browser::Browser,
    cases::Who,
    outcome::{Outcome, expect, fail},
};

checks! {
    "login.begins", "POST /api/login, POST /api/login/complete",
    "A login is begun with `{}`, and completed in the same browser with the `code`, `state` and `iss` that the provider sent to the app's /login/return. That begins a session, whose cookie is set with the answer; `GET /api/session` tells the same."
    => begins;
    "login.own-browser", "POST /api/login/complete",
    "A login is completed in the browser that began it: elsewhere it is refused as login-unknown, and begins no session."
    => own_browser;
    "login.once", "POST /api/login/complete",
    "A login is completed once; the second time it is refused as login-unknown."
    => once;
    "login.state", "POST /api/login/complete",
    "A `state` under which nothing was begun in this browser is refused as login-unknown, and whoever is logged in stays so."
    => state;
    "login.issuer", "POST /api/login/complete",
    "An `iss` that is not the provider's is refused as login-not-proven (RFC 9207)."
    => issuer;
    "login.tabs", "POST /api/login",
    "Two logins can be under way in one browser, each in its tab; both can be completed."
    => tabs;
    "login.private", "POST /api/login/complete",
    "Whoever logs in as a private person is refused as private-identity, and has no session."
    => private;
    "login.stranger", "POST /api/login/complete",
    "An employee who is no caseworker is refused as not-a-caseworker, and has no session."
    => stranger;
    "login.anew", "POST /api/login",
    "After a log-out the provider is asked for a new login (`prompt=login`), and one that was made before (`auth_time`) is refused as login-not-fresh."
    => anew;
    "login.provider-down", "POST /api/login/complete",
    "Where the provider does not answer, or with an error of its own, the login is refused as provider-unavailable."
    => provider_down;
    "logout.ends", "POST /api/logout",
    "After a log-out the session is over in the API, too: whoever has copied its cookie is refused as not-logged-in. A log-out without a session is answered alike."
    => ends;
}

async fn begins(kit: &Kit) -> Outcome {
    let anna = kit.newcomer(Who::Caseworker).await?;
    let told: Session = anna.browser.get("/api/session").await?.read()?;
    let is_same = (&told.caseworker, &told.acting_as) == (&anna.session.caseworker, &anna.session.acting_as);
    expect(is_same, "GET /api/session tells another session than the login")?;
    let unit = &told.caseworker.unit;
    let is_assigned = told.assignments.iter().any(|assignment| assignment.unit == *unit);
    expect(is_assigned, "the session's unit is not among its `assignments`")
}

/// Nobody is logged in here.
async fn has_no_session(browser: &Browser) -> Outcome {
    browser.get("/api/session").await?.is_refused(ProblemType::NotLoggedIn)
}

async fn complete(browser: &Browser, callback: &LoginCallback, refused_as: ProblemType) -> Outcome {
    browser.post("/api/login/complete", callback).await?.is_refused(refused_as)
}

async fn own_browser(kit: &Kit) -> Outcome {
    let callback = kit.start_login(&kit.nobody(), Who::Caseworker).await?;
    let elsewhere = kit.nobody();
    complete(&elsewhere, &callback, ProblemType::LoginUnknown).await?;
    has_no_session(&elsewhere).await
}

async fn once(kit: &Kit) -> Outcome {
    let browser = kit.nobody();
    let callback = kit.start_login(&browser, Who::Caseworker).await?;
    browser.post("/api/login/complete", &callback).await?.read::<Session>()?;
    complete(&browser, &callback, ProblemType::LoginUnknown).await
}

async fn state(kit: &Kit) -> Outcome {
    let anna = kit.newcomer(Who::Caseworker).await?;
    let forged = LoginCallback { code: "forged".to_owned(), state: "forged".to_owned(), iss: None };
    complete(&anna.browser, &forged, ProblemType::LoginUnknown).await?;
    anna.browser.get("/api/session").await?.read::<Session>().map(drop)
}

async fn issuer(kit: &Kit) -> Outcome {
    let browser = kit.nobody();
    let callback = kit.start_login(&browser, Who::Caseworker).await?;
    let iss = Some("https://elsewhere.example".to_owned());
    complete(&browser, &LoginCallback { iss, ..callback }, ProblemType::LoginNotProven).await?;
    has_no_session(&browser).await
}

async fn tabs(kit: &Kit) -> Outcome {
    let browser = kit.nobody();
    let first = kit.start_login(&browser, Who::Caseworker).await?;
    let second = kit.start_login(&browser, Who::Caseworker).await?;
    for callback in [first, second] {
        browser.post("/api/login/complete", &callback).await?.read::<Session>()?;
    }
    Ok(())
}

async fn refuses(kit: &Kit, who: Who, refused_as: ProblemType) -> Outcome {
    let browser = kit.nobody();
    kit.log_in(&browser, who).await?.is_refused(refused_as)?;
    has_no_session(&browser).await
}

async fn private(kit: &Kit) -> Outcome {
    refuses(kit, Who::PrivatePerson, ProblemType::PrivateIdentity).await
}

async fn stranger(kit: &Kit) -> Outcome {
    refuses(kit, Who::Stranger, ProblemType::NotACaseworker).await
}

async fn provider_down(kit: &Kit) -> Outcome {
    refuses(kit, Who::ProviderDown, ProblemType::ProviderUnavailable).await
}

async fn anew(kit: &Kit) -> Outcome {
    kit.cases.who(Who::Stale)?;
    let anna = kit.newcomer(Who::Caseworker).await?;
    anna.browser.post("/api/logout", &json!({})).await?.read::<serde_json::Value>()?;
    kit.log_in(&anna.browser, Who::Stale).await?.is_refused(ProblemType::LoginNotFresh)
}

async fn ends(kit: &Kit) -> Outcome {
    let anna = kit.newcomer(Who::Caseworker).await?;
    let copied = anna.browser.cookies();
    if copied.is_empty() {
        return fail("POST /api/login/complete sets no cookie");
    }
    anna.browser.post("/api/logout", &json!({})).await?.read::<serde_json::Value>()?;
    has_no_session(&anna.browser).await?;
    let thief = kit.nobody();
    thief.set_cookies(copied);
    has_no_session(&thief).await?;
    kit.nobody().post("/api/logout", &json!({})).await?.read::<serde_json::Value>().map(drop)
}
