//! The forced login, at a provider that keeps sessions: it commits, it can be cancelled, and it cannot be somebody else's.

use std::time::Duration;

use nemkonto::{
    contract::{LoginCallback, ProblemType, Reopened},
    relogin::{Callback, ProviderError},
};
use nemkonto_real_provider::{Choice, Options, Page, World, kind};
use nemkonto_sandbox::api::Limits;

#[tokio::test]
async fn an_ordinary_login() {
    let session = World::start().await.caseworker().log_in("anna").await.unwrap();
    assert_eq!(session.caseworker.name.as_deref(), Some("Anna Agersted"));
    assert_eq!(session.caseworker.authority.name, "Eksempelby Kommune");
}

#[tokio::test]
async fn a_change_is_confirmed_by_a_login_that_is_forced_although_there_is_a_session() {
    let world = World::start().await;
    let anna = world.caseworker();
    // A login that is never finished here leaves a session at the provider.
    anna.walk(&anna.start_login().await.unwrap(), "anna", Choice::LogIn).await;
    let silent = anna.walk(&anna.start_login().await.unwrap(), "anna", Choice::LogIn).await;
    assert_eq!(silent.pages, [], "an ordinary login reuses the session");
    anna.complete(&silent.login()).await.unwrap();
    let again = anna.walk(&anna.start_login().await.unwrap(), "anna", Choice::LogIn).await;
    assert_eq!(again.pages, [Page::Login], "one in place of a session does not");

    let prepared = anna.prepare().await.unwrap();
    let forced = anna.log_in_for(&prepared, "anna").await;
    assert_eq!(forced.pages, [Page::Login]);
    let receipt = anna.confirm(&prepared, &forced.login()).await.unwrap().receipt;
    assert_eq!(receipt.change, prepared.reading.change);
    assert_eq!(receipt.assurance, "https://data.gov.dk/concept/core/nsis/Substantial");
    assert!(receipt.authenticated_at >= prepared.reading.prepared_at);
    let after = anna.overview().await;
    assert_eq!(after.pending.map(|pending| pending.account).as_ref(), prepared.reading.change.account());
}

#[tokio::test]
async fn a_cancelled_login_gives_the_form_back() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepare().await.unwrap();
    let way = anna.walk(&prepared.authorization_url, "anna", Choice::Cancel).await;
    assert_eq!(
        way.callback(),
        Callback::Error {
            state: prepared.state.clone(),
            iss: prepared.issuer.clone(),
            error: ProviderError::Cancelled
        }
    );
    assert!(matches!(anna.reopen(&prepared).await.unwrap(), Reopened::Withdrawn { .. }));
    assert_eq!(anna.overview().await.pending, None);
}

#[tokio::test]
async fn another_person_who_logs_in_confirms_nothing() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepare().await.unwrap();
    let way = anna.log_in_for(&prepared, "bo").await;
    assert_eq!(way.pages[..2], [Page::Login, Page::Logout], "the provider ends Anna's session");
    assert_eq!(kind(anna.confirm(&prepared, &way.login()).await), ProblemType::OtherPerson);
    assert_eq!(anna.overview().await.pending, None);
}

#[tokio::test]
async fn the_same_person_for_another_company_confirms_nothing() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    assert_eq!(kind(anna.change_as("anna at the agency").await), ProblemType::OtherCompany);
    assert_eq!(anna.overview().await.pending, None);
}

#[tokio::test]
async fn a_private_person_neither_logs_in_nor_confirms() {
    let world = World::start().await;
    assert_eq!(kind(world.caseworker().log_in("eva").await), ProblemType::PrivateIdentity);
    let anna = world.logged_in("anna").await;
    assert_eq!(kind(anna.change_as("eva").await), ProblemType::PrivateIdentity);
    assert_eq!(anna.overview().await.pending, None);
}

#[tokio::test]
async fn a_lower_level_of_assurance_neither_logs_in_nor_confirms() {
    let world = World::start().await;
    assert_eq!(kind(world.caseworker().log_in("anna, low").await), ProblemType::AssuranceTooLow);
    let anna = world.logged_in("anna").await;
    assert_eq!(kind(anna.change_as("anna, low").await), ProblemType::AssuranceTooLow);
    assert_eq!(anna.overview().await.pending, None);
}

#[tokio::test]
async fn an_employee_whom_nobody_registered_is_no_caseworker() {
    assert_eq!(kind(World::start().await.caseworker().log_in("newcomer").await), ProblemType::NotACaseworker);
}

#[tokio::test]
async fn a_code_works_once() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let (prepared, other) = (anna.prepare().await.unwrap(), anna.prepare().await.unwrap());
    let callback = anna.log_in_for(&prepared, "anna").await.login();
    let receipt = anna.confirm(&prepared, &callback).await.unwrap().receipt;
    assert_eq!(anna.confirm(&prepared, &callback).await.unwrap().receipt, receipt, "asking again commits nothing");

    let stolen = LoginCallback { state: other.state.clone(), ..callback };
    assert_eq!(kind(anna.confirm(&other, &stolen).await), ProblemType::LoginNotProven);

    // Of an ordinary login only the provider knows that its code was used.
    let way = anna.walk(&anna.start_login().await.unwrap(), "anna", Choice::LogIn).await;
    let browser = world.caseworker();
    let again = browser.walk(&browser.start_login().await.unwrap(), "anna", Choice::LogIn).await;
    anna.complete(&way.login()).await.unwrap();
    let reused = LoginCallback { code: way.login().code, ..again.login() };
    assert_eq!(kind(browser.complete(&reused).await), ProblemType::LoginNotProven);
}

#[tokio::test]
async fn a_forced_login_taken_out_in_the_browser_is_missed_afterwards() {
    let options = Options { pushed: false, ..Options::default() };
    let world = World::with_limits(options, Limits { skew: 1, ..Limits::default() }).await;
    let anna = world.logged_in("anna").await;
    let login_is_old = world.clock.now().plus(3);
    while world.clock.now() < login_is_old {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let mut prepared = anna.prepare().await.unwrap();
    let forced = "&max_age=300&prompt=login";
    assert!(prepared.authorization_url.contains(forced));
    prepared.authorization_url = prepared.authorization_url.replace(forced, "");
    let way = anna.log_in_for(&prepared, "anna").await;
    assert_eq!(way.pages, [], "the provider reused its session");
    assert_eq!(kind(anna.confirm(&prepared, &way.login()).await), ProblemType::LoginNotFresh);
    assert_eq!(anna.overview().await.pending, None);
}
