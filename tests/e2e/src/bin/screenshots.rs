//! Walks the journey and writes a picture of every step, wide and narrow, to `target/screenshots`.

use std::process::ExitCode;

use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::error::Error;
use nemkonto_e2e::pages::Page;
use nemkonto_e2e::site::{Site, root};

/// A desktop, and the same at a zoom of 400 % (WCAG 2.2, 1.4.10).
const SIZES: [(&str, u32, u32); 2] = [("1280", 1280, 900), ("320", 320, 640)];

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
    site.close().await;
    result
}

async fn walk(site: &Site) -> Result<(), Error> {
    site.visit("/").await?;
    Page(&site.browser).heading().await?;
    take(site, "01-start").await
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
