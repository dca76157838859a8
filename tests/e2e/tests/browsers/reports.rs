//! Errors of the app are told to the agency, and nobody notices.

use nemkonto::contract::{Operation, ReportKind, ReportPage};
use nemkonto_e2e::in_each_browser;
use nemkonto_e2e::screens::PANIC;
use nemkonto_e2e::site::dist;
use nemkonto_sandbox::api::Fault;

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN};
use crate::start::built_file;

/// That no report of any test tells of anybody is checked at the end of each (`nemkonto_e2e::log`).
#[tokio::test]
async fn t17_an_answer_that_is_none_and_an_app_that_stops_are_reported() {
    let module = built_file(&dist().unwrap(), "nemkonto", "wasm");
    let build = module.file_name().unwrap().to_str().unwrap().to_owned();
    in_each_browser("t17_an_answer_that_is_none", async |site| {
        let anna = Caseworker::log_in(site, "anna").await;
        anna.open_foreign_form(COMPANY).await;
        anna.app.fill_foreign_form(BIC, IBAN).await.unwrap();
        site.sandbox.api().set_fault(Fault::Nonsense, 1);
        anna.app.save().await.unwrap();
        site.browser.find_text("h2", "NemKonto gav et svar, vi ikke forstår").await.unwrap();
        let report = site.reported(ReportKind::AnswerUnreadable).await.unwrap();
        assert_eq!((report.operation, report.status), (Some(Operation::Prepare), Some(200)));
        assert_eq!((report.page, report.build.as_str(), report.place), (Some(ReportPage::Form), build.as_str(), None));

        site.browser.run(PANIC, Vec::new()).await.unwrap();
        anna.app.save().await.unwrap();
        site.browser.find_text("h1", "NemKonto kunne ikke fortsætte").await.unwrap();
        let report = site.reported(ReportKind::AppStopped).await.unwrap();
        assert_eq!((report.page, report.build), (Some(ReportPage::Form), build.clone()));
        assert!(report.place.unwrap().contains(".rs:"));
    })
    .await;
}
