//! What people set in their system: dark colours, forced colours, less motion.

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN};
use nemkonto_e2e::in_one_browser;
use nemkonto_e2e::site::Site;
use serde_json::json;

/// Colours by their names in `style/_palette.scss`: what is drawn, and on what.
const TEXT: [(&str, &[&str]); 10] = [
    ("black", &["white", "gray-100", "gray-200", "success-light", "warning-light", "error-light", "info-light"]),
    ("ink", &["white", "gray-100"]),
    ("ink-light", &["white"]),
    ("gray-600", &["white", "gray-100"]),
    ("link", &["white", "warning-light"]),
    ("link-hover", &["white", "warning-light"]),
    ("link-visited", &["white", "warning-light"]),
    ("error", &["white"]),
    ("red-700", &["white"]),
    ("white", &["primary", "primary-dark", "black", "red-700"]),
];
/// Edges of fields and buttons, and the ring around what has the focus.
const EDGES: [(&str, &[&str]); 4] = [
    ("gray-400", &["white"]),
    ("primary", &["white"]),
    ("black", &["white"]),
    ("focus", &["white", "gray-100", "warning-light", "error-light"]),
];

#[tokio::test]
async fn both_schemes_have_the_contrast_of_wcag_2_2_aa() {
    in_one_browser("both_schemes_have_the_contrast", async |site| {
        site.visit("/").await.unwrap();
        site.browser.find("#log-in").await.unwrap();
        let mut pages = Vec::new();
        for scheme in ["light", "dark"] {
            site.browser.prefer("prefers-color-scheme", scheme).await.unwrap();
            pages.push(luminance(site, "white").await);
            // Sections 1.4.3 and 1.4.11.
            for (pairs, least) in [(&TEXT[..], 4.5), (&EDGES[..], 3.0)] {
                for (colour, background) in pairs.iter().flat_map(|(colour, on)| on.iter().map(move |on| (colour, on)))
                {
                    let [one, other] = [luminance(site, colour).await, luminance(site, background).await];
                    let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                    assert!(contrast >= least, "{scheme}: {colour} on {background} is {contrast:.2}, not {least}");
                }
            }
        }
        assert!(pages[0] > 0.9 && pages[1] < 0.1, "the page is white and nearly black: {pages:?}");
        let scheme =
            site.browser.run("return getComputedStyle(document.documentElement).colorScheme", Vec::new()).await;
        assert_eq!(scheme.unwrap(), "light dark", "the browser draws its own parts in the same scheme");
    })
    .await;
}

#[tokio::test]
async fn forced_colours_leave_edges_ticks_and_dots() {
    in_one_browser("forced_colours_leave_edges", async |site| {
        site.browser.prefer("forced-colors", "active").await.unwrap();
        let anna = Caseworker::log_in(site, "anna").await;
        site.browser.fill("#holder-number", "99000678").await.unwrap();
        site.browser.click("#look-up").await.unwrap();
        site.browser.find("#scheme-cvr").await.unwrap();
        assert_eq!(style(site, "#scheme-cvr", "opacity").await, "1", "the browser draws the radio button itself");
        assert_eq!(style(site, ".error-summary:not([hidden])", "borderTopStyle").await, "solid");
        anna.open_foreign_form(COMPANY).await;
        assert_eq!(style(site, ".box", "borderTopStyle").await, "solid");
        anna.app.fill_foreign_form(BIC, IBAN).await.unwrap();
        anna.app.save().await.unwrap();
        anna.confirmation().await;
        for part in ["#confirmation", "#after", "#warnings", "#confirm"] {
            assert_eq!(style(site, part, "borderTopStyle").await, "solid", "{part}");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_for_those_who_want_less_motion() {
    in_one_browser("nothing_moves", async |site| {
        site.browser.prefer("prefers-reduced-motion", "reduce").await.unwrap();
        site.visit("/").await.unwrap();
        site.browser.find("#log-in").await.unwrap();
        let moving = "return [...document.querySelectorAll('*')].filter((element) => \
                      getComputedStyle(element).transitionDuration !== '0s').map((element) => element.className)";
        assert_eq!(site.browser.run(moving, Vec::new()).await.unwrap(), json!([]));
        let skip_link = style(site, ".skipnav", "transitionDuration").await;
        site.browser.prefer("prefers-reduced-motion", "").await.unwrap();
        assert_ne!(style(site, ".skipnav", "transitionDuration").await, skip_link, "otherwise it does");
    })
    .await;
}

async fn style(site: &Site, css: &str, property: &str) -> String {
    site.browser.find(css).await.unwrap();
    let script = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]";
    let value = site.browser.run(script, vec![json!(css), json!(property)]).await.unwrap();
    value.as_str().unwrap().to_owned()
}

/// Relative luminance of a colour of the palette (WCAG 2.2, section 8).
async fn luminance(site: &Site, colour: &str) -> f64 {
    let script = "const probe = document.createElement('i'); document.body.append(probe); \
                  probe.style.color = `var(--${arguments[0]})`; \
                  const colour = getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number); \
                  probe.remove(); return colour";
    let parts = site.browser.run(script, vec![json!(colour)]).await.unwrap();
    let parts: Vec<f64> = serde_json::from_value(parts).unwrap();
    assert_eq!(parts.len(), 3, "{colour} is opaque");
    let linear = |part: f64| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2])
}
