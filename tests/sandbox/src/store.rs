//! The database: `SQLite`, one connection, real transactions.

pub mod accounts;
pub mod assignments;
pub mod attempts;
pub mod audit;
pub mod banks;
pub mod benefit_types;
pub mod commits;
pub mod history;
pub mod places;
pub mod receipt_keys;
pub mod secrets;
pub mod sessions;
pub mod specific_accounts;
pub mod units;
mod values;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, Transaction, TransactionBehavior};

/// Where the data are kept.
#[derive(Clone, Debug)]
pub enum Data {
    /// In a file.
    File(PathBuf),
    /// Nowhere: they are gone when the store is.
    InMemory,
}

/// The database. Clones share it.
#[derive(Clone)]
pub struct Store(Arc<Mutex<Connection>>);

/// Grows whenever `schema.sql` changes, or JSON that is kept in it. The file names it too (`PRAGMA user_version`), and one of another version is not converted: what
/// is in it is invented.
const SCHEMA_VERSION: i64 = 6;

/// Why the database has no answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// `SQLite` says so.
    #[error("the database: {0}")]
    Database(#[from] rusqlite::Error),
    /// The file was made with another schema.
    #[error("the database was made by another version of the sandbox")]
    OtherVersion {
        /// Its version.
        found: i64,
    },
    /// The work was interrupted.
    #[error("the work on the database was interrupted")]
    Interrupted,
}

impl Store {
    /// Opens the database and creates what is missing.
    pub fn open(data: &Data) -> Result<Self, StoreError> {
        let mut connection = match data {
            Data::File(path) => Connection::open(path)?,
            Data::InMemory => Connection::open_in_memory()?,
        };
        connection.busy_timeout(Duration::from_secs(5))?;
        create(&mut connection)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // A receipt that was handed out must survive even a power cut.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // A retired key must be gone, and not only forgotten.
        connection.pragma_update(None, "secure_delete", true)?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Does the work in one transaction: all of it, or, on an error or a crash, nothing.
    pub fn transaction_blocking<T, E>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        // A panic during earlier work has rolled its transaction back, so the connection is fine.
        let mut connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let database = |error: rusqlite::Error| E::from(StoreError::from(error));
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(database)?;
        let answer = work(&transaction)?;
        transaction.commit().map_err(database)?;
        Ok(answer)
    }

    /// [`Store::transaction_blocking`], away from the threads that serve requests.
    pub async fn transaction<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        tokio::task::spawn_blocking(move || store.transaction_blocking(work))
            .await
            .unwrap_or_else(|_| Err(StoreError::Interrupted.into()))
    }
}

/// Creates the tables in a file that has none. A file of another version is left as it is.
fn create(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let is_new: bool =
        transaction.query_row("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))?;
    if is_new {
        transaction.execute_batch(include_str!("store/schema.sql"))?;
        transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    }
    let found = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found != SCHEMA_VERSION {
        return Err(StoreError::OtherVersion { found });
    }
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_file_of_another_version_is_left_alone() {
        let folder = tempfile::TempDir::new().unwrap();
        let data = Data::File(folder.path().join("data.sqlite"));
        let Data::File(path) = &data else { unreachable!() };
        let old = Connection::open(path).unwrap();
        old.execute_batch("CREATE TABLE accounts (holder TEXT); INSERT INTO accounts VALUES ('a holder')").unwrap();
        assert!(matches!(Store::open(&data), Err(StoreError::OtherVersion { found: 0 })));
        assert_eq!(old.query_row("SELECT holder FROM accounts", [], |row| row.get(0)), Ok("a holder".to_owned()));
        assert_eq!(old.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)), Ok(1));
    }

    #[test]
    fn a_file_of_this_version_is_opened_again() {
        let folder = tempfile::TempDir::new().unwrap();
        let data = Data::File(folder.path().join("data.sqlite"));
        for _ in 0..2 {
            Store::open(&data).unwrap();
        }
    }
}
