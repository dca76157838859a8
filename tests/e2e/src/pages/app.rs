//! The app's own pages, in the order of the journey.

use nemkonto::contract::SignedReceipt;

use crate::browser::Browser;
use crate::error::Error;

/// The app as a caseworker uses it.
pub struct App<'a>(pub &'a Browser);

impl App<'_> {
    /// From the first page to the provider's.
    pub async fn start_login(&self) -> Result<(), Error> {
        self.0.click("#log-in").await?;
        self.0.find("#choose-mitid").await.map(drop)
    }

    /// The field for a holder's number in the app, which only someone who is logged in sees. The page that is there before has one, too, and drivers
    /// that look an element up before they type into it do not follow when it is replaced.
    pub async fn wait_for_lookup(&self) -> Result<(), Error> {
        self.0.wait_until("!document.getElementById('first') && document.getElementById('holder-number')").await
    }

    /// Opens the accounts of a holder, from the first page.
    pub async fn look_up(&self, number: &str) -> Result<(), Error> {
        self.wait_for_lookup().await?;
        self.0.fill("#holder-number", number).await?;
        self.open_accounts().await
    }

    /// The same, with the number in its field already.
    pub async fn open_accounts(&self) -> Result<(), Error> {
        self.0.click("#look-up").await?;
        self.0.find("#nemkonto").await.map(drop)
    }

    pub async fn open_foreign_form(&self) -> Result<(), Error> {
        self.0.click("#assign-nemkonto").await?;
        self.choose_form("iban").await?;
        self.0.find("#bic").await.map(drop)
    }

    /// Chooses the form of an account: `domestic`, `iban`, `number` or `fi`.
    pub async fn choose_form(&self, form: &str) -> Result<(), Error> {
        self.0.click(&format!("label[for=account-type-{form}]")).await
    }

    /// Chooses from a list by the value of the option.
    pub async fn choose(&self, list: &str, value: &str) -> Result<(), Error> {
        self.0.click(&format!("#{list} option[value='{value}']")).await
    }

    /// Follows the link with which something is done to a specific account, such as `lock`.
    pub async fn open_specific(&self, code: &str, authority: &str, change: &str) -> Result<(), Error> {
        self.0.click(&format!("[id='specific-{code}-{authority}'] a[href$='/{change}']")).await
    }

    pub async fn fill_foreign_form(&self, bic: &str, iban: &str) -> Result<(), Error> {
        self.0.fill("#bic", bic).await?;
        self.0.fill("#iban", iban).await
    }

    /// Presses "Gem".
    pub async fn save(&self) -> Result<(), Error> {
        self.0.click("#save").await
    }

    /// The dialog "Bekræftelse".
    pub async fn wait_for_confirmation(&self) -> Result<(), Error> {
        self.0.find("#confirmation[open] #confirm").await.map(drop)
    }

    /// Presses "Bekræft" and arrives at the provider.
    pub async fn confirm(&self) -> Result<(), Error> {
        self.0.click("#confirm").await?;
        self.0.find("#choose-mitid").await.map(drop)
    }

    /// The documents of the receipt that is shown, as the API hands them out.
    pub async fn signed_receipt(&self) -> Result<SignedReceipt, Error> {
        let script = "const done = arguments[0]; \
                      fetch('/api' + location.pathname).then(answer => answer.json()).then(done)";
        let answer = self.0.client().execute_async(script, Vec::new()).await?;
        serde_json::from_value(answer).map_err(|_| Error::Answer)
    }

    /// Gives the page that checks receipts a text.
    pub async fn check_receipt(&self, text: &str) -> Result<(), Error> {
        self.0.fill("#receipt-text", text).await?;
        self.0.click("#check-text").await?;
        self.0.find("#genuine, #doubt").await.map(drop)
    }

    /// The number of the receipt, once it is shown.
    pub async fn receipt_number(&self) -> Result<String, Error> {
        self.0.text("#receipt-number").await
    }
}
