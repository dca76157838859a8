//! Who may do what, for which unit.

use nemkonto::{
    contract::{Assignment, Authority, Caseworker, Timestamp, Unit, UnitId},
    domain::right::Right,
};
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::values::{Json, Seconds, Word};
use crate::relying_party::Person;

/// Sets what a person may do for a unit.
pub fn set_rights(
    transaction: &Transaction<'_>,
    person: &Person,
    unit: &UnitId,
    rights: &[Right],
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO assignments (person_id, cvr, unit_id, rights, place)
         VALUES (?1, ?2, ?3, ?4, (SELECT count(*) FROM assignments WHERE person_id = ?1 AND cvr = ?2))
         ON CONFLICT (person_id, cvr, unit_id) DO UPDATE SET rights = ?4",
        params![person.id, person.cvr, unit.0, Json(rights)],
    )?;
    Ok(())
}

/// All that a person can act for, in the order of the list.
pub fn of(transaction: &Transaction<'_>, person: &Person) -> rusqlite::Result<Vec<Assignment>> {
    transaction
        .prepare_cached(&select("person_id = ?1 AND assignments.cvr = ?2 ORDER BY place"))?
        .query_map(params![person.id, person.cvr], read_assignment)?
        .collect()
}

/// The unit with which a person begins: the one chosen last, or else the first in the list.
pub fn usual_unit(transaction: &Transaction<'_>, person: &Person) -> rusqlite::Result<Option<UnitId>> {
    transaction
        .query_row(
            "SELECT unit_id FROM assignments WHERE person_id = ?1 AND cvr = ?2 ORDER BY chosen_at DESC, place LIMIT 1",
            params![person.id, person.cvr],
            |row| Ok(UnitId(row.get(0)?)),
        )
        .optional()
}

/// Notes that a person chose a unit, so that the next session begins with it.
pub fn note_choice(
    transaction: &Transaction<'_>,
    person: &Person,
    unit: &UnitId,
    now: Timestamp,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE assignments SET chosen_at = ?4 WHERE person_id = ?1 AND cvr = ?2 AND unit_id = ?3",
        params![person.id, person.cvr, unit.0, Seconds(now)],
    )?;
    Ok(())
}

/// The caseworker that a person is in a unit, with the rights of this moment; nothing if the person does not act for it.
pub fn caseworker(
    transaction: &Transaction<'_>,
    person: &Person,
    unit: &UnitId,
    name: Option<&str>,
) -> rusqlite::Result<Option<Caseworker>> {
    transaction
        .prepare_cached(&select("person_id = ?1 AND assignments.cvr = ?2 AND unit_id = ?3"))?
        .query_row(params![person.id, person.cvr, unit.0], |row| {
            let Assignment { authority, unit } = read_assignment(row)?;
            let rights = row.get::<_, Json<Vec<Right>>>("rights")?.0;
            Ok(Caseworker { name: name.map(str::to_owned), authority, unit, rights })
        })
        .optional()
}

fn select(condition: &str) -> String {
    format!(
        "SELECT rights, unit_id, units.name AS unit, authorities.cvr AS authority_cvr, authorities.name AS authority
         FROM assignments JOIN units ON units.id = unit_id JOIN authorities ON authorities.cvr = units.authority
         WHERE {condition}"
    )
}

fn read_assignment(row: &Row<'_>) -> rusqlite::Result<Assignment> {
    Ok(Assignment {
        authority: Authority { name: row.get("authority")?, cvr: row.get::<_, Word<_>>("authority_cvr")?.0 },
        unit: Unit { id: UnitId(row.get("unit_id")?), name: row.get("unit")? },
    })
}
