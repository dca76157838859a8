//! One browser session, and the few things that tests do with it.

mod chromium;
mod command;
mod picture;

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_timeout::TimeoutConnector;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::driver::Driver;
use crate::engine::Engine;
use crate::error::Error;
use crate::profile;
pub use chromium::{Download, Message};
use command::Extension;

/// Longer than anything the app may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(80);
const START_ATTEMPTS: u32 = 3;
/// Between two questions whether something is there yet, so that the asking does not keep the browser from its work.
const PAUSE: Duration = Duration::from_millis(20);

/// A browser with one empty profile.
pub struct Browser {
    client: Client,
    engine: Engine,
    // Before the profile that it uses.
    _driver: Driver,
    _profile: Option<TempDir>,
}

impl Browser {
    /// Starts one. On a busy machine a driver or its browser sometimes dies while it starts, before there is anything to test;
    /// then another one is started.
    pub(crate) async fn start(engine: Engine) -> Result<Self, Error> {
        let mut attempts = 1;
        loop {
            match Self::start_once(engine).await {
                Err(error) if attempts < START_ATTEMPTS => println!("{engine} did not start, once more: {error}"),
                outcome => return outcome,
            }
            attempts += 1;
        }
    }

    async fn start_once(engine: Engine) -> Result<Self, Error> {
        let driver = Driver::start(engine).await?;
        let mut connector = TimeoutConnector::new(HttpConnector::new());
        connector.set_read_timeout(engine.answer_limit());
        let profile = if engine == Engine::Firefox { Some(profile::unused().await?) } else { None };
        let capabilities = engine.capabilities(profile.as_ref().map(TempDir::path));
        let client = ClientBuilder::new(connector).capabilities(capabilities).connect(&driver.url).await?;
        let browser = Self { client, engine, _driver: driver, _profile: profile };
        if engine == Engine::WebKit {
            // Without arguments for it, its window begins smaller than the others.
            browser.resize(1280, 900).await?;
        }
        Ok(browser)
    }

    /// Ends the session; the driver then stops the browser.
    pub(crate) async fn close(self) -> Result<(), Error> {
        Ok(self.client.close().await?)
    }

    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The WebDriver client, for what has no word of its own here.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Opens an address, and waits until its page is loaded.
    pub async fn go(&self, url: &str) -> Result<(), Error> {
        self.load(self.client.goto(url)).await
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result<(), Error> {
        self.load(self.client.refresh()).await
    }

    /// One step back in the history, which must have one.
    pub async fn back(&self) -> Result<(), Error> {
        self.load(self.client.back()).await
    }

    /// The element, as soon as there is one.
    pub async fn find(&self, css: &str) -> Result<Element, Error> {
        self.wait_for(Locator::Css(css), css).await
    }

    /// The element that holds exactly this text, as soon as there is one.
    pub async fn find_text(&self, element: &str, text: &str) -> Result<Element, Error> {
        let xpath = format!("//{element}[normalize-space()=\"{text}\"]");
        self.wait_for(Locator::XPath(&xpath), text).await
    }

    /// Clicks an element, once it is there and its page has settled: in a page that is still being loaded Firefox loses clicks, and
    /// where a heading is about to take the focus the page scrolls between the driver's look at the element and its click.
    pub async fn click(&self, css: &str) -> Result<(), Error> {
        let limit = Instant::now() + PATIENCE;
        loop {
            match self.click_once(css).await {
                // The app took the place of the page before it, between the driver's look at the element and its click.
                Err(Error::Command(error)) if Instant::now() < limit && error.is_stale_element_reference() => {
                    sleep(PAUSE).await;
                }
                outcome => return outcome,
            }
        }
    }

    async fn click_once(&self, css: &str) -> Result<(), Error> {
        self.find(css).await?;
        self.settle().await?;
        let element = self.find(css).await?;
        // The driver of WebKit scrolls the page, but not a dialog in it.
        let into_view = "arguments[0].scrollIntoView({ block: 'nearest' })";
        self.run(into_view, vec![serde_json::to_value(&element).map_err(|_| Error::Answer)?]).await?;
        Ok(element.click().await?)
    }

    /// Replaces what is in the field, key by key.
    pub async fn fill(&self, css: &str, text: &str) -> Result<(), Error> {
        let field = self.find(css).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, Error> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Waits until what a gesture has set off is drawn: the page is loaded, focus moves with the next frame, letters come with
    /// their font. Nothing is drawn in a tab that is hidden.
    pub async fn settle(&self) -> Result<(), Error> {
        let frames = "const frame = () => document.hidden || new Promise((drawn) => requestAnimationFrame(drawn)); \
                      document.fonts.ready.then(frame).then(frame).then(done)";
        self.run_to_end(frames).await
    }

    /// Waits until an expression is true in the page.
    pub async fn wait_until(&self, expression: &str) -> Result<(), Error> {
        let look = format!(
            "const next = () => document.hidden ? setTimeout(look, 20) : requestAnimationFrame(look), \
                   look = () => ({expression}) ? done() : next(); look()"
        );
        self.run_to_end(&look).await
    }

    /// Runs a script in the page, once that is loaded, until it calls `done`.
    async fn run_to_end(&self, script: &str) -> Result<(), Error> {
        let when_loaded = format!(
            "const done = () => arguments[0](true); const go = () => {{ {script} }}; \
             document.readyState === 'complete' ? go() : addEventListener('load', go)"
        );
        let limit = Instant::now() + PATIENCE;
        loop {
            match self.client.execute_async(&when_loaded, Vec::new()).await {
                Ok(Value::Bool(true)) => return Ok(()),
                // What the driver of Firefox says for a page that goes away while it is asked.
                Ok(_) if Instant::now() < limit => sleep(PAUSE).await,
                Ok(_) => return Err(Error::Answer),
                // A script that has not come to its end after half a minute is given up by the driver, and not by us.
                Err(error) if Instant::now() < limit && (is_between_pages(&error) || error.is_script_timeout()) => {
                    sleep(PAUSE).await;
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    pub async fn text(&self, css: &str) -> Result<String, Error> {
        let limit = Instant::now() + PATIENCE;
        loop {
            match self.find(css).await?.text().await {
                Ok(text) => return Ok(text),
                // Replaced in the meantime.
                Err(error) if Instant::now() < limit && is_between_pages(&error) => sleep(PAUSE).await,
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Waits until the element with this id has the focus, which moves a moment after what it is moved for.
    pub async fn wait_for_focus(&self, id: &str) -> Result<(), Error> {
        let limit = Instant::now() + PATIENCE;
        loop {
            let focused = self.run("return document.activeElement?.id", Vec::new()).await?;
            if focused == id {
                return Ok(());
            }
            if Instant::now() > limit {
                return Err(Error::NotFocused { wanted: id.to_owned(), focused: focused.to_string() });
            }
            sleep(PAUSE).await;
        }
    }

    /// Presses keys together: all down in this order, and up again in reverse.
    pub async fn press(&self, keys: &[char]) -> Result<(), Error> {
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        let actions = down.chain(up).fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Copies a text elsewhere and pastes it into a field, as people do.
    pub async fn paste(&self, css: &str, text: &str) -> Result<(), Error> {
        let elsewhere = "const elsewhere = document.createElement('textarea'); document.body.append(elsewhere); \
                         elsewhere.id = 'elsewhere'; elsewhere.value = arguments[0]; elsewhere.select()";
        self.run(elsewhere, vec![json!(text)]).await?;
        self.press(&[Key::Control.into(), 'c']).await?;
        self.run("document.getElementById('elsewhere').remove()", Vec::new()).await?;
        self.click(css).await?;
        self.press(&[Key::Control.into(), 'v']).await
    }

    /// Sets the size of the page in CSS pixels. 320 is what 1280 becomes at a zoom of 400 % (WCAG 2.2, 1.4.10).
    pub async fn resize(&self, width: u32, height: u32) -> Result<(), Error> {
        if !self.engine.has_devtools() {
            return Ok(self.client.set_window_size(width, height).await?);
        }
        // Its windows cannot be narrower than 500.
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// Waits for another page than the present one. Drivers would wait themselves, but see the capabilities of `WebKit`.
    async fn load(&self, leave: impl Future<Output = Result<(), CmdError>>) -> Result<(), Error> {
        let page = "return [performance.timeOrigin, location.href, document.readyState === 'complete']";
        let present = self.run(page, Vec::new()).await?;
        leave.await?;
        let limit = Instant::now() + PATIENCE;
        loop {
            match self.run(page, Vec::new()).await {
                // A browser may load the empty page with which it starts once more.
                Ok(next)
                    if next[2] == true
                        && next[1] != "about:blank"
                        && (&next[0], &next[1]) != (&present[0], &present[1]) =>
                {
                    return Ok(());
                }
                Ok(_) if Instant::now() > limit => return Err(Error::NotLoaded),
                Ok(_) => sleep(PAUSE).await,
                Err(Error::Command(error)) if Instant::now() < limit && is_between_pages(&error) => sleep(PAUSE).await,
                Err(error) => return Err(error),
            }
        }
    }

    async fn wait_for(&self, locator: Locator<'_>, wanted: &str) -> Result<Element, Error> {
        let limit = Instant::now() + PATIENCE;
        loop {
            match self.client.find(locator).await {
                Ok(element) => return Ok(element),
                // Not there yet, or on the next page, which is not there yet.
                Err(error) if Instant::now() < limit && (error.is_no_such_element() || is_between_pages(&error)) => {
                    sleep(PAUSE).await;
                }
                Err(source) => {
                    let url = self.client.current_url().await.map(String::from).unwrap_or_default();
                    return Err(Error::NotShown { wanted: wanted.to_owned(), url, source: Box::new(source) });
                }
            }
        }
    }

    async fn issue(&self, path: &'static str, body: Value) -> Result<Value, Error> {
        Ok(self.client.issue_cmd(Extension { path, body }).await?)
    }
}

/// Whether the page went away while the driver asked it.
fn is_between_pages(error: &CmdError) -> bool {
    matches!(error, CmdError::Failed(_) | CmdError::FailedC(_)) // no answer, see `Engine::answer_limit`
        // The driver of Chromium has a word of its own for it.
        || matches!(error, CmdError::NotW3C(Value::String(word)) if word == "aborted by navigation")
        || error.is_no_such_frame()
        || error.is_no_such_window()
        || error.is_javascript_error()
        || error.is_stale_element_reference()
}
