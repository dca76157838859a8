//! The database: `SQLite`, one connection, real transactions.

pub mod accounts;
pub mod attempts;
pub mod audit;
pub mod caseworkers;
pub mod commits;
pub mod receipt_keys;
pub mod secrets;
pub mod sessions;
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

/// Why the database has no answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// `SQLite` says so.
    #[error("the database: {0}")]
    Database(#[from] rusqlite::Error),
    /// It was made by a version with other tables.
    #[error("the database was made by another version of the sandbox")]
    OtherVersion,
    /// The work was interrupted.
    #[error("the work on the database was interrupted")]
    Interrupted,
}

/// Grows whenever `schema.sql` changes tables that exist already.
const SCHEMA_VERSION: i32 = 2;

impl Store {
    /// Opens the database and creates what is missing.
    pub fn open(data: &Data) -> Result<Self, StoreError> {
        let connection = match data {
            Data::File(path) => Connection::open(path)?,
            Data::InMemory => Connection::open_in_memory()?,
        };
        connection.busy_timeout(Duration::from_secs(5))?;
        let is_new: bool =
            connection.query_row("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))?;
        let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if !is_new && version != SCHEMA_VERSION {
            return Err(StoreError::OtherVersion);
        }
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // A receipt that was handed out must survive even a power cut.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // A retired key must be gone, and not only forgotten.
        connection.pragma_update(None, "secure_delete", true)?;
        connection.execute_batch(include_str!("store/schema.sql"))?;
        connection.pragma_update(None, "user_version", SCHEMA_VERSION)?;
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
