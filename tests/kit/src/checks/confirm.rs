//! The login that proves a change: what it must be.

use nemkonto::contract::{Confirmed, LoginCallback, ProblemType, Sealed};

use super::checks;
use crate::{
    Kit,
    cases::Who,
    kit::{Caseworker, Ready, confirm, unredeemed},
    outcome::{Outcome, expect, fail},
};
use nemkonto::relogin::{Callback, ProviderError};

checks! {
    "confirm.commits", "POST /api/changes/{change_id}/confirm",
    "With the sealed change and the `code`, `state` and `iss` of its login the change is carried out, all of it or nothing: the new account waits for activation, the `version` of the accounts grows, and the answer has the receipt and the session."
    => commits;
    "confirm.fresh", "POST /api/changes/{change_id}/confirm",
    "A login that was made before the change was prepared (`auth_time`) is refused as login-not-fresh. A clock may be wrong by some seconds."
    => fresh;
    "confirm.assurance", "POST /api/changes/{change_id}/confirm",
    "A login below the level of assurance that the API wants is refused as assurance-too-low."
    => assurance;
    "confirm.same-person", "POST /api/changes/{change_id}/confirm",
    "A login of anybody else than the caseworker who prepared the change is refused as other-person, and `expected` names the employer of the right one, but nobody."
    => same_person;
    "confirm.same-company", "POST /api/changes/{change_id}/confirm",
    "A login of the same person on behalf of another company is refused as other-company."
    => same_company;
    "confirm.private", "POST /api/changes/{change_id}/confirm",
    "A login as a private person is refused as private-identity."
    => private;
    "confirm.right-kept", "POST /api/changes/{change_id}/confirm",
    "A caseworker who has lost the right since the change was prepared is refused as no-right."
    => right_kept;
    "confirm.nonce", "POST /api/changes/{change_id}/confirm",
    "The `nonce` of the login is a salted hash of exactly this change, which the API computes again from what is sealed. A login with another nonce is refused as login-not-proven."
    => nonce;
    "confirm.other-login", "POST /api/changes/{change_id}/confirm",
    "The login for one change does not confirm another one, whichever `state` is sent with it: login-not-proven."
    => other_login;
    "confirm.state", "POST /api/changes/{change_id}/confirm",
    "A `state` that is not that of the change is refused as login-not-proven, before the code is redeemed. With the right one the change can still be confirmed."
    => state;
    "confirm.issuer", "POST /api/changes/{change_id}/confirm",
    "An `iss` that is not the provider's is refused as login-not-proven, before the code is redeemed, and so is a missing one where `prepare` named an `issuer` (RFC 9207)."
    => issuer;
    "confirm.seal-altered", "POST /api/changes/{change_id}/confirm",
    "A `sealed` that the API has not sealed, or of which a letter is altered, is refused as seal-broken."
    => seal_altered;
    "confirm.seal-swapped", "POST /api/changes/{change_id}/confirm",
    "A `sealed` that is of another change than the address names is refused as change-mismatch."
    => seal_swapped;
    "confirm.provider-down", "POST /api/changes/{change_id}/confirm",
    "Where the provider does not answer, or with an error of its own, the change is refused as provider-unavailable and not carried out."
    => provider_down;
    "confirm.cancelled", "POST /api/changes/{change_id}/confirm",
    "A login that is cancelled comes back to the app as an error with the `state` of the change, and nothing is carried out."
    => cancelled;
}

/// Whether the accounts are as they were.
async fn nothing_is_committed(kit: &Kit, caseworker: &Caseworker, version: u64) -> Outcome {
    let after = kit.changed(&caseworker.browser).await?;
    expect(after.version == version, "the change is refused and carried out all the same")
}

async fn commits(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let before = kit.changed(&anna.browser).await?;
    let ready = kit.prepare(&anna).await?;
    let confirmed: Confirmed = kit.confirm(&anna.browser, &ready, Who::Caseworker).await?.read()?;
    expect(confirmed.receipt.change_id == ready.login.change_id, "the receipt is of another change")?;
    expect(confirmed.session.acting_as == anna.session.acting_as, "the session is somebody else's")?;
    let after = kit.changed(&anna.browser).await?;
    expect(after.version == before.version + 1, "the version of the accounts has not grown by one")?;
    let waits = after.pending.map(|pending| pending.account);
    let in_force = after.nemkonto.map(|in_force| in_force.account);
    let is_there = [waits, in_force].iter().any(|account| account.as_ref() == ready.reading.change.account());
    expect(is_there, "the new account is not among the holder's")
}

/// Prepares a change, logs in for it, and is refused.
async fn refuses(kit: &Kit, who: Who, refused_as: ProblemType) -> Outcome {
    kit.cases.who(who)?;
    let anna = kit.caseworker(Who::Caseworker).await?;
    let version = kit.changed(&anna.browser).await?.version;
    let ready = kit.prepare(&anna).await?;
    let refused = kit.confirm(&anna.browser, &ready, who).await?.refusal(refused_as)?;
    let is_about_person =
        matches!(refused_as, ProblemType::OtherPerson | ProblemType::OtherCompany | ProblemType::PrivateIdentity);
    let expected = is_about_person.then(|| ready.login.identity.organisation.clone());
    expect(refused.expected == expected, "`expected` is not the employer of the caseworker, or should not be there")?;
    nothing_is_committed(kit, &anna, version).await
}

async fn fresh(kit: &Kit) -> Outcome {
    refuses(kit, Who::Stale, ProblemType::LoginNotFresh).await
}

async fn assurance(kit: &Kit) -> Outcome {
    refuses(kit, Who::Weak, ProblemType::AssuranceTooLow).await
}

async fn same_person(kit: &Kit) -> Outcome {
    refuses(kit, Who::Colleague, ProblemType::OtherPerson).await
}

async fn same_company(kit: &Kit) -> Outcome {
    refuses(kit, Who::OtherCompany, ProblemType::OtherCompany).await
}

async fn private(kit: &Kit) -> Outcome {
    refuses(kit, Who::PrivatePerson, ProblemType::PrivateIdentity).await
}

async fn nonce(kit: &Kit) -> Outcome {
    refuses(kit, Who::OtherNonce, ProblemType::LoginNotProven).await
}

async fn provider_down(kit: &Kit) -> Outcome {
    refuses(kit, Who::ProviderDown, ProblemType::ProviderUnavailable).await
}

async fn right_kept(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let ready = kit.prepare(&anna).await?;
    kit.set_right(false).await?;
    let answer = kit.confirm(&anna.browser, &ready, Who::Caseworker).await;
    kit.set_right(true).await?;
    answer?.is_refused(ProblemType::NoRight)
}

async fn other_login(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let version = kit.changed(&anna.browser).await?.version;
    let (one, other) = (kit.prepare(&anna).await?, kit.prepare(&anna).await?);
    let callback = kit.approve(&one.login.authorization_url, Who::Caseworker).await?;
    confirm(&anna.browser, &other.login, &callback).await?.is_refused(ProblemType::LoginNotProven)?;
    let forged = LoginCallback { state: other.login.state.clone(), ..callback };
    confirm(&anna.browser, &other.login, &forged).await?.is_refused(ProblemType::LoginNotProven)?;
    nothing_is_committed(kit, &anna, version).await
}

/// An answer of the provider that is not as it was sent is refused, and the same as it was sent is not.
async fn refuses_altered(kit: &Kit, alter: impl Fn(&Ready, LoginCallback) -> Vec<LoginCallback>) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let ready = kit.prepare(&anna).await?;
    let callback = kit.approve(&ready.login.authorization_url, Who::Caseworker).await?;
    for altered in alter(&ready, callback.clone()) {
        confirm(&anna.browser, &ready.login, &altered).await?.is_refused(ProblemType::LoginNotProven)?;
    }
    confirm(&anna.browser, &ready.login, &callback).await?.read::<Confirmed>().map(drop)
}

async fn state(kit: &Kit) -> Outcome {
    refuses_altered(kit, |_, callback| vec![LoginCallback { state: "another".to_owned(), ..callback }]).await
}

async fn issuer(kit: &Kit) -> Outcome {
    refuses_altered(kit, |ready, callback| {
        let elsewhere = Some("https://elsewhere.example".to_owned());
        let missing = ready.login.issuer.is_some().then(|| LoginCallback { iss: None, ..callback.clone() });
        [LoginCallback { iss: elsewhere, ..callback }].into_iter().chain(missing).collect()
    })
    .await
}

async fn seal_altered(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let mut ready = kit.prepare(&anna).await?;
    let callback = unredeemed(&ready);
    let Sealed(whole) = ready.login.sealed.clone();
    let middle = whole.len() / 2;
    let (Some(before), Some(after)) = (whole.get(..middle), whole.get(middle + 1..)) else {
        return fail("`sealed` is no plain text");
    };
    let other = if whole.as_bytes().get(middle) == Some(&b'A') { "B" } else { "A" };
    for altered in [format!("{before}{other}{after}"), before.to_owned(), "forged".to_owned(), String::new()] {
        ready.login.sealed = Sealed(altered);
        confirm(&anna.browser, &ready.login, &callback).await?.is_refused(ProblemType::SealBroken)?;
    }
    Ok(())
}

async fn seal_swapped(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let (mut one, other) = (kit.prepare(&anna).await?, kit.prepare(&anna).await?);
    let callback = unredeemed(&one);
    one.login.sealed = other.login.sealed;
    confirm(&anna.browser, &one.login, &callback).await?.is_refused(ProblemType::ChangeMismatch)
}

async fn cancelled(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let version = kit.changed(&anna.browser).await?.version;
    let ready = kit.prepare(&anna).await?;
    match kit.cancel(&ready.login.authorization_url).await? {
        Callback::Error { state, error: ProviderError::Cancelled, .. } => {
            expect(state == ready.login.state, "the provider sends back another state than `state`")?;
        }
        _ => return fail("a cancelled login does not come back as an error that says so"),
    }
    nothing_is_committed(kit, &anna, version).await
}
