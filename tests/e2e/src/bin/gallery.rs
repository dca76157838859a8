//! Takes a picture of every screen in every state and writes them, with a page that shows them all, to `target/gallery`.
//!
//! `SCREENS` names the screens to take, by how their names begin; all when unset.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use futures_util::future::join_all;
use nemkonto::i18n::Language;
use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::error::Error;
use nemkonto_e2e::layout::{NARROW, WIDE};
use nemkonto_e2e::screens::Walk;
use nemkonto_e2e::site::{Site, root};

/// How a screen is looked at.
struct View {
    name: &'static str,
    size: (u32, u32),
    scheme: &'static str,
}

const VIEWS: [View; 3] = [
    View { name: "1280", size: WIDE, scheme: "light" },
    View { name: "dark", size: WIDE, scheme: "dark" },
    View { name: "320", size: NARROW, scheme: "light" },
];

#[tokio::main]
async fn main() -> ExitCode {
    let folder = root().join("target/gallery");
    let walks = join_all(Language::ALL.iter().map(|language| walk(*language, &folder))).await;
    let page = walks
        .into_iter()
        .collect::<Result<(), Error>>()
        .and_then(|()| Ok(fs::write(folder.join("index.html"), page())?));
    match page {
        Ok(()) => {
            println!("{}", folder.join("index.html").display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn walk(language: Language, folder: &Path) -> Result<(), Error> {
    let site = Site::open(Engine::Chromium).await?;
    let result = take_pictures(&site, language, folder).await;
    if result.is_err() {
        site.keep_evidence(&format!("gallery-{}", language.tag())).await;
    }
    site.close().await;
    result
}

async fn take_pictures(site: &Site, language: Language, folder: &Path) -> Result<(), Error> {
    let mut walk = Walk::new(site);
    for screen in Walk::screens() {
        walk.go_to(screen, language).await?;
        for view in VIEWS {
            site.browser.prefer("prefers-color-scheme", view.scheme).await?;
            site.browser.resize(view.size.0, view.size.1).await?;
            site.browser.screenshot(&folder.join(file(screen.name, language, &view))).await?;
        }
        site.browser.resize(WIDE.0, WIDE.1).await?;
        println!("{} {}", screen.name, language.tag());
    }
    Ok(())
}

fn file(screen: &str, language: Language, view: &View) -> String {
    format!("{screen}-{}-{}.png", language.tag(), view.name)
}

/// One row for each screen.
fn page() -> String {
    let mut rows = String::new();
    for screen in Walk::screens() {
        let _ = writeln!(rows, "<h2 id=\"{0}\"><a href=\"#{0}\">{0}</a></h2>\n<div>", screen.name);
        for (language, view) in
            Language::ALL.iter().flat_map(|language| VIEWS.iter().map(move |view| (*language, view)))
        {
            let file = file(screen.name, language, view);
            let caption = format!("{}, {}", language.tag(), view.name);
            let _ = writeln!(
                rows,
                "<a href=\"{file}\"><img src=\"{file}\" alt=\"{}: {caption}\" loading=\"lazy\"><span>{caption}</span></a>",
                screen.name
            );
        }
        rows.push_str("</div>\n");
    }
    format!("{HEAD}{rows}")
}

const HEAD: &str = "<!doctype html>
<html lang=\"en\">
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>NemKonto: every screen in every state</title>
<style>
  body { margin: 1rem 2rem; font: 1rem/1.5 system-ui, sans-serif }
  div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
  img { display: block; width: auto; height: 20rem; max-width: 28rem; object-fit: cover; object-position: top; border: 1px solid gray }
</style>
<h1>Every screen in every state</h1>
";
