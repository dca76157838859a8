//! A07: the sandbox is killed (SIGKILL) at any moment of a confirmation, and started again on the same data.

use std::{
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use nemkonto::contract::{ProblemKind, Reopened};
use rusqlite::Connection;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::support::{Browser, kind, pending_in_fixtures};

/// The sandbox as a process of its own.
struct Sandbox {
    process: Child,
    address: String,
}

impl Sandbox {
    async fn start(folder: &Path) -> Sandbox {
        std::fs::write(folder.join("index.html"), "").unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_nemkonto-sandbox"))
            .args(["--port", "0", "--dist"])
            .arg(folder)
            .arg("--data")
            .arg(folder.join("data.sqlite"))
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let address = loop {
            let line = lines.next_line().await.unwrap().expect("the sandbox tells its address");
            if let Some((_, address)) = line.split_once("Open ") {
                break address.to_owned();
            }
        };
        // Read on, or the sandbox could not print any more.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Sandbox { process, address }
    }

    fn browser(&self) -> Browser {
        Browser::new(self.address.parse().unwrap(), &self.address)
    }

    async fn kill(mut self) {
        self.process.kill().await.unwrap();
    }
}

/// Whether receipt, evidence, account and version are all there, or none of them.
fn is_committed(folder: &Path) -> bool {
    let database = Connection::open(folder.join("data.sqlite")).unwrap();
    let count = |query: &str| database.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap();
    let commits = count("SELECT count(*) FROM commits");
    assert!(commits <= 1);
    assert_eq!(count("SELECT max(version) FROM holders"), 1 + commits);
    assert_eq!(count("SELECT count(*) FROM pending_nemkonti"), pending_in_fixtures() + commits);
    assert_eq!(count("SELECT count(*) FROM history WHERE receipt_number IS NOT NULL"), commits);
    assert_eq!(count("SELECT count(*) FROM audit WHERE event = 'committed'"), commits);
    commits == 1
}

/// One journey, killed so long after the confirmation was sent. Gives whether the change was committed by then.
async fn journey_killed_after(pause: Duration) -> bool {
    let folder = TempDir::new().unwrap();
    let sandbox = Sandbox::start(folder.path()).await;
    let anna = sandbox.browser();
    anna.log_in("anna").await.unwrap();
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    {
        let confirm = std::pin::pin!(anna.try_confirm(&prepared, &callback));
        let _ = tokio::time::timeout(pause, confirm).await;
    }
    sandbox.kill().await;

    let was_committed = is_committed(folder.path());
    let sandbox = Sandbox::start(folder.path()).await;
    let anna = Browser::new(sandbox.address.parse().unwrap(), &sandbox.address);
    if was_committed {
        let receipt = anna.confirm(&prepared, &callback).await.unwrap().receipt;
        assert_eq!(receipt.change, prepared.change);
    } else {
        // The old provider is gone, and with it the login; the change itself is not lost.
        assert_eq!(kind(anna.confirm(&prepared, &callback).await), ProblemKind::LoginNotProven);
        anna.log_in("anna").await.unwrap();
        assert!(matches!(anna.reopen(&prepared).await.unwrap(), Reopened::Withdrawn { .. }));
    }
    assert_eq!(is_committed(folder.path()), was_committed);
    was_committed
}

#[tokio::test]
async fn a07_killed_at_any_moment_a_change_is_committed_whole_or_not_at_all() {
    let started = Instant::now();
    let mut seen = [false; 2];
    let mut pause = Duration::ZERO;
    // Later and later, until the kill has been seen to come too early and too late.
    while seen != [true; 2] || pause < Duration::from_millis(60) {
        assert!(started.elapsed() < Duration::from_mins(2), "a confirmation is never carried out");
        seen[usize::from(journey_killed_after(pause).await)] = true;
        pause += Duration::from_millis(4);
    }
}
