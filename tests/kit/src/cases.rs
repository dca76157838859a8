//! What the checks have to be told of the API's test data: who can log in, whose accounts there are.

use std::{collections::BTreeMap, fmt};

use nemkonto::domain::{
    change_kind::ChangeKind,
    draft::{Draft, Field},
    holder::Scheme,
    specific::SpecificAccountId,
};
use serde::Deserialize;

use crate::outcome::{Outcome, not_tried};

/// The file with the test data. What is not in it is not tried, but for what [`Cases::parse`] insists on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cases {
    people: BTreeMap<Who, String>,
    holders: BTreeMap<Whose, Holder>,
    accounts: BTreeMap<Which, BTreeMap<Field, String>>,
    #[serde(default)]
    specific_accounts: BTreeMap<Specific, SpecificAccount>,
    #[serde(default)]
    banks: BTreeMap<Bank, BTreeMap<String, String>>,
    #[serde(default)]
    limits: BTreeMap<Limit, u32>,
    #[serde(default)]
    commands: BTreeMap<Command, String>,
}

macro_rules! keys {
    ($(#[$doc:meta])* $name:ident in $table:literal { $($(#[$of:meta])* $variant:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
        pub enum $name { $($(#[$of])* #[serde(rename = $key)] $variant,)* }

        impl fmt::Display for $name {
            /// The key in the file.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$variant => concat!($table, ".", $key)),* })
            }
        }
    };
}

keys! {
    /// Somebody who logs in, in words that the login command understands. The first five are people; the others are logins at a
    /// provider for tests that are not as they should be.
    Who in "people" {
        /// Has every right in two units of one authority.
        Caseworker = "caseworker",
        /// Has the same rights in the same unit.
        Colleague = "colleague",
        /// Is a caseworker of another authority.
        OtherAuthority = "other_authority",
        /// May look and not change.
        Onlooker = "onlooker",
        /// Logs in as a private person.
        PrivatePerson = "private_person",
        /// Is an employee, and no caseworker.
        Stranger = "stranger",
        /// The caseworker, by a login that is older than what is confirmed by it.
        Stale = "stale",
        /// The caseworker, by a login at a lower level of assurance than is wanted.
        Weak = "weak",
        /// The caseworker, on behalf of another company.
        OtherCompany = "other_company",
        /// The caseworker, by a login with another nonce than was asked for.
        OtherNonce = "other_nonce",
        /// The caseworker, by a login that the provider does not prove because it is out of order.
        ProviderDown = "provider_down",
    }
}

keys! {
    /// An account holder.
    Whose in "holders" {
        /// The accounts that are changed. Whoever it is gets accounts that wait for activation.
        Changed = "changed",
        /// Somebody without a `NemKonto` in force.
        WithoutNemKonto = "without_nemkonto",
        /// A valid number that nobody has.
        Unknown = "unknown",
        /// Eight digits that are a CVR and an SE number. Its scheme is one of the two.
        Several = "several",
        /// Somebody with more history than fits a page.
        LongHistory = "long_history",
    }
}

keys! {
    /// An account that can be typed.
    Which in "accounts" {
        /// One that the holder whose accounts are changed can get. Its bank, if it is asked, agrees.
        New = "new",
        /// Another one, in case the first is in force already.
        Other = "other",
        /// One that the bank knows by another name than the holder's.
        OfSomebodyElse = "of_somebody_else",
    }
}

keys! {
    /// A specific account that is registered.
    Specific in "specific_accounts" {
        /// One of another authority than the caseworker's, locked.
        LockedByOther = "locked_by_other",
        /// One of the caseworker's authority that is locked itself.
        Locked = "locked",
        /// One of the caseworker's authority that only its benefit type locks.
        LockedByType = "locked_by_type",
    }
}

keys! {
    /// What names a bank.
    Bank in "banks" {
        /// One that the directory knows.
        Known = "known",
        /// One that it does not know.
        Unknown = "unknown",
    }
}

keys! {
    /// What is too often.
    Limit in "limits" {
        /// So many look-ups in a minute are more than one caseworker may make.
        Lookups = "lookups",
    }
}

keys! {
    /// A command of the agency's that does something to its test system.
    Command in "commands" {
        /// Takes the right to change a `NemKonto` from the caseworker.
        TakeRight = "take_right",
        /// Gives it back.
        GiveRight = "give_right",
    }
}

/// The number of an account holder.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// Kind of number.
    pub scheme: Scheme,
    /// The number, compact.
    pub number: String,
}

/// A specific account: whose, and what names it among the holder's accounts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpecificAccount {
    holder: Holder,
    account: SpecificAccountId,
}

/// Why a file with test data cannot be used.
#[derive(Debug)]
pub struct WrongCases(String);

impl fmt::Display for WrongCases {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongCases {}

impl Cases {
    /// Reads a file. What every check needs must be there, and nothing that no check knows.
    pub fn parse(text: &str) -> Result<Self, WrongCases> {
        let cases: Self = toml::from_str(text).map_err(|error| WrongCases(error.to_string()))?;
        let missing = [
            (!cases.people.contains_key(&Who::Caseworker)).then(|| Who::Caseworker.to_string()),
            (!cases.holders.contains_key(&Whose::Changed)).then(|| Whose::Changed.to_string()),
            (!cases.accounts.contains_key(&Which::New)).then(|| Which::New.to_string()),
        ];
        match missing.into_iter().flatten().next() {
            Some(key) => Err(WrongCases(format!("{key} is missing"))),
            None => Ok(cases),
        }
    }

    /// Who logs in, as the login command is told.
    pub fn who(&self, who: Who) -> Outcome<&str> {
        found(self.people.get(&who), who).map(String::as_str)
    }

    /// An account holder.
    pub fn holder(&self, whose: Whose) -> Outcome<&Holder> {
        found(self.holders.get(&whose), whose)
    }

    /// A form of a kind with an account typed into it.
    pub fn form(&self, kind: ChangeKind, which: Which) -> Outcome<Draft> {
        let mut draft = Draft::new(kind);
        for (field, typed) in found(self.accounts.get(&which), which)? {
            draft.set(*field, typed);
        }
        Ok(draft)
    }

    /// A specific account, and whose it is.
    pub fn specific(&self, specific: Specific) -> Outcome<(&Holder, &SpecificAccountId)> {
        let found = found(self.specific_accounts.get(&specific), specific)?;
        Ok((&found.holder, &found.account))
    }

    /// What names a bank, as the API is asked.
    pub fn bank(&self, bank: Bank) -> Outcome<&BTreeMap<String, String>> {
        found(self.banks.get(&bank), bank)
    }

    /// What is too often.
    pub fn limit(&self, limit: Limit) -> Outcome<u32> {
        found(self.limits.get(&limit), limit).copied()
    }

    /// A command of the agency's.
    pub fn command(&self, command: Command) -> Outcome<&str> {
        found(self.commands.get(&command), command).map(String::as_str)
    }

    /// The numbers that must not be seen where they do not belong: those of the holders.
    pub(crate) fn numbers(&self) -> Vec<String> {
        let specific = self.specific_accounts.values().map(|specific| &specific.holder);
        self.holders.values().chain(specific).map(|holder| holder.number.clone()).collect()
    }
}

fn found<T>(value: Option<T>, key: impl fmt::Display) -> Outcome<T> {
    value.map_or_else(|| not_tried(format!("the file with the test data has no {key}")), Ok)
}
