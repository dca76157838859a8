//! The list as a page of the sandbox, for those who did not see it printed.

use axum::{Router, http::header, routing::get};
use maud::{DOCTYPE, Markup, html};

use super::Section;

/// Where the page is.
pub const PATH: &str = "/sandbox";

/// The page and its stylesheet.
pub fn router(guide: &[Section]) -> Router {
    let page = page(guide);
    let style = ([(header::CONTENT_TYPE, "text/css")], include_str!("../provider/assets/provider.css"));
    Router::new().route(PATH, get(async move || page.clone())).route("/sandbox/guide.css", get(async move || style))
}

fn page(guide: &[Section]) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "What to try in the sandbox" }
                link rel="stylesheet" href="/sandbox/guide.css";
            }
            body {
                header { p { strong { "Sandbox" } " All persons, companies and accounts are invented." } }
                main {
                    h1 { "What to try" }
                    p { a href="/" { "Back to NemKonto" } }
                    @for section in guide {
                        h2 { (section.title) }
                        dl {
                            @for entry in &section.entries {
                                dt { code { (entry.text) } }
                                dd { (entry.meaning) }
                            }
                        }
                    }
                }
            }
        }
    }
}
