//! The stand-in provider's login, and the simulated MitID app in a tab of its own.

use fantoccini::wd::WindowHandle;
use nemkonto_sandbox::driver::Driver;
use serde_json::json;

use crate::browser::Browser;
use crate::error::Error;

/// The login, in the order in which its pages appear.
pub struct ProviderLogin<'a>(pub &'a Browser);

impl<'a> ProviderLogin<'a> {
    pub async fn choose_mitid(&self) -> Result<(), Error> {
        self.0.click("#choose-mitid").await?;
        self.0.find("#user-id").await.map(drop)
    }

    pub async fn identify(&self, user_id: &str) -> Result<(), Error> {
        self.0.fill("#user-id", user_id).await?;
        self.0.click("#continue").await?;
        self.0.find("#open-app").await.map(drop)
    }

    /// Opens the app where the QR code leads, in a new tab.
    pub async fn open_app(&self) -> Result<MitIdApp<'a>, Error> {
        let client = self.0.client();
        let login = client.window().await?;
        let link = self.0.find("#open-app").await?;
        let address = link.prop("href").await?.unwrap_or_default();
        let tab = client.new_window(true).await?.handle;
        client.switch_to_window(tab).await?;
        self.0.go(&address).await?;
        Ok(MitIdApp { browser: self.0, login })
    }

    /// The login, for tests of what comes before and after it: the pages in between are those of another device, and the browser leaves the
    /// first of them as it would leave the last.
    pub async fn complete(&self, user_id: &str) -> Result<(), Error> {
        self.0.find("#choose-mitid").await?;
        let first = self.0.client().current_url().await?;
        let next = Driver::new()?.approve(&first, user_id).await?;
        // Like the page that waits for the app. The script ends before the page does.
        self.0.run("setTimeout((next) => location.replace(next), 0, arguments[0])", vec![json!(next)]).await.map(drop)
    }

    /// The login page by page, from the first to the approval; it then continues by itself.
    pub async fn complete_by_hand(&self, user_id: &str) -> Result<(), Error> {
        self.choose_mitid().await?;
        self.identify(user_id).await?;
        self.open_app().await?.approve().await
    }
}

/// The app, shown in front of the login.
pub struct MitIdApp<'a> {
    browser: &'a Browser,
    login: WindowHandle,
}

impl MitIdApp<'_> {
    /// Approves and returns to the tab of the login.
    pub async fn approve(self) -> Result<(), Error> {
        self.answer("#approve").await
    }

    /// Rejects and returns to the tab of the login.
    pub async fn reject(self) -> Result<(), Error> {
        self.answer("#reject").await
    }

    async fn answer(self, button: &str) -> Result<(), Error> {
        self.browser.click(button).await?;
        // Closing the tab before the answer has arrived would take it back.
        self.browser.find("#decided").await?;
        self.browser.client().close_window().await?;
        Ok(self.browser.client().switch_to_window(self.login).await?)
    }
}
