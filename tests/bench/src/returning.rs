//! From the provider's redirect to the receipt, in a browser that has the app already.

use nemkonto_e2e::browser::Browser;
use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::pages::app::App;
use nemkonto_e2e::pages::provider::ProviderLogin;
use nemkonto_e2e::site::Site;
use serde_json::{Value, json};

use crate::caseworker::{BIC, IBAN};
use crate::conditions::Conditions;
use crate::loads::address;
use crate::peer::Peer;
use crate::statistics::median;
use crate::tab::{self, Usable, Visit};
use crate::table::{Report, Target};
use crate::{Failure, logged_in};

const RECEIPT: Usable = Usable::Shown("#receipt-number");

pub async fn measure(report: &mut Report, conditions: &Conditions, peer: &Peer, runs: usize) -> Result<(), Failure> {
    let (mut theirs, mut ours) = (Vec::new(), Vec::new());
    for run in 1..=runs {
        theirs.push(react(conditions, peer).await?);
        ours.push(app(conditions).await?);
        eprintln!("came back, {run} of {runs}");
    }
    let time = |visits: &[Visit]| median(visits.iter().map(|visit| visit.usable - visit.arrival));
    let calls = ours.iter().map(in_sequence).max().unwrap_or_default();
    report.returns(time(&ours), time(&theirs));
    report.target(
        "return from the login to the visible receipt, warm",
        time(&ours) / 1000.0,
        Target::AtMost(0.5, " s"),
    );
    #[allow(clippy::cast_precision_loss, reason = "a handful")]
    report.target(
        "calls of the API that waited for each other, until the receipt",
        calls as f64,
        Target::AtMost(1.0, ""),
    );
    Ok(())
}

/// How many calls until the page was usable began only when the one before was answered.
fn in_sequence(visit: &Visit) -> usize {
    let mut calls: Vec<_> = visit.files.iter().filter(|file| file.is_call() && file.end <= visit.usable).collect();
    calls.sort_by(|a, b| a.end.total_cmp(&b.end));
    let mut answered = f64::NEG_INFINITY;
    let mut waited = 0;
    for call in calls {
        if call.start >= answered {
            (answered, waited) = (call.end, waited + 1);
        }
    }
    waited
}

async fn react(conditions: &Conditions, peer: &Peer) -> Result<Visit, Failure> {
    let site = Site::open(Engine::Chromium).await?;
    let browser = &site.browser;
    browser.go(peer.form.as_str()).await?;
    browser.find("#iban").await?;
    let entered = json!({ "bic": BIC, "iban": IBAN }).to_string();
    browser.run("sessionStorage.setItem('entered', arguments[0])", vec![json!(entered)]).await?;
    // The provider is another site to the browser, and so this page is, too.
    let mut elsewhere = peer.form.clone();
    elsewhere.set_host(Some("127.0.0.1"))?;
    browser.go(elsewhere.as_str()).await?;
    tab::watch(browser, RECEIPT).await?;
    conditions.impose(browser).await?;
    browser.devtools("Page.navigate", json!({ "url": peer.form.join("return")? })).await?;
    let visit = tab::read(browser).await?;
    site.close().await;
    Ok(visit)
}

async fn app(conditions: &Conditions) -> Result<Visit, Failure> {
    let (site, caseworker) = logged_in().await?;
    let browser = &site.browser;
    browser.go(&address(&site.sandbox, &caseworker, "nemkonto").await?).await?;
    let app = App(browser);
    app.choose_form("iban").await?;
    app.fill_foreign_form(BIC, IBAN).await?;
    app.save().await?;
    app.wait_for_confirmation().await?;
    app.confirm().await?;
    let login = ProviderLogin(browser);
    login.choose_mitid().await?;
    login.identify("anna").await?;
    tab::watch(browser, RECEIPT).await?;
    conditions.impose(browser).await?;
    login.open_app().await?.approve().await?;
    until_back(browser, site.sandbox.app().as_str()).await?;
    let visit = tab::read(browser).await?;
    site.close().await;
    Ok(visit)
}

/// Waits until the tab is at our origin again, asking the browser and not the page.
async fn until_back(browser: &Browser, app: &str) -> Result<(), Failure> {
    loop {
        let history: Value = browser.devtools("Page.getNavigationHistory", json!({})).await?;
        let at = history["currentIndex"].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or_default();
        if history["entries"][at]["url"].as_str().is_some_and(|url| url.starts_with(app)) {
            return Ok(());
        }
    }
}
