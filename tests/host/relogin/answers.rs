//! What the API answers about a change, and what is asked again.

use super::{
    NEXT, committed, confirm_answered, leaving, login, machine, preparing, receipt_of_another, record, refused,
    reopen_answered, reopening, step, submitting,
};
use crate::support::{answer, confirmed, draft, filled_forms, overview, receipt, session, signed_receipt, withdrawn};
use nemkonto::{
    api_error::ApiError,
    contract::{ProblemType, Reopened},
    domain::change_kind::ChangeKind,
    domain::draft::Draft,
    relogin::{Attempt, Effect, Event, Notice, Problem, RequestId, State, Storage},
};

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
fn a_pause_ends_when_it_is_over_or_the_caseworker_or_the_network_says_so() {
    for waiting in [submitting(), reopening(Notice::Asked)] {
        let unanswered = match &waiting {
            State::Submitting(..) => confirm_answered(Err(ApiError::Unreachable)),
            _ => reopen_answered(Err(ApiError::Unreachable)),
        };
        let (pausing, effects) = machine(waiting).step(unanswered);
        let [Effect::Pause(id, _)] = effects[..] else { panic!("there is a pause") };
        for ends in [Event::PauseOver(id), Event::TryNowPressed, Event::NetworkReturned] {
            assert!(matches!(pausing.clone().step(ends).1[..], [Effect::Confirm(..) | Effect::Reopen(..)]));
        }
        for does_not in [Event::ConfirmPressed, Event::EditPressed, Event::Stored(Storage::Kept)] {
            assert_eq!(pausing.clone().step(does_not), (pausing.clone(), vec![]));
        }
    }
}

#[test]
fn b14_an_answer_to_an_earlier_question_is_not_listened_to() {
    let early = RequestId(3);
    for (state, answer) in [
        (preparing(), Event::PrepareAnswered(early, Ok(Box::new(answer())))),
        (submitting(), Event::ConfirmAnswered(early, Ok(Box::new(confirmed())))),
        (reopening(Notice::Asked), Event::ReopenAnswered(early, Ok(committed()))),
        (leaving(), Event::Probed(early, false)),
        (leaving(), Event::PauseOver(early)),
    ] {
        assert_eq!(machine(state.clone()).step(answer), (machine(state), vec![]));
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
    for draft in filled_forms() {
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
