//! The synthetic data that a new database is filled with.
//!
//! Nobody in it exists. The birth dates lie before 1900, the CVR numbers above all that have been issued, the accounts in banks
//! that do not exist; check digits are right where there are any.

mod accounts;
mod banks;
mod benefit_types;
mod history;
mod holders;
mod units;

use nemkonto::{
    contract::{self, InForce, Pending, Registration, Timestamp, UnitId},
    domain::{benefit_type::BenefitCode, date::Date, specific::SpecificAccountId},
};
use rusqlite::Transaction;

pub use accounts::{AccountText, Waiting};
pub use banks::UNKNOWN_REGISTRATION_NUMBER;
pub use benefit_types::{GENERAL, OWN, Own};
pub use holders::{HOLDERS, Holder, Specific};
pub use units::{ASSIGNMENTS, Assignment, BENEFITS, GRANTS, SALARIES, UNITS, Unit};

use crate::{
    api::{ACTIVATION_DAYS, day},
    guide::{Entry, Section},
    identities::{AGENCY, Identity, IdentityKind, MUNICIPALITY, SERVICE_CENTRE},
    relying_party::Person,
    store::{
        self, StoreError, assignments,
        places::{self, Place},
        specific_accounts,
    },
};

/// A number that the API knows nothing of, but that somebody trying the sandbox should type: a replacement CPR number
/// (day of birth raised by 60).
pub const REPLACEMENT_CPR: &str = "610158-5000";

/// The bank that registered every `NemKonto`.
const BANK: &str = "Eksempelbanken";
/// When it did so.
const REGISTERED_DAYS_AGO: i64 = 700;
/// When specific accounts were registered.
const SPECIFIC_DAYS_AGO: i64 = 200;

/// Fills a database that holds no account holder yet.
pub fn seed(transaction: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    if !store::accounts::is_empty(transaction)? {
        return Ok(());
    }
    for authority in [MUNICIPALITY, AGENCY, SERVICE_CENTRE] {
        store::units::add_authority(transaction, &authority.to_contract())?;
    }
    banks::seed(transaction)?;
    seed_benefit_types(transaction, now)?;
    seed_units(transaction)?;
    for holder in &HOLDERS {
        seed_holder(transaction, holder, now)?;
    }
    Ok(())
}

fn seed_benefit_types(transaction: &Transaction<'_>, now: Timestamp) -> Result<(), StoreError> {
    for (code, name) in GENERAL {
        store::benefit_types::add_general(transaction, &benefit_types::parse(code, name))?;
    }
    for own in &OWN {
        let (owner, benefit_type) = (own.authority.to_contract().cvr, benefit_types::parse(own.code, own.name));
        store::benefit_types::add_own(transaction, &owner, &benefit_type, own.locked)?;
        history::seed_benefit_type(transaction, own.authority, &benefit_type, own.locked, now)?;
    }
    Ok(())
}

fn seed_units(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    for unit in &UNITS {
        let id = UnitId(unit.id.to_owned());
        let named = contract::Unit { id: id.clone(), name: unit.name.to_owned() };
        store::units::add_unit(transaction, &unit.authority.to_contract(), &named)?;
        for benefit in unit.pays {
            store::benefit_types::let_pay(transaction, &id, &code(benefit))?;
        }
    }
    for Assignment { identity, unit, rights } in &ASSIGNMENTS {
        if let Some(person) = person(*identity) {
            assignments::set_rights(transaction, &person, &UnitId(unit.id.to_owned()), rights)?;
        }
    }
    Ok(())
}

fn seed_holder(transaction: &Transaction<'_>, holder: &Holder, now: Timestamp) -> Result<(), StoreError> {
    let id = store::accounts::add_holder(transaction, &holder.id(), holder.name, holder.status)?;
    if let Some(account) = holder.nemkonto {
        let in_force = in_force(account, BANK, now, REGISTERED_DAYS_AGO);
        places::set_in_force(transaction, Place::NemKonto(id), &in_force)?;
    }
    if let Some(waiting) = holder.pending {
        places::set_pending(transaction, Place::NemKonto(id), &pending(waiting, MUNICIPALITY.name, now))?;
    }
    for specific in holder.specific {
        let authority = specific.authority.to_contract();
        let key = SpecificAccountId { benefit_type: code(specific.benefit), authority: authority.cvr };
        let place = specific_accounts::add(transaction, id, &key, specific.locked)?;
        if let Some(account) = specific.account {
            let in_force = in_force(account, &authority.name, now, SPECIFIC_DAYS_AGO);
            places::set_in_force(transaction, place, &in_force)?;
        }
        if let Some(waiting) = specific.pending {
            places::set_pending(transaction, place, &pending(waiting, &authority.name, now))?;
        }
    }
    history::seed_holder(transaction, id, holder, now)
}

fn in_force(account: AccountText, by: &str, now: Timestamp, days_ago: i64) -> InForce {
    let registration = Registration { by: by.to_owned(), at: days_before(now, days_ago) };
    InForce { account: account.parse(), bank: None, registration }
}

fn pending(Waiting { account, days }: Waiting, by: &str, now: Timestamp) -> Pending {
    let registration = Registration { by: by.to_owned(), at: days_before(now, days) };
    let letter_date: Date = day(registration.at);
    let activate_by = letter_date.plus_days(ACTIVATION_DAYS);
    let is_expired = activate_by < day(now);
    Pending {
        account: account.parse(),
        bank: None,
        registration,
        letter_date,
        activate_by,
        is_expired,
        valid_from: None,
    }
}

fn days_before(now: Timestamp, days: i64) -> Timestamp {
    now.plus(-days * 24 * 60 * 60)
}

fn code(text: &str) -> BenefitCode {
    BenefitCode::parse(text).expect("the codes of the fixtures are valid")
}

/// What a benefit type of the fixtures is called.
fn name_of(code: &str) -> &'static str {
    let own = OWN.iter().map(|own| (own.code, own.name));
    GENERAL.into_iter().chain(own).find(|(known, _)| *known == code).map_or("", |(_, name)| name)
}

/// The person that an identity is to the API, if it is an employee.
fn person(identity: Identity) -> Option<Person> {
    match identity.kind {
        IdentityKind::Employee { authority, persistent_id } => {
            Some(Person { id: persistent_id.to_owned(), cvr: authority.cvr.to_owned() })
        }
        IdentityKind::Private { .. } => None,
    }
}

/// What someone trying the sandbox can look up and type.
#[must_use]
pub fn guide() -> Vec<Section> {
    let replacement = Entry { text: REPLACEMENT_CPR.to_owned(), meaning: "replacement CPR number, refused".to_owned() };
    let entries = HOLDERS
        .iter()
        .map(|holder| Entry { text: holder.id().to_string(), meaning: format!("{}: {}", holder.name, holder.shows) });
    let holders = entries.chain([replacement]).collect();
    vec![
        Section { title: "Account holders to look up".to_owned(), entries: holders },
        accounts::guide(),
        banks::guide(),
        benefit_types::guide(),
    ]
}
