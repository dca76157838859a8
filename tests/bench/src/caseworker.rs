//! A caseworker who has logged in without a browser, so that the measured one has nothing of the app in its cache.

use std::sync::Arc;

use nemkonto::contract::{
    AccountOverview, ChangeId, ConfirmRequest, LoginCallback, LoginStarted, LookupRequest, Next, PrepareAnswer,
    PrepareRequest, Prepared,
};
use nemkonto::domain::change_kind::ChangeKind;
use nemkonto::domain::draft::{Draft, Field};
use nemkonto::domain::holder::Scheme;
use nemkonto::relogin::Callback;
use nemkonto_e2e::site::Site;
use nemkonto_sandbox::driver::{Choice, Driver};
use nemkonto_sandbox::server::Sandbox;
use reqwest::Client;
use reqwest::cookie::{CookieStore, Jar};
use serde_json::{Value, json};
use url::Url;

use crate::Failure;

/// A company without a `NemKonto`, and an account for it.
pub const COMPANY: &str = "99000120";
pub const BIC: &str = "REVOLT21";
pub const IBAN: &str = "LT353250012345678901";

pub struct Caseworker {
    http: Client,
    cookies: Arc<Jar>,
    app: Url,
}

impl Caseworker {
    pub async fn log_in(sandbox: &Sandbox) -> Result<Self, Failure> {
        let cookies = Arc::new(Jar::default());
        let http = Client::builder().cookie_provider(cookies.clone()).build()?;
        let caseworker = Self { http, cookies, app: sandbox.app().clone() };
        let started: LoginStarted = serde_json::from_value(caseworker.post("api/login", json!({})).await?)?;
        let callback = approve(&started.authorization_url).await?;
        caseworker.post("api/login/complete", serde_json::to_value(callback)?).await?;
        Ok(caseworker)
    }

    /// Gives the browser the cookie of the session.
    pub async fn hand_over(&self, site: &Site) -> Result<(), Failure> {
        let cookies = self.cookies.cookies(&self.app).ok_or("no session")?;
        for cookie in cookies.to_str()?.split("; ") {
            let (name, value) = cookie.split_once('=').ok_or("no cookie")?;
            let cookie = json!({
                "name": name, "value": value, "url": self.app, "httpOnly": true, "sameSite": "Strict",
            });
            site.browser.devtools("Network.setCookie", cookie).await?;
        }
        Ok(())
    }

    /// Who is logged in, as the API says it.
    pub async fn session(&self) -> Result<Value, Failure> {
        answer(self.http.get(self.app.join("api/session")?)).await
    }

    /// The accounts of a company.
    pub async fn look_up(&self, company: &str) -> Result<AccountOverview, Failure> {
        let request = LookupRequest { scheme: Some(Scheme::Cvr), number: company.to_owned() };
        let overview = self.post("api/account-holders/lookup", serde_json::to_value(request)?).await?;
        Ok(serde_json::from_value(overview)?)
    }

    /// Carries out a change, and gives the answer that the receipt is drawn from.
    pub async fn carry_out(&self, overview: &AccountOverview) -> Result<Value, Failure> {
        let mut draft = Draft::new(ChangeKind::AssignNemKonto);
        for (field, text) in [(Field::AccountType, "iban"), (Field::Bic, BIC), (Field::Iban, IBAN)] {
            draft.set(field, text);
        }
        let request = PrepareRequest {
            holder: Some(overview.handle.clone()),
            version: overview.version,
            draft,
            acknowledges: None,
        };
        let answer = self.post("api/changes/prepare", serde_json::to_value(request)?).await?;
        let PrepareAnswer { next: Next::Login(prepared), .. } = serde_json::from_value(answer)? else {
            return Err("the bank knows the account by another name".into());
        };
        let Prepared { change_id: ChangeId(change_id), sealed, authorization_url, .. } = *prepared;
        let request = ConfirmRequest { sealed, callback: approve(&authorization_url).await? };
        self.post(&format!("api/changes/{change_id}/confirm"), serde_json::to_value(request)?).await
    }

    async fn post(&self, path: &str, body: Value) -> Result<Value, Failure> {
        let origin = self.app.origin().ascii_serialization();
        answer(self.http.post(self.app.join(path)?).header("origin", origin).json(&body)).await
    }
}

/// Goes through the login and comes back.
async fn approve(authorization_url: &str) -> Result<LoginCallback, Failure> {
    let back = Driver::new()?.log_in(&authorization_url.parse()?, "anna", Choice::Approve).await?;
    let parameters: Vec<_> = back.query_pairs().into_owned().collect();
    match Callback::from_parameters(&parameters) {
        Callback::Login(callback) => Ok(callback),
        _ => Err("the login failed".into()),
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Result<Value, Failure> {
    Ok(request.send().await?.error_for_status()?.json().await?)
}
