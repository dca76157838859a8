//! The browser of one caseworker: the app's calls, and the way through the provider's pages.

use std::{net::IpAddr, sync::Mutex};

use nemkonto::{
    contract::{
        ACTING_AS, AccountOverview, ActingAs, BenefitTypes, ConfirmRequest, Confirmed, HistoryEntry, HistoryPage,
        LoginCallback, LoginStarted, LookupRequest, PROBLEM_MEDIA_TYPE, PrepareAnswer, PrepareRequest, Prepared,
        ProblemDetails, ProblemType, ReopenRequest, Reopened, Sealed, Session, SwitchRequest, UnitId,
    },
    domain::{draft::Draft, holder::Scheme},
    relogin::Callback,
};
use nemkonto_sandbox::{
    driver::{Choice, Driver, Ready},
    fixtures::Unit,
};
use reqwest::{Method, Response, header};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use url::Url;

use super::{COMPANY, contract};

/// A refusal of the API, as it came over the wire.
pub type Refused = Box<ProblemDetails>;

pub struct Browser {
    http: reqwest::Client,
    driver: Driver,
    address: Url,
    origin: String,
    /// Whom the page shows, if it says so.
    shown: Mutex<Option<ActingAs>>,
}

impl Browser {
    pub fn new(address: Url, origin: &str) -> Browser {
        Browser::from_address(address, origin, None)
    }

    /// A browser whose requests come from this address.
    pub fn from_address(address: Url, origin: &str, own_address: Option<IpAddr>) -> Browser {
        let http = reqwest::Client::builder().cookie_store(true).local_address(own_address).build().unwrap();
        Browser { http, driver: Driver::new().unwrap(), address, origin: origin.to_owned(), shown: Mutex::default() }
    }

    /// The same browser, with its cookies, after the API has moved to another port.
    pub fn moved_to(self, new: Browser) -> Browser {
        Browser { address: new.address, ..self }
    }

    /// From now on the page says that it shows this session, whoever is logged in.
    pub fn shows(&self, session: &Session) {
        *self.shown.lock().unwrap() = Some(session.acting_as.clone());
    }

    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, self.address.join(path).unwrap())
    }

    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Refused> {
        self.ask(Method::GET, path, None).await
    }

    pub async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, Refused> {
        self.ask(Method::POST, path, Some(serde_json::to_value(body).unwrap())).await
    }

    /// Sends an empty body, for what is refused before it is read.
    pub async fn post_anything(&self, path: &str) -> Result<Value, Refused> {
        let mut request = self.request(Method::POST, path).header(header::ORIGIN, &self.origin).json(&json!({}));
        if let Some(ActingAs(shown)) = &*self.shown.lock().unwrap() {
            request = request.header(ACTING_AS, shown);
        }
        Err(request.send().await.unwrap().json().await.unwrap())
    }

    async fn ask<T: DeserializeOwned>(&self, method: Method, path: &str, body: Option<Value>) -> Result<T, Refused> {
        let mut request = self.request(method.clone(), path);
        if let Some(ActingAs(shown)) = &*self.shown.lock().unwrap() {
            request = request.header(ACTING_AS, shown);
        }
        if let Some(body) = &body {
            request = request.header(header::ORIGIN, &self.origin).json(body);
        }
        let response = request.send().await.unwrap();
        let status = response.status();
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
        let retry_after = response.headers().get(header::RETRY_AFTER).map(|it| it.to_str().unwrap().parse().unwrap());
        let content_type = response.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned();
        assert_eq!(content_type, if status.is_success() { "application/json" } else { PROBLEM_MEDIA_TYPE });
        let answer: Value = response.json().await.unwrap();
        contract::check(&method, path, body.as_ref(), status, &answer);
        if status.is_success() {
            return Ok(serde_json::from_value(answer).unwrap());
        }
        let problem: ProblemDetails = serde_json::from_value(answer).unwrap();
        assert_eq!((problem.status, problem.problem_type.status()), (status.as_u16(), status.as_u16()));
        assert!(!problem.reference.is_empty());
        assert_eq!(problem.retry_after, retry_after);
        Err(Box::new(problem))
    }

    /// Logs in as an ordinary caseworker does in the morning.
    pub async fn log_in(&self, user_id: &str) -> Result<Session, Refused> {
        let callback = self.start_login(user_id).await?;
        self.post("/api/login/complete", &callback).await
    }

    /// The login up to the moment when the provider has sent the browser back.
    pub async fn start_login(&self, user_id: &str) -> Result<LoginCallback, Refused> {
        let started: LoginStarted = self.post("/api/login", &json!({})).await?;
        Ok(login(&self.walk(&started.authorization_url, user_id, Choice::Approve).await))
    }

    pub async fn look_up(&self, scheme: impl Into<Option<Scheme>>, number: &str) -> Result<AccountOverview, Refused> {
        let request = LookupRequest { scheme: scheme.into(), number: number.to_owned() };
        self.post("/api/account-holders/lookup", &request).await
    }

    pub async fn prepare(&self, overview: &AccountOverview, draft: &Draft) -> Result<Ready, Refused> {
        self.prepare_answer(overview, draft, None).await.map(ready)
    }

    /// All that the API makes of a form, with what it says to an answer of the account's bank.
    pub async fn prepare_answer(
        &self,
        overview: &AccountOverview,
        draft: &Draft,
        acknowledges: Option<Sealed>,
    ) -> Result<PrepareAnswer, Refused> {
        let holder = Some(overview.handle.clone());
        let request = PrepareRequest { holder, version: overview.version, draft: draft.clone(), acknowledges };
        self.post("/api/changes/prepare", &request).await
    }

    /// Prepares a change of the authority's benefit types.
    pub async fn prepare_type(&self, types: &BenefitTypes, draft: &Draft) -> Result<Ready, Refused> {
        let (version, draft) = (types.version, draft.clone());
        let request = PrepareRequest { holder: None, version, draft, acknowledges: None };
        self.post("/api/changes/prepare", &request).await.map(ready)
    }

    /// Everything from "Gem" to the receipt, on the accounts as they are now.
    pub async fn carry_out(&self, overview: &AccountOverview, draft: &Draft, user_id: &str) -> Confirmed {
        let prepared = self.prepare(&self.again(overview).await, draft).await.unwrap();
        self.approve_and_confirm(&prepared, user_id).await.unwrap()
    }

    /// The accounts as they are now.
    pub async fn again(&self, overview: &AccountOverview) -> AccountOverview {
        self.get(&format!("/api/account-holders/{}", overview.handle.0)).await.unwrap()
    }

    pub async fn benefit_types(&self) -> Result<BenefitTypes, Refused> {
        self.get("/api/benefit-types").await
    }

    pub async fn switch_unit(&self, unit: Unit) -> Result<Session, Refused> {
        self.post("/api/session/unit", &SwitchRequest { unit: UnitId(unit.id.to_owned()) }).await
    }

    /// The newest page of what has happened to a holder's accounts.
    pub async fn history(&self, overview: &AccountOverview) -> Vec<HistoryEntry> {
        let path = format!("/api/account-holders/{}/history", overview.handle.0);
        self.get::<HistoryPage>(&path).await.unwrap().entries
    }

    /// The newest page of what has happened to the authority's benefit types.
    pub async fn type_history(&self) -> Vec<HistoryEntry> {
        self.get::<HistoryPage>("/api/benefit-types/history").await.unwrap().entries
    }

    /// Prepares the guide's change: a foreign account for a company.
    pub async fn prepare_for(&self, cvr: &str) -> Ready {
        let overview = self.look_up(Scheme::Cvr, cvr).await.unwrap();
        self.prepare(&overview, &super::lithuanian()).await.unwrap()
    }

    pub async fn prepared(&self) -> Ready {
        self.prepare_for(COMPANY).await
    }

    /// Logs in for a prepared change and approves it in the app. Gives where the provider sends the browser.
    pub async fn approve(&self, prepared: &Prepared, user_id: &str) -> LoginCallback {
        login(&self.walk(&prepared.authorization_url, user_id, Choice::Approve).await)
    }

    pub async fn walk(&self, authorization_url: &str, user_id: &str, choice: Choice) -> Url {
        self.driver.log_in(&authorization_url.parse().unwrap(), user_id, choice).await.unwrap()
    }

    pub async fn confirm(&self, prepared: &Prepared, callback: &LoginCallback) -> Result<Confirmed, Refused> {
        let request = ConfirmRequest { sealed: prepared.sealed.clone(), callback: callback.clone() };
        self.post(&format!("/api/changes/{}/confirm", prepared.change_id.0), &request).await
    }

    /// Logs in, approves and confirms: everything between "Bekræft" and the receipt.
    pub async fn approve_and_confirm(&self, prepared: &Prepared, user_id: &str) -> Result<Confirmed, Refused> {
        let callback = self.approve(prepared, user_id).await;
        self.confirm(prepared, &callback).await
    }

    /// Sends the confirmation and does not mind if nobody answers any more.
    pub async fn try_confirm(&self, prepared: &Prepared, callback: &LoginCallback) -> Option<Response> {
        let request = ConfirmRequest { sealed: prepared.sealed.clone(), callback: callback.clone() };
        let path = format!("/api/changes/{}/confirm", prepared.change_id.0);
        self.request(Method::POST, &path).header(header::ORIGIN, &self.origin).json(&request).send().await.ok()
    }

    pub async fn reopen(&self, prepared: &Prepared) -> Result<Reopened, Refused> {
        self.post("/api/changes/reopen", &ReopenRequest { sealed: prepared.sealed.clone() }).await
    }
}

/// The change, of which nothing is left to be said.
pub fn ready(answer: PrepareAnswer) -> Ready {
    Ready::of(answer).expect("nothing has to be said first")
}

/// The callback as the app reads it from the address.
pub fn read(url: &Url) -> Callback {
    let parameters: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    Callback::from_parameters(&parameters)
}

fn login(url: &Url) -> LoginCallback {
    if let Callback::Login(callback) = read(url) {
        return callback;
    }
    // A provider that left out the state: the app would not even ask, but the API must stand on its own.
    let get = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    LoginCallback {
        code: get("code").expect("the login succeeded"),
        state: get("state").unwrap_or_default(),
        iss: get("iss"),
    }
}

/// The kind of a refusal.
pub fn kind<T>(answer: Result<T, Refused>) -> ProblemType {
    match answer {
        Ok(_) => panic!("the request was not refused"),
        Err(problem) => problem.problem_type,
    }
}
