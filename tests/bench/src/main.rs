//! Measures the app beside a form on React, in Chromium, and says which targets are met. `tests/bench/measure` builds what this needs.

mod caseworker;
mod conditions;
mod history;
mod keys;
mod loads;
mod memory;
mod module;
mod peer;
mod returning;
mod statistics;
mod tab;
mod table;
mod validations;

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::site::Site;

use caseworker::Caseworker;
use conditions::Conditions;
use peer::Peer;
use table::Report;

/// What went wrong; whoever runs a benchmark reads it.
type Failure = Box<dyn Error>;

/// Measures the app beside a form on React.
#[derive(Parser)]
struct Options {
    /// What to measure; everything when none is named.
    #[arg(value_enum)]
    parts: Vec<Part>,

    /// How often each page is opened; the medians are told.
    #[arg(long, default_value_t = 5)]
    runs: usize,

    /// Everything once and little of it: whether the benchmark still works. Its numbers say nothing.
    #[arg(long, conflicts_with = "runs")]
    once: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Opening pages, and what they fetch.
    Loads,
    /// Coming back from the login.
    Return,
    /// Typing.
    Keys,
    /// What changes leave in memory.
    Memory,
    /// Checking numbers.
    Validations,
    /// A long history.
    History,
    /// The module, by crate.
    Size,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Options::parse()).await {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: &Options) -> Result<Report, Failure> {
    let runs = if options.once { 1 } else { options.runs.max(1) };
    let conditions = Conditions::default();
    let mut report = Report::new(&conditions, runs);
    let wanted = |part| options.parts.is_empty() || options.parts.contains(&part);

    let peer = Peer::start().await?;
    if wanted(Part::Loads) {
        loads::measure(&mut report, &conditions, &peer, runs).await?;
    }
    if wanted(Part::Return) {
        returning::measure(&mut report, &conditions, &peer, runs).await?;
    }
    if wanted(Part::Keys) {
        keys::measure(&mut report, &conditions, &peer, if options.once { 10 } else { 100 }).await?;
    }
    if wanted(Part::Memory) {
        memory::measure(&mut report, if options.once { 20 } else { 100 }).await?;
    }
    if wanted(Part::Validations) {
        validations::measure(&mut report, &peer).await?;
    }
    if wanted(Part::History) {
        history::measure(&mut report, &conditions, runs).await?;
    }
    if wanted(Part::Size) {
        module::measure(&mut report)?;
    }
    Ok(report)
}

/// A sandbox, a browser that has never been there, and a caseworker who is logged in at it.
async fn logged_in() -> Result<(Site, Caseworker), Failure> {
    let site = Site::open(Engine::Chromium).await?;
    let caseworker = Caseworker::log_in(&site.sandbox).await?;
    caseworker.hand_over(&site).await?;
    Ok((site, caseworker))
}
