//! The other kinds of change. What is made here is removed again.

use std::sync::Arc;

use nemkonto::{
    contract::{Confirmed, Next, OwnBenefitType, PrepareAnswer},
    domain::{
        benefit_type::BenefitCode,
        change_kind::ChangeKind,
        draft::{Draft, Field},
        right::Right,
        specific::SpecificAccountId,
    },
};

use super::{
    checks,
    rules::{change_type, types},
};
use crate::{
    Kit,
    browser::Answer,
    cases::{Which, Who},
    kit::{Caseworker, Ready, prepare},
    outcome::{Outcome, expect, fail, not_tried},
};

checks! {
    "kinds.specific-account", "POST /api/changes/{change_id}/confirm",
    "A specific account is created for a benefit that the unit pays, is locked and unlocked, gets another account, and is gone once it is deleted; each by a login of its own, and the `version` of the accounts grows by one each time."
    => specific_account;
    "kinds.benefit-type", "POST /api/changes/{change_id}/confirm",
    "A benefit type of the authority is created and is then paid by the unit, gets another name and a lock, and is gone once it is deleted; each by a login of its own, and the `version` of the benefit types grows by one each time."
    => benefit_type;
}

/// A code that no authority has in earnest.
const CODE: &str = "QQQKIT";

/// The caseworker, with a right.
async fn with(kit: &Kit, right: Right) -> Outcome<Arc<Caseworker>> {
    let anna = kit.caseworker(Who::Caseworker).await?;
    if anna.session.caseworker.rights.contains(&right) {
        return Ok(anna);
    }
    not_tried("people.caseworker has no right to it")
}

/// Logs in for what was prepared, and commits it.
async fn carry_out(kit: &Kit, anna: &Caseworker, prepared: Answer) -> Outcome {
    let PrepareAnswer { reading, next: Next::Login(login) } = prepared.read()? else {
        return not_tried("the bank of an account in the test data knows it by another name than holders.changed");
    };
    let ready = Ready { reading, login: *login };
    let confirmed: Confirmed = kit.confirm(&anna.browser, &ready, Who::Caseworker).await?.read()?;
    expect(confirmed.receipt.change == ready.reading.change, "the receipt is of another change")
}

async fn specific_account(kit: &Kit) -> Outcome {
    let anna = with(kit, Right::ChangeSpecificAccounts).await?;
    let Some(paid) = types(kit).await?.payable.into_iter().next() else {
        return not_tried("the unit of people.caseworker pays no benefit");
    };
    let authority = anna.session.caseworker.authority.cvr.clone();
    let id = SpecificAccountId { benefit_type: paid.code, authority };
    // One that is there is from a run that was broken off.
    if kit.changed(&anna.browser).await?.specific(&id).is_some() {
        change(kit, &anna, &id, ChangeKind::DeleteSpecific, None).await?;
    }
    for (kind, which) in [
        (ChangeKind::CreateSpecific, Some(Which::New)),
        (ChangeKind::LockSpecific, None),
        (ChangeKind::UnlockSpecific, None),
        (ChangeKind::ReplaceSpecific, Some(Which::Other)),
        (ChangeKind::DeleteSpecific, None),
    ] {
        change(kit, &anna, &id, kind, which).await?;
    }
    Ok(())
}

/// Changes the specific account, and looks at what came of it.
async fn change(
    kit: &Kit,
    anna: &Caseworker,
    id: &SpecificAccountId,
    kind: ChangeKind,
    which: Option<Which>,
) -> Outcome {
    let before = kit.changed(&anna.browser).await?;
    let mut draft = Draft::for_account(kind, id);
    if let Some(which) = which {
        draft = kit.cases.form(kind, which)?.with_defaults(&draft);
    }
    carry_out(kit, anna, prepare(&anna.browser, &before, &draft).await?).await?;
    let after = kit.changed(&anna.browser).await?;
    let specific = after.specific(id);
    let is_done = match kind {
        ChangeKind::DeleteSpecific => specific.is_none(),
        ChangeKind::LockSpecific => specific.is_some_and(|specific| specific.locks.account),
        ChangeKind::UnlockSpecific => specific.is_some_and(|specific| !specific.locks.account),
        _ => specific.is_some_and(|specific| specific.account() != before.specific(id).and_then(|it| it.account())),
    };
    expect(is_done, format!("{kind:?} is committed, and the accounts do not show it"))?;
    expect(
        after.version == before.version + 1,
        format!("the version of the accounts has not grown by one with {kind:?}"),
    )
}

async fn benefit_type(kit: &Kit) -> Outcome {
    let anna = with(kit, Right::ManageBenefitTypes).await?;
    if own(kit).await?.is_some() {
        change_own(kit, &anna, ChangeKind::DeleteBenefitType, "", false).await?;
    }
    change_own(kit, &anna, ChangeKind::CreateBenefitType, "Contract kit", false).await?;
    let is_paid = types(kit).await?.payable.iter().any(|paid| paid.code.as_str() == CODE);
    expect(is_paid, "a new benefit type is not among those that the unit pays")?;
    change_own(kit, &anna, ChangeKind::EditBenefitType, "Contract kit, once more", true).await?;
    change_own(kit, &anna, ChangeKind::DeleteBenefitType, "", false).await
}

/// The benefit type that is made here.
async fn own(kit: &Kit) -> Outcome<Option<OwnBenefitType>> {
    let Ok(code) = BenefitCode::parse(CODE) else { return fail("the kit's own code is no code") };
    Ok(types(kit).await?.own(&code).cloned())
}

/// Changes it, and looks at what came of it.
async fn change_own(kit: &Kit, anna: &Caseworker, kind: ChangeKind, name: &str, locked: bool) -> Outcome {
    let version = types(kit).await?.version;
    let named = if kind == ChangeKind::CreateBenefitType { Field::Code } else { Field::BenefitType };
    let prepared = change_type(kit, kind, &[(named, CODE), (Field::Name, name)], locked).await?;
    carry_out(kit, anna, prepared).await?;
    let is_done = match own(kit).await? {
        Some(own) => (own.benefit_type.name.as_str(), own.locked) == (name, locked),
        None => kind == ChangeKind::DeleteBenefitType,
    };
    expect(is_done, format!("{kind:?} is committed, and the benefit types do not show it"))?;
    let has_grown = types(kit).await?.version == version + 1;
    expect(has_grown, format!("the version of the benefit types has not grown by one with {kind:?}"))
}
