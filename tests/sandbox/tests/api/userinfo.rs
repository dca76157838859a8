//! What the ID token leaves out comes from the userinfo endpoint, and that endpoint misbehaves (OpenID Connect Core 5.3.2).

use nemkonto::contract::ProblemType;
use nemkonto_sandbox::provider::Fault;

use crate::support::{World, kind};

async fn refuses(faults: &[Fault], expected: ProblemType) {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for fault in faults {
        let prepared = anna.prepared().await;
        let callback = anna.approve(&prepared, "anna").await;
        let asked = world.provider.requests_to("/userinfo");
        world.provider.set_fault(*fault, 1);
        assert_eq!(kind(anna.confirm(&prepared, &callback).await), expected, "{fault:?}");
        assert_eq!(world.provider.requests_to("/userinfo"), asked + 1, "{fault:?}");
    }
    assert_eq!(world.provider.requests_to("/elsewhere"), 0, "the access token follows no redirect");
    world.assert_nothing_committed();
}

#[tokio::test]
async fn an_answer_about_somebody_else_is_refused() {
    refuses(&[Fault::UserinfoOtherSubject, Fault::UserinfoWithoutSubject], ProblemType::LoginNotProven).await;
}

#[tokio::test]
async fn an_answer_that_contradicts_the_id_token_is_refused() {
    refuses(&[Fault::UserinfoContradiction], ProblemType::LoginNotProven).await;
}

#[tokio::test]
async fn an_endpoint_that_fails_confirms_nothing() {
    let faults = [Fault::UserinfoError, Fault::UserinfoTruncated, Fault::UserinfoHuge, Fault::UserinfoRedirect];
    refuses(&faults, ProblemType::ProviderUnavailable).await;
}

#[tokio::test]
async fn an_ordinary_login_needs_the_same_answer() {
    let world = World::start().await;
    let browser = world.browser();
    world.provider.set_fault(Fault::UserinfoOtherSubject, 1);
    assert_eq!(kind(browser.log_in("anna").await), ProblemType::LoginNotProven);
    browser.log_in("anna").await.unwrap();
}
