//! Stand-ins for the agency's own pages that the footer of the app leads to.

use axum::{Router, routing::get};
use maud::{DOCTYPE, Markup, html};

/// An example in the language of the pages themselves, and what such a page is for.
struct Example {
    path: &'static str,
    title: &'static str,
    words: &'static str,
    about: &'static str,
}

const EXAMPLES: [Example; 3] = [
    Example {
        path: "/sandbox/accessibility-statement",
        title: "Tilgængelighedserklæring",
        words: "Her står, hvor godt løsningen lever op til kravene om webtilgængelighed, og hvordan man giver besked om noget, \
                der ikke er tilgængeligt.",
        about: "An agency links to its statement at was.digst.dk, which the act on web accessibility asks of every public website.",
    },
    Example {
        path: "/sandbox/privacy-notice",
        title: "Privatlivspolitik",
        words: "Her står, hvilke personoplysninger myndigheden behandler, med hvilket formål og hvor længe.",
        about: "An agency links to what it tells people under articles 13 and 14 of the GDPR.",
    },
    Example {
        path: "/sandbox/support",
        title: "Support",
        words: "Her står, hvordan sagsbehandlere får hjælp.",
        about: "An agency links to its own service desk.",
    },
];

/// The pages.
pub fn router() -> Router {
    EXAMPLES.iter().fold(Router::new(), |router, example| router.route(example.path, get(async || page(example))))
}

fn page(example: &Example) -> Markup {
    html! {
        (DOCTYPE)
        html lang="da" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (example.title) " – eksempel" }
                link rel="stylesheet" href="/sandbox/guide.css";
            }
            body {
                header { p { strong { "Sandkasse" } " Siden er et eksempel." } }
                main {
                    h1 { (example.title) }
                    p { (example.words) }
                    p lang="en" { (example.about) }
                    p { a href="/" { "Til NemKonto" } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Agency;

    #[test]
    fn each_link_of_the_sandbox_has_its_page() {
        let links = Agency::of_the_sandbox().links.by_name();
        let paths: Vec<_> = links.into_iter().filter_map(|(_, address)| address).collect();
        assert_eq!(paths, EXAMPLES.map(|example| example.path.to_owned()));
    }
}
