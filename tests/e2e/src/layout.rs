//! Whether a page fits: at 320 pixels (WCAG 2.2, 1.4.10), with wide text spacing (1.4.12), with targets that can be hit (2.5.8).

use serde_json::json;

use crate::browser::Browser;
use crate::error::Error;

/// What a desktop at a zoom of 400 % has.
pub const NARROW: (u32, u32) = (320, 900);
pub const WIDE: (u32, u32) = (1280, 900);

const CHECKS: &str = include_str!("layout.js");

/// What does not fit at 320 pixels, as it is and with wide text spacing. The page is wide again afterwards.
pub async fn findings(browser: &Browser) -> Result<Vec<String>, Error> {
    browser.resize(NARROW.0, NARROW.1).await?;
    let mut findings = check(browser, false).await?;
    findings.extend(check(browser, true).await?.into_iter().map(|finding| format!("with text spacing, {finding}")));
    browser.resize(WIDE.0, WIDE.1).await?;
    Ok(findings)
}

async fn check(browser: &Browser, spacing: bool) -> Result<Vec<String>, Error> {
    let findings = browser.run(CHECKS, vec![json!(spacing)]).await?;
    serde_json::from_value(findings).map_err(|_| Error::Answer)
}
