//! Sessions. A session is known by the hash of its token.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::contract::{ActingAs, Assignment, Caseworker, ChangeId, DraftKey, Session, Timestamp, UnitId};
use rusqlite::{OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

use super::{assignments, secrets, values::Seconds};
use crate::{random, relying_party::Person};

/// A session in force.
#[derive(Clone)]
pub struct ActiveSession {
    /// Whose it is.
    pub person: Person,
    /// The same person as a caseworker in the present unit, with the rights of this moment.
    pub caseworker: Caseworker,
    /// Everything that the person can act for.
    pub assignments: Vec<Assignment>,
    /// In how many seconds it ends unless it is used.
    pub expires_in: u32,
    /// The person in the present unit.
    pub acting_as: ActingAs,
    /// What the app seals the person's drafts with.
    pub draft_key: DraftKey,
}

/// Begins a session in a unit and gives its token, which is nowhere else. Sessions that have ended are removed.
pub fn begin(
    transaction: &Transaction<'_>,
    person: &Person,
    unit: &UnitId,
    name: Option<&str>,
    now: Timestamp,
    expires_at: Timestamp,
) -> rusqlite::Result<String> {
    let token = random::token();
    transaction.execute("DELETE FROM sessions WHERE expires_at <= ?1", [Seconds(now)])?;
    transaction.execute(
        "INSERT INTO sessions (token_hash, person_id, cvr, unit_id, name, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![hash(&token), person.id, person.cvr, unit.0, name, Seconds(expires_at)],
    )?;
    Ok(token)
}

/// The session with this token, unless it has ended. Using a session prolongs it.
pub fn use_session(
    transaction: &Transaction<'_>,
    token: &str,
    now: Timestamp,
    expires_at: Timestamp,
) -> rusqlite::Result<Option<ActiveSession>> {
    let found = transaction
        .query_row(
            "UPDATE sessions SET expires_at = ?3, begun_by = NULL WHERE token_hash = ?1 AND expires_at > ?2
             RETURNING person_id, cvr, unit_id, name",
            params![hash(token), Seconds(now), Seconds(expires_at)],
            |row| {
                let person = Person { id: row.get(0)?, cvr: row.get(1)? };
                Ok((person, UnitId(row.get(2)?), row.get::<_, Option<String>>(3)?))
            },
        )
        .optional()?;
    let Some((person, unit, name)) = found else { return Ok(None) };
    let Some(caseworker) = assignments::caseworker(transaction, &person, &unit, name.as_deref())? else {
        return Ok(None);
    };
    let assignments = assignments::of(transaction, &person)?;
    let expires_in = seconds(now, expires_at);
    let acting_as = acting_as(transaction, &person, &unit)?;
    let draft_key = draft_key(transaction, &person)?;
    Ok(Some(ActiveSession { person, caseworker, assignments, expires_in, acting_as, draft_key }))
}

/// Notes which confirmation began a session, until the session is used.
pub fn note_confirmation(transaction: &Transaction<'_>, token: &str, change: &ChangeId) -> rusqlite::Result<()> {
    transaction.execute("UPDATE sessions SET begun_by = ?2 WHERE token_hash = ?1", params![hash(token), change.0])?;
    Ok(())
}

/// Ends the session that the confirmation of a change began, if nobody has used it yet, and tells whether there was one.
pub fn end_unused(transaction: &Transaction<'_>, change: &ChangeId, now: Timestamp) -> rusqlite::Result<bool> {
    let ended = transaction
        .execute("DELETE FROM sessions WHERE begun_by = ?1 AND expires_at > ?2", params![change.0, Seconds(now)])?;
    Ok(ended > 0)
}

/// In how many seconds the session with this token ends, unless it has ended. Asking does not prolong it.
pub fn expires_in(transaction: &Transaction<'_>, token: &str, now: Timestamp) -> rusqlite::Result<Option<u32>> {
    transaction
        .query_row(
            "SELECT expires_at FROM sessions WHERE token_hash = ?1 AND expires_at > ?2",
            params![hash(token), Seconds(now)],
            |row| Ok(seconds(now, row.get::<_, Seconds>(0)?.0)),
        )
        .optional()
}

/// From now until then.
#[must_use]
pub fn seconds(now: Timestamp, then: Timestamp) -> u32 {
    u32::try_from(then.0.saturating_sub(now.0)).unwrap_or_default()
}

/// The person's key for drafts: the same in every session of the same person, and nobody else's.
pub fn draft_key(transaction: &Transaction<'_>, person: &Person) -> rusqlite::Result<DraftKey> {
    // No id contains the separator: a CVR number has eight digits.
    let hash = secrets::keyed_hash(&secrets::key(transaction, "drafts")?, &format!("{}/{}", person.cvr, person.id));
    Ok(DraftKey(BASE64_URL_SAFE_NO_PAD.encode(hash)))
}

/// The person in a unit, as pages call it: the same in every session, and nothing can be read off it.
pub fn acting_as(transaction: &Transaction<'_>, person: &Person, unit: &UnitId) -> rusqlite::Result<ActingAs> {
    let of_person =
        secrets::keyed_hash(&secrets::key(transaction, "acting-as")?, &format!("{}/{}", person.cvr, person.id));
    Ok(ActingAs(BASE64_URL_SAFE_NO_PAD.encode(secrets::keyed_hash(&of_person, &unit.0))))
}

/// Acts for another unit from now on. The person must be assigned to it.
pub fn switch(transaction: &Transaction<'_>, token: &str, unit: &UnitId) -> rusqlite::Result<()> {
    transaction.execute("UPDATE sessions SET unit_id = ?2 WHERE token_hash = ?1", params![hash(token), unit.0])?;
    Ok(())
}

/// Whose session this is, and for which unit, without prolonging it.
pub fn owner(transaction: &Transaction<'_>, token: &str) -> rusqlite::Result<Option<(Person, UnitId)>> {
    transaction
        .query_row("SELECT person_id, cvr, unit_id FROM sessions WHERE token_hash = ?1", [hash(token)], |row| {
            Ok((Person { id: row.get(0)?, cvr: row.get(1)? }, UnitId(row.get(2)?)))
        })
        .optional()
}

/// Ends a session.
pub fn end(transaction: &Transaction<'_>, token: &str) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM sessions WHERE token_hash = ?1", [hash(token)])?;
    Ok(())
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}

impl From<ActiveSession> for Session {
    fn from(session: ActiveSession) -> Self {
        let ActiveSession { caseworker, assignments, expires_in, acting_as, draft_key, .. } = session;
        Self { caseworker, assignments, expires_in, acting_as, draft_key }
    }
}
