//! Having a change back.

use nemkonto::contract::{Confirmed, ProblemType, ReopenRequest, Reopened, Sealed};

use super::checks;
use crate::{
    Kit,
    browser::{Answer, Browser},
    cases::Who,
    kit::{Ready, confirm},
    outcome::{Outcome, expect, fail},
};

checks! {
    "reopen.withdraws", "POST /api/changes/reopen",
    "A change that is not carried out comes back with its form as it was typed, with the accounts as they are now, and the session. No login commits it any more: change-withdrawn. Asked again, it comes back again."
    => withdraws;
    "reopen.committed", "POST /api/changes/reopen",
    "A change that is carried out comes back as its receipt, the same as before."
    => committed;
    "reopen.own", "POST /api/changes/reopen",
    "It comes back to the caseworker who prepared it: to anybody else, of the same authority or another, it is refused as other-person, and stays as it is."
    => own;
    "reopen.seal", "POST /api/changes/reopen",
    "A `sealed` that the API has not sealed is refused as seal-broken."
    => seal;
}

async fn reopen(browser: &Browser, ready: &Ready) -> Outcome<Answer> {
    browser.post("/api/changes/reopen", &ReopenRequest { sealed: ready.login.sealed.clone() }).await
}

async fn withdraws(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let before = kit.changed(&anna.browser).await?;
    let ready = kit.prepare(&anna).await?;
    let callback = kit.approve(&ready.login.authorization_url, Who::Caseworker).await?;
    for _ in 0..2 {
        let Reopened::Withdrawn { overview, draft, session } = reopen(&anna.browser, &ready).await?.read()? else {
            return fail("a change that nobody confirmed is said to be carried out");
        };
        let is_typed = [crate::cases::Which::New, crate::cases::Which::Other]
            .into_iter()
            .any(|which| kit.cases.form(draft.kind(), which).is_ok_and(|typed| typed == draft));
        expect(is_typed, "`draft` is not the form as it was typed")?;
        expect(overview.is_some_and(|overview| *overview == before), "`overview` is not what is registered")?;
        expect(session.acting_as == anna.session.acting_as, "`session` is somebody else's")?;
    }
    confirm(&anna.browser, &ready.login, &callback).await?.is_refused(ProblemType::ChangeWithdrawn)
}

async fn committed(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let ready = kit.prepare(&anna).await?;
    let confirmed: Confirmed = kit.confirm(&anna.browser, &ready, Who::Caseworker).await?.read()?;
    match reopen(&anna.browser, &ready).await?.read()? {
        Reopened::Committed { receipt } => expect(*receipt == confirmed.receipt, "another receipt"),
        Reopened::Withdrawn { .. } => fail("a change that is carried out is given back for editing"),
    }
}

async fn own(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let ready = kit.prepare(&anna).await?;
    for who in [Who::Colleague, Who::OtherAuthority] {
        let other = kit.caseworker(who).await?;
        let refused = reopen(&other.browser, &ready).await?.refusal(ProblemType::OtherPerson)?;
        let employer = Some(&ready.login.identity.organisation);
        expect(refused.expected.as_ref() == employer, "`expected` is not the employer of the caseworker")?;
    }
    kit.confirm(&anna.browser, &ready, Who::Caseworker).await?.read::<Confirmed>().map(drop)
}

async fn seal(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let mut ready = kit.prepare(&anna).await?;
    ready.login.sealed = Sealed("forged".to_owned());
    reopen(&anna.browser, &ready).await?.is_refused(ProblemType::SealBroken)
}
