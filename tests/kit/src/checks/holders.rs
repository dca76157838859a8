//! Account holders, their history, benefit types and banks.

use std::collections::BTreeMap;

use nemkonto::{
    contract::{AccountOverview, BenefitTypes, FoundBank, HistoryPage, LookupRequest, OwnBenefitType, ProblemType},
    domain::holder::Scheme,
};

use super::checks;
use crate::{
    Kit,
    browser::Browser,
    cases::{Bank, Limit, Who, Whose},
    kit::look_up,
    outcome::{Outcome, expect, fail, not_tried},
};

checks! {
    "holders.lookup", "POST /api/account-holders/lookup, GET /api/account-holders/{handle}",
    "A number with its `scheme` finds the holder of exactly this number. The `handle` in the answer says nothing of the number, and `GET /api/account-holders/{handle}` answers the same accounts."
    => lookup;
    "holders.unknown", "POST /api/account-holders/lookup",
    "A valid number that nobody has is refused as holder-not-found, and so is a handle that the API has not made."
    => unknown;
    "holders.no-number", "POST /api/account-holders/lookup",
    "What is no number of its scheme is refused as bad-request."
    => no_number;
    "holders.several", "POST /api/account-holders/lookup",
    "Eight digits without a `scheme` that are one holder's CVR and another's SE number are refused as several-holders; with the scheme, each is found."
    => several;
    "holders.limit", "POST /api/account-holders/lookup",
    "Whoever looks up too many holders in a minute is refused as too-many-attempts, with the seconds until there is room again in `retry_after`."
    => limit;
    "history.newest-first", "GET /api/account-holders/{handle}/history",
    "The history begins with the newest entry. `next` asks for the page after it, in the query's `cursor`, until there are no older ones; no entry comes twice. A cursor of another history is refused as bad-request."
    => history;
    "benefit-types.list", "GET /api/benefit-types",
    "It tells the authority's own benefit types, with how many accounts there are for each, and those that the caseworker's unit pays. An own one of another authority is not told."
    => benefit_types;
    "benefit-types.history", "GET /api/benefit-types/history",
    "It tells what has happened to the authority's own benefit types, as the history of a holder does."
    => benefit_types_history;
    "banks.find", "POST /api/banks/find",
    "Where the configuration says that there is a `bank_directory`, what names a bank finds it, and `key` repeats the question. Of a bank that the directory does not know `bank` is null, and nothing is refused."
    => banks;
}

async fn lookup(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let holder = kit.cases.holder(Whose::Changed)?;
    let found: AccountOverview = look_up(&anna.browser, holder).await?.read()?;
    let is_asked_for = (found.holder.scheme(), found.holder.as_str()) == (holder.scheme, &holder.number);
    expect(is_asked_for, "the answer is about another holder than was asked for")?;
    expect(!found.handle.0.contains(&holder.number), "the handle contains the number")?;
    let path = format!("/api/account-holders/{}", found.handle.0);
    let again: AccountOverview = anna.browser.get(&path).await?.read()?;
    expect(again == found, "the accounts by the handle are others than those of the look-up")
}

async fn unknown(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let unknown = kit.cases.holder(Whose::Unknown)?;
    look_up(&anna.browser, unknown).await?.is_refused(ProblemType::HolderNotFound)?;
    anna.browser.get("/api/account-holders/no-such-handle").await?.is_refused(ProblemType::HolderNotFound)
}

async fn no_number(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let request = LookupRequest { scheme: Some(Scheme::Cvr), number: "1234567".to_owned() };
    anna.browser.post("/api/account-holders/lookup", &request).await?.is_refused(ProblemType::BadRequest)
}

async fn several(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let number = &kit.cases.holder(Whose::Several)?.number;
    let ask = async |scheme| {
        let request = LookupRequest { scheme, number: number.clone() };
        anna.browser.post("/api/account-holders/lookup", &request).await
    };
    ask(None).await?.is_refused(ProblemType::SeveralHolders)?;
    for scheme in [Scheme::Cvr, Scheme::Se] {
        let found: AccountOverview = ask(Some(scheme)).await?.read()?;
        expect(found.holder.scheme() == scheme, "the answer is about a number of the other kind")?;
    }
    Ok(())
}

async fn limit(kit: &Kit) -> Outcome {
    let too_many = kit.cases.limit(Limit::Lookups)?;
    // Somebody who looks nobody up elsewhere, so that only this check runs into the limit.
    let dan = kit.caseworker(Who::Onlooker).await?;
    let holder = kit.cases.holder(Whose::Changed)?;
    for _ in 0..too_many {
        let answer = look_up(&dan.browser, holder).await?;
        if answer.problem().is_some() {
            let refused = answer.refusal(ProblemType::TooManyAttempts)?;
            return expect(refused.retry_after.is_some_and(|it| it > 0), "the refusal does not say until when");
        }
    }
    fail(format!("{too_many} look-ups in a row are answered"))
}

/// A history from its newest entry to its oldest, and where its second page begins.
async fn pages(browser: &Browser, path: &str) -> Outcome<Option<String>> {
    let mut second = None;
    let mut latest = None;
    let mut address = path.to_owned();
    // Nobody reads a history without end.
    for _ in 0..100 {
        let page: HistoryPage = browser.get(&address).await?.read()?;
        for entry in &page.entries {
            expect(latest.is_none_or(|latest| entry.at <= latest), "an older entry stands before a newer one")?;
            latest = Some(entry.at);
        }
        let Some(next) = page.next else { return Ok(second) };
        expect(!page.entries.is_empty(), "a page without entries has a next one")?;
        address = format!("{path}?cursor={}", next.0);
        expect(second.as_ref() != Some(&next.0), "a page leads back to an earlier one")?;
        second.get_or_insert(next.0);
    }
    fail("the history does not end")
}

async fn history(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let long = kit.accounts(&anna.browser, kit.cases.holder(Whose::LongHistory)?).await?;
    let other = kit.changed(&anna.browser).await?;
    let path = |overview: &AccountOverview| format!("/api/account-holders/{}/history", overview.handle.0);
    let Some(cursor) = pages(&anna.browser, &path(&long)).await? else {
        return not_tried("the history of holders.long_history has one page");
    };
    let foreign = format!("{}?cursor={cursor}", path(&other));
    anna.browser.get(&foreign).await?.is_refused(ProblemType::BadRequest)
}

async fn benefit_types(kit: &Kit) -> Outcome {
    let (anna, clara) = (kit.caseworker(Who::Caseworker).await?, kit.caseworker(Who::OtherAuthority).await?);
    let own: BenefitTypes = anna.browser.get("/api/benefit-types").await?.read()?;
    let others: BenefitTypes = clara.browser.get("/api/benefit-types").await?.read()?;
    let is_told = |of: &OwnBenefitType| own.own.iter().any(|own| own.benefit_type.code == of.benefit_type.code);
    expect(!others.own.iter().any(is_told), "two authorities are told the same benefit type as their own")
}

async fn benefit_types_history(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    pages(&anna.browser, "/api/benefit-types/history").await.map(drop)
}

async fn banks(kit: &Kit) -> Outcome {
    if !kit.configuration().await?.bank_directory {
        return not_tried("the configuration says that there is no directory of banks");
    }
    let anna = kit.caseworker(Who::Caseworker).await?;
    let find = async |key: &BTreeMap<String, String>| {
        let found: FoundBank = anna.browser.post("/api/banks/find", key).await?.read()?;
        let asked = serde_json::to_value(key).ok() == serde_json::to_value(&found.key).ok();
        expect(asked, "`key` is not what was asked for")?;
        Ok(found.bank)
    };
    expect(find(kit.cases.bank(Bank::Known)?).await?.is_some(), "a bank that is known is not found")?;
    expect(find(kit.cases.bank(Bank::Unknown)?).await?.is_none(), "a bank that is not known is found")
}
