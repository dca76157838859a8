//! Opening a page, and what it then knows of its own loading.

use nemkonto_e2e::browser::Browser;
use serde::Deserialize;
use serde_json::json;

use crate::Failure;

/// When a page counts as usable.
#[derive(Clone, Copy)]
pub enum Usable {
    /// As soon as this element is there to be seen.
    Shown(&'static str),
    /// As soon as a click on this element makes the page ask this address. What is only painted asks nothing.
    Answering(&'static str, &'static str),
    /// As soon as this field is there, filled with this text, and a click on this button makes the page ask this address.
    AnsweringTo(&'static str, &'static str, &'static str, &'static str),
}

/// Runs in each new page before anything else. It looks at the page only when that changes, to take little of its time.
const WATCH: &str = "window.usable = new Promise((done) => {
    const shown = (act) => {
        const look = () => {
            const element = document.querySelector(SELECTOR);
            if (!element?.getClientRects().length) return;
            changes.disconnect();
            act(element);
        };
        const changes = new MutationObserver(look);
        changes.observe(document, { childList: true, subtree: true, attributeFilter: ['hidden', 'open'] });
    };
    const now = () => done(performance.now());
    ACT
});";
const SHOWN: &str = "shown(now);";
const ANSWERING: &str = "let asked = false;
    const ask = window.fetch;
    window.fetch = (what, ...how) => {
        if (new URL(what.url ?? what, location).pathname !== ADDRESS) return ask(what, ...how);
        asked = true;
        now();
        return new Promise(() => {});
    };
    let typed = TEXT;
    const press = (field) => {
        if (typed) {
            field.value = typed;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            typed = '';
        }
        document.querySelector(BUTTON)?.click();
        if (!asked) requestAnimationFrame(press);
    };
    shown(press);";

/// Waits for the page and for what it fetches besides.
const READ: &str = "const done = arguments[0];
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    // Told some time after it has happened.
    const painted = new Promise((seen) => {
        const look = (list) => list.getEntriesByName('first-contentful-paint').forEach((entry) => seen(entry.startTime));
        new PerformanceObserver(look).observe({ type: 'paint', buffered: true });
    });
    window.usable.then(async (usable) => {
        await document.fonts.ready;
        await frame();
        await frame();
        const [navigation] = performance.getEntriesByType('navigation');
        const paint = await painted;
        const files = [navigation, ...performance.getEntriesByType('resource')].map((entry) => ({
            path: new URL(entry.name).pathname,
            bytes: entry.transferSize > 0 ? entry.encodedBodySize : 0,
            from_cache: entry.transferSize === 0,
            start: entry.startTime,
            end: entry.responseEnd,
        }));
        // An element is there before it is painted.
        done({ usable: Math.max(usable, paint), paint, arrival: navigation.fetchStart, files });
    });";

/// A page that was opened. Times are milliseconds since the navigation began.
#[derive(Debug, Deserialize)]
pub struct Visit {
    pub usable: f64,
    pub paint: f64,
    /// When the browser turned to our origin, after what redirects there were from others.
    pub arrival: f64,
    pub files: Vec<File>,
}

/// Something that the page asked for.
#[derive(Debug, Deserialize)]
pub struct File {
    pub path: String,
    /// As they travelled.
    pub bytes: f64,
    pub from_cache: bool,
    pub start: f64,
    pub end: f64,
}

impl File {
    pub fn is_call(&self) -> bool {
        self.path.starts_with("/api/")
    }
}

/// Has every page that this tab opens watched.
pub async fn watch(browser: &Browser, usable: Usable) -> Result<(), Failure> {
    let answering = |text: &str, button: &str, address: &str| {
        let [text, button, address] = [text, button, address].map(|part| json!(part).to_string());
        ANSWERING.replace("TEXT", &text).replace("BUTTON", &button).replace("ADDRESS", &address)
    };
    let (selector, act) = match usable {
        Usable::Shown(selector) => (selector, SHOWN.to_owned()),
        Usable::Answering(button, address) => (button, answering("", button, address)),
        Usable::AnsweringTo(field, text, button, address) => (field, answering(text, button, address)),
    };
    let source = WATCH.replace("ACT", &act).replace("SELECTOR", &json!(selector).to_string());
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    Ok(())
}

/// Opens an address as one who types it, and reads what came of it. Nothing is asked of the page while it loads.
pub async fn open(browser: &Browser, address: &str) -> Result<Visit, Failure> {
    // From another page, or the browser would take it for a reload.
    for url in ["about:blank", address] {
        browser.devtools("Page.navigate", json!({ "url": url })).await?;
    }
    read(browser).await
}

/// What the present page knows, once it is usable.
pub async fn read(browser: &Browser) -> Result<Visit, Failure> {
    Ok(serde_json::from_value(browser.client().execute_async(READ, Vec::new()).await?)?)
}
