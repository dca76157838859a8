//! Where an account can stand: as a holder's `NemKonto`, or for one benefit type. At either place one account may be in force, and
//! one may wait for activation.

use nemkonto::{
    contract::{InForce, Pending, Registration, Timestamp},
    domain::{account::Account, date::Date},
};
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::{
    banks,
    values::{Json, Seconds, Word},
};

/// A place, by its row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// The `NemKonto` of this holder.
    NemKonto(i64),
    /// This specific account.
    Specific(i64),
}

impl Place {
    fn id(self) -> i64 {
        let (Self::NemKonto(id) | Self::Specific(id)) = self;
        id
    }

    /// Table and column of the account in force.
    fn in_force(self) -> (&'static str, &'static str) {
        match self {
            Self::NemKonto(_) => ("nemkonti", "holder_id"),
            Self::Specific(_) => ("specific_in_force", "specific_id"),
        }
    }

    /// Table and column of the account that waits.
    fn pending(self) -> (&'static str, &'static str) {
        match self {
            Self::NemKonto(_) => ("pending_nemkonti", "holder_id"),
            Self::Specific(_) => ("pending_specific", "specific_id"),
        }
    }
}

/// The account in force.
pub fn in_force(transaction: &Transaction<'_>, place: Place) -> rusqlite::Result<Option<InForce>> {
    let (table, key) = place.in_force();
    transaction
        .prepare_cached(&format!("SELECT * FROM {table} WHERE {key} = ?1"))?
        .query_row([place.id()], |row| {
            Ok(InForce { account: read_account(row)?, bank: None, registration: read_registration(row)? })
        })
        .optional()?
        .map(|in_force| Ok(InForce { bank: banks::name(transaction, &in_force.account)?, ..in_force }))
        .transpose()
}

/// The account that waits for activation, or did until its letter expired.
pub fn pending(transaction: &Transaction<'_>, place: Place, today: Date) -> rusqlite::Result<Option<Pending>> {
    let (table, key) = place.pending();
    transaction
        .prepare_cached(&format!("SELECT * FROM {table} WHERE {key} = ?1"))?
        .query_row([place.id()], |row| {
            let activate_by = row.get::<_, Word<Date>>("activate_by")?.0;
            Ok(Pending {
                account: read_account(row)?,
                bank: None,
                registration: read_registration(row)?,
                letter_date: row.get::<_, Word<Date>>("letter_date")?.0,
                activate_by,
                is_expired: activate_by < today,
                valid_from: row.get::<_, Option<Word<Date>>>("valid_from")?.map(|date| date.0),
            })
        })
        .optional()?
        .map(|pending| Ok(Pending { bank: banks::name(transaction, &pending.account)?, ..pending }))
        .transpose()
}

/// Sets the account in force.
pub fn set_in_force(transaction: &Transaction<'_>, place: Place, in_force: &InForce) -> rusqlite::Result<()> {
    let (table, key) = place.in_force();
    let InForce { account, registration, .. } = in_force;
    transaction.execute(
        &format!(
            "INSERT OR REPLACE INTO {table} ({key}, account, registered_by, registered_at) VALUES (?1, ?2, ?3, ?4)"
        ),
        params![place.id(), Json(account), registration.by, Seconds(registration.at)],
    )?;
    Ok(())
}

/// Sets the account that waits for activation; it takes the place of one that waits already.
pub fn set_pending(transaction: &Transaction<'_>, place: Place, pending: &Pending) -> rusqlite::Result<()> {
    let (table, key) = place.pending();
    let Pending { account, registration, letter_date, activate_by, valid_from, .. } = pending;
    transaction.execute(
        &format!(
            "INSERT OR REPLACE INTO {table} ({key}, account, registered_by, registered_at, letter_date, activate_by, valid_from)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
        ),
        params![
            place.id(),
            Json(account),
            registration.by,
            Seconds(registration.at),
            Word(letter_date),
            Word(activate_by),
            valid_from.map(Word)
        ],
    )?;
    Ok(())
}

/// Removes the account in force.
pub fn remove_in_force(transaction: &Transaction<'_>, place: Place) -> rusqlite::Result<()> {
    let (table, key) = place.in_force();
    transaction.execute(&format!("DELETE FROM {table} WHERE {key} = ?1"), [place.id()])?;
    Ok(())
}

fn read_account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(row.get::<_, Json<Account>>("account")?.0)
}

fn read_registration(row: &Row<'_>) -> rusqlite::Result<Registration> {
    let at: Timestamp = row.get::<_, Seconds>("registered_at")?.0;
    Ok(Registration { by: row.get("registered_by")?, at })
}
