//! How many numbers are checked in a second, by the app's rules and by ibantools, in the same page.

use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::site::Site;
use serde_json::Value;

use crate::Failure;
use crate::peer::Peer;
use crate::table::{Report, Target};

pub async fn measure(report: &mut Report, peer: &Peer) -> Result<(), Failure> {
    let site = Site::open(Engine::Chromium).await?;
    site.browser.go(peer.validations.as_str()).await?;
    let measure = "const done = arguments[0]; measure().then(done, (error) => done({ error: String(error) }))";
    let counted: Value = site.browser.client().execute_async(measure, Vec::new()).await?;
    site.close().await;
    let rate = |name: &str| counted[name].as_f64().ok_or_else(|| format!("validations: {counted}"));
    let (iban, handed_over) = (rate("iban")?, rate("handed_over")?);
    let (cpr, ibantools) = (rate("cpr")?, rate("ibantools")?);
    report.note(&format!(
        "In a second the app's rules read {iban:.0} IBANs and {cpr:.0} CPR numbers, ibantools {ibantools:.0} IBANs. \
         With each IBAN handed over from the page by itself it is {handed_over:.0}."
    ));
    report.target("IBANs checked in a second, against ibantools", iban / ibantools, Target::AtLeast(3.0, "x"));
    Ok(())
}
