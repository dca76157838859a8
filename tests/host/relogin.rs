//! The re-login as a table: given a state, when an event comes, then a state and what is to be done.

use std::sync::LazyLock;

use crate::support::{
    change, confirmed, draft, other_change, overview, prepare_request, prepared, receipt, signed_receipt,
};
use nemkonto::{
    api_error::ApiError,
    contract::{FieldProblem, LoginCallback, Prepared, ProblemDetails, ProblemType, ReopenRequest, Reopened},
    domain::{
        bic::BicError,
        draft::{Field, FieldError},
    },
    relogin::{
        Attempt, Callback, Effect, Event, Notice, Outcome, Problem, ProviderError, RecordError, State, StoredRecord,
        step,
    },
};
use proptest::prelude::*;

fn record() -> StoredRecord {
    StoredRecord::new(&prepared())
}

fn login() -> LoginCallback {
    LoginCallback { code: "code".into(), state: prepared().state, iss: Some("https://provider.example".into()) }
}

fn refused(kind: ProblemType) -> ApiError {
    ApiError::Refused(Box::new(ProblemDetails::new(kind, "reference")))
}

fn confirming() -> State {
    State::Confirming(Box::new(prepared()), None)
}

fn leaving() -> State {
    State::Leaving(Box::new(prepared()))
}

fn submitting() -> State {
    State::Submitting(record(), login(), Attempt::default())
}

#[test]
fn save_asks_the_api_first() {
    let (state, effects) = step(State::Editing(None), Event::SavePressed(prepare_request(), Box::new(change())));
    assert_eq!(state, State::Preparing(Box::new(change())));
    assert_eq!(effects, [Effect::Prepare(prepare_request())]);
}

#[test]
fn the_confirmation_opens_with_the_reading_of_the_api() {
    let (state, effects) = step(State::Preparing(Box::new(change())), Event::PrepareAnswered(Ok(Box::new(prepared()))));
    assert_eq!(state, confirming());
    assert!(effects.is_empty(), "nothing is stored before Bekræft");
}

#[test]
fn the_confirmation_does_not_open_when_the_api_read_something_else() {
    let (state, effects) =
        step(State::Preparing(Box::new(other_change())), Event::PrepareAnswered(Ok(Box::new(prepared()))));
    assert_eq!(state, State::Editing(Some(Problem::ReadingDiffers)));
    assert!(effects.is_empty());
}

#[test]
fn p19_a_provider_that_cannot_be_used_leaves_the_form_open() {
    let failure = refused(ProblemType::ProviderUnavailable);
    let (state, effects) = step(State::Preparing(Box::new(change())), Event::PrepareAnswered(Err(failure.clone())));
    assert_eq!(state, State::Editing(Some(Problem::Api(failure))));
    assert!(effects.is_empty());
}

#[test]
fn confirm_stores_then_leaves() {
    let (state, effects) = step(confirming(), Event::ConfirmPressed);
    assert_eq!(effects, [Effect::Store(record())]);
    let (state, effects) = step(state, Event::Stored(Ok(())));
    assert_eq!(state, leaving());
    assert_eq!(effects, [Effect::GoTo(prepared().authorization_url)]);
}

#[test]
fn s03_blocked_storage_does_not_leave() {
    let (state, effects) = step(leaving(), Event::Stored(Err(())));
    assert_eq!(state, State::Confirming(Box::new(prepared()), Some(Problem::StorageBlocked)));
    assert!(effects.is_empty());
}

#[test]
fn b03_fifty_clicks_are_one_hand_off() {
    let mut state = confirming();
    let mut stored = 0;
    for _ in 0..50 {
        let (next, effects) = step(state, Event::ConfirmPressed);
        stored += effects.iter().filter(|effect| matches!(effect, Effect::Store(_))).count();
        state = next;
    }
    assert_eq!(stored, 1);
}

#[test]
fn cancel_in_the_dialog_leads_back_to_the_form() {
    assert_eq!(step(confirming(), Event::CancelPressed), (State::Editing(None), vec![Effect::Forget(record())]));
    assert_eq!(step(confirming(), Event::LeftPage), (State::Editing(None), vec![Effect::Forget(record())]));
}

#[test]
fn who_leaves_the_form_while_it_is_checked_finds_no_dialog_on_another_page() {
    let (state, effects) = step(State::Preparing(Box::new(change())), Event::LeftPage);
    assert_eq!((&state, effects), (&State::Editing(None), vec![]));
    assert_eq!(step(state, Event::PrepareAnswered(Ok(Box::new(prepared())))), (State::Editing(None), vec![]));
}

#[test]
fn b02_a_page_restored_while_leaving_can_be_used_again() {
    let (state, effects) = step(leaving(), Event::PageRestored);
    assert_eq!(state, confirming());
    assert!(effects.is_empty(), "the login may still be finished by going forward again");
}

#[test]
fn the_return_submits_the_stored_change() {
    let (state, effects) = step(State::Editing(None), Event::CameBack(Callback::Login(login()), Ok(record())));
    assert_eq!(state, submitting());
    assert!(matches!(&effects[..], [Effect::Confirm(id, request)]
        if *id == prepared().change_id && request.sealed == prepared().sealed && request.callback == login()));
}

#[test]
fn p15_a_login_that_was_cancelled_asks_for_the_form() {
    let callback = Callback::Error {
        state: prepared().state,
        iss: Some("https://provider.example".into()),
        error: ProviderError::Cancelled,
    };
    let (state, effects) = step(State::Editing(None), Event::CameBack(callback, Ok(record())));
    assert_eq!(state, State::Reopening(record(), Notice::Cancelled, Attempt::default()));
    assert_eq!(effects, [Effect::Reopen(ReopenRequest { sealed: prepared().sealed })]);
}

#[test]
fn p16_a_login_that_failed_keeps_the_record() {
    for error in [ProviderError::LoginNotPossible, ProviderError::Unavailable, ProviderError::Unknown] {
        let callback = Callback::Error { state: prepared().state, iss: Some("https://provider.example".into()), error };
        let (state, effects) = step(State::Editing(None), Event::CameBack(callback, Ok(record())));
        assert_eq!(state, State::Stuck(Problem::Provider(error), Some(record())));
        assert!(effects.is_empty(), "nothing is sent");
    }
}

#[test]
fn p17_an_error_that_the_provider_did_not_send_is_foreign() {
    let answer = |iss: Option<&str>| Callback::Error {
        state: prepared().state,
        iss: iss.map(str::to_owned),
        error: ProviderError::Cancelled,
    };
    for iss in [None, Some("https://elsewhere.example"), Some("https://provider.example/")] {
        let (state, effects) = step(State::Editing(None), Event::CameBack(answer(iss), Ok(record())));
        assert_eq!((state, effects), (State::Stuck(Problem::NoRecord, None), vec![]), "{iss:?}: the record stays");
    }
    // A provider that has not announced its name need not give it.
    let silent = StoredRecord::new(&Prepared { issuer: None, ..prepared() });
    let (state, _) = step(State::Editing(None), Event::CameBack(answer(None), Ok(silent)));
    assert!(matches!(state, State::Reopening(..)));
}

fn parameters(pairs: &[(&str, &str)]) -> Callback {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Callback::from_parameters(&pairs)
}

#[test]
fn p17_an_error_without_its_state_is_foreign() {
    let whole = [("error", "access_denied"), ("state", "s"), ("iss", "i")];
    assert!(matches!(parameters(&whole), Callback::Error { .. }));
    assert_eq!(parameters(&whole[..1]), Callback::Foreign);
    assert_eq!(parameters(&[("error", "access_denied"), ("state", "")]), Callback::Foreign);
    assert_eq!(parameters(&[whole[0], whole[1], ("state", "t")]), Callback::Foreign);
    // No record has the state of somebody else.
    let (state, effects) = step(State::Editing(None), Event::CameBack(parameters(&whole), Err(RecordError::Missing)));
    assert_eq!((state, effects), (State::Stuck(Problem::NoRecord, None), vec![]));
}

#[test]
fn p20_a_token_in_the_front_channel_is_refused() {
    for token in ["id_token", "access_token"] {
        for other in ["code", "error"] {
            assert_eq!(parameters(&[(other, "x"), ("state", "s"), (token, "e30.e30.")]), Callback::Foreign, "{token}");
        }
    }
    let (state, effects) = step(State::Editing(None), Event::CameBack(Callback::Foreign, Err(RecordError::Missing)));
    assert_eq!((state, effects), (State::Stuck(Problem::NoRecord, None), vec![]), "nothing is sent");
}

#[test]
fn b07_without_a_network_the_browser_stays_and_the_confirmation_can_be_used_again() {
    let (state, effects) = step(leaving(), Event::WentOffline);
    assert_eq!(state, State::Confirming(Box::new(prepared()), Some(Problem::Offline)));
    assert_eq!(effects, [], "the record stays, for the login page may still be ahead");
    assert!(matches!(step(state, Event::ConfirmPressed).0, State::Leaving(_)));
}

#[test]
fn s06_a_return_without_a_record_sends_nothing() {
    let (state, effects) =
        step(State::Editing(None), Event::CameBack(Callback::Login(login()), Err(RecordError::Missing)));
    assert_eq!(state, State::Stuck(Problem::NoRecord, None));
    assert!(effects.is_empty());
}

#[test]
fn s04_a_record_of_another_version_sends_nothing() {
    let (state, effects) =
        step(State::Editing(None), Event::CameBack(Callback::Login(login()), Err(RecordError::Unreadable)));
    assert_eq!(state, State::Stuck(Problem::RecordUnreadable, None));
    assert!(effects.is_empty());
}

#[test]
fn a_commit_forgets_the_record_and_shows_the_receipt() {
    let (state, effects) = step(submitting(), Event::ConfirmAnswered(Ok(Box::new(confirmed()))));
    assert_eq!(state, State::Done(Box::new(confirmed())));
    assert_eq!(effects, [Effect::Forget(record()), Effect::ShowReceipt(receipt().number)]);
}

#[test]
fn a01_an_api_that_is_down_is_asked_again_with_growing_pauses() {
    let mut state = submitting();
    let mut pauses = Vec::new();
    loop {
        let (next, effects) = step(state, Event::ConfirmAnswered(Err(ApiError::Unreachable)));
        let [Effect::WaitSeconds(seconds)] = effects[..] else {
            assert_eq!(next, State::Stuck(Problem::Api(ApiError::Unreachable), Some(record())));
            break;
        };
        pauses.push(seconds);
        let (next, effects) = step(next, Event::TryAgain);
        assert!(matches!(effects[..], [Effect::Confirm(..)]));
        state = next;
    }
    assert_eq!(pauses, [1, 2, 4, 8]);
}

#[test]
fn a_refusal_is_not_tried_again_and_keeps_the_record() {
    let failure = refused(ProblemType::OtherPerson);
    let (state, effects) = step(submitting(), Event::ConfirmAnswered(Err(failure.clone())));
    assert_eq!(state, State::Stuck(Problem::Api(failure), Some(record())));
    assert!(effects.is_empty());
}

#[test]
fn the_form_comes_back_with_what_was_typed() {
    let state = State::Reopening(record(), Notice::Cancelled, Attempt::default());
    let answer = Reopened::Withdrawn { overview: Some(Box::new(overview())), draft: draft() };
    let (state, effects) = step(state, Event::ReopenAnswered(Ok(answer)));
    assert_eq!(state, State::Editing(None));
    assert_eq!(
        effects,
        [Effect::Forget(record()), Effect::OpenForm(Some(Box::new(overview())), draft(), Notice::Cancelled)]
    );
}

#[test]
fn a02_a_change_that_was_committed_after_all_shows_its_receipt() {
    let state = State::Reopening(record(), Notice::Interrupted, Attempt::default());
    let (state, effects) =
        step(state, Event::ReopenAnswered(Ok(Reopened::Committed { receipt: Box::new(signed_receipt()) })));
    assert_eq!(state, State::Editing(None));
    assert_eq!(effects, [Effect::Forget(record()), Effect::ShowReceipt(receipt().number)]);
}

#[test]
fn b05_a_record_that_never_came_back_is_asked_about() {
    let (state, effects) = step(State::Editing(None), Event::FoundRecord(record()));
    assert_eq!(state, State::Reopening(record(), Notice::Interrupted, Attempt::default()));
    assert!(matches!(effects[..], [Effect::Reopen(_)]));
}

#[test]
fn a_change_that_cannot_be_given_back_is_no_dead_end() {
    let reopening = || State::Reopening(record(), Notice::Asked, Attempt::default());
    let broken = refused(ProblemType::SealBroken);
    let (state, effects) = step(reopening(), Event::ReopenAnswered(Err(broken.clone())));
    assert_eq!((state, effects), (State::Stuck(Problem::OutcomeUnknown(broken), None), vec![Effect::Forget(record())]));

    // Whoever must log in first, or is somebody else, leaves the record where it is, and can go on.
    for kind in [
        ProblemType::NotLoggedIn,
        ProblemType::NoRight,
        ProblemType::OtherPerson,
        ProblemType::OtherCompany,
        ProblemType::TooManyAttempts,
    ] {
        let (state, effects) = step(reopening(), Event::ReopenAnswered(Err(refused(kind))));
        assert_eq!((&state, effects), (&State::Stuck(Problem::OutcomeUnknown(refused(kind)), Some(record())), vec![]));
        assert_eq!(step(state, Event::LeftPage), (State::Editing(None), vec![]));
    }
}

#[test]
fn trying_again_helps_only_while_nothing_is_under_way() {
    for asked in [submitting(), State::Reopening(record(), Notice::Asked, Attempt::default())] {
        assert_eq!(step(asked.clone(), Event::TryAgain), (asked, vec![]), "a call is under way");
    }
    let pausing = Attempt { failed: 1, is_pausing: true };
    let (state, effects) = step(State::Reopening(record(), Notice::Asked, pausing), Event::TryAgain);
    assert_eq!(state, State::Reopening(record(), Notice::Asked, Attempt { failed: 1, is_pausing: false }));
    assert!(matches!(effects[..], [Effect::Reopen(_)]));
    let (state, effects) = step(State::Submitting(record(), login(), pausing), Event::TryAgain);
    assert_eq!(state, State::Submitting(record(), login(), Attempt { failed: 1, is_pausing: false }));
    assert!(matches!(effects[..], [Effect::Confirm(..)]));
}

#[test]
fn what_became_of_the_change_is_said_only_when_it_is_known() {
    let api = |kind| Problem::Api(refused(kind));
    for unknown in [
        Problem::NoRecord,
        Problem::RecordUnreadable,
        Problem::Api(ApiError::Unreachable),
        Problem::Api(ApiError::Unreadable),
        Problem::OutcomeUnknown(refused(ProblemType::OtherPerson)),
        api(ProblemType::Internal),
        // Who has carried a change out and is logged out since is not told about it.
        api(ProblemType::NotLoggedIn),
    ] {
        assert_eq!(unknown.outcome(), Outcome::Unknown, "{unknown:?}");
    }
    for not_carried_out in [
        Problem::Provider(ProviderError::Unknown),
        api(ProblemType::OtherPerson),
        api(ProblemType::AccountsChanged),
        api(ProblemType::ChangeExpired),
    ] {
        assert_eq!(not_carried_out.outcome(), Outcome::NotCarriedOut, "{not_carried_out:?}");
    }
}

#[test]
fn a_problem_knows_the_answer_that_it_comes_from() {
    let failure = refused(ProblemType::OtherPerson);
    assert_eq!(Problem::Api(failure.clone()).failure(), Some(&failure));
    assert_eq!(Problem::OutcomeUnknown(failure.clone()).failure(), Some(&failure));
    assert_eq!(Problem::NoRecord.failure(), None);
}

#[test]
fn only_refused_fields_are_told_at_the_fields() {
    let mut problem = ProblemDetails::new(ProblemType::FieldsRefused, "reference");
    assert!(!Problem::Api(ApiError::Refused(Box::new(problem.clone()))).is_at_fields());
    problem.errors.push(FieldProblem {
        pointer: "/draft/values/bic".into(),
        field: Field::Bic,
        error: FieldError::Bic(BicError::WrongLength { got: 1 }),
    });
    assert!(Problem::Api(ApiError::Refused(Box::new(problem))).is_at_fields());
}

#[test]
fn records_of_two_logins_have_two_keys() {
    assert_eq!(StoredRecord::key_for("a"), "nemkonto.relogin.a");
    assert_eq!(record().key, StoredRecord::key_for(&prepared().state));
}

#[test]
fn a_stored_record_reads_back_and_holds_only_what_it_says() {
    let text = record().to_text();
    assert_eq!(StoredRecord::from_text(&record().key, &text), Ok(record()));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let names: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["change_id", "expires_at", "issuer", "sealed", "version"]);
    assert_eq!(
        StoredRecord::from_text("key", &text.replace("\"version\":2", "\"version\":1")),
        Err(RecordError::Unreadable)
    );
}

/// One event of each sort.
static EVENTS: LazyLock<Vec<Event>> = LazyLock::new(|| {
    vec![
        Event::SavePressed(prepare_request(), Box::new(change())),
        Event::PrepareAnswered(Ok(Box::new(prepared()))),
        Event::PrepareAnswered(Err(ApiError::Unreachable)),
        Event::ConfirmPressed,
        Event::CancelPressed,
        Event::Stored(Ok(())),
        Event::Stored(Err(())),
        Event::PageRestored,
        Event::WentOffline,
        Event::CameBack(Callback::Login(login()), Ok(record())),
        Event::CameBack(Callback::Foreign, Err(RecordError::Missing)),
        Event::FoundRecord(record()),
        Event::ConfirmAnswered(Ok(Box::new(confirmed()))),
        Event::ConfirmAnswered(Err(ApiError::Unreachable)),
        Event::ConfirmAnswered(Err(refused(ProblemType::OtherPerson))),
        Event::ReopenAnswered(Ok(Reopened::Committed { receipt: Box::new(signed_receipt()) })),
        Event::ReopenAnswered(Ok(Reopened::Withdrawn { overview: Some(Box::new(overview())), draft: draft() })),
        Event::ReopenAnswered(Err(ApiError::Unreadable)),
        Event::TryAgain,
        Event::EditPressed,
        Event::LeftPage,
    ]
});

/// Whether the API has said that there is a receipt.
fn says_committed(event: &Event) -> bool {
    matches!(event, Event::ConfirmAnswered(Ok(_)) | Event::ReopenAnswered(Ok(Reopened::Committed { .. })))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Whatever happens in whatever order: nobody leaves before the record can be read back, nothing is stored without
    /// "Bekræft", a receipt is shown only when the API says that there is one, and a record is forgotten only once its
    /// outcome is known, the caseworker gives the change up, or the browser has not left.
    #[test]
    fn keeps_its_promises_in_every_order(order in prop::collection::vec(0..EVENTS.len(), 0..40)) {
        let mut state = State::Editing(None);
        for event in order.into_iter().map(|index| EVENTS[index].clone()) {
            let before = state.clone();
            let (next, effects) = step(state, event.clone());
            for effect in effects {
                match effect {
                    Effect::GoTo(_) => prop_assert_eq!(&event, &Event::Stored(Ok(()))),
                    Effect::Store(_) => prop_assert_eq!(&event, &Event::ConfirmPressed),
                    Effect::ShowReceipt(_) => prop_assert!(says_committed(&event), "{event:?}"),
                    Effect::Forget(_) => prop_assert!(matches!(
                        event,
                        Event::ConfirmAnswered(Ok(_))
                            | Event::ReopenAnswered(_)
                            | Event::CancelPressed
                            | Event::LeftPage
                            | Event::WentOffline
                    )),
                    Effect::Confirm(..) => prop_assert!(matches!(event, Event::CameBack(..) | Event::TryAgain)),
                    Effect::OpenForm(..) => prop_assert!(matches!(before, State::Reopening(..))),
                    Effect::Prepare(_) | Effect::Reopen(_) | Effect::WaitSeconds(_) => {}
                }
            }
            state = next;
        }
    }
}
