//! Whose account it is: where the bank knows it by another name, nobody logs in without a reason.

use nemkonto::{
    contract::{Confirmed, Next, PrepareAnswer, PrepareRequest, ProblemType, Sealed, ToAcknowledge},
    domain::{
        change_kind::ChangeKind,
        draft::{Draft, Field},
    },
};

use super::checks;
use crate::{
    Kit,
    cases::{Which, Who},
    kit::{Caseworker, Ready, confirm, unredeemed},
    outcome::{Outcome, expect, fail, not_tried},
};

checks! {
    "payee.reason", "POST /api/changes/prepare",
    "Where the configuration says `payee_check` and the bank knows the account by another name, `next.acknowledge` gives reasons to choose from, and there is no login before the form comes again with one of them in `payee-reason`, and `acknowledges`. Another reason, or none, is refused as fields-refused."
    => reason;
    "payee.exactly-this", "POST /api/changes/prepare",
    "What was said counts for this change of this caseworker: `acknowledges` of another account, of somebody else, or that the API has not sealed leads to `next.acknowledge` again. No login confirms it in the place of a change: seal-broken."
    => exactly_this;
    "payee.record", "POST /api/changes/{change_id}/confirm",
    "The receipt says in `payee` what the bank answered and what was said to that, and does not say the bank's name for the account."
    => record;
}

/// The form with an account of somebody else.
fn form(kit: &Kit) -> Outcome<Draft> {
    kit.cases.form(ChangeKind::AssignNemKonto, Which::OfSomebodyElse)
}

async fn say(
    kit: &Kit,
    caseworker: &Caseworker,
    draft: &Draft,
    said: Option<&Sealed>,
) -> Outcome<crate::browser::Answer> {
    let overview = kit.changed(&caseworker.browser).await?;
    let (holder, version, draft) = (Some(overview.handle), overview.version, draft.clone());
    let request = PrepareRequest { holder, version, draft, acknowledges: said.cloned() };
    caseworker.browser.post("/api/changes/prepare", &request).await
}

/// What has to be said, if anything has.
async fn asked(kit: &Kit, caseworker: &Caseworker, draft: &Draft, said: Option<&Sealed>) -> Outcome<ToAcknowledge> {
    match say(kit, caseworker, draft, said).await?.read::<PrepareAnswer>()?.next {
        Next::Acknowledge(to_acknowledge) => Ok(to_acknowledge),
        Next::Login(_) => fail("there is a login without a reason for an account that is somebody else's"),
    }
}

/// The form with the first reason of the agency's, explained.
fn with_reason(draft: &Draft, asked: &ToAcknowledge) -> Draft {
    let mut draft = draft.clone();
    draft.set(Field::PayeeReason, asked.reasons.first().map_or("", |reason| reason.id.as_str()));
    draft.set(Field::PayeeNote, "A test of the contract");
    draft
}

async fn begin(kit: &Kit) -> Outcome<(std::sync::Arc<Caseworker>, Draft, ToAcknowledge)> {
    if !kit.configuration().await?.payee_check {
        return not_tried("the configuration says that no bank is asked");
    }
    let anna = kit.caseworker(Who::Caseworker).await?;
    let draft = form(kit)?;
    let asked = asked(kit, &anna, &draft, None).await?;
    Ok((anna, draft, asked))
}

async fn reason(kit: &Kit) -> Outcome {
    let (anna, draft, asked) = begin(kit).await?;
    let mut unknown = draft.clone();
    unknown.set(Field::PayeeReason, "no-such-reason");
    for draft in [&draft, &unknown] {
        let refused = say(kit, &anna, draft, Some(&asked.sealed)).await?.refusal(ProblemType::FieldsRefused)?;
        let is_there = refused.errors.first().is_some_and(|error| error.field == Field::PayeeReason);
        expect(is_there, "the refusal is not at `payee-reason`")?;
    }
    acknowledge(kit, &anna, &draft, &asked).await.map(drop)
}

/// The change that waits for its login because the reason was said.
async fn acknowledge(kit: &Kit, anna: &Caseworker, draft: &Draft, asked: &ToAcknowledge) -> Outcome<Ready> {
    let said = say(kit, anna, &with_reason(draft, asked), Some(&asked.sealed)).await?;
    let PrepareAnswer { reading, next: Next::Login(login) } = said.read()? else {
        return fail("there is no login although a reason was said");
    };
    let is_noted = reading.payee.as_ref().is_some_and(|payee| payee.acknowledged.is_some());
    expect(is_noted, "`reading.payee` does not say what was said")?;
    Ok(Ready { reading, login: *login })
}

async fn exactly_this(kit: &Kit) -> Outcome {
    let (anna, draft, first) = begin(kit).await?;
    let said = with_reason(&draft, &first);
    self::asked(kit, &anna, &said, Some(&Sealed("a.b.c".to_owned()))).await?;
    let mut ready = kit.prepare(&anna).await?;
    let callback = unredeemed(&ready);
    ready.login.sealed = first.sealed.clone();
    confirm(&anna.browser, &ready.login, &callback).await?.is_refused(ProblemType::SealBroken)?;
    let bo = kit.caseworker(Who::Colleague).await?;
    self::asked(kit, &bo, &said, Some(&first.sealed)).await.map(drop)
}

async fn record(kit: &Kit) -> Outcome {
    let (anna, draft, asked) = begin(kit).await?;
    let ready = acknowledge(kit, &anna, &draft, &asked).await?;
    let confirmed: Confirmed = kit.confirm(&anna.browser, &ready, Who::Caseworker).await?.read()?;
    let Some(record) = &confirmed.receipt.payee else { return fail("the receipt does not say what the bank answered") };
    let shown = ready.reading.payee.as_ref().map(nemkonto::contract::PayeeCheck::record);
    expect(shown.as_ref() == Some(record), "the receipt says something else than the confirmation")?;
    let name = ready.reading.payee.and_then(|payee| payee.bank_name);
    let whole = serde_json::to_string(&*confirmed.receipt).unwrap_or_default();
    expect(name.is_none_or(|name| !whole.contains(&name)), "the receipt tells the bank's name for the account")
}
