//! Walks through the provider's own login pages as a person with a browser would.

use reqwest::{Client, Response, header, redirect};
use scraper::{ElementRef, Html, Selector};
use url::Url;

/// A browser. It keeps its cookies, and so the session at the provider.
pub struct LoginPages(Client);

/// What the person does when asked to log in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    LogIn,
    Cancel,
}

/// A page that the person saw, or that sent the browser on by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// User id and password.
    Login,
    /// What the client may know.
    Consent,
    /// Ends the session of whoever was logged in before.
    Logout,
}

/// The way to the end: what was seen, and where the provider sends the browser.
#[derive(Debug)]
pub struct Way {
    pub pages: Vec<Page>,
    pub target: Url,
}

/// Every redirect and page that an honest login can need, and some to spare.
const MOST_STEPS: usize = 20;

impl LoginPages {
    pub fn new() -> LoginPages {
        LoginPages(Client::builder().cookie_store(true).redirect(redirect::Policy::none()).build().unwrap())
    }

    /// From the authorization URL to the redirect that leaves the provider. That address is not visited.
    pub async fn walk(&self, authorization_url: &str, user_id: &str, choice: Choice) -> Way {
        let start: Url = authorization_url.parse().unwrap();
        let mut pages = Vec::new();
        let mut response = self.0.get(start.clone()).send().await.unwrap();
        for _ in 0..MOST_STEPS {
            if let Some(target) = redirect_target(&response) {
                if target.origin() != start.origin() {
                    return Way { pages, target };
                }
                response = self.0.get(target).send().await.unwrap();
                continue;
            }
            let (address, status) = (response.url().clone(), response.status());
            let text = response.text().await.unwrap();
            assert!(status.is_success(), "the provider answered {status} at {}: {text}", address.path());
            let page = Opened { address, document: Html::parse_document(&text) };
            pages.push(page.kind());
            let request = if (page.kind(), choice) == (Page::Login, Choice::Cancel) {
                self.0.get(page.cancel_link())
            } else {
                let (action, fields) = page.filled_form(user_id);
                self.0.post(action).form(&fields)
            };
            response = request.send().await.unwrap();
        }
        panic!("the login does not end: {pages:?}");
    }
}

fn redirect_target(response: &Response) -> Option<Url> {
    let location = response.headers().get(header::LOCATION).filter(|_| response.status().is_redirection())?;
    Some(response.url().join(location.to_str().unwrap()).unwrap())
}

struct Opened {
    address: Url,
    document: Html,
}

impl Opened {
    fn kind(&self) -> Page {
        if self.first("input[name=login]").is_some() {
            Page::Login
        } else if self.first("input[name=xsrf]").is_some() {
            Page::Logout
        } else {
            assert!(self.first("input[name=prompt][value=consent]").is_some(), "an unknown page at {}", self.address);
            Page::Consent
        }
    }

    fn cancel_link(&self) -> Url {
        self.address.join(self.first("a[href$='/abort']").unwrap().attr("href").unwrap()).unwrap()
    }

    /// Where the form goes, with everything that a browser would send. Any password is right.
    fn filled_form(&self, user_id: &str) -> (Url, Vec<(String, String)>) {
        let form = self.first("form[method=post]").unwrap();
        let inputs = selector("input[name]");
        let fields = form.select(&inputs).map(|input| {
            let value = match input.attr("name").unwrap() {
                "login" => user_id,
                "password" => "any",
                _ => input.attr("value").unwrap_or_default(),
            };
            (input.attr("name").unwrap().to_owned(), value.to_owned())
        });
        (self.address.join(form.attr("action").unwrap()).unwrap(), fields.collect())
    }

    fn first(&self, selectors: &str) -> Option<ElementRef<'_>> {
        self.document.select(&selector(selectors)).next()
    }
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}
