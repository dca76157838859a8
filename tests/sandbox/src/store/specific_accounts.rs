//! Accounts for single benefit types.

use nemkonto::{
    contract::{Authority, BenefitType, InForce, SpecificAccount},
    domain::{
        date::Date,
        specific::{Locks, SpecificAccountId, can_become_nemkonto},
    },
};
use rusqlite::{OptionalExtension, Transaction, params};

use super::{
    places::{self, Place},
    values::Word,
};

/// All specific accounts of a holder.
pub fn of(transaction: &Transaction<'_>, holder: i64, today: Date) -> rusqlite::Result<Vec<SpecificAccount>> {
    let places: Vec<(Place, SpecificAccount)> = transaction
        .prepare_cached(
            "SELECT specific_accounts.*, benefit_types.name AS benefit_name, benefit_types.locked AS type_locked,
                    authorities.name AS authority_name
             FROM specific_accounts JOIN benefit_types ON benefit_type = code JOIN authorities ON authority = cvr
             WHERE holder_id = ?1 ORDER BY code, cvr",
        )?
        .query_map([holder], |row| {
            let account = SpecificAccount {
                benefit_type: BenefitType {
                    code: row.get::<_, Word<_>>("benefit_type")?.0,
                    name: row.get::<_, Word<_>>("benefit_name")?.0,
                },
                authority: Authority { name: row.get("authority_name")?, cvr: row.get::<_, Word<_>>("authority")?.0 },
                in_force: None,
                pending: None,
                locks: Locks { account: row.get("locked")?, benefit_type: row.get("type_locked")? },
            };
            Ok((Place::Specific(row.get("id")?), account))
        })?
        .collect::<Result<_, _>>()?;
    let read = |(place, account): (Place, SpecificAccount)| {
        let in_force = places::in_force(transaction, place)?;
        let pending = places::pending(transaction, place, today)?;
        Ok(SpecificAccount { in_force, pending, ..account })
    };
    places.into_iter().map(read).collect()
}

/// The place of a specific account, if it is there.
pub fn find(transaction: &Transaction<'_>, holder: i64, id: &SpecificAccountId) -> rusqlite::Result<Option<Place>> {
    transaction
        .query_row(
            "SELECT id FROM specific_accounts WHERE holder_id = ?1 AND benefit_type = ?2 AND authority = ?3",
            params![holder, Word(&id.benefit_type), Word(&id.authority)],
            |row| Ok(Place::Specific(row.get(0)?)),
        )
        .optional()
}

/// Makes a place. It is the caller's to put an account there.
pub fn add(
    transaction: &Transaction<'_>,
    holder: i64,
    id: &SpecificAccountId,
    locked: bool,
) -> rusqlite::Result<Place> {
    transaction.execute(
        "INSERT INTO specific_accounts (holder_id, benefit_type, authority, locked) VALUES (?1, ?2, ?3, ?4)",
        params![holder, Word(&id.benefit_type), Word(&id.authority), locked],
    )?;
    Ok(Place::Specific(transaction.last_insert_rowid()))
}

/// Sets or removes the lock.
pub fn set_lock(
    transaction: &Transaction<'_>,
    holder: i64,
    id: &SpecificAccountId,
    locked: bool,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE specific_accounts SET locked = ?4 WHERE holder_id = ?1 AND benefit_type = ?2 AND authority = ?3",
        params![holder, Word(&id.benefit_type), Word(&id.authority), locked],
    )?;
    Ok(())
}

/// Removes the place, with the account in force and the one that waits.
pub fn remove(transaction: &Transaction<'_>, holder: i64, id: &SpecificAccountId) -> rusqlite::Result<()> {
    transaction.execute(
        "DELETE FROM specific_accounts WHERE holder_id = ?1 AND benefit_type = ?2 AND authority = ?3",
        params![holder, Word(&id.benefit_type), Word(&id.authority)],
    )?;
    Ok(())
}

/// The specific account that takes the place of a `NemKonto` that is deleted. Which one it is when several can is not published; here it
/// is the one registered first.
#[must_use]
pub fn successor(accounts: &[SpecificAccount]) -> Option<(&SpecificAccount, &InForce)> {
    accounts
        .iter()
        .filter_map(|specific| Some((specific, specific.in_force.as_ref()?)))
        .filter(|(specific, in_force)| can_become_nemkonto(&in_force.account, specific.locks))
        .min_by_key(|(_, in_force)| in_force.registration.at)
}
