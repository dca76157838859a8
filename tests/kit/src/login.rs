//! The way through the provider: built in for the stand-in, else a command of the agency's.

use std::{collections::HashMap, process::Stdio};

use nemkonto_sandbox::driver::{Choice, Driver, DriverError};
use serde_json::json;
use tokio::{process::Command, sync::Mutex};
use url::Url;

use crate::outcome::{Outcome, Stop, fail, not_tried};

/// With this status the login command says that it cannot do what it is asked (`EX_TEMPFAIL` of sysexits.h).
const CANNOT: i32 = 75;

/// How somebody gets from the authorization URL to the address to which the provider sends the browser.
pub enum LoginWay {
    /// Over the pages of the sandbox's stand-in.
    StandIn(Mutex<StandIn>),
    /// A command, which is given the authorization URL, who logs in, and `approve` or `cancel`, and prints the address.
    Command(String),
}

/// The stand-in: a browser for each person, and whether it was told to spoil a login that it may not have spoilt yet.
pub struct StandIn {
    http: reqwest::Client,
    browsers: HashMap<String, Driver>,
    is_ordered: bool,
}

/// What somebody does at the login.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Manner {
    /// Approves.
    Approve,
    /// Cancels.
    Cancel,
}

impl LoginWay {
    /// The way through the stand-in.
    #[must_use]
    pub fn stand_in(http: reqwest::Client) -> Self {
        Self::StandIn(Mutex::new(StandIn { http, browsers: HashMap::new(), is_ordered: false }))
    }

    /// Goes it. The address at its end is not visited.
    pub async fn go(&self, url: &str, who: &str, manner: Manner) -> Outcome<Url> {
        let Ok(url) = url.parse::<Url>() else { return fail("the address for the login is no web address") };
        match self {
            Self::StandIn(stand_in) => stand_in.lock().await.go(&url, who, manner).await,
            Self::Command(command) => run(command, &url, who, manner).await,
        }
    }
}

impl StandIn {
    async fn go(&mut self, url: &Url, who: &str, manner: Manner) -> Outcome<Url> {
        let (user, fault) = who.split_once('+').map_or((who, None), |(user, fault)| (user, Some(fault)));
        self.order(url, fault).await?;
        let browser = match self.browsers.remove(who) {
            Some(browser) => browser,
            None => Driver::in_a_hurry().map_err(|error| stranded(&error))?,
        };
        let choice = if manner == Manner::Approve { Choice::Approve } else { Choice::Cancel };
        let end = browser.log_in(url, user, choice).await;
        self.browsers.insert(who.to_owned(), browser);
        end.map_err(|error| stranded(&error))
    }

    /// Has it spoil the next login, or none.
    async fn order(&mut self, url: &Url, fault: Option<&str>) -> Outcome {
        let unreachable = |error: reqwest::Error| Stop::Failed(format!("the stand-in: {}", error.without_url()));
        let Ok(faults) = url.join("/faults") else { return fail("the address for the login is no web address") };
        if self.is_ordered {
            self.http.delete(faults.clone()).send().await.map_err(unreachable)?;
        }
        self.is_ordered = fault.is_some();
        let Some(fault) = fault else { return Ok(()) };
        let ordered = self.http.post(faults).json(&json!({ "fault": fault })).send().await.map_err(unreachable)?;
        if ordered.status().is_success() { Ok(()) } else { not_tried(format!("the stand-in cannot do {fault}")) }
    }
}

fn stranded(error: &DriverError) -> Stop {
    Stop::Failed(format!("the login: {error}"))
}

async fn run(command: &str, url: &Url, who: &str, manner: Manner) -> Outcome<Url> {
    let manner = if manner == Manner::Approve { "approve" } else { "cancel" };
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{command} \"$@\""), "login", url.as_str(), who, manner]);
    let output = shell.stdin(Stdio::null()).stderr(Stdio::inherit()).output().await;
    let output = output.map_err(|error| Stop::NotTried(format!("the login command does not start: {error}")))?;
    match output.status.code() {
        Some(0) => {
            let printed = String::from_utf8_lossy(&output.stdout);
            let last = printed.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
            let address = last.trim().parse();
            address.or_else(|_| not_tried("the login command printed no address"))
        }
        Some(CANNOT) => not_tried(format!("the login command cannot log in as {who} and {manner}")),
        _ => not_tried(format!("the login command failed for {who} and {manner}")),
    }
}
