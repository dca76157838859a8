//! Attempts to confirm a change: each code is redeemed once, and no change is tried without end.

use nemkonto::contract::{ChangeId, ProblemType, Timestamp};
use rusqlite::{OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use super::values::{Seconds, Word};

/// The hash under which a code is remembered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CodeHash([u8; 32]);

/// Whether a code may be redeemed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Claim {
    /// It is new, and now it is taken.
    First,
    /// It has been redeemed before, and this was the refusal. Nothing if it never came to an end.
    Again(Option<ProblemType>),
}

impl CodeHash {
    /// The hash of an authorization code.
    #[must_use]
    pub fn of(code: &str) -> Self {
        Self(Sha256::digest(code).into())
    }

    pub(super) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// How many attempts for this change have been refused.
pub fn refused(transaction: &Transaction<'_>, change: &ChangeId) -> rusqlite::Result<u32> {
    transaction.query_row(
        "SELECT count(*) FROM confirm_attempts WHERE change_id = ?1 AND refused_as IS NOT NULL",
        [&change.0],
        |row| row.get(0),
    )
}

/// Takes a code, so that nobody redeems it again.
pub fn claim(
    transaction: &Transaction<'_>,
    change: &ChangeId,
    code: CodeHash,
    now: Timestamp,
) -> rusqlite::Result<Claim> {
    let earlier = transaction
        .query_row("SELECT refused_as FROM confirm_attempts WHERE code_hash = ?1", [code.0], |row| {
            row.get::<_, Option<Word<ProblemType>>>(0)
        })
        .optional()?;
    if let Some(refused_as) = earlier {
        return Ok(Claim::Again(refused_as.map(|word| word.0)));
    }
    transaction.execute(
        "INSERT INTO confirm_attempts (change_id, code_hash, at) VALUES (?1, ?2, ?3)",
        params![change.0, code.0, Seconds(now)],
    )?;
    Ok(Claim::First)
}

/// Notes that an attempt was refused, with the code if that has been redeemed.
pub fn note_refusal(
    transaction: &Transaction<'_>,
    change: &ChangeId,
    code: CodeHash,
    kind: ProblemType,
    now: Timestamp,
) -> rusqlite::Result<()> {
    let noted = transaction.execute(
        "UPDATE confirm_attempts SET refused_as = ?3 WHERE change_id = ?1 AND code_hash = ?2 AND refused_as IS NULL",
        params![change.0, code.0, Word(kind)],
    )?;
    if noted == 0 {
        transaction.execute(
            "INSERT INTO confirm_attempts (change_id, at, refused_as) VALUES (?1, ?2, ?3)",
            params![change.0, Seconds(now), Word(kind)],
        )?;
    }
    Ok(())
}
