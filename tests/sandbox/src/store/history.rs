//! What has happened to the accounts of a holder, or to the benefit types of an authority.

use nemkonto::{
    contract::{HistoryEntry, HistoryEvent, Names, PayeeRecord, Timestamp},
    domain::company_number::Cvr,
};
use rusqlite::{Row, Transaction, params};
use serde::{Deserialize, Serialize};

use super::values::{Json, Seconds, Word};

/// Whose history.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Subject {
    /// Of the accounts of a holder, by row.
    Holder(i64),
    /// Of the benefit types of an authority.
    BenefitTypes(Cvr),
}

/// One thing that happened, as it is written down.
pub struct Event<'a> {
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: &'a HistoryEvent,
    /// What its numbers and codes were called at the time.
    pub names: &'a Names,
    /// Name of the authority or bank that did it.
    pub by: &'a str,
    /// The authority that did it, if it was one.
    pub acting: Option<&'a Cvr>,
    /// Name of the caseworker.
    pub caseworker: Option<&'a str>,
    /// What the bank of the new account said about its owner.
    pub payee: Option<&'a PayeeRecord>,
    /// Number of the receipt.
    pub receipt: Option<&'a str>,
}

/// Writes down what happened. It is the newest.
pub fn write(transaction: &Transaction<'_>, subject: &Subject, event: &Event<'_>) -> rusqlite::Result<()> {
    let (holder, authority) = match subject {
        Subject::Holder(holder) => (Some(holder), None),
        Subject::BenefitTypes(authority) => (None, Some(Word(authority))),
    };
    transaction.execute(
        "INSERT INTO history (holder_id, authority, at, event, names, done_by, acting, caseworker, payee, receipt_number)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            holder,
            authority,
            Seconds(event.at),
            Json(event.event),
            Json(event.names),
            event.by,
            event.acting.map(Word),
            event.caseworker,
            event.payee.map(Json),
            event.receipt,
        ],
    )?;
    Ok(())
}

/// At most so many entries older than `before`, the newest first, each with its id. Caseworker and receipt are for `reader`'s own.
pub fn older(
    transaction: &Transaction<'_>,
    subject: &Subject,
    before: Option<i64>,
    limit: u32,
    reader: &Cvr,
) -> rusqlite::Result<Vec<(i64, HistoryEntry)>> {
    let before = before.unwrap_or(i64::MAX);
    let read = |row: &Row<'_>| read(row, reader);
    let mut statement = transaction.prepare_cached(&older_query(subject))?;
    match subject {
        Subject::Holder(holder) => statement.query_map(params![holder, before, limit], read)?.collect(),
        Subject::BenefitTypes(authority) => {
            statement.query_map(params![Word(authority), before, limit], read)?.collect()
        }
    }
}

/// Goes through the index from the newest entry on, however many there are.
fn older_query(subject: &Subject) -> String {
    let whose = match subject {
        Subject::Holder(_) => "holder_id",
        Subject::BenefitTypes(_) => "authority",
    };
    format!("SELECT * FROM history WHERE {whose} = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3")
}

fn read(row: &Row<'_>, reader: &Cvr) -> rusqlite::Result<(i64, HistoryEntry)> {
    let is_own = row.get::<_, Option<Word<Cvr>>>("acting")?.is_some_and(|acting| acting.0 == *reader);
    let for_own = |column| if is_own { row.get::<_, Option<String>>(column) } else { Ok(None) };
    let entry = HistoryEntry {
        at: row.get::<_, Seconds>("at")?.0,
        event: row.get::<_, Json<_>>("event")?.0,
        names: row.get::<_, Json<_>>("names")?.0,
        by: row.get("done_by")?,
        caseworker: for_own("caseworker")?,
        payee: if is_own { row.get::<_, Option<Json<_>>>("payee")?.map(|payee| payee.0) } else { None },
        receipt: for_own("receipt_number")?,
    };
    Ok((row.get("id")?, entry))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::store::{Data, Store, StoreError};

    fn plan(subject: &Subject) -> Vec<String> {
        let store = Store::open(&Data::InMemory).unwrap();
        store
            .transaction_blocking(|transaction| -> Result<_, StoreError> {
                let query = format!("EXPLAIN QUERY PLAN {}", older_query(subject));
                let mut statement = transaction.prepare(&query)?;
                let plan = statement.query_map(params![1, 2, 3], |row| row.get("detail"))?;
                Ok(plan.collect::<Result<_, _>>()?)
            })
            .unwrap()
    }

    #[test]
    fn a_page_is_read_from_the_index_without_sorting() {
        let cvr = Cvr::parse("98765409").unwrap();
        assert_eq!(plan(&Subject::Holder(1)), ["SEARCH history USING INDEX history_of_holder (holder_id=? AND id<?)"]);
        assert_eq!(
            plan(&Subject::BenefitTypes(cvr)),
            ["SEARCH history USING INDEX history_of_authority (authority=? AND id<?)"]
        );
    }
}
