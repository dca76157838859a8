//! The page as a picture, and on paper.

use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use super::Browser;
use crate::error::Error;

impl Browser {
    /// The page as it would be printed, as a PDF.
    pub async fn print(&self) -> Result<Vec<u8>, Error> {
        let page = json!({ "width": 21.0, "height": 29.7 });
        let answer = self.issue("print", json!({ "page": page })).await?;
        BASE64_STANDARD.decode(answer.as_str().unwrap_or_default()).map_err(|_| Error::Answer)
    }

    /// Shows the page with the rules of its stylesheets for paper, and without those for screens.
    pub async fn show_as_on_paper(&self) -> Result<(), Error> {
        let turn = "const turn = (rules) => { for (const rule of rules) { \
                        if (rule.media?.mediaText.includes('print')) rule.media.mediaText = 'all'; \
                        else if (rule.media?.mediaText.includes('screen')) rule.media.mediaText = 'not all'; \
                        if (rule.cssRules) turn(rule.cssRules); \
                    } }; \
                    for (const sheet of document.styleSheets) turn(sheet.cssRules)";
        self.run(turn, Vec::new()).await.map(drop)
    }

    /// Writes a picture of the whole page; of what is in view, where a dialog is open or the engine cannot do more.
    pub async fn screenshot(&self, file: &Path) -> Result<(), Error> {
        let png = if self.engine.has_devtools() {
            let has_dialog = self.run("return document.querySelector('dialog[open]') !== null", Vec::new()).await?;
            let whole = json!({ "captureBeyondViewport": has_dialog == false });
            let answer = self.devtools("Page.captureScreenshot", whole).await?;
            BASE64_STANDARD.decode(answer["data"].as_str().unwrap_or_default()).map_err(|_| Error::Answer)?
        } else {
            self.client.screenshot().await?
        };
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(file, png)?)
    }
}
