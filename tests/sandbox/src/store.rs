//! The database: `SQLite`, one connection, real transactions.

pub mod accounts;
pub mod attempts;
pub mod audit;
pub mod caseworkers;
pub mod commits;
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
    /// The work was interrupted.
    #[error("the work on the database was interrupted")]
    Interrupted,
}

impl Store {
    /// Opens the database and creates what is missing.
    pub fn open(data: &Data) -> Result<Self, StoreError> {
        let connection = match data {
            Data::File(path) => Connection::open(path)?,
            Data::InMemory => Connection::open_in_memory()?,
        };
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // A receipt that was handed out must survive even a power cut.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.execute_batch(include_str!("store/schema.sql"))?;
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
