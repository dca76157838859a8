//! The reference API, called over HTTP as the app does, with the stand-in provider on another port.
//!
//! Names such as `p13_…` are rows of the table of faults that the re-login survives.

#![allow(clippy::unwrap_used)]

mod accounts;
mod brokers;
mod concurrent;
mod confirm;
mod freshness_and_person;
mod guard;
mod journey;
mod killed;
mod nemkonto;
mod prepare;
mod provider_callback;
mod provider_endpoints;
mod provider_id_token;
mod receipts;
mod reopen;
mod sealed;
mod secrecy;
mod session;
mod support;
mod userinfo;
