//! The session: whose it is, for which unit, and how long it lasts.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::contract::{DraftKey, ProblemType, Session, SessionExpiry, SwitchRequest, UnitId};

use super::checks;
use crate::{
    Kit,
    browser::Answer,
    cases::Who,
    kit::Caseworker,
    outcome::{Outcome, expect, not_tried},
};

checks! {
    "session.acting-as", "GET /api/session",
    "`acting_as` is the same after every login of the same caseworker in the same unit, and another for everybody else."
    => acting_as;
    "session.draft-key", "GET /api/session",
    "`draft_key` is 32 bytes in base64url without padding, the same after every login of the same caseworker, and another for everybody else."
    => draft_key;
    "session.unit", "POST /api/session/unit",
    "The session acts for another unit of its `assignments` from then on, with the rights of that unit and another `acting_as`; so does the next session of the caseworker."
    => unit;
    "session.foreign-unit", "POST /api/session/unit",
    "A unit that is not among the `assignments` is refused as unit-not-assigned, and the session stays as it is."
    => foreign_unit;
    "session.expiry", "GET /api/session/expiry",
    "It tells in how many seconds the session ends, and does not prolong it. Every other call with the session prolongs it to what `expires_in` said at the login."
    => expiry;
    "session.ends", "every call with `security`",
    "A session that was not used for `expires_in` seconds is over: its calls are refused as not-logged-in."
    => ends;
}

async fn twice(kit: &Kit) -> Outcome<(Session, Session)> {
    let (first, second) = (kit.caseworker(Who::Caseworker).await?, kit.newcomer(Who::Caseworker).await?);
    Ok((first.session.clone(), second.session))
}

async fn acting_as(kit: &Kit) -> Outcome {
    let (first, second) = twice(kit).await?;
    expect(first.acting_as == second.acting_as, "it differs from login to login")?;
    let colleague = kit.caseworker(Who::Colleague).await?;
    expect(first.acting_as != colleague.session.acting_as, "two caseworkers have the same")
}

async fn draft_key(kit: &Kit) -> Outcome {
    let (first, second) = twice(kit).await?;
    let DraftKey(key) = &first.draft_key;
    let length = BASE64_URL_SAFE_NO_PAD.decode(key).map(|bytes| bytes.len());
    expect(length == Ok(32), "it is not 32 bytes in base64url without padding")?;
    expect(first.draft_key == second.draft_key, "it differs from login to login")?;
    let colleague = kit.caseworker(Who::Colleague).await?;
    expect(first.draft_key != colleague.session.draft_key, "two caseworkers have the same")
}

async fn switch(caseworker: &Caseworker, unit: &UnitId) -> Outcome<Answer> {
    caseworker.browser.post("/api/session/unit", &SwitchRequest { unit: unit.clone() }).await
}

async fn unit(kit: &Kit) -> Outcome {
    let anna = kit.newcomer(Who::Caseworker).await?;
    let present = &anna.session.caseworker.unit.id;
    let other = anna.session.assignments.iter().map(|assignment| &assignment.unit.id).find(|unit| *unit != present);
    let Some(other) = other else { return not_tried("people.caseworker acts for one unit alone") };
    let outcome = stays_switched(kit, &anna, other).await;
    // The next checks find the caseworker where they expect to.
    switch(&anna, present).await?;
    outcome
}

async fn stays_switched(kit: &Kit, anna: &Caseworker, other: &UnitId) -> Outcome {
    let switched: Session = switch(anna, other).await?.read()?;
    expect(switched.caseworker.unit.id == *other, "the answer names another unit")?;
    expect(switched.acting_as != anna.session.acting_as, "`acting_as` is that of the other unit")?;
    let later: Session = anna.browser.get("/api/session").await?.read()?;
    expect(later.caseworker == switched.caseworker, "GET /api/session tells another unit afterwards")?;
    let next = kit.newcomer(Who::Caseworker).await?;
    expect(next.session.caseworker.unit.id == *other, "the next session begins in another unit")
}

async fn foreign_unit(kit: &Kit) -> Outcome {
    let anna = kit.newcomer(Who::Caseworker).await?;
    switch(&anna, &UnitId("no-such-unit".to_owned())).await?.is_refused(ProblemType::UnitNotAssigned)?;
    let foreign = kit.caseworker(Who::OtherAuthority).await?;
    let outcome = switch(&anna, &foreign.session.caseworker.unit.id).await?.is_refused(ProblemType::UnitNotAssigned);
    let later: Session = anna.browser.get("/api/session").await?.read()?;
    outcome.and_then(|()| expect(later.caseworker == anna.session.caseworker, "the session is another one afterwards"))
}

async fn asked(anna: &Caseworker) -> Outcome<i64> {
    let expiry: SessionExpiry = anna.browser.get("/api/session/expiry").await?.read()?;
    Ok(expiry.expires_in.into())
}

/// The API's clock goes on while a check runs.
const TOLERANCE: i64 = 30;

async fn expiry(kit: &Kit) -> Outcome {
    let anna = kit.newcomer(Who::Caseworker).await?;
    let whole = i64::from(anna.session.expires_in);
    let half = whole / 2;
    kit.pass(half).await?;
    let outcome = async {
        for _ in 0..2 {
            let left = asked(&anna).await?;
            expect(left <= whole - half, format!("{left} of {whole} seconds are left after {half}"))?;
        }
        let session: Session = anna.browser.get("/api/session").await?.read()?;
        let left = asked(&anna).await?;
        let is_prolonged = i64::from(session.expires_in) >= whole - TOLERANCE && left >= whole - TOLERANCE;
        expect(is_prolonged, "another call does not prolong the session")
    };
    let outcome = outcome.await;
    kit.pass(-half).await?;
    outcome
}

async fn ends(kit: &Kit) -> Outcome {
    let anna = kit.newcomer(Who::Caseworker).await?;
    let whole = i64::from(anna.session.expires_in) + 1;
    kit.pass(whole).await?;
    let outcome = anna.browser.get("/api/session").await;
    kit.pass(-whole).await?;
    outcome?.is_refused(ProblemType::NotLoggedIn)
}
