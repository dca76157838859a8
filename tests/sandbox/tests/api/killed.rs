//! A07: the API is killed (SIGKILL) at random moments while changes are being confirmed, and started again on the same data. The
//! provider lives on, as it would.

use std::{
    fs,
    path::Path,
    process::Stdio,
    time::{Duration, Instant, UNIX_EPOCH},
};

use nemkonto::contract::{AccountOverview, Confirmed, LoginCallback, ProblemType, Reopened};
use nemkonto_sandbox::{provider::Algorithm, relying_party::Broker};
use rand::{Rng, SeedableRng, rngs::StdRng};
use rusqlite::Connection;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};
use url::Url;

use crate::support::{
    Browser, COMPANY, COMPANY_WITH_NEMKONTO, DEV_APP, Ready, checked, foreign, kind, numbered_iban, start_provider,
};

const MOMENTS: u32 = 200;

const DATA: &str = "sandbox.sqlite";

/// What stands before the address in what the sandbox prints.
const ADDRESS_FOLLOWS: &str = "NemKonto is running. Open ";

/// The sandbox as a process of its own, with its API sending people to the provider of the test.
struct Process {
    child: Child,
    address: Url,
}

impl Process {
    async fn start(folder: &Path) -> Process {
        let mut child = Command::new(env!("CARGO_BIN_EXE_nemkonto-sandbox"))
            .args(["--port", "0", "--provider", "provider.toml", "--data", DATA, "--dist", "."])
            .current_dir(folder)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut address: Url = loop {
            let line = lines.next_line().await.unwrap().expect("the sandbox tells its address");
            if let Some((_, address)) = line.split_once(ADDRESS_FOLLOWS) {
                break address.parse().unwrap();
            }
        };
        // What follows is not read, and must not fill the pipe.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        address.set_host(Some("127.0.0.1")).unwrap();
        Process { child, address }
    }

    /// Its own port changes with every start, so browsers come from the one that `trunk serve` would have.
    fn browser(&self) -> Browser {
        Browser::new(self.address.clone(), DEV_APP)
    }
}

/// A folder with what the sandbox needs: a file about the provider, and an app to serve, which nobody opens here.
fn folder(issuer: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let nets = include_str!("../../providers/nets.toml")
        .replace("https://pp.netseidbroker.dk/op", issuer)
        .replace("id = \"\"", "id = \"nemkonto\"")
        .replace("secret = \"\"", "secret = \"a secret\"");
    fs::write(folder.path().join("provider.toml"), nets).unwrap();
    fs::write(folder.path().join("index.html"), "").unwrap();
    folder
}

/// A caseworker who changes the account of one company again and again.
struct Caseworker {
    user_id: &'static str,
    overview: AccountOverview,
    browser: Browser,
}

/// A change that has been logged in for, and waits to be carried out.
struct Waiting {
    iban: String,
    prepared: Ready,
    callback: LoginCallback,
}

impl Caseworker {
    async fn log_in(process: &Process, user_id: &'static str, company: &str) -> Caseworker {
        let browser = process.browser();
        browser.log_in(user_id).await.unwrap();
        let overview = browser.look_up(nemkonto::domain::holder::Scheme::Cvr, company).await.unwrap();
        Caseworker { user_id, overview, browser }
    }

    async fn look_again(&mut self) {
        self.overview = self.browser.get(&format!("/api/account-holders/{}", self.overview.handle.0)).await.unwrap();
    }

    async fn begin(&mut self, number: u32) -> Waiting {
        self.look_again().await;
        let iban = numbered_iban(number);
        let prepared = self.browser.prepare(&self.overview, &foreign("REVOLT21", &iban)).await.unwrap();
        let callback = self.browser.approve(&prepared, self.user_id).await;
        Waiting { iban, prepared, callback }
    }

    /// Asks again, as the app does, until there is the receipt or the form as it was typed. Tells which.
    async fn end(&mut self, waiting: &Waiting, was_committed: bool) -> bool {
        let Waiting { iban, prepared, callback } = waiting;
        let is_committed = match self.browser.confirm(prepared, callback).await {
            Ok(Confirmed { receipt, .. }) => {
                assert_eq!((&receipt.change_id, &receipt.change), (&prepared.change_id, &prepared.reading.change));
                true
            }
            Err(problem) => {
                // The code was taken, and what it would have proved died with the API.
                assert_eq!(problem.problem_type, ProblemType::LoginNotProven);
                let Reopened::Withdrawn { draft, .. } = self.browser.reopen(prepared).await.unwrap() else {
                    panic!("a change that cannot be confirmed was carried out")
                };
                let (typed, holder) = (foreign("REVOLT21", iban), prepared.reading.change.holder().unwrap());
                assert_eq!(checked(&draft, holder), checked(&typed, holder));
                assert_eq!(kind(self.browser.confirm(prepared, callback).await), ProblemType::ChangeWithdrawn);
                false
            }
        };
        assert!(is_committed || !was_committed, "what was carried out stays carried out");
        let before = self.overview.clone();
        self.look_again().await;
        assert_eq!(self.overview.version, before.version + u64::from(is_committed));
        assert_eq!(serde_json::to_string(&self.overview).unwrap().contains(iban), is_committed);
        is_committed
    }
}

/// Whether a change is in the database: with receipt, evidence and its line in the log, or without any of them.
fn is_committed(data: &Path, prepared: &Ready) -> bool {
    let database = Connection::open(data.join(DATA)).unwrap();
    let count = |query: &str| database.query_row(query, [&prepared.change_id.0], |row| row.get::<_, i64>(0)).unwrap();
    let commits = count("SELECT count(*) FROM commits WHERE change_id = ?1");
    assert!(commits <= 1);
    assert_eq!(count("SELECT count(*) FROM audit WHERE event = 'committed' AND change_id = ?1"), commits);
    assert_eq!(count("SELECT count(*) FROM history JOIN commits USING (receipt_number) WHERE change_id = ?1"), commits);
    let all = |query: &str| database.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(all("SELECT sum(version - 1) FROM holders"), all("SELECT count(*) FROM commits"));
    commits == 1
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a07_killed_at_two_hundred_moments_a_change_is_committed_whole_or_not_at_all() {
    let number = UNIX_EPOCH.elapsed().unwrap().subsec_nanos();
    println!("seed {number}");
    let mut random = StdRng::seed_from_u64(number.into());
    let (_provider, issuer) = start_provider(Broker::Nets, Algorithm::Es256).await;
    let data = folder(&issuer);
    let mut process = Process::start(data.path()).await;
    let mut anna = Caseworker::log_in(&process, "anna", COMPANY).await;
    let mut bo = Caseworker::log_in(&process, "bo", COMPANY_WITH_NEMKONTO).await;

    let (mut longest, mut seen) = (Duration::ZERO, [0, 0, 0]);
    for moment in 0..MOMENTS {
        let (of_anna, of_bo) = tokio::join!(anna.begin(2 * moment), bo.begin(2 * moment + 1));
        // The first ones are let alone, to see how long it takes.
        let pause = (moment >= 5).then(|| longest.mul_f32(random.gen_range(0.0..1.0)));
        {
            let began = Instant::now();
            let confirm = async {
                tokio::join!(
                    anna.browser.try_confirm(&of_anna.prepared, &of_anna.callback),
                    bo.browser.try_confirm(&of_bo.prepared, &of_bo.callback),
                );
                longest = longest.max(began.elapsed());
            };
            match pause {
                None => confirm.await,
                Some(pause) => {
                    let _ = tokio::time::timeout(pause, confirm).await;
                }
            }
        }
        process.child.kill().await.unwrap();

        let was_committed = [&of_anna, &of_bo].map(|waiting| is_committed(data.path(), &waiting.prepared));
        process = Process::start(data.path()).await;
        anna.browser = anna.browser.moved_to(process.browser());
        bo.browser = bo.browser.moved_to(process.browser());
        for (caseworker, waiting, was) in [(&mut anna, &of_anna, was_committed[0]), (&mut bo, &of_bo, was_committed[1])]
        {
            let is = caseworker.end(waiting, was).await;
            assert_eq!(is_committed(data.path(), &waiting.prepared), is);
            seen[usize::from(was) + usize::from(is)] += 1;
        }
    }
    println!(
        "given back {}, carried out when asked again {}, carried out before the kill {}",
        seen[0], seen[1], seen[2]
    );
    assert!(seen[2] > 5, "every kill came too early");
    assert!(seen[0] + seen[1] > 5, "every kill came too late");
}
