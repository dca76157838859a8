//! Keys that survive a restart.

use hmac::{Hmac, Mac, digest::KeyInit};
use rusqlite::{OptionalExtension, Transaction, params};
use sha2::Sha256;

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

/// The keyed hash of a text (HMAC-SHA256, RFC 2104): the same for the same text, and of no use without the key.
#[must_use]
pub fn keyed_hash(key: &[u8; 32], text: &str) -> [u8; 32] {
    // HMAC fills short keys up with zeros (section 2).
    let mut block = [0; 64];
    block[..key.len()].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().into()
}
