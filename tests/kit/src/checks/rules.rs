//! What is registered forbids some changes.

use nemkonto::{
    contract::{BenefitTypes, OwnBenefitType, PrepareRequest, ProblemType},
    domain::{
        change_kind::ChangeKind,
        draft::{Draft, Field},
        specific::SpecificAccountId,
    },
};

use super::checks;
use crate::{
    Kit,
    browser::Answer,
    cases::{Specific, Which, Who, Whose},
    kit::prepare,
    outcome::{Outcome, not_tried},
};

checks! {
    "rules.nothing-to-delete", "POST /api/changes/prepare",
    "Where no NemKonto is in force there is none to delete: nothing-to-delete."
    => nothing_to_delete;
    "rules.not-registered", "POST /api/changes/prepare",
    "A specific account, or an own benefit type, that there is not cannot be changed: not-registered."
    => not_registered;
    "rules.locked-by-other", "POST /api/changes/prepare",
    "A locked specific account is replaced and deleted by its own authority alone: locked-by-other."
    => locked_by_other;
    "rules.other-authority", "POST /api/changes/prepare",
    "A specific account is locked and unlocked by its own authority alone: other-authority."
    => other_authority;
    "rules.lock-unchanged", "POST /api/changes/prepare",
    "What is locked is not locked again: lock-unchanged."
    => lock_unchanged;
    "rules.benefit-type-locked", "POST /api/changes/prepare",
    "A specific account that only its benefit type locks cannot be unlocked by itself: benefit-type-locked."
    => benefit_type_locked;
    "rules.benefit-type-in-use", "POST /api/changes/prepare",
    "A benefit type for which there are accounts cannot be deleted: benefit-type-in-use."
    => benefit_type_in_use;
    "rules.nothing-changes", "POST /api/changes/prepare",
    "A change that leaves everything as it is is none: nothing-changes."
    => nothing_changes;
}

async fn nothing_to_delete(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let overview = kit.accounts(&anna.browser, kit.cases.holder(Whose::WithoutNemKonto)?).await?;
    if overview.nemkonto.is_some() {
        return not_tried("holders.without_nemkonto has one");
    }
    let draft = Draft::new(ChangeKind::DeleteNemKonto);
    prepare(&anna.browser, &overview, &draft).await?.is_refused(ProblemType::NothingToDelete)
}

/// The benefit types as the caseworker is told them.
pub(super) async fn types(kit: &Kit) -> Outcome<BenefitTypes> {
    kit.caseworker(Who::Caseworker).await?.browser.get("/api/benefit-types").await?.read()
}

/// Prepares a change of a benefit type.
pub(super) async fn change_type(
    kit: &Kit,
    kind: ChangeKind,
    typed: &[(Field, &str)],
    is_ticked: bool,
) -> Outcome<Answer> {
    let version = types(kit).await?.version;
    let mut draft = Draft::new(kind);
    for (field, text) in typed {
        draft.set(*field, *text);
    }
    if is_ticked {
        draft.set_tick(Field::TypeLocked, true);
    }
    let request = PrepareRequest { holder: None, version, draft, acknowledges: None };
    kit.caseworker(Who::Caseworker).await?.browser.post("/api/changes/prepare", &request).await
}

async fn not_registered(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let overview = kit.changed(&anna.browser).await?;
    let Some(payable) = types(kit).await?.payable.into_iter().next() else {
        return not_tried("the unit of people.caseworker pays no benefit");
    };
    let authority = anna.session.caseworker.authority.cvr.clone();
    let id = SpecificAccountId { benefit_type: payable.code, authority };
    if overview.specific(&id).is_some() {
        return not_tried("holders.changed has a specific account for the first benefit of the unit");
    }
    let draft = Draft::for_account(ChangeKind::DeleteSpecific, &id);
    prepare(&anna.browser, &overview, &draft).await?.is_refused(ProblemType::NotRegistered)?;
    let unknown = &[(Field::BenefitType, "QQQQQQ")];
    change_type(kit, ChangeKind::DeleteBenefitType, unknown, false).await?.is_refused(ProblemType::NotRegistered)
}

/// Prepares a change of a specific account.
async fn change_specific(kit: &Kit, which: Specific, kind: ChangeKind) -> Outcome<Answer> {
    let (holder, id) = kit.cases.specific(which)?;
    let anna = kit.caseworker(Who::Caseworker).await?;
    let overview = kit.accounts(&anna.browser, holder).await?;
    if overview.specific(id).is_none() {
        return not_tried(format!("{which} is not registered"));
    }
    let mut draft = Draft::for_account(kind, id);
    if kind == ChangeKind::ReplaceSpecific {
        draft = draft.with_defaults(&kit.cases.form(kind, Which::New)?);
    }
    prepare(&anna.browser, &overview, &draft).await
}

async fn locked_by_other(kit: &Kit) -> Outcome {
    for kind in [ChangeKind::ReplaceSpecific, ChangeKind::DeleteSpecific] {
        let answer = change_specific(kit, Specific::LockedByOther, kind).await?;
        answer.is_refused(ProblemType::LockedByOther)?;
    }
    Ok(())
}

async fn other_authority(kit: &Kit) -> Outcome {
    let answer = change_specific(kit, Specific::LockedByOther, ChangeKind::UnlockSpecific).await?;
    answer.is_refused(ProblemType::OtherAuthority)
}

async fn lock_unchanged(kit: &Kit) -> Outcome {
    let answer = change_specific(kit, Specific::Locked, ChangeKind::LockSpecific).await?;
    answer.is_refused(ProblemType::LockUnchanged)
}

async fn benefit_type_locked(kit: &Kit) -> Outcome {
    let answer = change_specific(kit, Specific::LockedByType, ChangeKind::UnlockSpecific).await?;
    answer.is_refused(ProblemType::BenefitTypeLocked)
}

/// An own benefit type for which there are accounts.
async fn used_type(kit: &Kit) -> Outcome<OwnBenefitType> {
    let used = types(kit).await?.own.into_iter().find(|own| own.accounts > 0);
    used.map_or_else(|| not_tried("the authority has no benefit type of its own with accounts"), Ok)
}

async fn benefit_type_in_use(kit: &Kit) -> Outcome {
    let used = used_type(kit).await?;
    let typed = &[(Field::BenefitType, used.benefit_type.code.as_str())];
    change_type(kit, ChangeKind::DeleteBenefitType, typed, false).await?.is_refused(ProblemType::BenefitTypeInUse)
}

async fn nothing_changes(kit: &Kit) -> Outcome {
    let OwnBenefitType { benefit_type, locked, .. } = used_type(kit).await?;
    let typed = &[(Field::BenefitType, benefit_type.code.as_str()), (Field::Name, benefit_type.name.as_str())];
    change_type(kit, ChangeKind::EditBenefitType, typed, locked).await?.is_refused(ProblemType::NothingChanges)
}
