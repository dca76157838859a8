//! What holds in every order of events.

use std::sync::LazyLock;

use super::{
    ASKED, ASKED_SESSION, committed, confirm_answered, login, prepare_answered, receipt_of_another, record, refused,
    reopen_answered,
};
use crate::support::{
    answer, answer_about, change, confirmed, draft, overview, payee, prepare_request, session, withdrawn,
};
use nemkonto::{
    api_error::ApiError,
    contract::{ActingAs, LoginStarted, ProblemType, Reopened},
    domain::payee::{Acknowledgement, PayeeAnswer},
    relogin::{Callback, Effect, Event, Machine, RecordError, RequestId, State, Storage, WaitingRecord},
};
use proptest::prelude::*;

/// One event of each sort; the numbers of answers are filled in when they come.
static EVENTS: LazyLock<Vec<Event>> = LazyLock::new(|| {
    let waiting = |is_in_the_way| WaitingRecord { record: Some(record()), is_in_the_way };
    vec![
        Event::Opened,
        Event::SavePressed(prepare_request(), Box::new(change())),
        prepare_answered(Ok(answer())),
        prepare_answered(Ok(answer_about(Some(payee(PayeeAnswer::NoMatch))))),
        prepare_answered(Ok(answer_about(Some(payee(PayeeAnswer::NoAnswer))))),
        prepare_answered(Err(ApiError::Unreachable)),
        prepare_answered(Err(refused(ProblemType::NotLoggedIn))),
        Event::AcknowledgePressed(Acknowledgement { reason: "trading-name".into(), note: None }),
        Event::AskBankAgainPressed,
        Event::ConfirmPressed,
        Event::CancelPressed,
        Event::Stored(Storage::Kept),
        Event::Stored(Storage::KeptButSeemsOffline),
        Event::Stored(Storage::Refused),
        Event::Probed(ASKED, true),
        Event::Probed(ASKED, false),
        Event::NotFollowed,
        Event::PauseOver(ASKED),
        Event::PauseOver(ASKED_SESSION),
        Event::PageRestored,
        Event::NetworkReturned,
        Event::CameBack(Callback::Login(login()), Ok(record())),
        Event::CameBack(Callback::Foreign, Err(RecordError::Missing)),
        Event::CameBackFromLogin(Callback::Login(login())),
        confirm_answered(Ok(confirmed())),
        confirm_answered(Ok(receipt_of_another())),
        confirm_answered(Err(ApiError::Unreachable)),
        confirm_answered(Err(refused(ProblemType::OtherPerson))),
        reopen_answered(Ok(committed())),
        reopen_answered(Ok(withdrawn(Some(overview()), draft()))),
        reopen_answered(Err(ApiError::Unreadable)),
        reopen_answered(Err(refused(ProblemType::SealBroken))),
        Event::SessionAnswered(ASKED_SESSION, Ok(Box::new(session())), waiting(false)),
        Event::SessionAnswered(ASKED_SESSION, Ok(Box::new(session())), waiting(true)),
        Event::SessionAnswered(ASKED_SESSION, Err(refused(ProblemType::NotLoggedIn)), waiting(false)),
        Event::SessionAnswered(ASKED_SESSION, Err(ApiError::Unreachable), waiting(false)),
        Event::SessionEnded,
        Event::SessionDiffers,
        Event::GoOnPressed,
        Event::HeardFromTab(None),
        Event::HeardFromTab(Some(ActingAs("clara".into()))),
        Event::SessionRenewed(Box::new(session())),
        Event::LogInPressed,
        Event::LoginStarted(ASKED_SESSION, Ok(LoginStarted { authorization_url: "https://provider.example".into() })),
        Event::LoginStarted(ASKED_SESSION, Err(ApiError::Unreachable)),
        Event::LogOutPressed,
        Event::LogOutAnswered(ASKED_SESSION, Ok(())),
        Event::LogOutAnswered(ASKED_SESSION, Err(ApiError::Unreachable)),
        Event::AskAgainPressed,
        Event::TryNowPressed,
        Event::EditPressed,
        Event::LeftPage,
    ]
});

/// The event as the answer to these questions; any other event as it is.
fn numbered(event: &Event, asked: RequestId, asked_session: RequestId) -> Event {
    let mut event = event.clone();
    match &mut event {
        Event::PauseOver(id) if *id == ASKED_SESSION => *id = asked_session,
        Event::Probed(id, _)
        | Event::PauseOver(id)
        | Event::PrepareAnswered(id, _)
        | Event::ConfirmAnswered(id, _)
        | Event::ReopenAnswered(id, _) => *id = asked,
        Event::SessionAnswered(id, ..) | Event::LoginStarted(id, _) | Event::LogOutAnswered(id, _) => {
            *id = asked_session;
        }
        _ => {}
    }
    event
}

/// Whether the API has said that this change has a receipt.
fn says_committed(event: &Event) -> bool {
    let receipt = match event {
        Event::ConfirmAnswered(_, Ok(confirmed)) => &confirmed.receipt,
        Event::ReopenAnswered(_, Ok(Reopened::Committed { receipt })) => receipt,
        _ => return false,
    };
    receipt.change_id == *record().change_id()
}

/// Whether a record may be removed: its outcome is known or will never be, or the caseworker gives the change up.
fn may_forget(before: &State, event: &Event) -> bool {
    match event {
        Event::ReopenAnswered(_, Ok(Reopened::Withdrawn { .. }) | Err(_)) => matches!(before, State::Reopening(..)),
        // The answer that it belongs to is being replaced, or the change is given up.
        Event::AskBankAgainPressed
        | Event::CancelPressed
        | Event::LeftPage
        | Event::SessionEnded
        | Event::SessionDiffers
        | Event::HeardFromTab(_) => {
            matches!(before, State::Confirming(..))
        }
        event => says_committed(event),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Whatever happens in whatever order: nobody leaves before the record can be read back, nothing is stored without
    /// "Bekræft", a receipt is shown only when the API says that there is one, a record is forgotten only once its outcome is
    /// known or the caseworker gives the change up, and a late answer changes nothing.
    #[test]
    fn keeps_its_promises_in_every_order(order in prop::collection::vec(0..EVENTS.len(), 0..40)) {
        let mut now = Machine::default();
        for event in order.into_iter().map(|index| &EVENTS[index]) {
            let late = numbered(event, RequestId(u32::MAX), RequestId(u32::MAX));
            if late != numbered(event, RequestId(0), RequestId(0)) {
                prop_assert_eq!(now.clone().step(late), (now.clone(), vec![]));
            }
            let before = now.state.clone();
            let event = numbered(event, now.asked, now.asked_session);
            let (next, effects) = now.step(event.clone());
            for effect in effects {
                match effect {
                    Effect::GoTo(_) => {
                        let is_kept = matches!(event, Event::Stored(Storage::Kept) | Event::Probed(_, true));
                        prop_assert!(is_kept && matches!(before, State::Leaving(_)));
                    }
                    Effect::Store(_) => prop_assert_eq!(&event, &Event::ConfirmPressed),
                    Effect::ShowReceipt(_) => prop_assert!(says_committed(&event), "{event:?}"),
                    Effect::Forget(_) => prop_assert!(may_forget(&before, &event), "{before:?} {event:?}"),
                    Effect::Confirm(..) => prop_assert!(
                        matches!(before, State::Submitting(..)) || matches!(event, Event::CameBack(Callback::Login(_), _))
                    ),
                    Effect::OpenForm(..) => prop_assert!(matches!(before, State::Reopening(..))),
                    Effect::ForgetTyped => {
                        prop_assert!(matches!(event, Event::LogOutAnswered(_, Ok(())) | Event::GoOnPressed));
                    }
                    Effect::Prepare(_, request) => prop_assert_eq!(
                        request.acknowledges.is_some(),
                        matches!(event, Event::AcknowledgePressed(_)),
                        "nothing is said for the caseworker"
                    ),
                    Effect::Reopen(..)
                    | Effect::Probe(_)
                    | Effect::Pause(..)
                    | Effect::ForgetFetched
                    | Effect::TellOtherTabs(_)
                    | Effect::AskSession(_)
                    | Effect::CompleteLogin(..)
                    | Effect::StartLogin(_)
                    | Effect::GoToLogin(_)
                    | Effect::LogOut(_)
                    | Effect::BeginSession(_)
                    | Effect::GoBackToPage
                    | Effect::ForgetRecent
                    | Effect::EndSession
                    | Effect::ShowStart => {}
                }
            }
            now = next;
        }
    }
}
