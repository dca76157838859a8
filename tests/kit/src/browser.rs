//! A browser as far as the API knows one: cookies, and the headers that the app sends.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use nemkonto::contract::{ACTING_AS, ProblemDetails, ProblemType};
use reqwest::{
    Method,
    header::{self, HeaderMap},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use url::Url;

use crate::{
    document::DOCUMENT,
    observed::{Answered, Observed},
    outcome::{Outcome, Stop, fail},
};

/// A browser. Its cookies are its own, and go to this API whatever their attributes say.
pub struct Browser {
    http: reqwest::Client,
    base: Url,
    origin: String,
    cookies: Mutex<BTreeMap<String, String>>,
    observed: Arc<Observed>,
}

/// A request that is being put together.
pub struct Request<'a> {
    browser: &'a Browser,
    method: Method,
    path: String,
    origin: Option<String>,
    acting_as: Option<String>,
    body: Option<(String, &'static str)>,
}

/// What the API answered.
#[derive(Debug)]
pub struct Answer {
    call: String,
    status: u16,
    body: Option<Value>,
}

impl Browser {
    /// A browser without cookies, whose page is from this origin.
    pub fn new(http: reqwest::Client, base: Url, origin: String, observed: Arc<Observed>) -> Self {
        Self { http, base, origin, cookies: Mutex::default(), observed }
    }

    /// Asks for something.
    pub async fn get(&self, path: &str) -> Outcome<Answer> {
        self.request(Method::GET, path).send().await
    }

    /// Sends something, as the app does.
    pub async fn post(&self, path: &str, body: &impl Serialize) -> Outcome<Answer> {
        self.request(Method::POST, path).json(body).send().await
    }

    /// A request with the headers that the app sends.
    pub fn request(&self, method: Method, path: &str) -> Request<'_> {
        let origin = (method != Method::GET).then(|| self.origin.clone());
        Request { browser: self, method, path: path.to_owned(), origin, acting_as: None, body: None }
    }

    /// The cookies as they are now.
    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts cookies in the place of those that are there, as whoever has copied them can.
    pub fn set_cookies(&self, cookies: BTreeMap<String, String>) {
        *self.cookies.lock().unwrap_or_else(PoisonError::into_inner) = cookies;
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        let mut kept = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for cookie in headers.get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok()) {
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let Some((name, value)) = pair.split_once('=') else { continue };
            let attributes = attributes.to_ascii_lowercase();
            let is_removed = value.is_empty() || attributes.contains("max-age=0") || attributes.contains("1970");
            if is_removed {
                kept.remove(name.trim());
            } else {
                kept.insert(name.trim().to_owned(), value.to_owned());
            }
        }
    }
}

impl Request<'_> {
    /// With a body.
    pub fn json(self, body: &impl Serialize) -> Self {
        // The types of the contract are all JSON.
        let text = serde_json::to_string(body).unwrap_or_default();
        self.text(text, "application/json")
    }

    /// With a body that is any text, and is called something.
    pub fn text(self, text: impl Into<String>, media_type: &'static str) -> Self {
        Self { body: Some((text.into(), media_type)), ..self }
    }

    /// From a page of another origin, or from none.
    pub fn from(self, origin: Option<&str>) -> Self {
        Self { origin: origin.map(str::to_owned), ..self }
    }

    /// From a page that shows somebody.
    pub fn showing(self, acting_as: &str) -> Self {
        Self { acting_as: Some(acting_as.to_owned()), ..self }
    }

    /// Sends it.
    pub async fn send(self) -> Outcome<Answer> {
        let Self { browser, method, path, origin, acting_as, body } = self;
        let pattern = DOCUMENT.operation(&method, &path).map_or(path.clone(), |operation| operation.path.clone());
        let call = format!("{method} {pattern}");
        let broken = |error: &dyn std::fmt::Display| Stop::Failed(format!("{call}: no answer ({error})"));
        let address = browser.base.join(&path).map_err(|error| broken(&error))?;
        let mut request = browser.http.request(method.clone(), address);
        if let Some((text, media_type)) = body {
            request = request.header(header::CONTENT_TYPE, media_type).body(text);
        }
        for (name, value) in [(header::ORIGIN.as_str(), origin), (ACTING_AS, acting_as)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let cookies: Vec<_> = browser.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let response = request.send().await.map_err(|error| broken(&error.without_url()))?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        browser.keep_cookies(&headers);
        let text = response.text().await.map_err(|error| broken(&error.without_url()))?;
        let body: Option<Value> = serde_json::from_str(&text).ok();
        let (method, path) = (&method, path.as_str());
        browser.observed.note(&Answered { method, path, status, headers: &headers, body: body.as_ref() });
        Ok(Answer { call, status, body })
    }
}

impl Answer {
    /// What it says, if the API did what was asked.
    pub fn read<T: DeserializeOwned>(self) -> Outcome<T> {
        if self.status != 200 {
            return fail(format!("{} is refused: {}", self.call, self.told()));
        }
        match serde_json::from_value(self.body.unwrap_or_default()) {
            Ok(read) => Ok(read),
            Err(_) => fail(format!("{}: the app cannot read the answer", self.call)),
        }
    }

    /// Goes on if the API refused for this reason.
    pub fn is_refused(&self, as_what: ProblemType) -> Outcome {
        if self.problem() == Some(as_what) && self.status == as_what.status() {
            return Ok(());
        }
        fail(format!("{} is not refused as {} but {}", self.call, name(as_what), self.told()))
    }

    /// The problem document, if the API refused for this reason.
    pub fn refusal(self, as_what: ProblemType) -> Outcome<ProblemDetails> {
        self.is_refused(as_what)?;
        match serde_json::from_value(self.body.unwrap_or_default()) {
            Ok(read) => Ok(read),
            Err(_) => fail(format!("{}: the app cannot read the refusal", self.call)),
        }
    }

    /// Why the API refused, if it did.
    pub fn problem(&self) -> Option<ProblemType> {
        let body = self.body.as_ref().filter(|_| self.status != 200)?;
        serde_json::from_value(body["type"].clone()).ok()
    }

    fn told(&self) -> String {
        match self.problem() {
            Some(problem) => format!("{} ({})", name(problem), self.status),
            None => self.status.to_string(),
        }
    }
}

/// A type of problem as the contract calls it, without what all of them begin with.
#[must_use]
pub fn name(problem: ProblemType) -> String {
    let whole = serde_json::to_value(problem).unwrap_or_default();
    let whole = whole.as_str().unwrap_or_default();
    whole.rsplit(':').next().unwrap_or(whole).to_owned()
}
