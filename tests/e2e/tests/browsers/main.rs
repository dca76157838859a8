//! The whole journey in real browsers.

#![allow(clippy::unwrap_used)]

mod banks;
mod benefit_types;
mod browser;
mod caseworker;
mod configured;
mod deployed;
mod first_page;
mod hands;
mod journey;
mod keyboard;
mod kinds;
mod pasting;
mod payee;
mod preferences;
mod reading;
mod receipt;
mod reports;
mod screens;
mod second_api;
mod start;
mod tabs;
mod turned_back;
mod upgrade;
