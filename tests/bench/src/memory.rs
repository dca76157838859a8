//! Whether changes leave something behind in memory.
//!
//! A change that is confirmed leaves the page for the login, and the page with all that it holds goes. So these are prepared, looked at
//! in the confirmation and cancelled, one after the other in one page, each from the look-up on.

use nemkonto_e2e::browser::Browser;
use serde_json::{Value, json};

use crate::caseworker::{BIC, COMPANY, IBAN};
use crate::table::{Report, Target};
use crate::{Failure, logged_in};

/// Finds the memory of the app's module, which the app shows nobody.
const KEEP_MEMORY: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...what) => {
        const made = await make(...what);
        window.appMemory = (made.instance ?? made).exports.memory;
        return made;
    };
}";

/// Makes changes in the page, as many as it is told.
const MAKE_CHANGES: &str = "const [changes, company, bic, iban, done] = arguments;
    const see = (selector) => new Promise((seen) => {
        const look = () => {
            const element = document.querySelector(selector);
            element ? seen(element) : requestAnimationFrame(look);
        };
        look();
    });
    const gone = (selector) => new Promise((gone) => {
        const look = () => (document.querySelector(selector) ? requestAnimationFrame(look) : gone());
        look();
    });
    const press = async (selector) => (await see(selector)).click();
    const type = async (selector, text) => {
        const field = await see(selector);
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const change = async () => {
        await type('#holder-number', company);
        await press('#look-up');
        await press('#assign-nemkonto');
        await press('label[for=account-type-iban]');
        await type('#bic', bic);
        await type('#iban', iban);
        await press('#save');
        await see('#confirmation[open] #confirm');
        await press('#cancel');
        await gone('#confirmation[open]');
        await press('#menu-find');
    };
    (async () => {
        for (let made = 0; made < changes; made += 1) await change();
        await see('#holder-number');
        done();
    })();";

/// What is held after so many changes.
struct Held {
    changes: usize,
    /// In bytes.
    heap: f64,
    /// In bytes.
    module: f64,
    elements: f64,
}

impl Held {
    fn megabytes(&self) -> f64 {
        (self.heap + self.module) / 1e6
    }
}

pub async fn measure(report: &mut Report, changes: usize) -> Result<(), Failure> {
    let (site, _) = logged_in().await?;
    let browser = &site.browser;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": KEEP_MEMORY })).await?;
    site.visit("/").await?;
    let mut held = Vec::new();
    let mut made = 0;
    // What a page keeps once is there after a tenth; what it keeps for each change grows from the middle to the end.
    for until in [changes / 10, changes / 2, changes] {
        let arguments = vec![json!(until - made), json!(COMPANY), json!(BIC), json!(IBAN)];
        browser.client().execute_async(MAKE_CHANGES, arguments).await?;
        made = until;
        held.push(look(browser, made).await?);
    }
    site.close().await;
    let [early, middle, late] = &held[..] else { return Err("three looks".into()) };
    for held in [early, middle, late] {
        report.note(&format!(
            "After {} changes the page holds {:.2} MB of objects in {} nodes, and {:.2} MB for the module.",
            held.changes,
            held.heap / 1e6,
            held.elements,
            held.module / 1e6
        ));
    }
    // Some per cent are caches of the browser.
    let growth = (late.megabytes() / middle.megabytes() - 1.0) * 100.0;
    report.target("memory, growth in the last half of the changes", growth, Target::AtMost(3.0, " %"));
    Ok(())
}

/// What is still held when everything that is not needed is gone.
async fn look(browser: &Browser, changes: usize) -> Result<Held, Failure> {
    browser.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let heap: Value = browser.devtools("Runtime.getHeapUsage", json!({})).await?;
    let counters: Value = browser.devtools("Memory.getDOMCounters", json!({})).await?;
    let module = browser.run("return appMemory.buffer.byteLength", Vec::new()).await?;
    let number = |value: &Value| value.as_f64().ok_or("no number");
    Ok(Held {
        changes,
        heap: number(&heap["usedSize"])?,
        module: number(&module)?,
        elements: number(&counters["nodes"])?,
    })
}
