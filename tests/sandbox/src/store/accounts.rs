//! Account holders and their accounts.

use nemkonto::{
    contract::{
        AccountOverview, BenefitType, HolderKey, HolderStatus, NemKonto, PendingNemKonto, Registration,
        SpecificAccount, Timestamp,
    },
    domain::{
        account::Account,
        date::Date,
        holder::{HolderId, Scheme},
    },
};
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::values::{Json, Seconds, Word};
use crate::random;

/// An account holder's row and overview.
pub struct Holder {
    /// The row.
    pub id: i64,
    /// What a caseworker sees.
    pub overview: AccountOverview,
}

/// Finds a holder by number.
pub fn find(transaction: &Transaction<'_>, holder: &HolderId) -> rusqlite::Result<Option<Holder>> {
    transaction
        .query_row(
            "SELECT * FROM holders WHERE scheme = ?1 AND number = ?2",
            params![Word(holder.scheme()), holder.as_str()],
            read_holder,
        )
        .optional()?
        .map(|holder| with_accounts(transaction, holder))
        .transpose()
}

/// Finds a holder by the name that the API gave it.
pub fn get(transaction: &Transaction<'_>, key: &HolderKey) -> rusqlite::Result<Option<Holder>> {
    transaction
        .query_row("SELECT * FROM holders WHERE key = ?1", [&key.0], read_holder)
        .optional()?
        .map(|holder| with_accounts(transaction, holder))
        .transpose()
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

/// Sets the account in force.
pub fn set_nemkonto(transaction: &Transaction<'_>, holder: i64, nemkonto: &NemKonto) -> rusqlite::Result<()> {
    let NemKonto { account, registration } = nemkonto;
    transaction.execute(
        "INSERT OR REPLACE INTO nemkonti (holder_id, account, registered_by, registered_at) VALUES (?1, ?2, ?3, ?4)",
        params![holder, Json(account), registration.by, Seconds(registration.at)],
    )?;
    Ok(())
}

/// Removes the account in force.
pub fn remove_nemkonto(transaction: &Transaction<'_>, holder: i64) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM nemkonti WHERE holder_id = ?1", [holder])?;
    Ok(())
}

/// Makes an unlocked specific account the account in force. Which one it is when there are several is not published; here it
/// is the one registered first.
pub fn promote_specific(transaction: &Transaction<'_>, holder: i64) -> rusqlite::Result<()> {
    let chosen = "SELECT rowid FROM specific_accounts WHERE holder_id = ?1 AND NOT locked
                  ORDER BY registered_at, rowid LIMIT 1";
    transaction.execute(
        &format!(
            "INSERT INTO nemkonti (holder_id, account, registered_by, registered_at)
             SELECT holder_id, account, registered_by, registered_at FROM specific_accounts WHERE rowid = ({chosen})"
        ),
        [holder],
    )?;
    transaction.execute(&format!("DELETE FROM specific_accounts WHERE rowid = ({chosen})"), [holder])?;
    Ok(())
}

/// Sets the account that waits for activation; it takes the place of one that waits already.
pub fn set_pending(transaction: &Transaction<'_>, holder: i64, pending: &PendingNemKonto) -> rusqlite::Result<()> {
    let PendingNemKonto { account, registration, letter_date, activate_by, valid_from } = pending;
    transaction.execute(
        "INSERT OR REPLACE INTO pending_nemkonti (holder_id, account, registered_by, registered_at, letter_date, activate_by, valid_from)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            holder,
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

/// Adds a kind of payment.
pub fn add_benefit_type(transaction: &Transaction<'_>, benefit_type: &BenefitType) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT OR IGNORE INTO benefit_types (code, name) VALUES (?1, ?2)",
        params![benefit_type.code, benefit_type.name],
    )?;
    Ok(())
}

/// Adds an account for one kind of payment by the authority with this CVR number.
pub fn add_specific(
    transaction: &Transaction<'_>,
    holder: i64,
    cvr: &str,
    specific: &SpecificAccount,
) -> rusqlite::Result<()> {
    let SpecificAccount { benefit_type, account, locked, registration } = specific;
    transaction.execute(
        "INSERT INTO specific_accounts (holder_id, benefit_type, cvr, account, locked, registered_by, registered_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![holder, benefit_type.code, cvr, Json(account), locked, registration.by, Seconds(registration.at)],
    )?;
    Ok(())
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
            key: HolderKey(row.get("key")?),
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

fn with_accounts(transaction: &Transaction<'_>, mut holder: Holder) -> rusqlite::Result<Holder> {
    holder.overview.nemkonto = transaction
        .query_row("SELECT * FROM nemkonti WHERE holder_id = ?1", [holder.id], |row| {
            Ok(NemKonto { account: read_account(row)?, registration: read_registration(row)? })
        })
        .optional()?;
    holder.overview.pending = transaction
        .query_row("SELECT * FROM pending_nemkonti WHERE holder_id = ?1", [holder.id], |row| {
            Ok(PendingNemKonto {
                account: read_account(row)?,
                registration: read_registration(row)?,
                letter_date: row.get::<_, Word<Date>>("letter_date")?.0,
                activate_by: row.get::<_, Word<Date>>("activate_by")?.0,
                valid_from: row.get::<_, Option<Word<Date>>>("valid_from")?.map(|date| date.0),
            })
        })
        .optional()?;
    holder.overview.specific_accounts = transaction
        .prepare(
            "SELECT specific_accounts.*, name FROM specific_accounts JOIN benefit_types ON benefit_type = code
             WHERE holder_id = ?1 ORDER BY code, cvr",
        )?
        .query_map([holder.id], |row| {
            Ok(SpecificAccount {
                benefit_type: BenefitType { code: row.get("benefit_type")?, name: row.get("name")? },
                account: read_account(row)?,
                locked: row.get("locked")?,
                registration: read_registration(row)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(holder)
}

fn read_account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(row.get::<_, Json<Account>>("account")?.0)
}

fn read_registration(row: &Row<'_>) -> rusqlite::Result<Registration> {
    let at: Timestamp = row.get::<_, Seconds>("registered_at")?.0;
    Ok(Registration { by: row.get("registered_by")?, at })
}
