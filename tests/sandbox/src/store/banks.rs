//! The directory of banks.

use nemkonto::{
    contract::Bank,
    domain::{account::Account, bank_key::BankKey, bic::Bic},
};
use rusqlite::{OptionalExtension, Transaction, params};

use super::values::Json;

/// Enters a bank under one of its keys.
pub fn add(transaction: &Transaction<'_>, key: &BankKey, bank: &Bank) -> rusqlite::Result<()> {
    transaction.execute("INSERT INTO banks (key, bank) VALUES (?1, ?2)", params![Json(key), Json(bank)])?;
    Ok(())
}

/// Takes a key out of the directory: the branch has closed.
pub fn remove(transaction: &Transaction<'_>, key: &BankKey) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM banks WHERE key = ?1", [Json(key)])?;
    Ok(())
}

/// The bank with a key. A branch that has no entry of its own is known by its head office.
pub fn find(transaction: &Transaction<'_>, key: &BankKey) -> rusqlite::Result<Option<Bank>> {
    let entry = |key: &BankKey| {
        transaction
            .query_row("SELECT bank FROM banks WHERE key = ?1", [Json(key)], |row| row.get(0).map(|Json(bank)| bank))
            .optional()
    };
    if let Some(bank) = entry(key)? {
        return Ok(Some(bank));
    }
    let BankKey::Bic(bic) = key else { return Ok(None) };
    Bic::parse(bic.head_office()).ok().map_or(Ok(None), |head_office| entry(&BankKey::Bic(head_office)))
}

/// The bank of an account, by the first of its keys that the directory knows.
pub fn of_account(transaction: &Transaction<'_>, account: &Account) -> rusqlite::Result<Option<Bank>> {
    for key in BankKey::of_account(account) {
        if let Some(bank) = find(transaction, &key)? {
            return Ok(Some(bank));
        }
    }
    Ok(None)
}

/// What the bank of an account is called, with its city.
pub fn name(transaction: &Transaction<'_>, account: &Account) -> rusqlite::Result<Option<String>> {
    Ok(of_account(transaction, account)?.map(|bank| bank.to_string()))
}
