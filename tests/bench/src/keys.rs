//! What a key press in the field for the IBAN costs the main thread.

use nemkonto_e2e::browser::Browser;
use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::pages::app::App;
use nemkonto_e2e::site::Site;
use serde_json::json;

use crate::caseworker::IBAN;
use crate::conditions::Conditions;
use crate::loads::address;
use crate::peer::Peer;
use crate::statistics::{median, percentile};
use crate::table::{Report, Target};
use crate::{Failure, logged_in};

/// Presses keys in the field that has the focus, a frame apart. What follows a key in the page is done when a message that was posted
/// behind it arrives; then style and layout are still to be made. Painting is not in it.
const PRESS: &str = "const [presses, text, done] = arguments;
    const field = document.activeElement;
    const { port1, port2 } = new MessageChannel();
    const message = () => new Promise((arrived) => { port2.onmessage = arrived; port1.postMessage(0); });
    const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    const event = (type, key) => field.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
    const press = async (key) => {
        const start = performance.now();
        event('keydown', key);
        document.execCommand('insertText', false, key);
        event('keyup', key);
        await message();
        document.documentElement.getBoundingClientRect();
        return performance.now() - start;
    };
    (async () => {
        const taken = [];
        while (taken.length < presses) {
            field.select();
            for (const key of text) {
                await frame();
                taken.push(await press(key));
            }
        }
        done(taken);
    })();";

pub async fn measure(report: &mut Report, conditions: &Conditions, peer: &Peer, presses: usize) -> Result<(), Failure> {
    let site = Site::open(Engine::Chromium).await?;
    site.browser.go(peer.form.as_str()).await?;
    let theirs = press_keys(&site.browser, conditions, presses).await?;
    site.close().await;

    let (site, caseworker) = logged_in().await?;
    site.browser.go(&address(&site.sandbox, &caseworker, "nemkonto").await?).await?;
    App(&site.browser).choose_form("iban").await?;
    let ours = press_keys(&site.browser, conditions, presses).await?;
    site.close().await;

    report.note(&format!(
        "A key press takes {:.1} ms of the main thread (median; 95 of 100 take at most {:.1} ms), in React's form {:.1} ms ({:.1} ms).",
        median(ours.clone()),
        percentile(ours.clone(), 95),
        median(theirs.clone()),
        percentile(theirs, 95),
    ));
    report.target("main thread, key press, p95", percentile(ours, 95), Target::Below(16.0, " ms"));
    Ok(())
}

/// Types an IBAN, over and over, and gives the milliseconds that each key took.
async fn press_keys(browser: &Browser, conditions: &Conditions, presses: usize) -> Result<Vec<f64>, Failure> {
    browser.click("#iban").await?;
    browser.settle().await?;
    conditions.slow_down(browser).await?;
    let taken = browser.client().execute_async(PRESS, vec![json!(presses), json!(IBAN)]).await?;
    Ok(serde_json::from_value(taken)?)
}
