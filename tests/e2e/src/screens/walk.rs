//! Goes to screens, one after the other, with one browser.

use nemkonto::i18n::Language;
use serde_json::{Value, json};

use super::{SCREENS, Screen, Step};
use crate::error::Error;
use crate::pages::app::App;
use crate::pages::provider::ProviderLogin;
use crate::site::Site;

/// Counts the calls that are under way, but for those that a step has silenced or cut.
const COUNT_CALLS: &str = "const send = window.fetch; window.openCalls = 0; \
     window.fetch = (...call) => { window.openCalls++; return send(...call).finally(() => { window.openCalls-- }) }";

/// A walk through the screens, in Chromium: it needs the DevTools protocol.
pub struct Walk<'a> {
    site: &'a Site,
    /// Who is logged in.
    user: Option<&'static str>,
    /// Scripts that the browser runs in each new page.
    scripts: Vec<Value>,
}

impl<'a> Walk<'a> {
    #[must_use]
    pub fn new(site: &'a Site) -> Self {
        Self { site, user: None, scripts: Vec::new() }
    }

    /// The screens to go to: all, or those whose names begin with a word of `SCREENS`.
    pub fn screens() -> impl Iterator<Item = &'static Screen> {
        let wanted = std::env::var("SCREENS").unwrap_or_default();
        let wanted: Vec<String> = wanted.split_whitespace().map(str::to_owned).collect();
        SCREENS.iter().filter(move |screen| {
            wanted.is_empty() || wanted.iter().any(|beginning| screen.name.starts_with(beginning.as_str()))
        })
    }

    /// Goes to a screen, from wherever the browser is, and waits until it is drawn.
    pub async fn go_to(&mut self, screen: &Screen, language: Language) -> Result<(), Error> {
        self.begin(screen.user, language).await?;
        for step in screen.way {
            self.take(*step).await?;
        }
        self.turn_the_provider_to(language).await?;
        self.wait_until_drawn().await
    }

    /// Shows the screen, at which the browser is, in another language: by the page's own switch, or by going there once more where that takes
    /// something away, such as a passing message. That a page which was switched is the page drawn in that language is shown in
    /// `tests/web/language.rs`.
    pub async fn turn_to(&mut self, screen: &Screen, language: Language) -> Result<(), Error> {
        let browser = &self.site.browser;
        let elements = "return [...document.body.querySelectorAll('*')].map((element) => element.localName).join(' ')";
        let before = browser.run(elements, Vec::new()).await?;
        self.turn_the_provider_to(language).await?;
        // By a script, since a dialog keeps everybody else from it.
        let button = format!("#language-{}", language.tag());
        browser.run("document.querySelector(`footer ${arguments[0]}`)?.click()", vec![json!(button)]).await?;
        self.wait_until_drawn().await?;
        let spoken = browser.run("return document.documentElement.lang", Vec::new()).await?;
        let is_whole = browser.run(elements, Vec::new()).await? == before;
        if is_whole && spoken == language.tag() { Ok(()) } else { self.go_to(screen, language).await }
    }

    async fn wait_until_drawn(&self) -> Result<(), Error> {
        self.site.browser.wait_until("!window.openCalls").await?;
        self.show_what_comes_late().await?;
        self.site.browser.settle().await
    }

    /// To the first page, with nothing left of the way before.
    async fn begin(&mut self, user: Option<&'static str>, language: Language) -> Result<(), Error> {
        let browser = &self.site.browser;
        self.site.sandbox.stand_in().clear_faults();
        for script in self.scripts.drain(..) {
            browser.forget_script(script).await?;
        }
        self.run_in_new_pages(COUNT_CALLS).await?;
        if user != self.user || user.is_none() {
            browser.devtools("Network.clearBrowserCookies", json!({})).await?;
        }
        let fresh = format!("sessionStorage.clear(); localStorage.setItem('nemkonto.language', '{}')", language.tag());
        let fresh = browser.run_in_new_pages(&in_the_app(&fresh)).await?;
        self.site.visit("").await?;
        browser.forget_script(fresh).await?;
        let is_logged_out =
            browser.find("#log-in, #holder-number").await?.attr("id").await?.as_deref() == Some("log-in");
        if let Some(user) = user.filter(|_| is_logged_out) {
            self.site.begin_session(user).await?;
            self.site.visit("").await?;
            App(browser).wait_for_lookup().await?;
        }
        self.user = user;
        Ok(())
    }

    async fn take(&mut self, step: Step) -> Result<(), Error> {
        let browser = &self.site.browser;
        match step {
            Step::All(steps) => {
                for step in steps {
                    Box::pin(self.take(*step)).await?;
                }
                Ok(())
            }
            Step::Visit(path) => self.site.visit(path).await,
            Step::Reload => browser.reload().await,
            Step::Click(css) => browser.click(css).await,
            Step::Fill(css, text) => browser.insert(css, text).await,
            Step::See(css) => browser.find(css).await.map(drop),
            Step::LookUp(number) => {
                App(browser).wait_for_lookup().await?;
                browser.insert("#holder-number", number).await?;
                App(browser).open_accounts().await
            }
            Step::Choose(user) => {
                ProviderLogin(browser).choose_mitid().await?;
                ProviderLogin(browser).identify(user).await
            }
            Step::OpenApp => {
                let address = browser.find("#open-app").await?.prop("href").await?.unwrap_or_default();
                browser.go(&address).await
            }
            Step::LogIn(user) => ProviderLogin(browser).complete(user).await,
            Step::CheckReceipt => {
                let receipt = App(browser).signed_receipt().await?;
                browser.click("#verify-receipt").await?;
                App(browser).check_receipt(receipt.document()).await
            }
            Step::ScanReceipt => {
                let receipt = App(browser).signed_receipt().await?;
                self.site.visit(&format!("verify#{}", receipt.code())).await?;
                browser.find("#receipt-code").await.map(drop)
            }
            Step::EndSession => browser.devtools("Network.clearBrowserCookies", json!({})).await.map(drop),
            Step::Provider(fault) => {
                self.site.sandbox.stand_in().set_fault(fault, 1);
                Ok(())
            }
            Step::Silence(part) => self.answer_requests(part, "new Promise(() => {})").await,
            Step::Cut(part) => {
                self.answer_requests(part, "Promise.reject(new TypeError('cut'))").await?;
                let no_second_passes = "const later = window.setTimeout; \
                     window.setTimeout = (act, wait, ...rest) => (wait >= 1000 ? 0 : later(act, wait, ...rest));";
                self.run_in_the_app(no_second_passes).await
            }
            Step::WithoutApp(path) => self.open_without(path, &["*/boot*", "*/trouble*"]).await,
            Step::Reveal(panel) => self.reveal(panel).await,
            Step::Run(script) => browser.run(script, Vec::new()).await.map(drop),
        }
    }

    /// The page as it is when no script arrives, with a panel that trouble.js could have revealed.
    async fn reveal(&self, panel: &str) -> Result<(), Error> {
        self.open_without("/", &["*/boot*", "*/first*", "*/trouble*"]).await?;
        let reveal = "for (const panel of document.querySelectorAll('.start-panel[id]')) panel.hidden = panel.id !== arguments[0]";
        self.site.browser.run(reveal, vec![json!(panel)]).await.map(drop)
    }

    /// Opens a page while the browser does not fetch what has these addresses.
    async fn open_without(&self, path: &str, addresses: &[&str]) -> Result<(), Error> {
        let browser = &self.site.browser;
        browser.devtools("Network.enable", json!({})).await?;
        browser.devtools("Network.setBlockedURLs", json!({ "urls": addresses })).await?;
        self.site.visit_without_the_app(path).await?;
        browser.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await.map(drop)
    }

    /// Lets requests to a part of an address end in this promise.
    async fn answer_requests(&mut self, part: &str, promise: &str) -> Result<(), Error> {
        let script = format!(
            "const ask = window.fetch; \
             window.fetch = (what, how) => ((what.url ?? what).includes('{part}') ? {promise} : ask(what, how));"
        );
        self.run_in_the_app(&script).await
    }

    /// Runs a script in this page and at the beginning of all further pages of the app.
    async fn run_in_the_app(&mut self, script: &str) -> Result<(), Error> {
        self.run_in_new_pages(script).await?;
        self.site.browser.run(&in_the_app(script), Vec::new()).await.map(drop)
    }

    async fn run_in_new_pages(&mut self, script: &str) -> Result<(), Error> {
        self.scripts.push(self.site.browser.run_in_new_pages(&in_the_app(script)).await?);
        Ok(())
    }

    /// What the stylesheet shows only after a while, such as the spinner. Only a spinner turns for ever.
    async fn show_what_comes_late(&self) -> Result<(), Error> {
        let finish = "for (const animation of document.getAnimations()) \
                      if (animation.effect.getComputedTiming().endTime < Infinity) animation.finish()";
        self.site.browser.run(finish, Vec::new()).await.map(drop)
    }

    /// The app does not tell the provider its language; the provider's pages have a link for it.
    async fn turn_the_provider_to(&self, language: Language) -> Result<(), Error> {
        let link = format!("header > #language-{}", language.tag());
        let links = self.site.browser.client().find_all(fantoccini::Locator::Css(&link)).await?;
        match links.into_iter().next() {
            Some(link) => Ok(link.click().await?),
            None => Ok(()),
        }
    }
}

/// Only in pages of the app.
fn in_the_app(script: &str) -> String {
    format!("if (location.hostname === 'localhost') {{ {script} }}")
}
