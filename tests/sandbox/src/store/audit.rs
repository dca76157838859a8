//! Who did what, and what was refused. Nothing here identifies a citizen or an account.

use nemkonto::contract::{ChangeId, ProblemType, Timestamp, UnitId};
use rusqlite::{OptionalExtension, Transaction, params, types::ValueRef};

use super::{
    sessions::ActiveSession,
    values::{Seconds, Word},
};
use crate::relying_party::Person;

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// A caseworker logged in.
    LoggedIn,
    /// A caseworker logged out.
    LoggedOut,
    /// A caseworker chose another unit.
    UnitChosen,
    /// An account holder was looked up by number.
    LookedUp,
    /// An account overview was opened.
    Viewed,
    /// A change was prepared.
    Prepared,
    /// The bank of an account knows it by another name than the holder's; the caseworker is asked why it is right.
    PayeeDiffers,
    /// A change was carried out.
    Committed,
    /// A change was given back for editing.
    Withdrawn,
    /// A receipt was read.
    ReceiptRead,
    /// A page of a history was read.
    HistoryRead,
    /// A new key signs receipts.
    ReceiptKeyRotated,
    /// A request was refused.
    Refused,
}

/// One line of the audit log.
#[derive(Clone, Default)]
pub struct Entry<'a> {
    /// Who did it, if known.
    pub person: Option<&'a Person>,
    /// For which unit, if known.
    pub unit: Option<&'a UnitId>,
    /// Whose accounts, by row.
    pub holder: Option<i64>,
    /// Which change.
    pub change: Option<&'a ChangeId>,
    /// Keyed hash of a number that was looked up.
    pub subject: Option<&'a str>,
    /// As what it was refused.
    pub problem: Option<ProblemType>,
    /// More, in fixed words of our own.
    pub detail: Option<&'a str>,
    /// What the caller was told to quote.
    pub reference: Option<&'a str>,
}

impl<'a> Entry<'a> {
    /// A line about what the caseworker of a session did.
    #[must_use]
    pub fn by(session: &'a ActiveSession) -> Self {
        Self { person: Some(&session.person), unit: Some(&session.caseworker.unit.id), ..Self::default() }
    }
}

/// Writes a line.
pub fn write(transaction: &Transaction<'_>, at: Timestamp, event: Event, entry: &Entry<'_>) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO audit (at, event, person_id, cvr, unit_id, holder_id, change_id, subject, problem, detail, reference)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            Seconds(at),
            Word(event),
            entry.person.map(|person| &person.id),
            entry.person.map(|person| &person.cvr),
            entry.unit.map(|unit| &unit.0),
            entry.holder,
            entry.change.map(|change| &change.0),
            entry.subject,
            entry.problem.map(Word),
            entry.detail,
            entry.reference,
        ],
    )?;
    Ok(())
}

/// The whole log, oldest first, each line with what is known: `at=1790000000 event=looked-up person_id=... subject=...`.
pub fn lines(transaction: &Transaction<'_>) -> rusqlite::Result<Vec<String>> {
    let mut statement = transaction.prepare(
        "SELECT at, event, person_id, cvr, unit_id, holder_id, change_id, subject, problem, detail, reference
         FROM audit ORDER BY id",
    )?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let lines = statement.query_map([], |row| {
        let mut words = Vec::new();
        for (index, name) in names.iter().enumerate() {
            match row.get_ref(index)? {
                ValueRef::Integer(number) => words.push(format!("{name}={number}")),
                ValueRef::Text(text) => words.push(format!("{name}={}", String::from_utf8_lossy(text))),
                _ => {}
            }
        }
        Ok(words.join(" "))
    })?;
    lines.collect()
}

/// When a person did something the so-manieth time, counted from the last.
pub fn nth_last(
    transaction: &Transaction<'_>,
    person: &Person,
    event: Event,
    nth: u32,
) -> rusqlite::Result<Option<Timestamp>> {
    let at = transaction.query_row(
        "SELECT at FROM audit WHERE person_id = ?1 AND event = ?2 ORDER BY at DESC LIMIT 1 OFFSET ?3",
        params![person.id, Word(event), nth.saturating_sub(1)],
        |row| Ok(row.get::<_, Seconds>(0)?.0),
    );
    at.optional()
}
