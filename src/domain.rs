//! What a valid account holder, account and change is. Pure: no browser, no I/O, no clock, no text for people.
//!
//! Every value is made by its parser and cannot hold anything invalid. `Display` is the form for reading against paper,
//! `as_str` the compact form that is stored and sent, and serde goes through the parser. `Debug` never shows a number
//! that belongs to a person, a company or an account.

#![warn(missing_docs)]

#[macro_use]
mod macros;

pub mod account;
pub mod bank_details;
pub mod bank_key;
pub mod benefit_type;
pub mod bic;
pub mod change;
pub mod change_kind;
pub mod company_number;
pub mod country;
pub mod cpr;
pub mod currency;
pub mod date;
pub mod domestic;
pub mod draft;
pub mod fi;
pub mod foreign_number;
pub mod holder;
pub mod iban;
pub mod line;
mod modulus;
pub mod payee;
pub mod right;
pub mod specific;
mod structure;
pub mod text;
