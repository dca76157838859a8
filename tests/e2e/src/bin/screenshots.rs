//! Walks the journey and writes a picture of every step, wide and narrow, and the receipt as printed, to `target/screenshots`.

use std::process::ExitCode;

use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::error::Error;
use nemkonto_e2e::pages::app::App;
use nemkonto_e2e::pages::provider::ProviderLogin;
use nemkonto_e2e::site::{Site, root};

/// A desktop, and the same at a zoom of 400 % (WCAG 2.2, 1.4.10).
const SIZES: [(&str, u32, u32); 2] = [("1280", 1280, 900), ("320", 320, 1400)];

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Error> {
    let site = Site::open(Engine::Chromium).await?;
    let result = walk(&site).await;
    if result.is_err() {
        site.keep_evidence("screenshots").await;
    }
    site.close().await;
    result
}

/// The case of the guide: a company gets a foreign account. Number, account and user id are the sandbox's own.
async fn walk(site: &Site) -> Result<(), Error> {
    let (app, login) = (App(&site.browser), ProviderLogin(&site.browser));
    site.visit("/").await?;
    site.browser.find("#log-in").await?;
    take(site, "01-log-in").await?;
    app.start_login().await?;
    login.complete("anna").await?;
    app.wait_for_lookup().await?;
    take(site, "02-look-up").await?;
    app.look_up_company("99000015").await?;
    take(site, "03-overview").await?;
    app.open_foreign_form().await?;
    app.save().await?;
    site.browser.find(".form-error-message").await?;
    take(site, "04-form-with-errors").await?;
    app.fill_foreign_form("REVOLT21", "LT35 3250 0123 4567 8901").await?;
    take(site, "05-form").await?;
    app.save().await?;
    app.wait_for_confirmation().await?;
    take(site, "06-confirmation").await?;
    app.confirm().await?;
    take(site, "07-provider").await?;
    login.choose_mitid().await?;
    take(site, "08-user-id").await?;
    login.identify("anna").await?;
    take(site, "09-qr-code").await?;
    let mitid_app = login.open_app().await?;
    take(site, "10-app").await?;
    mitid_app.approve().await?;
    app.receipt_number().await?;
    take(site, "11-receipt").await?;
    std::fs::write(root().join("target/screenshots/11-receipt.pdf"), site.browser.print().await?)?;
    let signed = app.signed_receipt().await?;
    site.visit(&format!("/verify#{}", signed.code())).await?;
    site.browser.find("#genuine").await?;
    take(site, "12-code-checked").await?;
    app.check_receipt(signed.document()).await?;
    take(site, "13-receipt-checked").await?;
    app.check_receipt(&signed.document()[1..]).await?;
    take(site, "14-no-receipt").await?;
    site.visit("/").await?;
    site.browser.click("#verify-receipt").await?;
    take(site, "15-check-a-receipt").await
}

/// Takes the step's picture in every size and returns to the first.
async fn take(site: &Site, step: &str) -> Result<(), Error> {
    for (name, width, height) in SIZES {
        site.browser.resize(width, height).await?;
        let file = root().join("target/screenshots").join(format!("{step}-{name}.png"));
        site.browser.screenshot(&file).await?;
        println!("{}", file.display());
    }
    site.browser.resize(SIZES[0].1, SIZES[0].2).await
}
