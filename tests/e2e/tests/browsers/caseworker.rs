//! A caseworker at a browser: the steps that several tests take.

use nemkonto_e2e::{
    browser::Browser,
    pages::{app::App, provider::ProviderLogin},
    site::Site,
};

/// A company without a `NemKonto`, by CVR number, as the app shows it.
pub const COMPANY: &str = "99 00 01 20";
pub const BIC: &str = "REVOLT21";
pub const IBAN: &str = "LT35 3250 0123 4567 8901";

pub fn assert_all(text: &str, expected: &[&str]) {
    for expected in expected {
        assert!(text.contains(expected), "“{expected}” is missing in {text}");
    }
}

/// What stands in a field.
pub async fn value(site: &Site, field: &str) -> String {
    site.browser.find(field).await.unwrap().prop("value").await.unwrap().unwrap()
}

pub struct Caseworker<'a> {
    pub app: App<'a>,
    pub login: ProviderLogin<'a>,
    site: &'a Site,
}

impl<'a> Caseworker<'a> {
    /// Somebody who is not logged in yet.
    pub fn at_the_log_in_page(site: &'a Site) -> Self {
        Self { app: App(&site.browser), login: ProviderLogin(&site.browser), site }
    }

    pub fn browser(&self) -> &Browser {
        &self.site.browser
    }

    /// Somebody who is logged in, at the look-up. How one logs in is shown by `log_in_by_hand`.
    pub async fn log_in(site: &'a Site, user_id: &str) -> Self {
        let caseworker = Self::at_the_log_in_page(site);
        site.step_outside().await.unwrap();
        site.begin_session(user_id).await.unwrap();
        site.visit("/").await.unwrap();
        caseworker.app.wait_for_lookup().await.unwrap();
        caseworker
    }

    /// Somebody who has logged in page by page.
    pub async fn log_in_by_hand(site: &'a Site, user_id: &str) -> Self {
        let caseworker = Self::at_the_log_in_page(site);
        site.visit("/").await.unwrap();
        caseworker.app.start_login().await.unwrap();
        caseworker.login.complete_by_hand(user_id).await.unwrap();
        caseworker.app.wait_for_lookup().await.unwrap();
        caseworker
    }

    /// Anna, who has confirmed a change and stands before the login.
    pub async fn at_the_provider(site: &'a Site) -> Self {
        let anna = Self::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.save_and_confirm(BIC, IBAN).await;
        anna
    }

    /// To the look-up, where the page does not show it already.
    async fn start_again(&self) {
        let fields = self.site.browser.client().find_all(fantoccini::Locator::Css("#holder-number")).await.unwrap();
        if fields.is_empty() {
            self.site.visit("/").await.unwrap();
            self.app.wait_for_lookup().await.unwrap();
        }
    }

    /// Opens the accounts of a holder whose number tells its kind.
    pub async fn open_overview(&self, number: &str) {
        self.start_again().await;
        self.app.look_up(number).await.unwrap();
    }

    /// "Gem", "Bekræft", login and receipt. Gives what the confirmation and the page of the receipt say.
    pub async fn carry_out(&self) -> (String, String) {
        self.app.save().await.unwrap();
        let confirmation = self.confirmation().await;
        self.app.confirm().await.unwrap();
        self.login.complete("anna").await.unwrap();
        self.app.receipt_number().await.unwrap();
        (confirmation, self.site.browser.text("main").await.unwrap())
    }

    /// From a receipt to the history of the same holder: what its newest entry says.
    pub async fn newest_in_history(&self) -> String {
        self.site.browser.click("#same-holder").await.unwrap();
        self.site.browser.click("#history").await.unwrap();
        self.site.browser.text("#entry-0").await.unwrap()
    }

    pub async fn open_foreign_form(&self, company: &str) {
        self.open_overview(company).await;
        self.app.open_foreign_form().await.unwrap();
    }

    pub async fn save_and_confirm(&self, bic: &str, iban: &str) {
        self.app.fill_foreign_form(bic, iban).await.unwrap();
        self.confirm_the_form().await;
    }

    /// "Gem" and "Bekræft", and arrives at the provider.
    pub async fn confirm_the_form(&self) {
        self.app.save().await.unwrap();
        self.confirmation().await;
        self.app.confirm().await.unwrap();
    }

    /// What the confirmation says, once it is open.
    pub async fn confirmation(&self) -> String {
        self.app.wait_for_confirmation().await.unwrap();
        self.site.browser.text("#confirmation").await.unwrap()
    }

    /// What session storage holds, as JSON, beside what is being typed.
    pub async fn stored(&self) -> String {
        let script =
            "return JSON.stringify(Object.entries(sessionStorage).filter(([key]) => key !== 'nemkonto.drafts'))";
        let stored = self.site.browser.client().execute(script, Vec::new()).await.unwrap();
        stored.as_str().unwrap().to_owned()
    }

    /// Where a number could be left: address, referrer, title, history and both storages.
    pub async fn traces(&self) -> String {
        let script = "return JSON.stringify([location.href, document.referrer, document.title, history.state, \
                      Object.entries(sessionStorage), Object.entries(localStorage)])";
        let traces = self.site.browser.client().execute(script, Vec::new()).await.unwrap();
        traces.as_str().unwrap().to_owned()
    }

    pub async fn assert_form_holds(&self, bic: &str, iban: &str) {
        for (field, expected) in [("#bic", bic), ("#iban", iban)] {
            let value = self.site.browser.find(field).await.unwrap().prop("value").await.unwrap();
            assert_eq!(value.as_deref(), Some(expected), "{field}");
        }
    }

    pub async fn assert_notice(&self, beginning: &str) {
        let notice = self.site.browser.text("#notice").await.unwrap();
        assert!(notice.starts_with(beginning), "{notice}");
    }

    /// The journey has stopped with this heading, and the change was not carried out.
    pub async fn assert_stopped(&self, heading: &str) {
        self.site.browser.find_text("h1", heading).await.unwrap();
        assert_eq!(self.site.browser.text("#outcome").await.unwrap(), "Ændringen er ikke gennemført.");
    }

    /// Takes the way back that the problem page offers, to the form as it was, with nothing left.
    pub async fn back_to_the_form(&self) {
        self.site.browser.click("#back-to-form").await.unwrap();
        self.assert_notice("Det, du havde indtastet, står her stadig.").await;
        self.assert_form_holds(BIC, IBAN).await;
        assert_eq!(self.stored().await, "[]");
    }

    pub async fn assert_not_changed(&self) {
        self.open_overview(COMPANY).await;
        let pending = self.site.browser.client().find_all(fantoccini::Locator::Css("#pending")).await.unwrap();
        assert!(pending.is_empty(), "an account waits for activation");
    }
}
