//! The keys that sign receipts. One is in use; a retired key can never sign again, for its private half is gone.

use nemkonto::contract::{ReceiptKey, ReceiptKeys, Timestamp};
use rusqlite::{OptionalExtension, Transaction, params, types::Type};

use super::{
    audit::{self, Event},
    values::{Json, Seconds},
};
use crate::sign::SigningKey;

/// The key in use, made when it is first asked for.
pub(crate) fn in_use(transaction: &Transaction<'_>, now: Timestamp) -> rusqlite::Result<SigningKey> {
    let known = transaction
        .query_row("SELECT kid, private_key FROM receipt_keys WHERE retired_at IS NULL", [], |row| {
            SigningKey::restore(row.get(0)?, &row.get::<_, Vec<u8>>(1)?)
                .map_err(|error| rusqlite::Error::FromSqlConversionFailure(1, Type::Blob, error.into()))
        })
        .optional()?;
    match known {
        Some(key) => Ok(key),
        None => add(transaction, now),
    }
}

/// Takes a new key into use and gives its name. What older keys have signed can still be verified.
pub fn rotate(transaction: &Transaction<'_>, now: Timestamp) -> rusqlite::Result<String> {
    transaction.execute(
        "UPDATE receipt_keys SET private_key = NULL, retired_at = ?1 WHERE retired_at IS NULL",
        params![Seconds(now)],
    )?;
    let key = add(transaction, now)?;
    audit::write(transaction, now, Event::ReceiptKeyRotated, &audit::Entry::default())?;
    Ok(key.kid().to_owned())
}

/// The public half of every key that was ever in use, the newest first.
pub fn published(transaction: &Transaction<'_>) -> rusqlite::Result<ReceiptKeys> {
    let mut keys = transaction.prepare("SELECT public_key FROM receipt_keys ORDER BY rowid DESC")?;
    let keys = keys.query_map([], |row| row.get::<_, Json<ReceiptKey>>(0))?;
    Ok(ReceiptKeys { keys: keys.map(|key| key.map(|Json(key)| key)).collect::<Result<_, _>>()? })
}

fn add(transaction: &Transaction<'_>, now: Timestamp) -> rusqlite::Result<SigningKey> {
    let key = SigningKey::generate();
    transaction.execute(
        "INSERT INTO receipt_keys (kid, private_key, public_key, created_at) VALUES (?1, ?2, ?3, ?4)",
        params![key.kid(), key.private(), Json(key.public()), Seconds(now)],
    )?;
    Ok(key)
}
