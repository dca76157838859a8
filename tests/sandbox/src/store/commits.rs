//! Changes that were carried out or withdrawn. A change is one or the other, once.

use nemkonto::{
    contract::{ChangeId, SignedReceipt, Timestamp},
    domain::company_number::Cvr,
};
use rusqlite::{OptionalExtension, Row, Transaction, params, types::Type};

use super::{
    attempts::CodeHash,
    values::{Seconds, Word},
};
use crate::relying_party::Person;

/// What is kept of a change that was carried out: the receipt, and the evidence that proves it.
pub struct Commit<'a> {
    /// The receipt as it was handed out.
    pub receipt: &'a SignedReceipt,
    /// Whose accounts, by row, if it is about a holder's.
    pub holder: Option<i64>,
    /// Who confirmed.
    pub person: &'a Person,
    /// The bytes that the nonce commits to.
    pub change_bytes: &'a str,
    /// The salt of the commitment.
    pub salt: &'a [u8],
    /// The commitment.
    pub nonce: &'a str,
    /// The ID token that carries the commitment.
    pub id_token: &'a str,
    /// The code that the ID token was given for.
    pub code: CodeHash,
}

/// What has become of a change.
pub enum Fate {
    /// It can still be confirmed.
    Open,
    /// It was given back for editing.
    Withdrawn,
    /// It was carried out.
    Committed {
        /// Its receipt.
        receipt: Box<SignedReceipt>,
        /// The code that confirmed it.
        code: CodeHash,
    },
}

/// What has become of a change.
pub fn fate(transaction: &Transaction<'_>, change: &ChangeId) -> rusqlite::Result<Fate> {
    let committed = transaction
        .query_row("SELECT document, code, code_hash FROM commits WHERE change_id = ?1", [&change.0], |row| {
            Ok(Fate::Committed {
                receipt: Box::new(read_receipt(row)?),
                code: CodeHash::from_bytes(row.get("code_hash")?),
            })
        })
        .optional()?;
    if let Some(committed) = committed {
        return Ok(committed);
    }
    let withdrawn = transaction
        .query_row("SELECT 1 FROM withdrawn_changes WHERE change_id = ?1", [&change.0], |_| Ok(()))
        .optional()?;
    Ok(if withdrawn.is_some() { Fate::Withdrawn } else { Fate::Open })
}

/// Writes a change that is carried out. Fails if the change or its login has been used before.
pub fn insert(transaction: &Transaction<'_>, commit: &Commit<'_>) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO commits (change_id, nonce, receipt_number, holder_id, person_id, cvr, authority, change_bytes, salt, id_token,
                              code_hash, committed_at, document, code)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        params![
            commit.receipt.change_id.0,
            commit.nonce,
            commit.receipt.number,
            commit.holder,
            commit.person.id,
            commit.person.cvr,
            Word(&commit.receipt.caseworker.authority.cvr),
            commit.change_bytes,
            commit.salt,
            commit.id_token,
            commit.code.bytes(),
            Seconds(commit.receipt.committed_at),
            commit.receipt.document(),
            commit.receipt.code(),
        ],
    )?;
    Ok(())
}

/// Withdraws a change that is open.
pub fn withdraw(transaction: &Transaction<'_>, change: &ChangeId, now: Timestamp) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT OR IGNORE INTO withdrawn_changes (change_id, withdrawn_at) VALUES (?1, ?2)",
        params![change.0, Seconds(now)],
    )?;
    Ok(())
}

/// The receipt with this number and the row of the holder, if the change was made for this authority.
pub fn receipt(
    transaction: &Transaction<'_>,
    number: &str,
    authority: &Cvr,
) -> rusqlite::Result<Option<(SignedReceipt, Option<i64>)>> {
    transaction
        .query_row(
            "SELECT document, code, holder_id FROM commits WHERE receipt_number = ?1 AND authority = ?2",
            params![number, Word(authority)],
            |row| Ok((read_receipt(row)?, row.get("holder_id")?)),
        )
        .optional()
}

fn read_receipt(row: &Row<'_>) -> rusqlite::Result<SignedReceipt> {
    SignedReceipt::read(row.get("document")?, row.get("code")?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error.into()))
}
