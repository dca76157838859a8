//! What the checks need: browsers, logins, the test data, and verbs that several of them begin with.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use nemkonto::{
    contract::{
        AccountOverview, Configuration, ConfirmRequest, Confirmed, HolderHandle, LoginCallback, LoginStarted,
        LookupRequest, Next, PrepareAnswer, PrepareRequest, Prepared, ProblemType, Reading, Session, SignedReceipt,
    },
    domain::{change_kind::ChangeKind, draft::Draft},
    relogin::Callback,
};
use serde_json::json;
use tokio::sync::{Mutex, OnceCell};
use url::Url;

use crate::{
    Means, Target,
    browser::{Answer, Browser},
    cases::{Cases, Command, Holder, Which, Who, Whose},
    login::{LoginWay, Manner},
    observed::{Observed, Rule},
    outcome::{Outcome, fail, not_tried},
};

/// An API, and how to get on with it.
pub struct Kit {
    /// The test data.
    pub cases: Cases,
    target: Target,
    http: reqwest::Client,
    login: LoginWay,
    means: Means,
    observed: Arc<Observed>,
    logged_in: Mutex<HashMap<Who, LoggedIn>>,
    receipt: OnceCell<(Ready, SignedReceipt)>,
    handles: Mutex<HashMap<Holder, HolderHandle>>,
}

/// Somebody who is logged in.
pub struct Caseworker {
    /// The browser.
    pub browser: Browser,
    /// The session when it began.
    pub session: Session,
}

/// Somebody whose session other checks use, too, and whether that has to be looked at first.
struct LoggedIn {
    caseworker: Arc<Caseworker>,
    is_doubtful: bool,
}

/// A change that waits for its login, and who made it.
pub struct Ready {
    /// What the API makes of the form.
    pub reading: Reading,
    /// What comes next.
    pub login: Prepared,
}

impl Kit {
    /// Gets ready. Nothing is asked yet.
    #[must_use]
    pub fn new(target: Target, cases: Cases, http: reqwest::Client, login: LoginWay, means: Means) -> Self {
        let observed = Observed::new(cases.numbers(), target.origin.starts_with("https:"));
        Self {
            cases,
            target,
            http,
            login,
            means,
            observed: Arc::new(observed),
            logged_in: Mutex::default(),
            receipt: OnceCell::new(),
            handles: Mutex::default(),
        }
    }

    /// The calls that were answered, and the types of problem that were met, so far.
    #[must_use]
    pub fn met(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        self.observed.met()
    }

    pub(crate) fn verdict(&self, rule: Rule) -> Outcome {
        self.observed.verdict(rule)
    }

    /// The app's origin.
    pub(crate) fn origin(&self) -> &str {
        &self.target.origin
    }

    /// Lets time pass for the API, in which sessions may end.
    pub(crate) async fn pass(&self, seconds: i64) -> Outcome {
        self.doubt().await;
        (self.means.pass)(seconds).await
    }

    /// Gives or takes the caseworker's right to change a `NemKonto`.
    pub(crate) async fn set_right(&self, given: bool) -> Outcome {
        if let Some(set) = &self.means.set_right {
            set(given);
            return Ok(());
        }
        let command = self.cases.command(if given { Command::GiveRight } else { Command::TakeRight })?;
        let status = tokio::process::Command::new("sh").args(["-c", command]).status().await;
        if status.is_ok_and(|status| status.success()) { Ok(()) } else { not_tried(format!("\"{command}\" failed")) }
    }

    /// A browser in which nobody is logged in.
    pub(crate) fn nobody(&self) -> Browser {
        let Target { base, origin } = self.target.clone();
        Browser::new(self.http.clone(), base, origin, self.observed.clone())
    }

    /// Somebody who is logged in. Whoever ends the session, or acts for another unit, takes a [`Kit::newcomer`].
    pub(crate) async fn caseworker(&self, who: Who) -> Outcome<Arc<Caseworker>> {
        let mut logged_in = self.logged_in.lock().await;
        if let Some(LoggedIn { caseworker, is_doubtful }) = logged_in.get_mut(&who)
            && (!*is_doubtful || caseworker.browser.get("/api/session").await?.read::<Session>().is_ok())
        {
            *is_doubtful = false;
            return Ok(caseworker.clone());
        }
        let browser = self.nobody();
        let session = self.log_in(&browser, who).await?.read()?;
        let caseworker = Arc::new(Caseworker { browser, session });
        logged_in.insert(who, LoggedIn { caseworker: caseworker.clone(), is_doubtful: false });
        Ok(caseworker)
    }

    /// From now on every session is looked at before it is used.
    pub(crate) async fn doubt(&self) {
        self.logged_in.lock().await.values_mut().for_each(|known| known.is_doubtful = true);
    }

    /// Somebody who has just logged in. An API may allow one session for each caseworker, and end the one that others use.
    pub(crate) async fn newcomer(&self, who: Who) -> Outcome<Caseworker> {
        self.doubt().await;
        let browser = self.nobody();
        let session = self.log_in(&browser, who).await?.read()?;
        Ok(Caseworker { browser, session })
    }

    /// The answer to an ordinary login.
    pub(crate) async fn log_in(&self, browser: &Browser, who: Who) -> Outcome<Answer> {
        let callback = self.start_login(browser, who).await?;
        browser.post("/api/login/complete", &callback).await
    }

    /// An ordinary login as far as the provider.
    pub(crate) async fn start_login(&self, browser: &Browser, who: Who) -> Outcome<LoginCallback> {
        self.cases.who(who)?;
        let started: LoginStarted = browser.post("/api/login", &json!({})).await?.read()?;
        self.approve(&started.authorization_url, who).await
    }

    /// What the API has configured.
    pub(crate) async fn configuration(&self) -> Outcome<Configuration> {
        self.nobody().get("/api/configuration").await?.read()
    }

    /// Goes to the provider and approves.
    pub(crate) async fn approve(&self, url: &str, who: Who) -> Outcome<LoginCallback> {
        let end = self.login.go(url, self.cases.who(who)?, Manner::Approve).await?;
        match read(&end) {
            Callback::Login(callback) => Ok(callback),
            _ => fail("the provider sent back no code and state; the API's request or the login may be wrong"),
        }
    }

    /// Goes to the provider and cancels.
    pub(crate) async fn cancel(&self, url: &str) -> Outcome<Callback> {
        Ok(read(&self.login.go(url, self.cases.who(Who::Caseworker)?, Manner::Cancel).await?))
    }

    /// The accounts of a holder as they are now. Each holder is looked up once, for look-ups may be counted.
    pub(crate) async fn accounts(&self, browser: &Browser, holder: &Holder) -> Outcome<AccountOverview> {
        let mut handles = self.handles.lock().await;
        if let Some(HolderHandle(handle)) = handles.get(holder) {
            return browser.get(&format!("/api/account-holders/{handle}")).await?.read();
        }
        let found: AccountOverview = look_up(browser, holder).await?.read()?;
        handles.insert(holder.clone(), found.handle.clone());
        Ok(found)
    }

    /// The accounts that are changed, as they are now.
    pub(crate) async fn changed(&self, browser: &Browser) -> Outcome<AccountOverview> {
        self.accounts(browser, self.cases.holder(Whose::Changed)?).await
    }

    /// Prepares a new account for the holder whose accounts are changed.
    pub(crate) async fn prepare(&self, caseworker: &Caseworker) -> Outcome<Ready> {
        let overview = self.changed(&caseworker.browser).await?;
        let draft = self.cases.form(ChangeKind::AssignNemKonto, Which::New)?;
        let answer = prepare(&caseworker.browser, &overview, &draft).await?;
        let answer = match answer.problem() {
            Some(ProblemType::NothingChanges) => {
                let draft = self.cases.form(ChangeKind::AssignNemKonto, Which::Other)?;
                prepare(&caseworker.browser, &overview, &draft).await?
            }
            _ => answer,
        };
        match answer.read()? {
            PrepareAnswer { reading, next: Next::Login(login) } => Ok(Ready { reading, login: *login }),
            _ => not_tried("the bank of accounts.new knows it by another name than holders.changed"),
        }
    }

    /// A change that is carried out, the same for all who only look at what came of it.
    pub(crate) async fn committed(&self) -> Outcome<&(Ready, SignedReceipt)> {
        let commit = || async {
            let anna = self.caseworker(Who::Caseworker).await?;
            let ready = self.prepare(&anna).await?;
            let confirmed: Confirmed = self.confirm(&anna.browser, &ready, Who::Caseworker).await?.read()?;
            Ok((ready, confirmed.receipt))
        };
        self.receipt.get_or_try_init(commit).await
    }

    /// Logs in for a prepared change and asks to commit it.
    pub(crate) async fn confirm(&self, browser: &Browser, ready: &Ready, who: Who) -> Outcome<Answer> {
        let callback = self.approve(&ready.login.authorization_url, who).await?;
        confirm(browser, &ready.login, &callback).await
    }
}

/// Looks up a holder.
pub async fn look_up(browser: &Browser, holder: &Holder) -> Outcome<Answer> {
    let request = LookupRequest { scheme: Some(holder.scheme), number: holder.number.clone() };
    browser.post("/api/account-holders/lookup", &request).await
}

/// Prepares a change of a holder's accounts.
pub async fn prepare(browser: &Browser, overview: &AccountOverview, draft: &Draft) -> Outcome<Answer> {
    let (holder, version, draft) = (Some(overview.handle.clone()), overview.version, draft.clone());
    browser.post("/api/changes/prepare", &PrepareRequest { holder, version, draft, acknowledges: None }).await
}

/// Asks to commit a change.
pub async fn confirm(browser: &Browser, prepared: &Prepared, callback: &LoginCallback) -> Outcome<Answer> {
    let request = ConfirmRequest { sealed: prepared.sealed.clone(), callback: callback.clone() };
    browser.post(&format!("/api/changes/{}/confirm", prepared.change_id.0), &request).await
}

/// What the provider might have sent back, for a change that is refused before any code is redeemed.
#[must_use]
pub fn unredeemed(ready: &Ready) -> LoginCallback {
    let Prepared { state, issuer, .. } = ready.login.clone();
    LoginCallback { code: "never redeemed".to_owned(), state, iss: issuer }
}

fn read(end: &Url) -> Callback {
    let parameters: Vec<(String, String)> = end.query_pairs().into_owned().collect();
    Callback::from_parameters(&parameters)
}
