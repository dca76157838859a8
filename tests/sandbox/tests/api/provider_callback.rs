//! The provider misbehaves on the way back: P13 to P15.

use nemkonto::{
    contract::{ProblemType, Reopened},
    relogin::{Callback, ProviderError},
};
use nemkonto_sandbox::{driver::Choice, provider::Fault};

use crate::support::{World, kind, lithuanian, read};

async fn refuses_without_redeeming(faults: &[Fault]) {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for fault in faults {
        let redeemed = world.provider.requests_to("/token");
        let prepared = anna.prepared().await;
        world.provider.set_fault(*fault, 1);
        let answer = anna.approve_and_confirm(&prepared, "anna").await;
        assert_eq!(kind(answer), ProblemType::LoginNotProven, "{fault:?}");
        assert_eq!(world.provider.requests_to("/token"), redeemed, "{fault:?}");
    }
    world.assert_nothing_committed();
}

#[tokio::test]
async fn p13_response_iss_wrong_or_missing_though_announced() {
    refuses_without_redeeming(&[Fault::WrongResponseIss, Fault::MissingResponseIss]).await;
}

#[tokio::test]
async fn p14_state_wrong_or_missing() {
    refuses_without_redeeming(&[Fault::WrongState, Fault::MissingState]).await;
}

#[tokio::test]
async fn p15_the_caseworker_cancels_and_gets_the_form_back() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for choice in [Choice::Cancel, Choice::Reject] {
        let prepared = anna.prepared().await;
        let back = anna.walk(&prepared.authorization_url, "anna", choice).await;
        assert_eq!(
            read(&back),
            Callback::Error {
                state: prepared.state.clone(),
                iss: prepared.issuer.clone(),
                error: ProviderError::Cancelled
            }
        );
        let Reopened::Withdrawn { draft, .. } = anna.reopen(&prepared).await.unwrap() else {
            panic!("the change was committed")
        };
        assert_eq!(draft, lithuanian());
    }
    world.assert_nothing_committed();
}
