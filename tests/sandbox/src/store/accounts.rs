//! Account holders, with what a caseworker sees of them.

use nemkonto::{
    contract::{AccountOverview, HolderHandle, HolderStatus},
    domain::{
        date::Date,
        holder::{HolderId, Scheme},
    },
};
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::{
    places::{self, Place},
    specific_accounts,
    values::Word,
};
use crate::random;

/// An account holder's row and overview.
pub struct Holder {
    /// The row.
    pub id: i64,
    /// What a caseworker sees.
    pub overview: AccountOverview,
}

/// Finds a holder by number. `today` decides which letters have expired.
pub fn find(transaction: &Transaction<'_>, holder: &HolderId, today: Date) -> rusqlite::Result<Option<Holder>> {
    transaction
        .query_row(
            "SELECT * FROM holders WHERE scheme = ?1 AND number = ?2",
            params![Word(holder.scheme()), holder.as_str()],
            read_holder,
        )
        .optional()?
        .map(|holder| with_accounts(transaction, holder, today))
        .transpose()
}

/// Finds a holder by the name that the API gave it.
pub fn get(transaction: &Transaction<'_>, handle: &HolderHandle, today: Date) -> rusqlite::Result<Option<Holder>> {
    transaction
        .query_row("SELECT * FROM holders WHERE key = ?1", [&handle.0], read_holder)
        .optional()?
        .map(|holder| with_accounts(transaction, holder, today))
        .transpose()
}

/// The row of a holder, by the name that the API gave it.
pub fn row(transaction: &Transaction<'_>, handle: &HolderHandle) -> rusqlite::Result<Option<i64>> {
    transaction.query_row("SELECT id FROM holders WHERE key = ?1", [&handle.0], |row| row.get(0)).optional()
}

/// Whether no holder is known yet.
pub fn is_empty(transaction: &Transaction<'_>) -> rusqlite::Result<bool> {
    transaction.query_row("SELECT NOT EXISTS (SELECT 1 FROM holders)", [], |row| row.get(0))
}

/// Adds a holder without accounts.
pub fn add_holder(
    transaction: &Transaction<'_>,
    holder: &HolderId,
    name: &str,
    status: HolderStatus,
) -> rusqlite::Result<i64> {
    transaction.execute(
        "INSERT INTO holders (key, scheme, number, name, status) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![random::name(), Word(holder.scheme()), holder.as_str(), name, Word(status)],
    )?;
    Ok(transaction.last_insert_rowid())
}

/// Gives the holder's accounts their next version.
pub fn next_version(transaction: &Transaction<'_>, holder: i64) -> rusqlite::Result<()> {
    transaction.execute("UPDATE holders SET version = version + 1 WHERE id = ?1", [holder])?;
    Ok(())
}

fn read_holder(row: &Row<'_>) -> rusqlite::Result<Holder> {
    let (scheme, number) = (row.get::<_, Word<Scheme>>("scheme")?.0, row.get::<_, String>("number")?);
    let holder = serde_json::from_value(serde_json::json!({"scheme": scheme, "number": number}))
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error.into()))?;
    Ok(Holder {
        id: row.get("id")?,
        overview: AccountOverview {
            handle: HolderHandle(row.get("key")?),
            version: row.get::<_, i64>("version")?.unsigned_abs(),
            holder,
            name: row.get("name")?,
            status: row.get::<_, Word<HolderStatus>>("status")?.0,
            nemkonto: None,
            pending: None,
            specific_accounts: Vec::new(),
        },
    })
}

fn with_accounts(transaction: &Transaction<'_>, mut holder: Holder, today: Date) -> rusqlite::Result<Holder> {
    let place = Place::NemKonto(holder.id);
    holder.overview.nemkonto = places::in_force(transaction, place)?;
    holder.overview.pending = places::pending(transaction, place, today)?;
    holder.overview.specific_accounts = specific_accounts::of(transaction, holder.id, today)?;
    Ok(holder)
}
