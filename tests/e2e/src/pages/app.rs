//! The app's own pages, in the order of the journey.

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

    /// The field for a holder's number, which only someone who is logged in sees.
    pub async fn wait_for_lookup(&self) -> Result<(), Error> {
        self.0.find("#holder-number").await.map(drop)
    }

    /// Opens the accounts of a holder, from the first page. Eight digits are taken for a CVR number, though they could be an SE number.
    pub async fn look_up(&self, number: &str) -> Result<(), Error> {
        self.0.fill("#holder-number", number).await?;
        if number.chars().filter(char::is_ascii_digit).count() == 8 {
            self.0.click("label[for=scheme-cvr]").await?;
        }
        self.0.click("#look-up").await?;
        self.0.find("#nemkonto").await.map(drop)
    }

    pub async fn open_foreign_form(&self) -> Result<(), Error> {
        self.0.click("#change-foreign").await?;
        self.0.find("#bic").await.map(drop)
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

    /// The number of the receipt, once it is shown.
    pub async fn receipt_number(&self) -> Result<String, Error> {
        self.0.text("#receipt-number").await
    }
}
