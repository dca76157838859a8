//! How soon a page can be used: the first time, and when the browser has been there before.

use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::site::Site;
use nemkonto_sandbox::server::Sandbox;

use crate::caseworker::{COMPANY, Caseworker};
use crate::conditions::Conditions;
use crate::peer::Peer;
use crate::statistics::median;
use crate::tab::{self, File, Usable, Visit};
use crate::table::{Bytes, Load, Report, Target};
use crate::{Failure, logged_in};

/// A page to open.
struct Page {
    name: &'static str,
    is_ours: bool,
    is_logged_in: bool,
    /// For a page of the app what stands behind the handle of a holder, if it has one.
    path: &'static str,
    usable: Usable,
}

const PEER: Page = Page { name: "", is_ours: false, is_logged_in: false, path: "", usable: Usable::Shown("#iban") };
const OURS: Page = Page { name: "", is_ours: true, is_logged_in: true, path: "", usable: Usable::Shown("#iban") };

const PAGES: [Page; 7] = [
    Page { name: "React, one form, no API", ..PEER },
    Page { name: "React, session", path: "?calls=1", ..PEER },
    Page { name: "React, session and look-up", path: "?calls=2", ..PEER },
    Page { name: "log-in page", is_logged_in: false, usable: Usable::Answering("#log-in", "/api/login"), ..OURS },
    Page { name: "look-up (logged in)", usable: Usable::Shown("#holder-number"), ..OURS },
    Page {
        name: "look-up, until the API is asked",
        usable: Usable::AnsweringTo("#holder-number", COMPANY, "#look-up", "/api/account-holders/lookup"),
        ..OURS
    },
    Page {
        name: "form (logged in, by address)",
        path: "nemkonto",
        usable: Usable::Shown("label[for=account-type-iban]"),
        ..OURS
    },
];

pub async fn measure(report: &mut Report, conditions: &Conditions, peer: &Peer, runs: usize) -> Result<(), Failure> {
    let mut visits: Vec<Vec<(Visit, Visit)>> = PAGES.iter().map(|_| Vec::new()).collect();
    for run in 1..=runs {
        // In turn, so that whatever else the machine does falls on all alike.
        for (page, visits) in PAGES.iter().zip(&mut visits) {
            visits.push(visit(page, conditions, peer).await?);
        }
        eprintln!("pages opened, {run} of {runs}");
    }
    let loads: Vec<Load> = PAGES.iter().zip(&visits).map(|(page, visits)| load(page.name, visits)).collect();
    let [react, session, lookup, our_login, our_lookup, _, our_form] = &loads[..] else {
        return Err("seven pages".into());
    };
    report.target(
        "log-in usable, cold, against React without API",
        our_login.cold / react.cold,
        Target::AtMost(0.4, "x"),
    );
    for (name, ours, theirs) in [("look-up", our_lookup, session), ("form by address", our_form, lookup)] {
        let against = format!("{name} usable, against React with the same calls");
        report.target(&format!("{against}, cold"), ours.cold / theirs.cold, Target::AtMost(1.0, "x"));
        report.target(&format!("{against}, warm"), ours.warm / theirs.warm, Target::AtMost(0.8, "x"));
    }
    let code = our_lookup.bytes.code.max(our_form.bytes.code) / 1000.0;
    report.target("HTML + JS + wasm until look-up and form are usable", code, Target::AtMost(260.0, " kB"));
    let first_screen = our_login.bytes.styles + our_login.bytes.fonts + our_login.bytes.images;
    report.target("styles, fonts, icons of the first screen", first_screen / 1000.0, Target::AtMost(45.0, " kB"));
    report.loads(loads);
    Ok(())
}

/// Opens a page in a browser that has never been there, and once more.
async fn visit(page: &Page, conditions: &Conditions, peer: &Peer) -> Result<(Visit, Visit), Failure> {
    let (site, caseworker) = if page.is_logged_in {
        let (site, caseworker) = logged_in().await?;
        (site, Some(caseworker))
    } else {
        (Site::open(Engine::Chromium).await?, None)
    };
    let address = match caseworker {
        _ if !page.is_ours => peer.form.join(page.path)?.to_string(),
        Some(caseworker) => address(&site.sandbox, &caseworker, page.path).await?,
        None => site.sandbox.app().to_string(),
    };
    tab::watch(&site.browser, page.usable).await?;
    conditions.impose(&site.browser).await?;
    let cold = tab::open(&site.browser, &address).await?;
    // All of it is in the cache then.
    site.browser.wait_until("!document.getElementById('loading')").await?;
    let warm = tab::open(&site.browser, &address).await?;
    site.close().await;
    Ok((cold, warm))
}

/// Of a page about the company, or of the first page.
pub async fn address(sandbox: &Sandbox, caseworker: &Caseworker, path: &str) -> Result<String, Failure> {
    if path.is_empty() {
        return Ok(sandbox.app().to_string());
    }
    let handle = caseworker.look_up(COMPANY).await?.handle.0;
    Ok(format!("{}account-holders/{handle}/{path}", sandbox.app()))
}

fn load(name: &'static str, visits: &[(Visit, Visit)]) -> Load {
    let of = |read: fn(&(Visit, Visit)) -> f64| median(visits.iter().map(read));
    Load {
        name,
        paint: of(|(cold, _)| cold.paint),
        cold: of(|(cold, _)| cold.usable),
        warm: of(|(_, warm)| warm.usable),
        bytes: visits.last().map(|(cold, _)| bytes(&cold.files)).unwrap_or_default(),
    }
}

fn bytes(files: &[File]) -> Bytes {
    let mut sum = Bytes::default();
    // What was fetched ahead is told again when it is used.
    for file in files.iter().filter(|file| !file.from_cache) {
        sum.requests += 1;
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let kind = match name.rsplit_once('.').map(|(_, extension)| extension) {
            _ if file.is_call() => &mut sum.calls,
            Some("css") => &mut sum.styles,
            Some("woff2") => &mut sum.fonts,
            Some("svg" | "png" | "ico") => &mut sum.images,
            _ => &mut sum.code,
        };
        *kind += file.bytes;
    }
    sum
}
