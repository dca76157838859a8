//! What the app tells the agency of its own errors, and what `public/trouble.js` makes of it.

use js_sys::{Array, Function};
use nemkonto::{
    contract::{HolderHandle, Operation, Report, ReportKind, ReportPage},
    ui::route::{FormRoute, Route},
};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{filled_forms, overview};

const TROUBLE: &str = include_str!("../../public/trouble.js");

/// The script in a page that has started, and all that it sends when it is told these texts, of which the first was there before it.
const RUN: &str = "const sent = [];
    const location = new URL(path, 'https://nemkonto.example');
    const localStorage = { getItem: (key) => (key === 'nemkonto.configuration' ? configuration : null) };
    const navigator = { sendBeacon: (address, blob) => { sent.push(blob.text().then((text) => [address, blob.type, text])); } };
    const loader = { dataset: { wasm: '/nemkonto-web_bg-0123456789abcdef.wasm' }, sheet: { cssRules: [1] } };
    const document = { readyState: 'complete', querySelector: () => loader };
    const [first, ...rest] = texts;
    const page = { starting: Promise.resolve(), unreported: [first] };
    const script = new (async () => {}).constructor('globalThis', 'document', 'location', 'localStorage', 'navigator', TROUBLE);
    return script(page, document, location, localStorage, navigator).then(() => {
      rest.forEach((text) => page.report(text));
      return Promise.all(sent);
    });";

/// Where each report goes, as what, and what it says.
async fn sent(path: &str, configuration: &Value, texts: &[String]) -> Vec<(String, String, String)> {
    let script = RUN.replace("TROUBLE", &serde_json::to_string(TROUBLE).unwrap());
    let run = Function::new_with_args("path, configuration, texts", &script);
    let texts: Array = texts.iter().map(JsValue::from).collect();
    let promise = run.call3(&JsValue::NULL, &path.into(), &configuration.to_string().into(), &texts).unwrap();
    let all: Array = JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await.unwrap().unchecked_into();
    let part = |one: &Array, at| one.get(at).as_string().unwrap();
    all.iter().map(JsCast::unchecked_into::<Array>).map(|one| (part(&one, 0), part(&one, 1), part(&one, 2))).collect()
}

fn configured() -> Value {
    json!({ "report_address": "/api/reports" })
}

fn text(report: &Report) -> String {
    serde_json::to_string(report).unwrap()
}

#[wasm_bindgen_test]
async fn a_report_says_which_build_and_kind_of_page_it_is_of() {
    let handle = HolderHandle("1203616003".into());
    let mut pages = vec![
        (Route::Start, ReportPage::Start),
        (Route::LoginReturn, ReportPage::LoginReturn),
        (Route::Overview(handle.clone()), ReportPage::Overview),
        (Route::History(handle), ReportPage::History),
        (Route::BenefitTypes, ReportPage::BenefitTypes),
        (Route::BenefitTypeHistory, ReportPage::History),
        (Route::Form(FormRoute::NewBenefitType), ReportPage::Form),
        (Route::Units, ReportPage::Units),
        (Route::Return, ReportPage::Return),
        (Route::Receipt("1203616003".into()), ReportPage::Receipt),
        (Route::Verify, ReportPage::Verify),
    ];
    for draft in filled_forms() {
        let holder = draft.kind().is_about_holder().then(|| overview().handle);
        pages.push((Route::Form(FormRoute::of(holder, &draft).unwrap()), ReportPage::Form));
    }
    let paths = pages.into_iter().map(|(route, page)| (route.path(), page));
    let others =
        ["/wp-login.php", "/constructor", "/toString/1203616003"].map(|path| (path.to_owned(), ReportPage::NotFound));
    for (path, page) in paths.chain(others) {
        let all = sent(&path, &configured(), &[text(&Report::of_answer(Operation::Overview, 200))]).await;
        let [(address, media_type, body)] = &all[..] else { panic!("{path}: {all:?}") };
        assert_eq!((address.as_str(), media_type.as_str()), ("/api/reports", "application/json"));
        let report: Report = serde_json::from_str(body).unwrap();
        let build = "nemkonto-web_bg-0123456789abcdef.wasm".to_owned();
        assert_eq!(report, Report { build, page: Some(page), ..Report::of_answer(Operation::Overview, 200) }, "{path}");
        assert!(!body.contains("1203616003"), "{body}");
    }
}

#[wasm_bindgen_test]
async fn each_error_is_told_once_by_a_page_and_no_more_than_ten() {
    let same = text(&Report::of_answer(Operation::Confirm, 500));
    assert_eq!(sent("/return", &configured(), &[same.clone(), same]).await.len(), 1);
    let many: Vec<_> = (500..530).map(|status| text(&Report::of_answer(Operation::Confirm, status))).collect();
    assert_eq!(sent("/return", &configured(), &many).await.len(), 10);
}

#[wasm_bindgen_test]
async fn an_agency_that_does_not_want_to_know_or_an_address_elsewhere_is_told_nothing() {
    let report = [text(&Report::new(ReportKind::RecordUnreadable))];
    let addresses =
        ["https://evil.example/r", "//evil.example/r", "/\\evil.example/r", "/\t/evil.example/r", "", "javascript:0"];
    for address in addresses.map(Value::from).into_iter().chain([json!(null), json!(7), json!(["/api/reports"])]) {
        assert_eq!(sent("/", &json!({ "report_address": address }), &report).await, [], "{address}");
    }
    for unknown in [json!({}), json!(null), json!("rubbish")] {
        assert_eq!(sent("/", &unknown, &report).await, []);
    }
    assert_eq!(sent("/", &configured(), &["rubbish".to_owned()]).await, [], "and what is no report is none");
    assert_eq!(sent("/", &json!({ "report_address": "/agency/reports" }), &report).await.len(), 1);
}
