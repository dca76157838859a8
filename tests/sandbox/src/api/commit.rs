//! Carrying out a change: everything in one transaction, with the evidence.

use nemkonto::{
    contract::{
        Caseworker, HistoryEvent, Names, PayeeCheck, ProblemType, Receipt, SignedReceipt, SpecificAccount, Timestamp,
        UnitId,
    },
    domain::right::Right,
};
use rusqlite::Transaction;

use super::{
    Api, Refusal, Wrong,
    clock::day,
    effect::Effect,
    login::{Held, begin_by_confirmation},
    pending_change::{PendingChange, Statement},
    receipts, rules,
    target::Target,
};
use crate::{
    relying_party::VerifiedLogin,
    store::{
        assignments,
        attempts::CodeHash,
        audit::{self, Event},
        commits::{self, Commit, Fate},
        history, receipt_keys,
        sessions::ActiveSession,
    },
};

/// Carries out a change that a verified login has confirmed, and begins a session if there is none. Either all of it is in the
/// database afterwards, or nothing.
pub async fn commit(
    api: &Api,
    pending: &PendingChange,
    login: VerifiedLogin,
    code: CodeHash,
    session: Option<ActiveSession>,
) -> Result<(SignedReceipt, Held), Refusal> {
    let (of, pending, now) = (api.clone(), pending.clone(), api.clock().now());
    let of_session = session.as_ref().filter(|_| api.is_wrong(Wrong::UnitOfSession));
    let unit = of_session.map(|session| session.caseworker.unit.id.clone());
    let expires_at = now.plus(api.settings().limits.session);
    api.store()
        .transaction(move |transaction| {
            let receipt = carry_out(&of, transaction, &pending, &login, code, now, unit)?;
            let held = match session {
                Some(session) => Held::Before(session),
                None => begin_by_confirmation(transaction, login.person(), &receipt, now, expires_at)?,
            };
            Ok((receipt, held))
        })
        .await
}

fn carry_out(
    api: &Api,
    transaction: &Transaction<'_>,
    pending: &PendingChange,
    login: &VerifiedLogin,
    code: CodeHash,
    now: Timestamp,
    other_unit: Option<UnitId>,
) -> Result<SignedReceipt, Refusal> {
    let Statement { change_id, unit, version, change, warnings, payee } = pending.statement()?;
    let unit = other_unit.unwrap_or(unit);
    let commitment = pending.commitment()?;
    // The change may have been given back for editing while the login was being checked.
    match commits::fate(transaction, &change_id)? {
        Fate::Open => {}
        Fate::Withdrawn => return Err(ProblemType::ChangeWithdrawn.into()),
        Fate::Committed { .. } => return Err(Refusal::with_detail(ProblemType::Internal, "committed meanwhile")),
    }
    let caseworker = assignments::caseworker(transaction, login.person(), &unit, login.name())?
        .filter(|it| it.may(Right::needed_for(change.kind())) || api.is_wrong(Wrong::RightForgotten))
        .ok_or(ProblemType::NoRight)?;
    let target = Target::of_change(transaction, &change, &caseworker, day(now))?;
    if target.version() != version && !api.is_wrong(Wrong::AccountsForgotten) {
        return Err(ProblemType::AccountsChanged.into());
    }
    rules::check(transaction, &change, &target, &caseworker)?;
    // What the caseworker was told must still be true, such as whether a benefit type locks the new account.
    if super::warnings::warnings(transaction, &change, &target)? != warnings {
        return Err(ProblemType::AccountsChanged.into());
    }

    // `prepare` starts no login before the caseworker has said why the account is right; nothing else is sealed as a change.
    if payee.as_ref().is_some_and(PayeeCheck::wants_acknowledgement) && !api.is_wrong(Wrong::NoReason) {
        return Err(ProblemType::ChangeMismatch.into());
    }

    let names = target.names(transaction, &change)?;
    let before = target.before(&change).filter(|_| !change.kind().is_deletion());
    let effect = Effect { transaction, caseworker: &caseworker, at: now };
    let is_left_out = api.is_wrong(Wrong::NoEffect(change.kind()));
    let successor = if is_left_out { None } else { effect.apply(&change, &target)? };
    let receipt = Receipt {
        number: receipts::new_number(),
        change_id,
        change,
        commitment: commitment.nonce(),
        names,
        before,
        warnings,
        payee: payee.as_ref().map(PayeeCheck::record).filter(|_| !api.is_wrong(Wrong::AnswerLeftOut)),
        caseworker,
        committed_at: now,
        authenticated_at: login.authenticated_at().plus(if api.is_wrong(Wrong::OtherTime) { -86_400 } else { 0 }),
        assurance: login.assurance().to_owned(),
        check_code: commitment.check_code(),
    };
    write_history(transaction, &target, &receipt, successor.as_ref())?;
    let receipt = receipts::sign(&receipt_keys::in_use(transaction, now)?, &receipt, api)?;
    commits::insert(
        transaction,
        &Commit {
            receipt: &receipt,
            holder: target.row(),
            person: login.person(),
            change_bytes: pending.change_bytes(),
            salt: &pending.salt()?,
            nonce: &commitment.nonce(),
            id_token: login.id_token(),
            code,
        },
    )?;
    api.count_again(Wrong::CountsTwice, transaction)?;
    let entry = audit::Entry {
        person: Some(login.person()),
        unit: Some(&unit),
        holder: target.row(),
        change: Some(&receipt.change_id),
        ..Default::default()
    };
    audit::write(transaction, now, Event::Committed, &entry)?;
    Ok(receipt)
}

/// The change, and the promotion that followed from it.
fn write_history(
    transaction: &Transaction<'_>,
    target: &Target,
    receipt: &Receipt,
    successor: Option<&SpecificAccount>,
) -> rusqlite::Result<()> {
    let Caseworker { name, authority, .. } = &receipt.caseworker;
    let changed = (HistoryEvent::Changed { change: receipt.change.clone() }, receipt.names.clone());
    let promoted = successor.map(|specific| {
        let names = Names {
            benefit_type: Some(specific.benefit_type.name.to_string()),
            authority: Some(specific.authority.name.clone()),
            ..receipt.names.clone()
        };
        (HistoryEvent::BecameNemKonto { id: specific.id() }, names)
    });
    for (event, names) in [Some(changed), promoted].iter().flatten() {
        let is_the_change = matches!(event, HistoryEvent::Changed { .. });
        let event = history::Event {
            payee: receipt.payee.as_ref().filter(|_| is_the_change),
            at: receipt.committed_at,
            event,
            names,
            by: &authority.name,
            acting: Some(&authority.cvr),
            caseworker: name.as_deref(),
            receipt: Some(&receipt.number),
        };
        history::write(transaction, &target.history(&receipt.caseworker), &event)?;
    }
    Ok(())
}
