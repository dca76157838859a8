//! The re-login as a table: given a state, when an event comes, then a state and what is to be done.

use std::sync::LazyLock;

use crate::support::{
    self, change, confirmed, draft, other_change, overview, prepare_request, prepared, receipt, session,
    signed_receipt, withdrawn,
};
use nemkonto::{
    api_error::ApiError,
    contract::{
        ActingAs, ChangeId, Confirmed, FieldProblem, FieldRefusal, LoginCallback, LoginStarted, Prepared,
        ProblemDetails, ProblemType, Receipt, ReopenRequest, Reopened,
    },
    domain::{
        change_kind::ChangeKind,
        draft::{Draft, Field},
    },
    relogin::{
        AgreedChange, Attempt, Callback, Effect, Event, LEAVING_SECONDS, Machine, Notice, Outcome, Problem,
        ProviderError, RecordError, RequestId, SessionState, State, Storage, StoredRecord, WaitingRecord,
    },
};
use proptest::prelude::*;
/// The last questions of a machine of these tests, and the next.
const ASKED: RequestId = RequestId(7);
const ASKED_SESSION: RequestId = RequestId(8);
const NEXT: RequestId = RequestId(9);

fn agreed() -> Box<AgreedChange> {
    Box::new(AgreedChange::compare(&change(), prepared()).unwrap())
}

fn record() -> StoredRecord {
    StoredRecord::new(&agreed())
}

fn login() -> LoginCallback {
    LoginCallback { code: "code".into(), state: prepared().state, iss: Some("https://provider.example".into()) }
}

fn refused(problem_type: ProblemType) -> ApiError {
    ApiError::Refused(Box::new(ProblemDetails::new(problem_type, "reference")))
}

fn logged_in() -> SessionState {
    SessionState::LoggedIn(Box::new(session()))
}

fn machine(state: State) -> Machine {
    Machine { asked: ASKED, asked_session: ASKED_SESSION, ..Machine::new(state, logged_in()) }
}

/// What happens to a change while somebody is logged in.
fn step(state: State, event: Event) -> (State, Vec<Effect>) {
    let (machine, effects) = machine(state).step(event);
    (machine.state, effects)
}

fn preparing() -> State {
    State::Preparing(Box::new(change()))
}

fn confirming() -> State {
    State::Confirming(agreed(), None)
}

fn leaving() -> State {
    State::Leaving(agreed())
}

fn submitting() -> State {
    State::Submitting(record(), login(), Attempt::default())
}

fn reopening(notice: Notice) -> State {
    State::Reopening(record(), notice, Attempt::default())
}

fn prepare_answered(answer: Result<Prepared, ApiError>) -> Event {
    Event::PrepareAnswered(ASKED, answer.map(Box::new))
}

fn confirm_answered(answer: Result<Confirmed, ApiError>) -> Event {
    Event::ConfirmAnswered(ASKED, answer.map(Box::new))
}

fn reopen_answered(answer: Result<Reopened, ApiError>) -> Event {
    Event::ReopenAnswered(ASKED, answer)
}

fn committed() -> Reopened {
    Reopened::Committed { receipt: Box::new(signed_receipt()) }
}

/// The receipt of some other change, as genuine as ours.
fn receipt_of_another() -> Confirmed {
    let receipt = Receipt { change_id: ChangeId("another".into()), ..receipt() };
    Confirmed { receipt: support::signing::Signer::ours().receipt(&receipt), session: session() }
}

#[test]
fn save_asks_the_api_first() {
    let (state, effects) = step(State::Editing(None), Event::SavePressed(prepare_request(), Box::new(change())));
    assert_eq!(state, preparing());
    assert_eq!(effects, [Effect::Prepare(NEXT, prepare_request())]);
}

#[test]
fn the_confirmation_opens_with_the_reading_of_the_api() {
    let (state, effects) = step(preparing(), prepare_answered(Ok(prepared())));
    assert_eq!(state, confirming());
    assert!(effects.is_empty(), "nothing is stored before Bekræft");
}

#[test]
fn the_confirmation_does_not_open_when_the_api_read_something_else() {
    let (state, effects) = step(State::Preparing(Box::new(other_change())), prepare_answered(Ok(prepared())));
    assert_eq!(state, State::Editing(Some(Problem::ReadingDiffers)));
    assert!(effects.is_empty());
}

#[test]
fn p19_a_provider_that_cannot_be_used_leaves_the_form_open() {
    let failure = refused(ProblemType::ProviderUnavailable);
    let (state, effects) = step(preparing(), prepare_answered(Err(failure.clone())));
    assert_eq!(state, State::Editing(Some(Problem::Api(failure))));
    assert!(effects.is_empty());
}

#[test]
fn confirm_stores_then_leaves() {
    let (state, effects) = step(confirming(), Event::ConfirmPressed);
    assert_eq!(effects, [Effect::Store(record())]);
    let (state, effects) = step(state, Event::Stored(Storage::Kept));
    assert_eq!(state, leaving());
    assert_eq!(effects, [Effect::GoTo(prepared().authorization_url), Effect::Pause(NEXT, LEAVING_SECONDS)]);
}

#[test]
fn s03_blocked_storage_does_not_leave() {
    let (state, effects) = step(leaving(), Event::Stored(Storage::Refused));
    assert_eq!(state, State::Confirming(agreed(), Some(Problem::StorageBlocked)));
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
    let (state, effects) = step(preparing(), Event::LeftPage);
    assert_eq!((&state, effects), (&State::Editing(None), vec![]));
    assert_eq!(step(state, prepare_answered(Ok(prepared()))), (State::Editing(None), vec![]));
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
    assert!(matches!(&effects[..], [Effect::Confirm(NEXT, id, request)]
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
    assert_eq!(state, reopening(Notice::Cancelled));
    assert_eq!(effects, [Effect::Reopen(NEXT, ReopenRequest { sealed: prepared().sealed })]);
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
    let silent = StoredRecord::new(&AgreedChange::compare(&change(), Prepared { issuer: None, ..prepared() }).unwrap());
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
    let (state, effects) = step(State::Editing(None), Event::CameBack(Callback::Foreign, Ok(record())));
    assert_eq!((state, effects), (State::Editing(None), vec![Effect::ShowStart]), "nothing is sent");
}

#[test]
fn b07_without_a_network_the_browser_stays_and_the_confirmation_can_be_used_again() {
    let (state, effects) = step(leaving(), Event::Stored(Storage::KeptButSeemsOffline));
    assert_eq!((&state, effects), (&leaving(), vec![Effect::Probe(NEXT)]), "the browser may be wrong about it");
    let (state, effects) = step(state, Event::Probed(ASKED, false));
    assert_eq!(state, State::Confirming(agreed(), Some(Problem::Offline)));
    assert_eq!(effects, [], "the record stays, for the login page may still be ahead");
    assert!(matches!(step(state, Event::ConfirmPressed).0, State::Leaving(_)));
}

#[test]
fn b13_a_browser_that_only_says_that_there_is_no_network_leaves() {
    let (state, effects) = step(leaving(), Event::Probed(ASKED, true));
    assert_eq!(state, leaving());
    assert_eq!(effects, [Effect::GoTo(prepared().authorization_url), Effect::Pause(NEXT, LEAVING_SECONDS)]);
}

#[test]
fn b12_a_browser_that_does_not_leave_gives_the_confirmation_back() {
    for stays in [Event::PauseOver(ASKED), Event::NotFollowed] {
        let (state, effects) = step(leaving(), stays);
        assert_eq!(state, State::Confirming(agreed(), Some(Problem::DidNotLeave)));
        assert_eq!(effects, [], "the record stays, for the login page may still open");
        assert!(matches!(step(state.clone(), Event::ConfirmPressed).0, State::Leaving(_)));
        assert_eq!(step(state, Event::CancelPressed), (State::Editing(None), vec![Effect::Forget(record())]));
    }
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
    let (state, effects) = step(submitting(), confirm_answered(Ok(confirmed())));
    assert_eq!(state, State::Done(Box::new(signed_receipt())));
    assert_eq!(
        effects,
        [
            Effect::Forget(record()),
            Effect::ForgetFetched,
            Effect::BeginSession(Box::new(session())),
            Effect::ShowReceipt(receipt().number),
            Effect::TellOtherTabs(Some(session().acting_as))
        ]
    );
}

#[test]
fn a12_the_receipt_of_another_change_says_nothing_of_this_one() {
    let other = receipt_of_another();
    let (state, effects) = step(submitting(), confirm_answered(Ok(other.clone())));
    assert!(matches!(state, State::Submitting(_, _, Attempt { failed: 1, is_pausing: true })));
    assert_eq!(effects, [Effect::Pause(NEXT, 1)]);
    let committed = Reopened::Committed { receipt: Box::new(other.receipt) };
    let (state, effects) = step(reopening(Notice::Asked), reopen_answered(Ok(committed)));
    assert!(matches!(state, State::Reopening(_, _, Attempt { failed: 1, is_pausing: true })));
    assert_eq!(effects, [Effect::Pause(NEXT, 1)]);
}

#[test]
fn a01_an_api_that_is_down_is_asked_again_with_growing_pauses() {
    let mut now = machine(submitting());
    let mut pauses = Vec::new();
    loop {
        let unanswered = Event::ConfirmAnswered(now.asked, Err(ApiError::Unreachable));
        let (next, effects) = now.step(unanswered);
        let [Effect::Pause(id, seconds)] = effects[..] else {
            assert_eq!(next.state, State::Stuck(Problem::Api(ApiError::Unreachable), Some(record())));
            break;
        };
        pauses.push(seconds);
        let (next, effects) = next.step(Event::PauseOver(id));
        assert!(matches!(effects[..], [Effect::Confirm(..)]));
        now = next;
    }
    assert_eq!(pauses, [1, 2, 4, 8]);
}

#[test]
fn b14_a_pause_that_was_skipped_does_not_end_the_next_one() {
    let (pausing, effects) = machine(submitting()).step(confirm_answered(Err(ApiError::Unreachable)));
    let [Effect::Pause(skipped, _)] = effects[..] else { panic!("there is a pause") };
    let (asking, _) = pausing.step(Event::TryNowPressed);
    let unanswered = Event::ConfirmAnswered(asking.asked, Err(ApiError::Unreachable));
    let (pausing, _) = asking.step(unanswered);
    assert_eq!(pausing.clone().step(Event::PauseOver(skipped)), (pausing, vec![]));
}

#[test]
fn b14_an_answer_to_an_earlier_question_is_not_listened_to() {
    let early = RequestId(3);
    for (state, answer) in [
        (preparing(), Event::PrepareAnswered(early, Ok(Box::new(prepared())))),
        (submitting(), Event::ConfirmAnswered(early, Ok(Box::new(confirmed())))),
        (reopening(Notice::Asked), Event::ReopenAnswered(early, Ok(committed()))),
        (leaving(), Event::Probed(early, false)),
        (leaving(), Event::PauseOver(early)),
    ] {
        assert_eq!(machine(state.clone()).step(answer), (machine(state), vec![]));
    }
}

#[test]
fn a_form_that_is_saved_again_waits_for_its_own_answer() {
    let (first, effects) =
        machine(State::Editing(None)).step(Event::SavePressed(prepare_request(), Box::new(change())));
    let [Effect::Prepare(earlier, _)] = effects[..] else { panic!("the API is asked") };
    let (left, _) = first.step(Event::LeftPage);
    let (second, _) = left.step(Event::SavePressed(prepare_request(), Box::new(change())));
    let late = Event::PrepareAnswered(earlier, Ok(Box::new(prepared())));
    assert_eq!(second.clone().step(late), (second, vec![]));
}

#[test]
fn accounts_that_have_changed_are_fetched_again_beside_the_form() {
    for problem_type in [ProblemType::AccountsChanged, ProblemType::NotRegistered] {
        let (state, effects) = step(preparing(), prepare_answered(Err(refused(problem_type))));
        assert_eq!(state, State::Editing(Some(Problem::Api(refused(problem_type)))));
        assert_eq!(effects, [Effect::ForgetFetched]);
    }
}

#[test]
fn a_refusal_is_not_tried_again_and_keeps_the_record() {
    let failure = refused(ProblemType::OtherPerson);
    let (state, effects) = step(submitting(), confirm_answered(Err(failure.clone())));
    assert_eq!(state, State::Stuck(Problem::Api(failure), Some(record())));
    assert!(effects.is_empty());
}

#[test]
fn the_form_comes_back_with_what_was_typed() {
    let state = reopening(Notice::Cancelled);
    let answer = withdrawn(Some(overview()), draft());
    let (state, effects) = step(state, reopen_answered(Ok(answer)));
    assert_eq!(state, State::Editing(None));
    assert_eq!(
        effects,
        [
            Effect::Forget(record()),
            Effect::ForgetFetched,
            Effect::BeginSession(Box::new(session())),
            Effect::OpenForm(Some(Box::new(overview())), draft(), Notice::Cancelled)
        ]
    );
}

#[test]
fn a02_a_change_that_was_committed_after_all_shows_its_receipt() {
    let state = reopening(Notice::Interrupted);
    let (state, effects) = step(state, reopen_answered(Ok(committed())));
    assert_eq!(state, State::Editing(None));
    assert_eq!(effects, [Effect::Forget(record()), Effect::ForgetFetched, Effect::ShowReceipt(receipt().number)]);
}

#[test]
fn a_change_that_cannot_be_given_back_is_no_dead_end() {
    let reopening = || reopening(Notice::Asked);
    let broken = refused(ProblemType::SealBroken);
    let (state, effects) = step(reopening(), reopen_answered(Err(broken.clone())));
    assert_eq!((state, effects), (State::Stuck(Problem::OutcomeUnknown(broken), None), vec![Effect::Forget(record())]));

    // Whoever must log in first, or is somebody else, leaves the record where it is, and can go on.
    for kind in [
        ProblemType::NotLoggedIn,
        ProblemType::NoRight,
        ProblemType::OtherPerson,
        ProblemType::OtherCompany,
        ProblemType::TooManyAttempts,
    ] {
        let (state, effects) = step(reopening(), reopen_answered(Err(refused(kind))));
        assert_eq!((&state, effects), (&State::Stuck(Problem::OutcomeUnknown(refused(kind)), Some(record())), vec![]));
        assert_eq!(step(state, Event::LeftPage), (State::Editing(None), vec![]));
    }
}

#[test]
fn trying_again_helps_only_while_nothing_is_under_way() {
    for asked in [submitting(), reopening(Notice::Asked)] {
        assert_eq!(step(asked.clone(), Event::TryNowPressed), (asked, vec![]), "a call is under way");
    }
    let pausing = Attempt { failed: 1, is_pausing: true };
    let (state, effects) = step(State::Reopening(record(), Notice::Asked, pausing), Event::TryNowPressed);
    assert_eq!(state, State::Reopening(record(), Notice::Asked, Attempt { failed: 1, is_pausing: false }));
    assert!(matches!(effects[..], [Effect::Reopen(..)]));
    let (state, effects) = step(State::Submitting(record(), login(), pausing), Event::TryNowPressed);
    assert_eq!(state, State::Submitting(record(), login(), Attempt { failed: 1, is_pausing: false }));
    assert!(matches!(effects[..], [Effect::Confirm(..)]));
}

#[test]
fn what_became_of_the_change_is_said_only_when_it_is_known() {
    let api = |kind| Problem::Api(refused(kind));
    // Only what is proven is said to be not carried out: what a proxy or another server says proves nothing.
    for elsewhere in [
        ProblemType::NotFound,
        ProblemType::BadRequest,
        ProblemType::ForeignOrigin,
        ProblemType::TooManyAttempts,
        ProblemType::SealBroken,
        ProblemType::ChangeMismatch,
    ] {
        assert_eq!(api(elsewhere).outcome(), Outcome::Unknown, "{elsewhere:?}");
    }
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
fn a12_a_form_that_would_be_shown_nowhere_is_not_taken_for_an_answer() {
    let about_nothing = Draft::new(ChangeKind::LockSpecific);
    let without_holder = withdrawn(None, draft());
    let without_account = withdrawn(Some(overview()), about_nothing);
    let with_holder = withdrawn(Some(overview()), Draft::new(ChangeKind::CreateBenefitType));
    for answer in [without_holder, without_account, with_holder] {
        let (state, effects) = step(reopening(Notice::Asked), reopen_answered(Ok(answer)));
        assert!(matches!(state, State::Reopening(..)), "the record stays");
        assert_eq!(effects, [Effect::Pause(NEXT, 1)]);
    }
    for draft in support::filled_forms() {
        let overview = draft.kind().is_about_holder().then(overview);
        let effects = step(reopening(Notice::Asked), reopen_answered(Ok(withdrawn(overview, draft)))).1;
        assert!(
            matches!(
                effects[..],
                [Effect::Forget(_), Effect::ForgetFetched, Effect::BeginSession(_), Effect::OpenForm(..)]
            ),
            "{effects:?}"
        );
    }
}

#[test]
fn a_problem_knows_the_answer_that_it_comes_from() {
    let failure = refused(ProblemType::OtherPerson);
    assert_eq!(Problem::Api(failure.clone()).api_error(), Some(&failure));
    assert_eq!(Problem::OutcomeUnknown(failure.clone()).api_error(), Some(&failure));
    assert_eq!(Problem::NoRecord.api_error(), None);
}

#[test]
fn only_refused_fields_are_told_at_the_fields() {
    let mut problem = ProblemDetails::new(ProblemType::FieldsRefused, "reference");
    assert!(!Problem::Api(ApiError::Refused(Box::new(problem.clone()))).is_at_fields());
    problem.errors.push(FieldProblem {
        pointer: "/draft/values/bic".into(),
        field: Field::Bic,
        error: FieldRefusal::NotAccepted,
    });
    assert!(Problem::Api(ApiError::Refused(Box::new(problem))).is_at_fields());
}

#[test]
fn records_of_two_logins_have_two_keys() {
    assert_eq!(StoredRecord::key_for("a"), "nemkonto.relogin.a");
    assert_eq!(record().key(), StoredRecord::key_for(&prepared().state));
}

#[test]
fn a_stored_record_reads_back_and_holds_only_what_it_says() {
    let text = record().to_text();
    assert_eq!(StoredRecord::from_text(record().key(), &text), Ok(record()));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let names: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["change_id", "issuer", "sealed", "version"]);
    assert_eq!(
        StoredRecord::from_text("key", &text.replace("\"version\":2", "\"version\":1")),
        Err(RecordError::Unreadable)
    );
}

/// One event of each sort; the numbers of answers are filled in when they come.
static EVENTS: LazyLock<Vec<Event>> = LazyLock::new(|| {
    let waiting = |is_in_the_way| WaitingRecord { record: Some(record()), is_in_the_way };
    vec![
        Event::Opened,
        Event::SavePressed(prepare_request(), Box::new(change())),
        prepare_answered(Ok(prepared())),
        prepare_answered(Err(ApiError::Unreachable)),
        prepare_answered(Err(refused(ProblemType::NotLoggedIn))),
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
        Event::CancelPressed
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
                    Effect::Prepare(..)
                    | Effect::Reopen(..)
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
