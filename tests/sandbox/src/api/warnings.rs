//! What the caseworker should know before confirming.

use nemkonto::{
    contract::{AccountOverview, BenefitTypes, HolderStatus, Pending, Warning},
    domain::{
        account::Account,
        benefit_type::BenefitCode,
        change::{BenefitTypeAction, Change, ChangeDetails, NemKontoAction, SpecificAction},
        specific::SpecificAccountId,
    },
};

use rusqlite::Transaction;

use super::target::Target;
use crate::store::{benefit_types, specific_accounts};

/// The warnings, in the order in which they are shown.
pub fn warnings(transaction: &Transaction<'_>, change: &Change, target: &Target) -> rusqlite::Result<Vec<Warning>> {
    let registered = change.benefit_type().map(|code| benefit_types::find(transaction, code)).transpose()?.flatten();
    let type_is_locked = registered.is_some_and(|registered| registered.locked);
    let mut warnings = Vec::new();
    if change.account().is_some_and(Account::is_foreign) {
        warnings.push(Warning::ForeignTransfer);
    }
    match (change.details(), target) {
        (ChangeDetails::NemKonto { action, .. }, Target::Holder(holder)) => {
            warnings.extend(nemkonto(action, &holder.overview));
        }
        (ChangeDetails::SpecificAccount { id, action, .. }, Target::Holder(holder)) => {
            warnings.extend(specific(change, id, action, &holder.overview, type_is_locked));
            let present = holder.overview.specific(id);
            warnings.extend(present.filter(|present| present.in_force.is_none()).map(|_| Warning::NeverActivated));
        }
        (ChangeDetails::BenefitType { code, action, .. }, Target::BenefitTypes(types)) => {
            warnings.extend(benefit_type(code, action, types));
        }
        _ => {}
    }
    warnings.extend(match target.overview().map(|overview| overview.status) {
        Some(HolderStatus::Deceased) => Some(Warning::HolderDeceased),
        Some(HolderStatus::Closed) => Some(Warning::CompanyClosed),
        Some(HolderStatus::Active) | None => None,
    });
    Ok(warnings)
}

fn nemkonto(action: &NemKontoAction, overview: &AccountOverview) -> Vec<Warning> {
    let waiting = |warning| waits(overview.pending.as_ref()).then_some(warning);
    match action {
        NemKontoAction::Assign { .. } => waiting(Warning::ReplacesPending).into_iter().collect(),
        NemKontoAction::Delete => {
            let afterwards = match specific_accounts::successor(&overview.specific_accounts) {
                Some(_) => Warning::SpecificAccountTakesOver,
                None => Warning::NoAccountAfterwards,
            };
            [afterwards].into_iter().chain(waiting(Warning::StillWaits)).collect()
        }
    }
}

fn specific(
    change: &Change,
    id: &SpecificAccountId,
    action: &SpecificAction,
    overview: &AccountOverview,
    type_is_locked: bool,
) -> Option<Warning> {
    let present = overview.specific(id);
    let account = change.account().or_else(|| present?.account());
    let about_lock = |is_locked| match account {
        _ if is_locked => Warning::LockedForOthers,
        _ if type_is_locked => Warning::LockedByType,
        Some(account) if !account.can_be_nemkonto() => Warning::UnlockedCreditorCanBeChanged,
        _ => Warning::UnlockedCanBeChanged,
    };
    match action {
        SpecificAction::Create { locked, .. } => Some(about_lock(*locked)),
        SpecificAction::Replace { .. } => {
            let pending = present.and_then(|present| present.pending.as_ref());
            waits(pending).then_some(Warning::ReplacesPending)
        }
        SpecificAction::Delete if overview.nemkonto.is_some() => Some(Warning::BenefitGoesToNemKonto),
        SpecificAction::Delete => Some(Warning::NoAccountAfterwards),
        SpecificAction::Lock => Some(about_lock(true)),
        SpecificAction::Unlock => Some(about_lock(false)),
    }
}

fn benefit_type(code: &BenefitCode, action: &BenefitTypeAction, types: &BenefitTypes) -> Option<Warning> {
    let locked = match action {
        BenefitTypeAction::Edit { locked, .. } => locked,
        BenefitTypeAction::Create { .. } | BenefitTypeAction::Delete => return None,
    };
    let present = types.own(code).filter(|present| present.accounts > 0 && present.locked != *locked)?;
    Some(if present.locked { Warning::UnlocksAllAccounts } else { Warning::LocksAllAccounts })
}

fn waits(pending: Option<&Pending>) -> bool {
    pending.is_some_and(|pending| !pending.is_expired)
}
