//! The rules that need the current data. What a form alone can break is refused by `Draft::check`.

use nemkonto::{
    contract::{AccountOverview, BenefitTypes, Caseworker, Pending, ProblemType},
    domain::{
        account::Account,
        benefit_type::BenefitCode,
        change::{BenefitTypeAction, Change, ChangeDetails, NemKontoAction, SpecificAction},
        draft::{Field, FieldError, FieldErrors},
        specific::{self, SpecificAccountId},
    },
};
use rusqlite::Transaction;

use super::{Refusal, banks, target::Target};
use crate::store::benefit_types;

/// Refuses a change that the rules forbid at this moment.
pub fn check(
    transaction: &Transaction<'_>,
    change: &Change,
    target: &Target,
    caseworker: &Caseworker,
) -> Result<(), Refusal> {
    banks::check(transaction, change)?;
    match (change.details(), target) {
        (ChangeDetails::NemKonto { action, .. }, Target::Holder(holder)) => nemkonto(action, &holder.overview),
        (ChangeDetails::SpecificAccount { id, action: SpecificAction::Create { .. }, .. }, Target::Holder(holder)) => {
            payable(transaction, &id.benefit_type, caseworker)?;
            let exists = holder.overview.specific(id).is_some();
            refuse_field(exists, Field::BenefitType, FieldError::SpecificAccountExists)
        }
        (ChangeDetails::SpecificAccount { id, action, .. }, Target::Holder(holder)) => {
            specific(change, id, action, &holder.overview, caseworker)
        }
        (ChangeDetails::BenefitType { code, action, .. }, Target::BenefitTypes(types)) => {
            benefit_type(transaction, code, action, types)
        }
        _ => Err(ProblemType::BadRequest.into()),
    }
}

fn nemkonto(action: &NemKontoAction, overview: &AccountOverview) -> Result<(), Refusal> {
    let in_force = overview.nemkonto.as_ref().map(|in_force| &in_force.account);
    match action {
        NemKontoAction::Assign { account, .. } => refuse_same(account, in_force, overview.pending.as_ref()),
        NemKontoAction::Delete => refuse(in_force.is_none(), ProblemType::NothingToDelete),
    }
}

fn specific(
    change: &Change,
    id: &SpecificAccountId,
    action: &SpecificAction,
    overview: &AccountOverview,
    caseworker: &Caseworker,
) -> Result<(), Refusal> {
    let present = overview.specific(id).ok_or(ProblemType::NotRegistered)?;
    specific::check_allowed(change.kind(), present.locks, &id.authority, &caseworker.authority.cvr)
        .map_err(ProblemType::from)?;
    match action {
        SpecificAction::Replace { account } => {
            let in_force = present.in_force.as_ref().map(|in_force| &in_force.account);
            refuse_same(account, in_force, present.pending.as_ref())
        }
        SpecificAction::Create { .. } | SpecificAction::Delete | SpecificAction::Lock | SpecificAction::Unlock => {
            Ok(())
        }
    }
}

fn benefit_type(
    transaction: &Transaction<'_>,
    code: &BenefitCode,
    action: &BenefitTypeAction,
    types: &BenefitTypes,
) -> Result<(), Refusal> {
    // General ones and those of other authorities are not among the own.
    let present = || types.own(code).ok_or(ProblemType::NotRegistered);
    match action {
        BenefitTypeAction::Create { .. } => {
            let is_taken = benefit_types::find(transaction, code)?.is_some();
            refuse_field(is_taken, Field::Code, FieldError::CodeTaken)
        }
        BenefitTypeAction::Edit { name, locked } => {
            let present = present()?;
            let is_same = present.benefit_type.name == *name && present.locked == *locked;
            refuse(is_same, ProblemType::NothingChanges)
        }
        BenefitTypeAction::Delete => refuse(present()?.accounts > 0, ProblemType::BenefitTypeInUse),
    }
}

/// Only who pays a benefit registers accounts for it.
fn payable(transaction: &Transaction<'_>, code: &BenefitCode, caseworker: &Caseworker) -> Result<(), Refusal> {
    let types = benefit_types::of(transaction, &caseworker.authority, &caseworker.unit)?;
    if types.payable.iter().any(|payable| payable.code == *code) {
        return Ok(());
    }
    let is_known = benefit_types::find(transaction, code)?.is_some();
    let error = if is_known { FieldError::BenefitTypeOfOthers } else { FieldError::BenefitType };
    refuse_field(true, Field::BenefitType, error)
}

/// The account in force again, with nothing on its way that it would replace, is no change. One that waits already may be sent a new letter.
fn refuse_same(account: &Account, in_force: Option<&Account>, pending: Option<&Pending>) -> Result<(), Refusal> {
    let nothing_waits = pending.is_none_or(|pending| pending.is_expired);
    refuse(in_force == Some(account) && nothing_waits, ProblemType::NothingChanges)
}

fn refuse(applies: bool, kind: ProblemType) -> Result<(), Refusal> {
    if applies { Err(kind.into()) } else { Ok(()) }
}

fn refuse_field(applies: bool, field: Field, error: FieldError) -> Result<(), Refusal> {
    if applies { Err(Refusal::from(&FieldErrors::one(field, error))) } else { Ok(()) }
}
