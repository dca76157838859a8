//! `cargo run -p nemkonto-kit -- --base URL --cases FILE`: checks whether an API keeps the contract.

use std::{fs, path::PathBuf, process::ExitCode, time::Duration};

use clap::Parser;
use nemkonto_kit::{Kit, Means, Target, cases::Cases, checks, login::LoginWay, report};
use url::Url;

/// Checks over HTTP whether an API is what the NemKonto caseworker frontend expects. The API's test data change by it: use a test system.
#[derive(Parser)]
struct Options {
    /// Where the API is: `/api/…` is below it.
    #[arg(long, value_name = "URL", required_unless_present = "list")]
    base: Option<Url>,
    /// The test data, a TOML file; tests/kit/sandbox.toml explains each entry.
    #[arg(long, value_name = "FILE", required_unless_present = "list")]
    cases: Option<PathBuf>,
    /// A command that logs in: it gets the authorization URL, who, and `approve` or `cancel`, and prints the address to which the provider
    /// sends the browser. It ends with status 75 where it cannot. Without it the pages of the sandbox's stand-in are used.
    #[arg(long, value_name = "COMMAND")]
    login: Option<String>,
    /// The origin of the app, where it is not that of the base.
    #[arg(long, value_name = "URL")]
    origin: Option<Url>,
    /// How long a check may wait for something to expire.
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    wait: u64,
    /// Runs only the checks whose ids begin so.
    #[arg(long, value_name = "ID")]
    only: Option<String>,
    /// Prints all checks, and the sentence of the contract that each is about.
    #[arg(long)]
    list: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

async fn run(options: Options) -> Result<ExitCode, String> {
    let (Some(base), Some(file), false) = (options.base, options.cases, options.list) else {
        for check in checks::all() {
            println!("{}\n    {}\n    {}", check.id, check.call, check.rule);
        }
        return Ok(ExitCode::SUCCESS);
    };
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let cases = Cases::parse(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(Duration::from_secs(30));
    let http = http.build().map_err(|error| error.to_string())?;
    let login = options.login.map_or_else(|| LoginWay::stand_in(http.clone()), LoginWay::Command);
    let origin = options.origin.as_ref().unwrap_or(&base).origin().ascii_serialization();
    let kit = Kit::new(Target { base, origin }, cases, http, login, Means::waiting(options.wait));
    let report = report::run(&kit, options.only.as_deref(), |line| println!("{line}")).await;
    println!("{}", report.summary());
    Ok(if report.failed().is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
