//! The reference API, called over HTTP as the app does, with the stand-in provider on another port.
//!
//! Names such as `p13_…` are rows of the table of faults that the re-login survives.

#![allow(clippy::unwrap_used)]

mod accounts;
mod audit;
mod banks;
mod benefit_types;
mod brokers;
mod concurrent;
mod confirm;
mod every_kind;
mod faults;
mod freshness_and_person;
mod guard;
mod history;
mod journey;
mod killed;
mod locks;
mod nemkonto;
mod openapi;
mod operation;
mod payee;
mod prepare;
mod promotion;
mod provider_callback;
mod provider_endpoints;
mod provider_id_token;
mod receipts;
mod reopen;
mod rules;
mod sealed;
mod secrecy;
mod session;
mod specific_accounts;
mod start;
mod support;
mod units;
mod userinfo;
