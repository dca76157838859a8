//! Authorities and their organisational units.

use nemkonto::{
    contract::{Authority, Identity, Unit, UnitId},
    domain::company_number::Cvr,
};
use rusqlite::{OptionalExtension, Transaction, params};

use super::values::Word;
use crate::relying_party::Person;

/// Registers an authority.
pub fn add_authority(transaction: &Transaction<'_>, authority: &Authority) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO authorities (cvr, name) VALUES (?1, ?2)",
        params![Word(&authority.cvr), authority.name],
    )?;
    Ok(())
}

/// Registers a unit of an authority.
pub fn add_unit(transaction: &Transaction<'_>, authority: &Authority, unit: &Unit) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO units (id, authority, name) VALUES (?1, ?2, ?3)",
        params![unit.id.0, Word(&authority.cvr), unit.name],
    )?;
    Ok(())
}

/// What an authority is called.
pub fn authority_name(transaction: &Transaction<'_>, cvr: &Cvr) -> rusqlite::Result<Option<String>> {
    transaction.query_row("SELECT name FROM authorities WHERE cvr = ?1", [Word(cvr)], |row| row.get(0)).optional()
}

/// Whom a login of this person names. An employer that nobody has registered is known by its number alone.
pub fn identity(transaction: &Transaction<'_>, person: &Person, name: Option<&str>) -> rusqlite::Result<Identity> {
    let cvr = Cvr::parse(&person.cvr).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    let organisation = match authority_name(transaction, &cvr)? {
        Some(name) => Authority { name, cvr },
        None => Authority { name: format!("CVR {cvr}"), cvr },
    };
    Ok(Identity { name: name.map(str::to_owned), organisation })
}

/// The units of an authority.
pub fn of(transaction: &Transaction<'_>, cvr: &Cvr) -> rusqlite::Result<Vec<UnitId>> {
    transaction
        .prepare_cached("SELECT id FROM units WHERE authority = ?1 ORDER BY name")?
        .query_map([Word(cvr)], |row| Ok(UnitId(row.get(0)?)))?
        .collect()
}
