//! One login, one change, in time.

use nemkonto::contract::{Confirmed, HistoryPage, LoginCallback, ProblemType, Session};
use serde_json::json;

use super::checks;
use crate::{
    Kit,
    browser::Browser,
    cases::Who,
    kit::{Ready, confirm},
    outcome::{Outcome, expect, fail, not_tried},
};

checks! {
    "confirm.again", "POST /api/changes/{change_id}/confirm",
    "Asked again by the caseworker, with the same code or with another login, it answers the same receipt and carries out nothing more."
    => again;
    "confirm.refused-stays", "POST /api/changes/{change_id}/confirm",
    "A code that was refused is refused again, for the same reason: no code is redeemed twice."
    => refused_stays;
    "confirm.lost-answer", "POST /api/changes/{change_id}/confirm",
    "Without a session, as when it ended during the login, confirming begins one for the unit of the change. Where its cookie was lost with the answer, the same request gives the same receipt and a session again, until that session is used."
    => lost_answer;
    "confirm.played-back", "POST /api/changes/{change_id}/confirm",
    "Without a session the code of a change that is carried out gives nothing: not-logged-in. After a log-out it begins no session."
    => played_back;
    "confirm.accounts-changed", "POST /api/changes/{change_id}/confirm",
    "Where the accounts were changed since the caseworker looked at them, the change is refused as accounts-changed."
    => accounts_changed;
    "confirm.unit-kept", "POST /api/changes/{change_id}/confirm",
    "A change is made for the unit in which it was prepared, whatever unit the session acts for when it is confirmed."
    => unit_kept;
    "confirm.attempts", "POST /api/changes/{change_id}/confirm",
    "After some refused attempts a change is over: too-many-attempts, for the right login, too."
    => attempts;
    "confirm.expired", "POST /api/changes/{change_id}/confirm",
    "After `expires_at` no login commits the change: change-expired."
    => expired;
}

/// The receipts of a change that the history of the changed holder names.
async fn noted(kit: &Kit, browser: &Browser, number: &str) -> Outcome<usize> {
    let overview = kit.changed(browser).await?;
    let path = format!("/api/account-holders/{}/history", overview.handle.0);
    let page: HistoryPage = browser.get(&path).await?.read()?;
    Ok(page.entries.iter().filter(|entry| entry.receipt.as_deref() == Some(number)).count())
}

async fn again(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let ready = kit.prepare(&anna).await?;
    let url = &ready.login.authorization_url;
    let callback = kit.approve(url, Who::Caseworker).await?;
    // A pushed request can be used once; where the provider lets somebody in again, that is the better try.
    let guessed = LoginCallback { code: "another".to_owned(), ..callback.clone() };
    let other = kit.approve(url, Who::Caseworker).await.unwrap_or(guessed);
    let first: Confirmed = confirm(&anna.browser, &ready.login, &callback).await?.read()?;
    let version = kit.changed(&anna.browser).await?.version;
    for callback in [&callback, &other] {
        let again: Confirmed = confirm(&anna.browser, &ready.login, callback).await?.read()?;
        expect(again.receipt == first.receipt, "another receipt")?;
    }
    expect(kit.changed(&anna.browser).await?.version == version, "the accounts are changed again")?;
    let noted = noted(kit, &anna.browser, &first.receipt.number).await?;
    expect(noted == 1, format!("the history names the receipt {noted} times"))
}

async fn refused_stays(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    kit.cases.who(Who::Colleague)?;
    let ready = kit.prepare(&anna).await?;
    let callback = kit.approve(&ready.login.authorization_url, Who::Colleague).await?;
    for _ in 0..2 {
        confirm(&anna.browser, &ready.login, &callback).await?.is_refused(ProblemType::OtherPerson)?;
    }
    Ok(())
}

/// A change that is carried out in a browser without a session.
async fn without_session(kit: &Kit) -> Outcome<(Ready, LoginCallback, Browser, Confirmed)> {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let ready = kit.prepare(&anna).await?;
    let callback = kit.approve(&ready.login.authorization_url, Who::Caseworker).await?;
    let browser = kit.nobody();
    let confirmed: Confirmed = confirm(&browser, &ready.login, &callback).await?.read()?;
    expect(confirmed.session.caseworker.unit == anna.session.caseworker.unit, "the session is for another unit")?;
    Ok((ready, callback, browser, confirmed))
}

async fn lost_answer(kit: &Kit) -> Outcome {
    let (ready, callback, _, first) = without_session(kit).await?;
    // The first browser never heard of its session.
    let heard = kit.nobody();
    let again: Confirmed = confirm(&heard, &ready.login, &callback).await?.read()?;
    expect(again.receipt == first.receipt, "another receipt")?;
    heard.get("/api/session").await?.read::<Session>()?;
    confirm(&kit.nobody(), &ready.login, &callback).await?.is_refused(ProblemType::NotLoggedIn)
}

async fn played_back(kit: &Kit) -> Outcome {
    let (ready, callback, browser, _) = without_session(kit).await?;
    browser.get("/api/session").await?.read::<Session>()?;
    browser.post("/api/logout", &json!({})).await?.read::<serde_json::Value>()?;
    for browser in [&browser, &kit.nobody()] {
        confirm(browser, &ready.login, &callback).await?.is_refused(ProblemType::NotLoggedIn)?;
        browser.get("/api/session").await?.is_refused(ProblemType::NotLoggedIn)?;
    }
    let guessed = LoginCallback { code: "guessed".to_owned(), ..callback };
    confirm(&kit.nobody(), &ready.login, &guessed).await?.is_refused(ProblemType::NotLoggedIn)
}

async fn accounts_changed(kit: &Kit) -> Outcome {
    let (anna, bo) = (kit.caseworker(Who::Caseworker).await?, kit.caseworker(Who::Colleague).await?);
    let (by_anna, by_bo) = (kit.prepare(&anna).await?, kit.prepare(&bo).await?);
    kit.confirm(&bo.browser, &by_bo, Who::Colleague).await?.read::<Confirmed>()?;
    kit.confirm(&anna.browser, &by_anna, Who::Caseworker).await?.is_refused(ProblemType::AccountsChanged)
}

async fn unit_kept(kit: &Kit) -> Outcome {
    let anna = kit.newcomer(Who::Caseworker).await?;
    let present = &anna.session.caseworker.unit;
    let other = anna.session.assignments.iter().map(|assignment| &assignment.unit).find(|unit| *unit != present);
    let Some(other) = other else { return not_tried("people.caseworker acts for one unit alone") };
    let ready = kit.prepare(&anna).await?;
    let switch = async |unit: &nemkonto::contract::Unit| {
        anna.browser.post("/api/session/unit", &json!({ "unit": unit.id })).await?.read::<Session>()
    };
    switch(other).await?;
    let answer = kit.confirm(&anna.browser, &ready, Who::Caseworker).await;
    switch(present).await?;
    let confirmed: Confirmed = answer?.read()?;
    expect(confirmed.receipt.caseworker.unit == *present, "the receipt names the unit of the session")
}

/// Any API has enough of it by then.
const MOST_ATTEMPTS: u32 = 30;

async fn attempts(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let ready = kit.prepare(&anna).await?;
    let callback = kit.approve(&ready.login.authorization_url, Who::Caseworker).await?;
    let wrong = LoginCallback { state: "guessed".to_owned(), ..callback.clone() };
    for _ in 0..MOST_ATTEMPTS {
        let answer = confirm(&anna.browser, &ready.login, &wrong).await?;
        if answer.problem() == Some(ProblemType::TooManyAttempts) {
            return confirm(&anna.browser, &ready.login, &callback).await?.is_refused(ProblemType::TooManyAttempts);
        }
        answer.is_refused(ProblemType::LoginNotProven)?;
    }
    fail(format!("{MOST_ATTEMPTS} attempts are not too many"))
}

async fn expired(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let ready = kit.prepare(&anna).await?;
    let callback = kit.approve(&ready.login.authorization_url, Who::Caseworker).await?;
    let lives = ready.login.expires_at.0 - ready.reading.prepared_at.0 + 1;
    kit.pass(lives).await?;
    let answer = confirm(&anna.browser, &ready.login, &callback).await;
    kit.pass(-lives).await?;
    answer?.is_refused(ProblemType::ChangeExpired)
}
