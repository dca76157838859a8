//! Benefit types: the general ones, and those of an authority.

use nemkonto::{
    contract::{Authority, BenefitType, BenefitTypes, OwnBenefitType, Unit, UnitId},
    domain::{
        benefit_type::{BenefitCode, BenefitName},
        company_number::Cvr,
    },
};
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::values::Word;

/// A benefit type as it is registered.
pub struct Registered {
    /// Code and name.
    pub benefit_type: BenefitType,
    /// Whether it locks all accounts of the type.
    pub locked: bool,
}

/// What a caseworker has to do with, who acts for this unit of this authority.
pub fn of(transaction: &Transaction<'_>, authority: &Authority, unit: &Unit) -> rusqlite::Result<BenefitTypes> {
    let version: i64 =
        transaction
            .query_row("SELECT version FROM authorities WHERE cvr = ?1", [Word(&authority.cvr)], |row| row.get(0))?;
    let own = transaction
        .prepare_cached(
            "SELECT *, (SELECT count(*) FROM specific_accounts WHERE benefit_type = code) AS accounts
             FROM benefit_types WHERE owner = ?1 ORDER BY code",
        )?
        .query_map([Word(&authority.cvr)], |row| {
            let accounts: i64 = row.get("accounts")?;
            Ok(OwnBenefitType {
                benefit_type: read(row)?,
                locked: row.get("locked")?,
                accounts: accounts.unsigned_abs(),
            })
        })?
        .collect::<Result<_, _>>()?;
    let payable = transaction
        .prepare_cached(
            "SELECT benefit_types.* FROM unit_benefit_types JOIN benefit_types USING (code)
             WHERE unit_id = ?1 ORDER BY owner IS NOT NULL, code",
        )?
        .query_map([&unit.id.0], read)?
        .collect::<Result<_, _>>()?;
    Ok(BenefitTypes { version: version.unsigned_abs(), own, payable })
}

/// The benefit type with a code, whosever it is.
pub fn find(transaction: &Transaction<'_>, code: &BenefitCode) -> rusqlite::Result<Option<Registered>> {
    transaction
        .query_row("SELECT * FROM benefit_types WHERE code = ?1", [Word(code)], |row| {
            Ok(Registered { benefit_type: read(row)?, locked: row.get("locked")? })
        })
        .optional()
}

/// Adds a general benefit type.
pub fn add_general(transaction: &Transaction<'_>, benefit_type: &BenefitType) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO benefit_types (code, name) VALUES (?1, ?2)",
        params![Word(&benefit_type.code), Word(&benefit_type.name)],
    )?;
    Ok(())
}

/// Adds a benefit type of an authority.
pub fn add_own(
    transaction: &Transaction<'_>,
    owner: &Cvr,
    benefit_type: &BenefitType,
    locked: bool,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO benefit_types (code, name, owner, locked) VALUES (?1, ?2, ?3, ?4)",
        params![Word(&benefit_type.code), Word(&benefit_type.name), Word(owner), locked],
    )?;
    Ok(())
}

/// Lets a unit pay a benefit.
pub fn let_pay(transaction: &Transaction<'_>, unit: &UnitId, code: &BenefitCode) -> rusqlite::Result<()> {
    transaction
        .execute("INSERT INTO unit_benefit_types (unit_id, code) VALUES (?1, ?2)", params![unit.0, Word(code)])?;
    Ok(())
}

/// Lets a unit pay every general benefit.
pub fn let_pay_all_general(transaction: &Transaction<'_>, unit: &UnitId) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO unit_benefit_types (unit_id, code) SELECT ?1, code FROM benefit_types WHERE owner IS NULL",
        [&unit.0],
    )?;
    Ok(())
}

/// Sets name and lock. A lock that changes changes the accounts of the type, so their holders get their next version.
pub fn edit(
    transaction: &Transaction<'_>,
    code: &BenefitCode,
    name: &BenefitName,
    locked: bool,
) -> rusqlite::Result<()> {
    transaction.execute(
        "UPDATE holders SET version = version + 1
         WHERE id IN (SELECT holder_id FROM specific_accounts WHERE benefit_type = ?1)
           AND EXISTS (SELECT 1 FROM benefit_types WHERE code = ?1 AND locked <> ?2)",
        params![Word(code), locked],
    )?;
    transaction.execute(
        "UPDATE benefit_types SET name = ?2, locked = ?3 WHERE code = ?1",
        params![Word(code), Word(name), locked],
    )?;
    Ok(())
}

/// Removes a benefit type. Fails if there are accounts of the type.
pub fn remove(transaction: &Transaction<'_>, code: &BenefitCode) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM unit_benefit_types WHERE code = ?1", [Word(code)])?;
    transaction.execute("DELETE FROM benefit_types WHERE code = ?1", [Word(code)])?;
    Ok(())
}

/// Gives the authority's benefit types their next version.
pub fn next_version(transaction: &Transaction<'_>, authority: &Cvr) -> rusqlite::Result<()> {
    transaction.execute("UPDATE authorities SET version = version + 1 WHERE cvr = ?1", [Word(authority)])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<BenefitType> {
    Ok(BenefitType { code: row.get::<_, Word<_>>("code")?.0, name: row.get::<_, Word<_>>("name")?.0 })
}
