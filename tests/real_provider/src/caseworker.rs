//! What the app does for a caseworker, over HTTP.

use nemkonto::{
    contract::{
        AccountOverview, ConfirmRequest, Confirmed, LoginCallback, LoginStarted, LookupRequest, PrepareRequest,
        ProblemDetails, ProblemType, ReopenRequest, Reopened, Session,
    },
    domain::{
        change_kind::ChangeKind,
        draft::{Draft, Field},
        holder::Scheme,
    },
    relogin::Callback,
};
use nemkonto_sandbox::driver::Ready;
use reqwest::header;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;
use url::Url;

use crate::login_pages::{Choice, LoginPages, Way};

/// A company without a `NemKonto`, by CVR number.
const COMPANY: &str = "99000120";

/// A caseworker at a browser.
pub struct Caseworker {
    http: reqwest::Client,
    pages: LoginPages,
    address: Url,
    origin: String,
}

impl Caseworker {
    pub(crate) fn new(address: Url, origin: &str) -> Caseworker {
        let http = reqwest::Client::builder().cookie_store(true).build().unwrap();
        Caseworker { http, pages: LoginPages::new(), address, origin: origin.to_owned() }
    }

    /// The ordinary login.
    pub async fn log_in(&self, user_id: &str) -> Result<Session, ProblemDetails> {
        let started = self.start_login().await?;
        self.complete(&self.walk(&started, user_id, Choice::LogIn).await.login()).await
    }

    /// Where an ordinary login begins.
    pub async fn start_login(&self) -> Result<String, ProblemDetails> {
        let started: LoginStarted = self.post("/api/login", &json!({})).await?;
        Ok(started.authorization_url)
    }

    /// The way through the provider's pages.
    pub async fn walk(&self, authorization_url: &str, user_id: &str, choice: Choice) -> Way {
        self.pages.walk(authorization_url, user_id, choice).await
    }

    /// Completes an ordinary login.
    pub async fn complete(&self, callback: &LoginCallback) -> Result<Session, ProblemDetails> {
        self.post("/api/login/complete", callback).await
    }

    /// The accounts of the company that every change here is for.
    pub async fn overview(&self) -> AccountOverview {
        let request = LookupRequest { scheme: Some(Scheme::Cvr), number: COMPANY.to_owned() };
        self.post("/api/account-holders/lookup", &request).await.unwrap()
    }

    /// Prepares a foreign account for it.
    pub async fn prepare(&self) -> Result<Ready, ProblemDetails> {
        let overview = self.overview().await;
        let mut draft = Draft::new(ChangeKind::AssignNemKonto);
        draft.set(Field::AccountType, "iban");
        draft.set(Field::Bic, "REVOLT21");
        draft.set(Field::Iban, "LT35 3250 0123 4567 8901");
        let request =
            PrepareRequest { holder: Some(overview.handle), version: overview.version, draft, acknowledges: None };
        let answer = self.post("/api/changes/prepare", &request).await?;
        Ok(Ready::of(answer).expect("nobody asks a bank here"))
    }

    /// The fresh login for a prepared change.
    pub async fn log_in_for(&self, prepared: &Ready, user_id: &str) -> Way {
        self.walk(&prepared.authorization_url, user_id, Choice::LogIn).await
    }

    /// Asks to commit.
    pub async fn confirm(&self, prepared: &Ready, callback: &LoginCallback) -> Result<Confirmed, ProblemDetails> {
        let request = ConfirmRequest { sealed: prepared.sealed.clone(), callback: callback.clone() };
        self.post(&format!("/api/changes/{}/confirm", prepared.change_id.0), &request).await
    }

    /// Prepares, logs in as `user_id`, and asks to commit.
    pub async fn change_as(&self, user_id: &str) -> Result<Confirmed, ProblemDetails> {
        let prepared = self.prepare().await?;
        let way = self.log_in_for(&prepared, user_id).await;
        self.confirm(&prepared, &way.login()).await
    }

    /// Asks for the form back.
    pub async fn reopen(&self, prepared: &Ready) -> Result<Reopened, ProblemDetails> {
        self.post("/api/changes/reopen", &ReopenRequest { sealed: prepared.sealed.clone() }).await
    }

    async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, ProblemDetails> {
        let request = self.http.post(self.address.join(path).unwrap()).header(header::ORIGIN, &self.origin).json(body);
        let response = request.send().await.unwrap();
        if response.status().is_success() {
            Ok(response.json().await.unwrap())
        } else {
            Err(response.json().await.unwrap())
        }
    }
}

impl Way {
    /// The answer as the app reads it from the address.
    #[must_use]
    pub fn callback(&self) -> Callback {
        let parameters: Vec<(String, String)> = self.target.query_pairs().into_owned().collect();
        Callback::from_parameters(&parameters)
    }

    /// The answer of a login that succeeded.
    #[must_use]
    pub fn login(&self) -> LoginCallback {
        match self.callback() {
            Callback::Login(callback) => callback,
            other => panic!("the login did not succeed: {other:?}"),
        }
    }
}

/// The kind of a refusal.
pub fn kind<T>(answer: Result<T, ProblemDetails>) -> ProblemType {
    match answer {
        Ok(_) => panic!("the request was not refused"),
        Err(problem) => problem.problem_type,
    }
}
