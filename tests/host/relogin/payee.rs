//! The payee by name: no login before the caseworker has said why an account is right that its bank knows by another name.

use super::{NEXT, machine, prepare_answered, record, refused, step};
use crate::support::{
    agreed_about, answer_about, entered, other_change, payee, prepare_request, prepared, reading, reasons,
    to_acknowledge, unacknowledged,
};
use nemkonto::{
    api_error::ApiError,
    contract::{Acknowledged, Next, PayeeCheck, PrepareAnswer, PrepareRequest, ProblemType, Reading},
    domain::{
        draft::Field,
        payee::{Acknowledgement, Note, PayeeAnswer},
    },
    relogin::{Compared, Effect, Event, LoggedOut, Problem, SessionState, State},
};

fn asks_why() -> State {
    State::Acknowledging(Box::new(unacknowledged(PayeeAnswer::NoMatch)), None)
}

fn said() -> Acknowledgement {
    Acknowledgement { reason: "other".into(), note: Some(Note::parse("Set på vielsesattesten").unwrap()) }
}

/// The bank's answer with what was said to it.
fn acknowledged(answer: PayeeAnswer, said: Acknowledgement) -> PayeeCheck {
    let reason = reasons().into_iter().find(|reason| reason.id == said.reason).unwrap();
    PayeeCheck { acknowledged: Some(Acknowledged { reason, note: said.note }), ..payee(answer) }
}

/// The dialog while the API is being asked with what was said.
fn asking_again() -> State {
    step(asks_why(), Event::AcknowledgePressed(said())).0
}

/// A login, and this said of the bank.
fn login_with(payee: Option<PayeeCheck>) -> PrepareAnswer {
    PrepareAnswer { reading: Reading { payee, ..reading() }, next: Next::Login(Box::new(prepared())) }
}

#[test]
fn an_account_of_another_name_opens_a_confirmation_that_asks_why() {
    for answer in PayeeAnswer::ALL {
        let state = State::Preparing(Box::new(entered()));
        let (state, effects) = step(state, prepare_answered(Ok(answer_about(Some(payee(*answer))))));
        assert_eq!(matches!(state, State::Acknowledging(..)), answer.is_mismatch(), "{answer:?}");
        assert_eq!(matches!(state, State::Confirming(..)), !answer.is_mismatch(), "{answer:?}");
        assert!(state.is_confirming() && effects.is_empty());
    }
    assert!(!State::Preparing(Box::new(entered())).is_confirming() && !State::Editing(None).is_confirming());
}

#[test]
fn v08_what_nobody_has_answered_for_cannot_be_confirmed() {
    assert_eq!(step(asks_why(), Event::ConfirmPressed), (asks_why(), vec![]));
    assert_eq!(step(asking_again(), Event::ConfirmPressed), (asking_again(), vec![]));
}

#[test]
fn what_is_said_goes_to_the_api_with_the_form_and_the_answer_that_it_is_about() {
    let (state, effects) = step(asks_why(), Event::AcknowledgePressed(said()));
    let mut draft = prepare_request().draft;
    draft.set(Field::PayeeReason, "other");
    draft.set(Field::PayeeNote, "Set på vielsesattesten");
    let acknowledges = Some(to_acknowledge().sealed);
    assert_eq!(effects, [Effect::Prepare(NEXT, PrepareRequest { draft, acknowledges, ..prepare_request() })]);
    assert_eq!(state.confirmation(), asks_why().confirmation(), "the confirmation stays as it is meanwhile");

    let answer = login_with(Some(acknowledged(PayeeAnswer::NoMatch, said())));
    let (state, _) = step(state, prepare_answered(Ok(answer)));
    assert!(matches!(step(state, Event::ConfirmPressed).0, State::Leaving(_)));
}

/// A hostile or mistaken API: nothing is confirmed of which something is left to be said, or was not said.
#[test]
fn v04_an_answer_that_makes_something_else_of_what_was_said_is_not_confirmed() {
    let other_reason = Acknowledgement { reason: "trading-name".into(), note: None };
    let other_note = Acknowledgement { note: Some(Note::parse("Noget andet").unwrap()), ..said() };
    let earlier = PayeeCheck { bank_name: Some("Another".into()), ..acknowledged(PayeeAnswer::NoMatch, said()) };
    for payee in [
        payee(PayeeAnswer::NoMatch),
        payee(PayeeAnswer::CloseMatch),
        acknowledged(PayeeAnswer::CloseMatch, said()),
        acknowledged(PayeeAnswer::NoMatch, other_reason),
        acknowledged(PayeeAnswer::NoMatch, other_note),
        earlier,
    ] {
        let (state, _) = step(asking_again(), prepare_answered(Ok(login_with(Some(payee.clone())))));
        assert_eq!(state, State::Editing(Some(Problem::ReadingDiffers)), "{payee:?}");
    }
    // What was said is not left out,
    assert_eq!(
        step(asking_again(), prepare_answered(Ok(login_with(None)))).0,
        State::Editing(Some(Problem::ReadingDiffers))
    );
    // nor does the API say anything in the caseworker's place,
    let preparing = || State::Preparing(Box::new(entered()));
    for payee in [payee(PayeeAnswer::NoMatch), acknowledged(PayeeAnswer::NoMatch, said())] {
        let (state, _) = step(preparing(), prepare_answered(Ok(login_with(Some(payee)))));
        assert_eq!(state, State::Editing(Some(Problem::ReadingDiffers)));
    }
    // nor asks for a reason where nothing differs,
    for payee in [None, Some(payee(PayeeAnswer::Match)), Some(acknowledged(PayeeAnswer::NoMatch, said()))] {
        let answer = PrepareAnswer { next: Next::Acknowledge(to_acknowledge()), ..login_with(payee) };
        let (state, _) = step(preparing(), prepare_answered(Ok(answer)));
        assert_eq!(state, State::Editing(Some(Problem::ReadingDiffers)));
    }
    // nor is another change confirmed with it.
    let reading =
        Reading { change: other_change(), payee: Some(acknowledged(PayeeAnswer::NoMatch, said())), ..reading() };
    let answer = PrepareAnswer { reading, next: Next::Login(Box::new(prepared())) };
    assert_eq!(step(asking_again(), prepare_answered(Ok(answer))).0, State::Editing(Some(Problem::ReadingDiffers)));
}

#[test]
fn v03_a_bank_that_answers_otherwise_when_it_is_asked_again_is_answered_anew() {
    let (state, _) = step(asking_again(), prepare_answered(Ok(answer_about(Some(payee(PayeeAnswer::CloseMatch))))));
    let Some(Compared::Unacknowledged(shown)) = state.confirmation() else { panic!("{state:?}") };
    assert_eq!(shown.reading().payee, Some(payee(PayeeAnswer::CloseMatch)));
    // Where the name fits by now, nothing is left to be said.
    let (state, _) = step(asking_again(), prepare_answered(Ok(answer_about(Some(payee(PayeeAnswer::Match))))));
    assert!(matches!(state, State::Confirming(..)));
}

#[test]
fn v06_what_was_said_to_an_earlier_answer_is_not_said_to_the_next_one() {
    let no_answer = answer_about(Some(payee(PayeeAnswer::NoAnswer)));
    let (state, _) = step(asking_again(), prepare_answered(Ok(no_answer)));
    let (_, effects) = step(state, Event::AskBankAgainPressed);
    let [_, Effect::Prepare(_, request)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(request.acknowledges, None);
}

#[test]
fn a_bank_that_has_not_answered_is_asked_again_and_no_other() {
    for answer in PayeeAnswer::ALL.iter().copied().filter(|answer| !answer.is_mismatch()) {
        let agreed = Box::new(agreed_about(Some(payee(answer))));
        let confirming = State::Confirming(agreed, Some(Problem::Offline));
        let (state, effects) = step(confirming.clone(), Event::AskBankAgainPressed);
        if answer == PayeeAnswer::NoAnswer {
            assert_eq!(effects, [Effect::Forget(record()), Effect::Prepare(NEXT, prepare_request())]);
            assert_eq!(state.confirmation(), confirming.confirmation(), "the confirmation stays open meanwhile");
        } else {
            assert_eq!((state, effects), (confirming, vec![]), "{answer:?}");
        }
    }
    assert_eq!(step(asks_why(), Event::AskBankAgainPressed), (asks_why(), vec![]));
}

#[test]
fn v01_a_question_that_fails_leaves_the_confirmation_as_it_was_and_says_so() {
    let no_answer = || Box::new(agreed_about(Some(payee(PayeeAnswer::NoAnswer))));
    let asked_bank = step(State::Confirming(no_answer(), None), Event::AskBankAgainPressed).0;
    for failure in [ApiError::Unreachable, refused(ProblemType::FieldsRefused), refused(ProblemType::TooManyAttempts)] {
        let problem = Some(Problem::Api(failure.clone()));
        let (state, effects) = step(asking_again(), prepare_answered(Err(failure.clone())));
        let shown = Box::new(unacknowledged(PayeeAnswer::NoMatch));
        assert_eq!((state, effects), (State::Acknowledging(shown, problem.clone()), vec![]));
        let (state, effects) = step(asked_bank.clone(), prepare_answered(Err(failure)));
        assert_eq!((state.stopped_by(), effects), (problem.as_ref(), vec![]));
        assert!(matches!(step(state, Event::ConfirmPressed).0, State::Leaving(_)), "the login is still there");
    }
    // What changes everything leads back to the form.
    let failure = refused(ProblemType::AccountsChanged);
    let (state, effects) = step(asking_again(), prepare_answered(Err(failure.clone())));
    assert_eq!((state, effects), (State::Editing(Some(Problem::Api(failure))), vec![Effect::ForgetFetched]));
    let (after, _) = machine(asking_again()).step(prepare_answered(Err(refused(ProblemType::NotLoggedIn))));
    assert_eq!(after.session, SessionState::LoggedOut(LoggedOut::Ended, None));
    assert_eq!(after.state, State::Editing(None));
}

#[test]
fn who_gives_up_finds_the_form_and_hears_no_late_answer() {
    for open in [asks_why(), asking_again()] {
        for leaves in [Event::CancelPressed, Event::LeftPage] {
            let (state, effects) = step(open.clone(), leaves);
            assert_eq!((&state, effects), (&State::Editing(None), vec![]));
            let late = prepare_answered(Ok(login_with(Some(acknowledged(PayeeAnswer::NoMatch, said())))));
            assert_eq!(step(state, late), (State::Editing(None), vec![]));
        }
        let (after, effects) = machine(open).step(Event::SessionEnded);
        assert_eq!((after.state, effects), (State::Editing(None), vec![Effect::EndSession]));
    }
}

#[test]
fn what_is_typed_is_in_a_record_only_once_the_change_can_be_confirmed() {
    let asked_bank = State::Confirming(Box::new(agreed_about(Some(payee(PayeeAnswer::NoAnswer)))), None);
    assert!(asked_bank.is_in_a_record());
    assert!(step(asked_bank, Event::AskBankAgainPressed).0.is_in_a_record());
    for open in [asks_why(), asking_again(), State::Preparing(Box::new(entered())), State::Editing(None)] {
        assert!(!open.is_in_a_record(), "{open:?}");
    }
}
