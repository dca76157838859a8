//! Walks through the stand-in provider's pages as a person with a browser would, for tests.

use std::ops::{Deref, DerefMut};

use nemkonto::contract::{Next, PrepareAnswer, Prepared, Reading};
use reqwest::{Client, Response, header, redirect};
use std::time::Duration;
use url::Url;

/// A browser that knows the way through the login. It keeps its cookies, so a second login can be a silent one.
pub struct Driver {
    http: Client,
    /// Whether it opens the pages on its way, or only does what they ask for.
    looks: bool,
}

/// What the person does once the user id is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Approves in the app.
    Approve,
    /// Rejects in the app.
    Reject,
    /// Presses "Afbryd" while the page waits for the app.
    Cancel,
}

/// A change that waits for its login, with what the API made of it.
#[derive(Clone, Debug)]
pub struct Ready {
    /// What the API read.
    pub reading: Reading,
    /// The login that confirms it.
    pub login: Prepared,
}

impl Ready {
    /// Of what the API answered; nothing where something has to be said to the bank's answer first.
    #[must_use]
    pub fn of(PrepareAnswer { reading, next }: PrepareAnswer) -> Option<Self> {
        match next {
            Next::Login(login) => Some(Self { reading, login: *login }),
            Next::Acknowledge(_) => None,
        }
    }
}

impl Deref for Ready {
    type Target = Prepared;

    fn deref(&self) -> &Prepared {
        &self.login
    }
}

impl DerefMut for Ready {
    fn deref_mut(&mut self) -> &mut Prepared {
        &mut self.login
    }
}

/// Why a walk ended somewhere else than at the client.
#[derive(Debug, thiserror::Error)]
pub enum DriverError {
    /// The provider could not be reached.
    #[error("the provider could not be reached: {0}")]
    Http(#[from] reqwest::Error),
    /// The provider showed a page that is not part of the way.
    #[error("the provider answered {status} at {path}")]
    Stranded {
        /// The status of the answer.
        status: u16,
        /// Where, without the query.
        path: String,
    },
    /// A redirect led nowhere.
    #[error("the provider redirected without a usable address")]
    Redirect,
}

impl Driver {
    /// A browser without cookies.
    pub fn new() -> Result<Driver, DriverError> {
        let http = Client::builder()
            .cookie_store(true)
            .redirect(redirect::Policy::none())
            .timeout(Duration::from_secs(20))
            .build()?;
        Ok(Driver { http, looks: true })
    }

    /// The same, for many logins: it fills in the forms without opening the pages they are on.
    pub fn in_a_hurry() -> Result<Driver, DriverError> {
        Ok(Driver { looks: false, ..Driver::new()? })
    }

    /// Goes to the authorization URL, logs in as `user_id`, and gives the address to which the provider sends the browser
    /// in the end, with its code or error. That address is not visited.
    ///
    /// When the provider reuses its session, or refuses at once, nobody is asked and `choice` has no effect.
    pub async fn log_in(&self, authorization_url: &Url, user_id: &str, choice: Choice) -> Result<Url, DriverError> {
        let first = target(&self.http.get(authorization_url.clone()).send().await?)?;
        if first.origin() != authorization_url.origin() {
            return Ok(first);
        }
        self.see(&first).await?;
        self.identify(&first, user_id).await?;
        let answer = match choice {
            Choice::Cancel => self.http.post(below(&first, "cancel")?).send().await?,
            Choice::Approve => self.http.get(self.answer_in_app(&first, "approve").await?).send().await?,
            Choice::Reject => self.http.get(self.answer_in_app(&first, "reject").await?).send().await?,
        };
        target(&answer)
    }

    /// Logs in as `user_id` in place of another browser, which shows the first page of the login. Gives the address on which that browser
    /// goes on.
    pub async fn approve(&self, first: &Url, user_id: &str) -> Result<Url, DriverError> {
        self.identify(first, user_id).await?;
        self.answer_in_app(first, "approve").await
    }

    async fn identify(&self, first: &Url, user_id: &str) -> Result<(), DriverError> {
        let user_id_page = below(first, "user-id")?;
        self.see(&user_id_page).await?;
        let typed = self.http.post(user_id_page).form(&[("user_id", user_id)]);
        let waiting_page = target(&typed.send().await?)?;
        self.see(&waiting_page).await
    }

    /// Gives the address on which the login goes on.
    async fn answer_in_app(&self, login: &Url, answer: &str) -> Result<Url, DriverError> {
        let path = login.path().replacen("/login/", "/app/", 1);
        let app = login.join(&path).map_err(|_| DriverError::Redirect)?;
        self.see(&app).await?;
        let pressed = self.http.post(below(&app, answer)?).send().await?;
        self.see(&target(&pressed)?).await?;
        below(login, "continue")
    }

    /// Opens a page that has to be there.
    async fn see(&self, page: &Url) -> Result<(), DriverError> {
        if !self.looks {
            return Ok(());
        }
        let response = self.http.get(page.clone()).send().await?;
        if response.status().is_success() { Ok(()) } else { Err(stranded(&response)) }
    }
}

/// Where a redirect leads.
fn target(response: &Response) -> Result<Url, DriverError> {
    if !response.status().is_redirection() {
        return Err(stranded(response));
    }
    response
        .headers()
        .get(header::LOCATION)
        .and_then(|location| location.to_str().ok())
        .and_then(|location| response.url().join(location).ok())
        .ok_or(DriverError::Redirect)
}

fn below(page: &Url, step: &str) -> Result<Url, DriverError> {
    page.join(&format!("{}/{step}", page.path())).map_err(|_| DriverError::Redirect)
}

fn stranded(response: &Response) -> DriverError {
    DriverError::Stranded { status: response.status().as_u16(), path: response.url().path().to_owned() }
}
