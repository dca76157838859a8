//! axe-core: what it finds wrong with the accessibility of a page.

use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::json;

use crate::browser::Browser;
use crate::error::Error;
use crate::site::root;

/// The rules of WCAG 2.2 at level AA, and what axe-core calls best practices.
const TAGS: [&str; 7] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// Something that a rule says of some elements.
#[derive(Debug, Deserialize)]
struct Finding {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary", default)]
    summary: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Findings {
    violations: Vec<Finding>,
    /// What axe-core could not decide by itself.
    incomplete: Vec<Finding>,
}

/// What axe-core finds on the page, violations and what it cannot decide, one line each. The driver puts it into the page from outside; the
/// page's policy stays in force.
pub async fn findings(browser: &Browser) -> Result<Vec<String>, Error> {
    if browser.run("return window.axe === undefined", Vec::new()).await? == true {
        browser.run(&fs::read_to_string(script()).map_err(|_| Error::NoAxe)?, Vec::new()).await?;
    }
    // What the buttons of a dialog cover can be scrolled to; as long as it is covered, axe-core cannot decide about it.
    let run = "const [tags, done] = arguments; \
               const buttons = document.querySelector('dialog[open] .modal-footer'); \
               if (buttons) buttons.style.position = 'static'; \
               axe.run({ runOnly: tags, resultTypes: ['violations', 'incomplete'], selectors: false }).then( \
                   ({ violations, incomplete }) => done({ violations, incomplete }), \
                   (error) => done(String(error)) \
               ).finally(() => { if (buttons) buttons.style.position = ''; })";
    let answer = browser.client().execute_async(run, vec![json!(TAGS)]).await?;
    let Findings { violations, incomplete } =
        serde_json::from_value(answer.clone()).map_err(|_| Error::Axe(answer.to_string()))?;
    let describe = |verdict: &'static str| {
        move |Finding { id, help, nodes }: Finding| {
            let places: Vec<String> = nodes
                .into_iter()
                .map(|Node { html, summary }| format!("{html} {}", summary.unwrap_or_default().replace('\n', " ")))
                .collect();
            format!("{verdict} {id} ({help}): {}", places.join(" | "))
        }
    };
    Ok(violations
        .into_iter()
        .map(describe("violates"))
        .chain(incomplete.into_iter().map(describe("may violate")))
        .collect())
}

fn script() -> PathBuf {
    root().join("target/tools/e2e/node_modules/axe-core/axe.min.js")
}
