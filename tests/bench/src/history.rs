//! A history of ten thousand entries beside one of fifty.

use nemkonto::contract::{HistoryEvent, HolderHandle, Names, Timestamp};
use nemkonto::domain::account::Account;
use nemkonto::domain::domestic::split_domestic_account;
use nemkonto_sandbox::server::Sandbox;
use nemkonto_sandbox::store::accounts;
use nemkonto_sandbox::store::history::{Event, Subject, write};

use crate::caseworker::COMPANY;
use crate::conditions::Conditions;
use crate::loads::address;
use crate::statistics::median;
use crate::tab::{self, Usable};
use crate::table::{Report, Target};
use crate::{Failure, logged_in};

const FEW: u32 = 50;
const MANY: u32 = 10_000;

pub async fn measure(report: &mut Report, conditions: &Conditions, runs: usize) -> Result<(), Failure> {
    let (mut few, mut many) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        few.push(open(conditions, FEW).await?);
        many.push(open(conditions, MANY).await?);
    }
    let (few, many) = (median(few), median(many));
    report.note(&format!(
        "A history of {MANY} entries opens in {:.2} s, one of {FEW} in {:.2} s (by address, warm).",
        many / 1000.0,
        few / 1000.0
    ));
    // Two equal times differ by some per cent from run to run.
    report.target("history of 10,000 entries, against one of 50", many / few, Target::AtMost(1.1, "x"));
    Ok(())
}

/// Milliseconds until the newest entry is there, the second time.
async fn open(conditions: &Conditions, entries: u32) -> Result<f64, Failure> {
    let (site, caseworker) = logged_in().await?;
    let handle = caseworker.look_up(COMPANY).await?.handle;
    fill(&site.sandbox, &handle, entries)?;
    let address = address(&site.sandbox, &caseworker, "history").await?;
    tab::watch(&site.browser, Usable::Shown("#entry-0")).await?;
    conditions.impose(&site.browser).await?;
    tab::open(&site.browser, &address).await?;
    let visit = tab::open(&site.browser, &address).await?;
    site.close().await;
    Ok(visit.usable)
}

/// Writes down that a bank registered an account, a day apart and so many times.
fn fill(sandbox: &Sandbox, handle: &HolderHandle, entries: u32) -> Result<(), Failure> {
    let account = split_domestic_account("9999 0000123456").ok_or("no account")?;
    let event = HistoryEvent::Registered { account: Account::Domestic(account) };
    sandbox.api().store().transaction_blocking(|transaction| {
        let holder = Subject::Holder(accounts::row(transaction, handle)?.ok_or("no holder")?);
        for day in 1..=entries {
            let at = Timestamp(i64::from(day) * 86_400);
            let event = Event {
                at,
                event: &event,
                names: &Names::default(),
                by: "Eksempelbank",
                acting: None,
                caseworker: None,
                payee: None,
                receipt: None,
            };
            write(transaction, &holder, &event)?;
        }
        Ok(())
    })
}
