//! The pages as their users see them: what is on each, and what can be done there.

pub mod app;
pub mod provider;

use crate::browser::Browser;
use crate::error::Error;

/// What all pages of the app have.
pub struct Page<'a>(pub &'a Browser);

impl Page<'_> {
    /// The heading, once the page is shown.
    pub async fn heading(&self) -> Result<String, Error> {
        self.0.text("main h1").await
    }

    /// The language of the page, as screen readers see it.
    pub async fn language(&self) -> Result<String, Error> {
        Ok(self.0.find("html").await?.attr("lang").await?.unwrap_or_default())
    }
}
