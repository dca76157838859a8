//! Carrying out a change: everything in one transaction, with the evidence.

use nemkonto::{
    contract::{NemKonto, PendingNemKonto, ProblemKind, Receipt, Registration, Right, SignedReceipt, Timestamp},
    domain::{
        account::Account,
        change::{Action, Change},
    },
};
use rusqlite::Transaction;

use super::{
    Api, Refusal,
    clock::day,
    pending_change::{PendingChange, Statement},
    receipts,
};
use crate::{
    relying_party::VerifiedLogin,
    store::{
        accounts,
        attempts::CodeHash,
        audit::{self, Event},
        caseworkers,
        commits::{self, Commit, Fate},
        receipt_keys,
    },
};

/// For so many days the code in the activation letter works.
const ACTIVATION_DAYS: i32 = 60;

/// Carries out a change that a verified login has confirmed. Either all of it is in the database afterwards, or nothing.
pub async fn commit(
    api: &Api,
    pending: &PendingChange,
    login: VerifiedLogin,
    code: CodeHash,
) -> Result<SignedReceipt, Refusal> {
    let (pending, now) = (pending.clone(), api.clock().now());
    api.store().transaction(move |transaction| carry_out(transaction, &pending, &login, code, now)).await
}

fn carry_out(
    transaction: &Transaction<'_>,
    pending: &PendingChange,
    login: &VerifiedLogin,
    code: CodeHash,
    now: Timestamp,
) -> Result<SignedReceipt, Refusal> {
    let Statement { change_id, accounts_version, change } = pending.statement()?;
    let commitment = pending.commitment()?;
    // The change may have been given back for editing while the login was being checked.
    match commits::fate(transaction, &change_id)? {
        Fate::Open => {}
        Fate::Withdrawn => return Err(ProblemKind::ChangeWithdrawn.into()),
        Fate::Committed { .. } => return Err(Refusal::with_detail(ProblemKind::Internal, "committed meanwhile")),
    }
    let caseworker = caseworkers::find(transaction, login.person(), login.name())?
        .filter(|caseworker| caseworker.may(Right::ChangeNemKonto))
        .ok_or(ProblemKind::NoRight)?;
    let holder = accounts::find(transaction, &change.holder)?
        .filter(|holder| holder.overview.version == accounts_version)
        .ok_or(ProblemKind::AccountsChanged)?;

    let registration = Registration { by: caseworker.authority.name.clone(), at: now };
    apply(transaction, holder.id, &change, registration)?;
    let receipt = Receipt {
        number: receipts::new_number(),
        change_id,
        holder_name: holder.overview.name,
        previous: shown_before(&change, holder.overview.nemkonto),
        change,
        commitment: commitment.nonce(),
        caseworker,
        committed_at: now,
        authenticated_at: login.authenticated_at(),
        assurance: login.assurance().to_owned(),
        check_code: commitment.check_code(),
    };
    let receipt = receipts::sign(&receipt_keys::in_use(transaction, now)?, &receipt)?;
    commits::insert(
        transaction,
        &Commit {
            receipt: &receipt,
            holder: holder.id,
            person: login.person(),
            change_bytes: pending.change_bytes(),
            salt: &pending.salt()?,
            nonce: &commitment.nonce(),
            id_token: login.id_token(),
            code,
        },
    )?;
    let entry = audit::Entry {
        person: Some(login.person()),
        holder: Some(holder.id),
        change: Some(&receipt.change_id),
        ..Default::default()
    };
    audit::write(transaction, now, Event::Committed, &entry)?;
    Ok(receipt)
}

/// The account that the receipt names as the one until now. The receipt of a deletion cannot show the deleted number.
fn shown_before(change: &Change, nemkonto: Option<NemKonto>) -> Option<Account> {
    match change.action {
        Action::AssignNemKonto { .. } => nemkonto.map(|nemkonto| nemkonto.account),
        Action::DeleteNemKonto => None,
    }
}

fn apply(
    transaction: &Transaction<'_>,
    holder: i64,
    change: &Change,
    registration: Registration,
) -> Result<(), Refusal> {
    match &change.action {
        Action::AssignNemKonto { account, valid_from } => {
            let letter_date = day(registration.at);
            let activate_by = letter_date.plus_days(ACTIVATION_DAYS);
            let pending = PendingNemKonto {
                account: account.clone(),
                registration,
                letter_date,
                activate_by,
                valid_from: *valid_from,
            };
            accounts::set_pending(transaction, holder, &pending)?;
        }
        Action::DeleteNemKonto => {
            accounts::remove_nemkonto(transaction, holder)?;
            accounts::promote_specific(transaction, holder)?;
        }
    }
    accounts::next_version(transaction, holder)?;
    Ok(())
}
