//! The synthetic data that a new database is filled with.
//!
//! Nobody in it exists. The birth dates lie before 1900, the CVR numbers above all that have been issued, the accounts in banks
//! that do not exist; check digits are right where there are any.

mod holders;

use nemkonto::{
    contract::{BenefitType, NemKonto, PendingNemKonto, Registration, Right, SpecificAccount, Timestamp},
    domain::date::Date,
};
use rusqlite::Transaction;

pub use holders::{HOLDERS, Holder, Specific};

use crate::{
    api::day,
    guide::{Entry, Section},
    identities::{AGENCY, Authority, IDENTITIES, Kind, MUNICIPALITY, Rights},
    relying_party::Person,
    store::{StoreError, accounts, caseworkers},
};

/// A number that the API knows nothing of, but that somebody trying the sandbox should type: a replacement CPR number
/// (day of birth raised by 60).
pub const REPLACEMENT_CPR: &str = "610158-5000";

/// Some of the general benefit types, as published.
const BENEFIT_TYPES: [(&str, &str); 3] = [
    ("NKSLØN", "Løn, honorarer og tjenestemandspension"),
    ("NKSSOP", "Social pension (folkepension m.m.)"),
    ("NKSBØT", "Børnetilskud"),
];

/// Fills a database that holds no account holder yet.
pub fn seed(transaction: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    if !accounts::is_empty(transaction)? {
        return Ok(());
    }
    for authority in [MUNICIPALITY, AGENCY] {
        caseworkers::add_authority(transaction, authority.cvr, authority.name)?;
    }
    seed_caseworkers(transaction)?;
    for (code, name) in BENEFIT_TYPES {
        accounts::add_benefit_type(transaction, &BenefitType { code: code.to_owned(), name: name.to_owned() })?;
    }
    for holder in &HOLDERS {
        seed_holder(transaction, holder, now)?;
    }
    Ok(())
}

fn seed_caseworkers(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    for identity in IDENTITIES {
        if let Kind::Employee { authority, persistent_id, rights } = identity.kind {
            let person = Person { id: persistent_id.to_owned(), cvr: authority.cvr.to_owned() };
            let rights: &[Right] = match rights {
                Rights::Look => &[Right::ViewAccounts],
                Rights::Change => &[Right::ViewAccounts, Right::ChangeNemKonto],
            };
            caseworkers::set_rights(transaction, &person, rights)?;
        }
    }
    Ok(())
}

fn seed_holder(transaction: &Transaction<'_>, holder: &Holder, now: Timestamp) -> Result<(), StoreError> {
    let id = accounts::add_holder(transaction, &holder.id(), holder.name, holder.status)?;
    if let Some(account) = holder.nemkonto {
        let registration = registration("Eksempelbanken", now, 700);
        accounts::set_nemkonto(transaction, id, &NemKonto { account: account.parse(), registration })?;
    }
    if let Some(account) = holder.pending {
        let registration = registration(MUNICIPALITY.name, now, 10);
        let letter_date: Date = day(registration.at);
        let activate_by = letter_date.plus_days(60);
        let pending =
            PendingNemKonto { account: account.parse(), registration, letter_date, activate_by, valid_from: None };
        accounts::set_pending(transaction, id, &pending)?;
    }
    for specific in holder.specific {
        let Authority { name, cvr } = specific.authority;
        let (code, benefit) = BENEFIT_TYPES[specific.benefit];
        let account = SpecificAccount {
            benefit_type: BenefitType { code: code.to_owned(), name: benefit.to_owned() },
            account: specific.account.parse(),
            locked: specific.locked,
            registration: registration(name, now, 200),
        };
        accounts::add_specific(transaction, id, cvr, &account)?;
    }
    Ok(())
}

fn registration(by: &str, now: Timestamp, days_ago: i64) -> Registration {
    Registration { by: by.to_owned(), at: now.plus(-days_ago * 24 * 60 * 60) }
}

/// What someone trying the sandbox can look up.
#[must_use]
pub fn guide() -> Section {
    let replacement = Entry { text: REPLACEMENT_CPR.to_owned(), meaning: "replacement CPR number, refused".to_owned() };
    let entries = HOLDERS
        .iter()
        .map(|holder| Entry { text: holder.id().to_string(), meaning: format!("{}: {}", holder.name, holder.shows) });
    Section { title: "Account holders to look up".to_owned(), entries: entries.chain([replacement]).collect() }
}
