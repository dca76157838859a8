//! The same API in front of each kind of provider: what differs is the file that it reads.

use std::time::Duration;

use nemkonto::contract::{LoginCallback, ProblemType};
use nemkonto_sandbox::{
    api::Limits,
    driver::Choice,
    provider::Fault,
    relying_party::{Broker, PushedRequests, ResponseIss},
};
use reqwest::{header, redirect};
use scraper::{Html, Selector};
use strum::IntoEnumIterator;
use url::Url;

use crate::support::{COMPANY, World, kind};

async fn shaped_after(broker: Broker) -> World {
    World::shaped_after(broker, Limits::default()).await
}

#[tokio::test]
async fn a_change_is_confirmed_with_every_broker() {
    for broker in Broker::iter() {
        let world = shaped_after(broker).await;
        let anna = world.logged_in("anna").await;
        let prepared = anna.prepared().await;
        let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
        assert_eq!(receipt.caseworker.name.as_deref(), Some("Anna Agersted"), "{broker:?}");
        assert_eq!(receipt.caseworker.authority.cvr.as_str(), "98765409", "{broker:?}");
        assert_eq!(world.commits(), 1, "{broker:?}");

        let (pushed, told) = (world.provider.requests_to("/par"), world.provider.requests_to("/userinfo"));
        let expected = match broker {
            Broker::Nets => (2, 2),
            Broker::Idura => (2, 0),
            Broker::FoxIds | Broker::Generic => (0, 0),
        };
        assert_eq!((pushed, told), expected, "{broker:?}");
        let level = match broker {
            Broker::Nets | Broker::Generic => "https://data.gov.dk/concept/core/nsis/Substantial",
            Broker::Idura => "urn:grn:authn:dk:mitid:business",
            Broker::FoxIds => "https://data.gov.dk/concept/core/nsis/loa/Substantial",
        };
        assert_eq!(receipt.assurance, level);
    }
}

#[tokio::test]
async fn the_app_shows_the_text_where_the_broker_takes_one() {
    for broker in Broker::iter() {
        let world = shaped_after(broker).await;
        let prepared = world.logged_in("anna").await.prepared().await;
        let shown = text_in_app(&prepared.authorization_url, "anna").await;
        let expected = matches!(broker, Broker::Nets | Broker::Idura).then_some(prepared.login.reference_text);
        assert_eq!(shown, expected, "{broker:?}");
    }
}

#[tokio::test]
async fn neither_a_private_nor_another_person_confirms_with_any_broker() {
    for broker in Broker::iter() {
        let world = shaped_after(broker).await;
        let anna = world.logged_in("anna").await;
        world.logged_in("bo").await;
        for (user_id, expected) in [("eva", ProblemType::PrivateIdentity), ("bo", ProblemType::OtherPerson)] {
            let prepared = anna.prepared().await;
            let answer = anna.approve_and_confirm(&prepared, user_id).await;
            assert_eq!(kind(answer), expected, "{user_id} with {broker:?}");
        }
        world.assert_nothing_committed();
    }
}

#[tokio::test]
async fn a_lower_level_confirms_nothing_with_any_broker_that_tells_levels() {
    for broker in Broker::iter().filter(|broker| *broker != Broker::Idura) {
        let world = shaped_after(broker).await;
        let anna = world.logged_in("anna").await;
        for fault in [Fault::LowAcr, Fault::MissingAcr] {
            let prepared = anna.prepared().await;
            world.provider.set_fault(fault, 1);
            let answer = anna.approve_and_confirm(&prepared, "anna").await;
            assert_eq!(kind(answer), ProblemType::AssuranceTooLow, "{fault:?} with {broker:?}");
        }
        world.assert_nothing_committed();
    }
}

#[tokio::test]
async fn a_caseworker_with_a_protected_name_has_none_with_any_broker() {
    for broker in Broker::iter() {
        let session = shaped_after(broker).await.browser().log_in("skjult").await.unwrap();
        assert_eq!(session.caseworker.name, None, "{broker:?}");
    }
}

#[tokio::test]
async fn unless_asked_to_the_api_registers_nobody() {
    let world = World::start().await;
    world.change(|transaction| transaction.execute("DELETE FROM assignments", []));
    assert_eq!(kind(world.browser().log_in("anna").await), ProblemType::NotACaseworker);
}

#[tokio::test]
async fn an_answer_without_issuer_is_refused_where_one_is_required() {
    shaped_after(Broker::FoxIds).await.logged_in("anna").await;
    let world = World::with_edited(Broker::FoxIds, |settings| settings.response_iss = ResponseIss::Required).await;
    assert_eq!(kind(world.browser().log_in("anna").await), ProblemType::LoginNotProven);
    assert_eq!(world.provider.requests_to("/token"), 0);
}

#[tokio::test]
async fn pushed_requests_that_are_required_but_not_taken_stop_the_login() {
    let world =
        World::with_edited(Broker::Generic, |settings| settings.request.pushed = PushedRequests::Required).await;
    assert_eq!(kind(world.browser().log_in("anna").await), ProblemType::ProviderUnavailable);
}

/// T01 for a request that goes through the browser.
#[tokio::test]
async fn without_pushed_requests_the_address_names_neither_account_nor_holder() {
    let world = shaped_after(Broker::Generic).await;
    let prepared = world.logged_in("anna").await.prepared().await;
    let asked = parameters(&prepared.authorization_url);
    assert_eq!(asked("prompt").as_deref(), Some("login"));
    assert_eq!(asked("state"), Some(prepared.state.clone()));
    for secret in ["REVOLT21", "LT35", "3250", COMPANY, &prepared.check_code] {
        assert!(!prepared.authorization_url.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn a_request_altered_in_the_browser_confirms_nothing() {
    let world = shaped_after(Broker::Generic).await;
    let anna = world.logged_in("anna").await;
    for name in ["nonce", "code_challenge"] {
        let mut prepared = anna.prepared().await;
        let other = parameters(&anna.prepared().await.authorization_url)(name);
        prepared.authorization_url = altered(&prepared.authorization_url, name, other);
        let answer = anna.approve_and_confirm(&prepared, "anna").await;
        assert_eq!(kind(answer), ProblemType::LoginNotProven, "{name}");
    }
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a_forced_login_taken_out_in_the_browser_is_missed_afterwards() {
    let world = World::shaped_after(Broker::Generic, Limits { skew: 1, ..Limits::default() }).await;
    let anna = world.logged_in("anna").await;
    let login_is_old = world.clock.now().plus(3);
    while world.clock.now() < login_is_old {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let prepared = anna.prepared().await;
    let unforced = altered(&altered(&prepared.authorization_url, "prompt", None), "max_age", None);
    let back = anna.walk(&unforced, "nobody is asked", Choice::Approve).await;
    let code = parameters(back.as_str())("code").unwrap();
    let callback = LoginCallback { code, state: prepared.state.clone(), iss: parameters(back.as_str())("iss") };
    assert_eq!(kind(anna.confirm(&prepared, &callback).await), ProblemType::LoginNotFresh);
    world.assert_nothing_committed();
}

/// The parameters of an address, by name.
fn parameters(address: &str) -> impl Fn(&str) -> Option<String> + use<> {
    let address: Url = address.parse().unwrap();
    move |name| address.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

/// An address with another value for a parameter, or without it.
fn altered(address: &str, name: &str, value: Option<String>) -> String {
    let address: Url = address.parse().unwrap();
    let mut altered = address.clone();
    let kept = address.query_pairs().filter(|(key, _)| key != name);
    altered.query_pairs_mut().clear().extend_pairs(kept).extend_pairs(value.map(|value| (name, value)));
    altered.into()
}

/// What the app shows to somebody who has typed the user id.
async fn text_in_app(authorization_url: &str, user_id: &str) -> Option<String> {
    let http = reqwest::Client::builder().redirect(redirect::Policy::none()).build().unwrap();
    let begun = http.get(authorization_url).send().await.unwrap();
    let login = begun.url().join(begun.headers()[header::LOCATION].to_str().unwrap()).unwrap();
    let user_id_page = format!("{login}/user-id");
    assert!(http.post(user_id_page).form(&[("user_id", user_id)]).send().await.unwrap().status().is_redirection());
    let app = login.as_str().replace("/login/", "/app/");
    let page = Html::parse_document(&http.get(app).send().await.unwrap().text().await.unwrap());
    let text = page.select(&Selector::parse("#reference-text").unwrap()).next()?;
    Some(text.text().collect())
}
