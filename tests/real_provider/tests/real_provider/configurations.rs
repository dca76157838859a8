//! Everything in a provider file that changes what is sent, against a provider that insists on it.

use nemkonto::contract::ProblemType;
use nemkonto_real_provider::{Options, Page, World, kind};
use nemkonto_sandbox::api::Limits;

const KEY: Options =
    Options { pushed: true, signed: false, claims_in: "userinfo", authentication: "private_key_jwt", algorithm: None };

/// The whole way: ordinary login, forced login, commit.
async fn commits(options: Options) {
    let world = World::with(options).await;
    let anna = world.logged_in("anna").await;
    let receipt = anna.change_as("anna").await.unwrap().receipt;
    assert_eq!(receipt.caseworker.name.as_deref(), Some("Anna Agersted"));
}

#[tokio::test]
async fn client_secret_in_the_header_or_among_the_parameters() {
    for authentication in ["client_secret_basic", "client_secret_post"] {
        commits(Options { authentication, ..Options::default() }).await;
    }
}

#[tokio::test]
async fn private_key_with_each_algorithm() {
    for algorithm in ["ES256", "PS256", "RS256"] {
        commits(Options { algorithm: Some(algorithm), ..KEY }).await;
    }
}

#[tokio::test]
async fn private_key_with_the_token_endpoint_as_audience() {
    let options = Options { algorithm: Some("ES256"), ..KEY };
    let edits = [("key_id = \"client\"", "assertion_audience = \"token-endpoint\"")];
    let world = World::edited(options, &edits, Limits::default()).await;
    world.logged_in("anna").await.change_as("anna").await.unwrap();
}

#[tokio::test]
async fn claims_in_the_id_token() {
    commits(Options { claims_in: "id-token", ..Options::default() }).await;
}

#[tokio::test]
async fn claims_that_are_looked_for_in_the_wrong_place_identify_nobody() {
    let edits = [("source = \"userinfo\"", "source = \"id-token\"")];
    let world = World::edited(Options::default(), &edits, Limits::default()).await;
    assert_eq!(kind(world.caseworker().log_in("anna").await), ProblemType::PrivateIdentity);
}

#[tokio::test]
async fn without_pushed_requests() {
    let world = World::with(Options { pushed: false, ..Options::default() }).await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepare().await.unwrap();
    assert!(prepared.authorization_url.contains("&prompt=login"));
    for secret in ["REVOLT21", "LT35", "3250", "99000120"] {
        assert!(!prepared.authorization_url.contains(secret), "{secret}");
    }
    let way = anna.log_in_for(&prepared, "anna").await;
    assert_eq!(way.pages, [Page::Login]);
    anna.confirm(&prepared, &way.login()).await.unwrap();
}

#[tokio::test]
async fn pushed_requests_wherever_they_are_announced() {
    for (pushed, line) in [(true, "pushed = \"required\""), (false, "pushed = \"off\"")] {
        let options = Options { pushed, ..Options::default() };
        let world = World::edited(options, &[(line, "pushed = \"if-announced\"")], Limits::default()).await;
        let anna = world.logged_in("anna").await;
        let prepared = anna.prepare().await.unwrap();
        assert_eq!(prepared.authorization_url.contains("request_uri="), pushed);
        let way = anna.log_in_for(&prepared, "anna").await;
        anna.confirm(&prepared, &way.login()).await.unwrap();
    }
}

#[tokio::test]
async fn pushed_requests_that_are_required_but_not_taken_stop_the_login() {
    let options = Options { pushed: false, ..Options::default() };
    let world = World::edited(options, &[("pushed = \"off\"", "pushed = \"required\"")], Limits::default()).await;
    assert_eq!(kind(world.caseworker().start_login().await), ProblemType::ProviderUnavailable);
}

#[tokio::test]
async fn signed_requests_pushed_or_in_the_browser() {
    for pushed in [true, false] {
        commits(Options { pushed, signed: true, algorithm: Some("ES256"), ..KEY }).await;
    }
}

#[tokio::test]
async fn a_signed_request_cannot_be_altered_in_the_browser() {
    let options = Options { pushed: false, signed: true, algorithm: Some("PS256"), ..KEY };
    let world = World::with(options).await;
    let anna = world.logged_in("anna").await;
    let mut prepared = anna.prepare().await.unwrap();
    prepared.authorization_url.push_str("&prompt=none&max_age=3600&nonce=another");
    let way = anna.log_in_for(&prepared, "anna").await;
    assert_eq!(way.pages, [Page::Login], "what counts is what was signed");
    anna.confirm(&prepared, &way.login()).await.unwrap();
}

#[tokio::test]
async fn a_wrong_secret_stops_the_login_before_it_begins() {
    let world = World::edited(Options::default(), &[("secret = \"", "secret = \"x")], Limits::default()).await;
    assert_eq!(kind(world.caseworker().start_login().await), ProblemType::ProviderUnavailable);
}

#[tokio::test]
async fn a_key_that_the_provider_does_not_know_stops_the_login_before_it_begins() {
    let options = Options { algorithm: Some("ES256"), ..KEY };
    let edits = [("key_id = \"client\"", "key_id = \"another\"")];
    let world = World::edited(options, &edits, Limits::default()).await;
    assert_eq!(kind(world.caseworker().start_login().await), ProblemType::ProviderUnavailable);
}
