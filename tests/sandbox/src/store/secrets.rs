//! Keys that survive a restart.

use rusqlite::{OptionalExtension, Transaction, params};

use crate::random;

/// The key with this name, made when it is first asked for.
pub fn key(transaction: &Transaction<'_>, name: &str) -> rusqlite::Result<[u8; 32]> {
    let known =
        transaction.query_row("SELECT value FROM secrets WHERE name = ?1", [name], |row| row.get(0)).optional()?;
    if let Some(key) = known {
        return Ok(key);
    }
    let key = random::bytes::<32>();
    transaction.execute("INSERT INTO secrets (name, value) VALUES (?1, ?2)", params![name, key])?;
    Ok(key)
}
