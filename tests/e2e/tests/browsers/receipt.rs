//! The receipt after the journey: kept as a file, scanned from paper, checked by somebody else, printed. Row T06.

use std::fs;
use std::path::{Path, PathBuf};

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine as _};
use nemkonto_e2e::{in_each_browser, pages::app::App, site::Site};
use rqrr::{DeQRError, Grid, SimpleGrid};

/// Anna, who looks at the receipt of the guide's change. Gives its number.
async fn at_the_receipt(site: &Site) -> String {
    let anna = Caseworker::at_the_provider(site).await;
    anna.login.complete("anna").await.unwrap();
    anna.app.receipt_number().await.unwrap()
}

/// The receipt as a file, as the page gives it.
async fn save(site: &Site, folder: &Path) -> PathBuf {
    let file = folder.join("kvittering.jws");
    if site.browser.engine().has_devtools() {
        let saved = site.browser.download("#download").await.unwrap();
        fs::copy(&saved.file, &file).unwrap();
    } else {
        // Other drivers do not say where files go; the page has the document from here.
        fs::write(&file, App(&site.browser).signed_receipt().await.unwrap().document()).unwrap();
    }
    file
}

/// What the QR code on the page says, read from its modules as a camera would.
async fn scan(site: &Site) -> String {
    let code = site.browser.find(".qr-code").await.unwrap();
    let view_box = code.attr("viewBox").await.unwrap().unwrap();
    let path = site.browser.find(".qr-code path").await.unwrap().attr("d").await.unwrap().unwrap();
    let width: usize = view_box.split(' ').next_back().unwrap().parse().unwrap();
    let quiet_zone = 4;
    let mut dark = vec![vec![false; width]; width];
    for module in path.split('M').skip(1) {
        let (x, y) = module.strip_suffix("h1v1h-1z").unwrap().split_once(' ').unwrap();
        dark[y.parse::<usize>().unwrap()][x.parse::<usize>().unwrap()] = true;
    }
    let modules = SimpleGrid::from_func(width - 2 * quiet_zone, |x, y| dark[y + quiet_zone][x + quiet_zone]);
    let read: Result<_, DeQRError> = Grid::new(modules).decode();
    read.unwrap().1
}

/// Somebody who is nobody to the API.
async fn as_a_stranger(site: &Site) {
    site.browser.client().delete_all_cookies().await.unwrap();
}

async fn choose(site: &Site, file: &Path) {
    let field = site.browser.find("#receipt-file").await.unwrap();
    field.send_keys(file.to_str().unwrap()).await.unwrap();
}

async fn is_shown(site: &Site, css: &str) -> bool {
    !site.browser.client().find_all(fantoccini::Locator::Css(css)).await.unwrap().is_empty()
}

/// On one page, black on white.
async fn prints_well(site: &Site) {
    if site.browser.engine().has_devtools() {
        // Only its PDF tells how many pages there are without a reader of PDF, and not every driver can print.
        let pdf = site.browser.print().await.unwrap();
        let pdf = String::from_utf8_lossy(&pdf);
        assert!(pdf.starts_with("%PDF-"));
        assert_eq!(pdf.matches("/Type /Page\n").count(), 1, "one page");
    }

    site.browser.show_as_on_paper().await.unwrap();
    let script = "const shown = [...document.querySelectorAll('body, body *')].filter(element => element.checkVisibility()); \
                  const style = element => getComputedStyle(element); \
                  return JSON.stringify({ \
                    colours: [...new Set(shown.map(element => style(element).color))], \
                    grounds: [...new Set(shown.map(element => style(element).backgroundColor))], \
                    chrome: shown.filter(element => element.matches('header, footer, button, .button')).length, \
                    code: document.querySelector('.qr-code').getBoundingClientRect().width })";
    let paper = site.browser.client().execute(script, Vec::new()).await.unwrap();
    let paper: serde_json::Value = serde_json::from_str(paper.as_str().unwrap()).unwrap();
    assert_eq!(paper["colours"], serde_json::json!(["rgb(0, 0, 0)"]));
    assert_eq!(paper["grounds"], serde_json::json!(["rgba(0, 0, 0, 0)"]));
    assert_eq!(paper["chrome"], 0, "no header, no footer, no buttons");
    // 40 mm at 96 to the inch.
    assert!(paper["code"].as_f64().unwrap() >= 151.0, "{paper}");
}

#[tokio::test]
async fn t06_anyone_learns_from_the_file_whether_a_receipt_is_genuine() {
    in_each_browser("t06_anyone_learns_from_the_file_whether_a_receipt_is_genuine", async |site| {
        let number = at_the_receipt(site).await;
        let folder = tempfile::tempdir().unwrap();
        let file = save(site, folder.path()).await;
        if site.browser.engine().has_devtools() {
            let name = site.browser.find("#download").await.unwrap().attr("download").await.unwrap().unwrap();
            assert_eq!(name, format!("kvittering-{number}.jws"));
        }

        as_a_stranger(site).await;
        site.visit("/").await.unwrap();
        site.browser.find("#log-in").await.unwrap();
        site.browser.click("#verify-receipt").await.unwrap();
        choose(site, &file).await;
        site.browser.find("#genuine").await.unwrap();
        let shown = site.browser.text("#verdict").await.unwrap();
        for expected in ["Kvitteringen er ægte", &number, COMPANY, BIC, IBAN, "Anna Agersted", "sikringsniveau"] {
            assert!(shown.contains(expected), "“{expected}” is missing in {shown}");
        }

        // Another account in the place of the right one, under the same signature.
        let document = fs::read_to_string(&file).unwrap();
        let parts: Vec<&str> = document.split('.').collect();
        let payload = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
        let altered = payload.replace(&IBAN.replace(' ', ""), "LT601010012345678901");
        assert_ne!(altered, payload);
        let altered = format!("{}.{}.{}", parts[0], BASE64_URL_SAFE_NO_PAD.encode(altered), parts[2]);
        // Another name: a driver does not choose the same file twice.
        let other_file = folder.path().join("ændret.jws");
        fs::write(&other_file, altered).unwrap();
        choose(site, &other_file).await;
        site.browser.find("#doubt").await.unwrap();
        let shown = site.browser.text("#verdict").await.unwrap();
        assert!(shown.contains("Kvitteringen er ændret"), "{shown}");
        assert!(!is_shown(site, ".alert-success, #receipt").await, "no green tick, no content");

        let messages = site.browser.console().await.unwrap();
        let faults: Vec<_> = messages.iter().filter(|message| message.source != "network").collect();
        assert!(faults.is_empty(), "{faults:#?}");
    })
    .await;
}

#[tokio::test]
async fn t06_the_receipt_prints_on_one_page_and_its_qr_code_leads_to_the_verdict_and_leaves_the_address() {
    in_each_browser("t06_the_receipt_prints_on_one_page", async |site| {
        let number = at_the_receipt(site).await;
        let folder = tempfile::tempdir().unwrap();
        let file = save(site, folder.path()).await;
        let address = scan(site).await;
        let (page, code) = address.split_once('#').unwrap();
        assert_eq!(page, format!("{}verify", site.sandbox.app()));
        let payload = BASE64_URL_SAFE_NO_PAD.decode(code.split('.').nth(1).unwrap()).unwrap();
        let payload = String::from_utf8(payload).unwrap();
        assert!(!payload.contains(&IBAN.replace(' ', "")[4..]), "no account number in whole: {payload}");
        prints_well(site).await;

        as_a_stranger(site).await;
        site.browser.client().goto(&address).await.unwrap();
        site.browser.find("#genuine").await.unwrap();
        assert_eq!(site.browser.client().current_url().await.unwrap().as_str(), page, "the code is out of the address");
        let shown = site.browser.text("#verdict").await.unwrap();
        for expected in ["QR-koden er ægte", &number, "LT.. 8901", "Eksempelby Kommune"] {
            assert!(shown.contains(expected), "“{expected}” is missing in {shown}");
        }
        choose(site, &file).await;
        site.browser.find("#belongs-together").await.unwrap();

        // The same page, opened once more with a code that was altered.
        let altered = address.replace(&code[code.len() - 20..code.len() - 10], "AAAAAAAAAA");
        site.browser.client().goto(&altered).await.unwrap();
        site.browser.find("#doubt").await.unwrap();
        assert!(site.browser.text("#verdict").await.unwrap().contains("Kvitteringen er ændret"));
        assert!(!is_shown(site, ".alert-success, #receipt-code").await);
        assert_eq!(site.browser.client().current_url().await.unwrap().as_str(), page);
    })
    .await;
}
