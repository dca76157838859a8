//! `cargo run`: builds the app and serves it with the API and a stand-in for MitID.

mod launch;

use std::process::ExitCode;

use clap::Parser;

use launch::options::Options;

#[tokio::main]
async fn main() -> ExitCode {
    match launch::run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error}");
            ExitCode::FAILURE
        }
    }
}
