//! Who may do what, for which authority.

use nemkonto::contract::{Authority, Caseworker, Right};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::relying_party::Person;

/// Registers an authority, if it is not there yet.
pub fn add_authority(transaction: &Transaction<'_>, cvr: &str, name: &str) -> rusqlite::Result<()> {
    transaction.execute("INSERT OR IGNORE INTO authorities (cvr, name) VALUES (?1, ?2)", params![cvr, name])?;
    Ok(())
}

/// Sets what a person may do for an authority.
pub fn set_rights(transaction: &Transaction<'_>, person: &Person, rights: &[Right]) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO caseworkers (person_id, cvr, may_view, may_change) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (person_id, cvr) DO UPDATE SET may_view = ?3, may_change = ?4",
        params![person.id, person.cvr, rights.contains(&Right::ViewAccounts), rights.contains(&Right::ChangeNemKonto)],
    )?;
    Ok(())
}

/// The caseworker that a person is, with the rights of this moment; nothing if the person is not registered.
pub fn find(
    transaction: &Transaction<'_>,
    person: &Person,
    name: Option<&str>,
) -> rusqlite::Result<Option<Caseworker>> {
    transaction
        .query_row(
            "SELECT authorities.name, may_view, may_change FROM caseworkers JOIN authorities USING (cvr)
             WHERE person_id = ?1 AND cvr = ?2",
            params![person.id, person.cvr],
            |row| {
                let rights = [(Right::ViewAccounts, row.get(1)?), (Right::ChangeNemKonto, row.get(2)?)];
                Ok(Caseworker {
                    name: name.map(str::to_owned),
                    authority: Authority { name: row.get(0)?, cvr: person.cvr.clone() },
                    rights: rights
                        .into_iter()
                        .filter_map(|(right, has)| if has { Some(right) } else { None })
                        .collect(),
                })
            },
        )
        .optional()
}
