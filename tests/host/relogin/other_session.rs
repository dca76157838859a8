//! Another session than the tab showed, as a table: somebody else has logged in, or another unit was chosen, in another tab.

use super::session::{
    ASKED, ASKED_SESSION, NEXT, agreed, answered, begins, logged_in, logged_out, login, machine, record, refused, step,
    tells,
};
use crate::support::{draft, entered, overview, session, withdrawn};
use nemkonto::{
    api_error::ApiError,
    contract::{ActingAs, DraftKey, ProblemType, Reopened, Session, UnitId},
    relogin::{Attempt, Callback, Effect, Event, LoggedOut, Machine, Notice, SessionState, State, WaitingRecord},
};

/// The same person, acting for another unit.
fn in_other_unit() -> Session {
    let mut other = session();
    (other.acting_as, other.caseworker.unit.id) = (ActingAs("signe-elsewhere".into()), UnitId("another".into()));
    other
}

/// Somebody else.
fn somebody_else() -> Session {
    Session { acting_as: ActingAs("clara".into()), draft_key: DraftKey("B".repeat(43)), ..session() }
}

/// A tab in which somebody was logged in, and that has heard that it is another session now.
fn asking_again() -> Machine {
    let (asking, effects) = machine(logged_in()).step(Event::SessionDiffers);
    assert_eq!((&asking.session, effects), (&SessionState::Asking(LoggedOut::Ended), vec![Effect::AskSession(NEXT)]));
    Machine { asked_session: ASKED_SESSION, ..asking }
}

fn session_is(now: Session) -> Event {
    answered(Ok(now), WaitingRecord::default())
}

#[test]
fn s11_a_page_says_whom_it_shows_and_asks_as_nobody_who_is_logged_in() {
    let shown = machine(logged_in());
    assert_eq!(shown.acting_as(), Some(&session().acting_as));
    let logging_out = shown.clone().step(Event::LogOutPressed).0;
    assert_eq!(logging_out.acting_as(), Some(&session().acting_as), "nobody else is logged out");
    assert_eq!(asking_again().acting_as(), None);
    assert_eq!(machine(logged_out(LoggedOut::Ended)).acting_as(), None);
    let (switched, _) = shown.step(Event::SessionRenewed(Box::new(in_other_unit())));
    assert_eq!(switched.acting_as(), Some(&in_other_unit().acting_as));
}

#[test]
fn s11_a_refusal_because_of_another_session_asks_whose_it_is() {
    let (same, effects) = asking_again().step(session_is(session()));
    assert_eq!((same.session, effects), (logged_in(), vec![begins()]), "it was a moment's matter");
    let ended = answered(Err(refused(ProblemType::NotLoggedIn)), WaitingRecord::default());
    assert_eq!(asking_again().step(ended).0.session, logged_out(LoggedOut::Ended));
    let differs = refused(ProblemType::SessionDiffers);
    let preparing = Machine { asked: ASKED, ..Machine::new(State::Preparing(Box::new(entered())), logged_in()) };
    let (after, effects) = preparing.step(Event::PrepareAnswered(ASKED, Err(differs.clone())));
    assert_eq!((after.state, after.session), (State::Editing(None), SessionState::Asking(LoggedOut::Ended)));
    assert!(matches!(effects[..], [Effect::AskSession(_)]), "{effects:?}");
    let logging_out = Machine { session: SessionState::LoggingOut, ..machine(logged_in()) };
    let (after, effects) = logging_out.step(Event::LogOutAnswered(ASKED_SESSION, Err(differs)));
    assert_eq!((after.session, effects), (SessionState::Asking(LoggedOut::Ended), vec![Effect::AskSession(NEXT)]));
}

#[test]
fn s11_another_session_closes_the_confirmation_but_not_a_login_that_begins() {
    let confirming = Machine { state: State::Confirming(Box::new(agreed()), None), ..machine(logged_in()) };
    let (after, effects) = confirming.step(Event::SessionDiffers);
    assert_eq!((after.state, after.session), (State::Editing(None), SessionState::Asking(LoggedOut::Ended)));
    assert_eq!(effects, [Effect::Forget(record()), Effect::AskSession(NEXT)]);
    for event in [Event::SessionDiffers, Event::SessionEnded] {
        let preparing = Machine { state: State::Preparing(Box::new(entered())), ..machine(logged_in()) };
        assert_eq!(preparing.step(event).0.state, State::Editing(None), "no answer opens it any more");
    }
    let leaving = Machine { state: State::Leaving(Box::new(agreed())), ..machine(logged_in()) };
    assert_eq!(leaving.clone().step(Event::SessionDiffers), (leaving, vec![]));
}

#[test]
fn s11_another_unit_has_to_be_agreed_to_and_the_form_stays() {
    let (other, effects) = asking_again().step(session_is(in_other_unit()));
    assert_eq!((&other.session, effects), (&SessionState::OtherUnit(Box::new(in_other_unit())), vec![]));
    assert_eq!(other.acting_as(), None);
    let (after, effects) = other.step(Event::GoOnPressed);
    assert_eq!(after.session, SessionState::LoggedIn(Box::new(in_other_unit())));
    assert_eq!(effects, [Effect::BeginSession(Box::new(in_other_unit())), Effect::ForgetFetched]);
}

#[test]
fn s11_somebody_else_sees_nothing_of_what_was_typed() {
    let (made_way, effects) = asking_again().step(session_is(somebody_else()));
    assert_eq!((&made_way.session, effects), (&logged_out(LoggedOut::SomebodyElse), vec![Effect::EndSession]));
    let (logging_in, effects) = made_way.clone().step(Event::LogInPressed);
    assert_eq!(effects, [Effect::StartLogin(NEXT)], "who was here can log in again, and finds the form");
    assert_eq!(logging_in.session, SessionState::LoggingIn(LoggedOut::SomebodyElse));

    let (taking_over, effects) = made_way.step(Event::GoOnPressed);
    let forgets = [Effect::ForgetFetched, Effect::ForgetTyped, Effect::ShowStart, Effect::AskSession(NEXT)];
    assert_eq!(effects, forgets, "before it is known who goes on");
    let taking_over = Machine { asked_session: ASKED_SESSION, ..taking_over };
    let (after, effects) = taking_over.step(session_is(somebody_else()));
    assert_eq!(after.session, SessionState::LoggedIn(Box::new(somebody_else())));
    assert_eq!(effects, [Effect::BeginSession(Box::new(somebody_else()))]);
}

#[test]
fn s11_a_session_that_is_prolonged_is_no_other_one() {
    let confirming = Machine { state: State::Confirming(Box::new(agreed()), None), ..machine(logged_in()) };
    let (after, effects) = confirming.step(Event::SessionRenewed(Box::new(somebody_else())));
    assert_eq!((after.state, after.session), (State::Editing(None), logged_out(LoggedOut::SomebodyElse)));
    assert_eq!(effects, [Effect::EndSession, Effect::Forget(record())]);
}

#[test]
fn s11_a_form_that_is_given_back_is_for_whom_the_answer_names() {
    let given_back = |whose: Session, shown: Option<Session>| {
        let reopening = State::Reopening(record(), Notice::Cancelled, Attempt::default());
        let shown = shown.map(Box::new);
        let session = shown.clone().map_or(SessionState::Unknown, SessionState::LoggedIn);
        let before = Machine { shown, asked: ASKED, ..Machine::new(reopening, session) };
        let Reopened::Withdrawn { overview, draft, .. } = withdrawn(Some(overview()), draft()) else { unreachable!() };
        let answer = Reopened::Withdrawn { overview, draft, session: Box::new(whose) };
        let (after, effects) = before.step(Event::ReopenAnswered(ASKED, Ok(answer)));
        (after.session, effects)
    };
    let (after, effects) = given_back(session(), None);
    assert_eq!(after, logged_in(), "nobody is asked, who might be somebody else by now");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::AskSession(_))));
    assert_eq!(given_back(in_other_unit(), Some(session())).0, SessionState::OtherUnit(Box::new(in_other_unit())));
    let (after, effects) = given_back(somebody_else(), Some(session()));
    assert_eq!(after, SessionState::LoggedIn(Box::new(somebody_else())));
    let place = |wanted: &Effect| effects.iter().position(|effect| effect == wanted).unwrap();
    assert!(place(&Effect::ForgetTyped) < place(&Effect::BeginSession(Box::new(somebody_else()))));
}

#[test]
fn s11_other_tabs_are_told_of_a_unit_that_is_chosen() {
    let (_, effects) = step(logged_in(), Event::SessionRenewed(Box::new(in_other_unit())));
    assert_eq!(effects.last(), Some(&tells(Some(in_other_unit()))));
    assert_eq!(step(logged_in(), Event::SessionRenewed(Box::new(session()))).1, [begins()], "nothing is new");
}

#[test]
fn s12_a_log_out_in_another_tab_hides_everything_at_once() {
    for shown in [logged_in(), SessionState::OtherUnit(Box::new(in_other_unit()))] {
        let confirming = Machine { state: State::Confirming(Box::new(agreed()), None), ..machine(shown) };
        let (after, effects) = confirming.step(Event::HeardFromTab(None));
        assert_eq!((after.state, after.session), (State::Editing(None), logged_out(LoggedOut::InOtherTab)));
        assert_eq!(effects, [Effect::EndSession, Effect::Forget(record())], "what was typed is kept");
    }
    let leaving = Machine { state: State::Leaving(Box::new(agreed())), ..machine(logged_in()) };
    assert_eq!(leaving.clone().step(Event::HeardFromTab(None)), (leaving, vec![]));
}

#[test]
fn s11_what_another_tab_tells_is_asked_for() {
    let told = |session: Session| Event::HeardFromTab(Some(session.acting_as));
    assert_eq!(step(logged_in(), told(session())), (logged_in(), vec![]), "nothing is new");
    for now in [somebody_else(), in_other_unit()] {
        let (asking, effects) = step(logged_in(), told(now));
        assert_eq!((asking, effects), (SessionState::Asking(LoggedOut::Ended), vec![Effect::AskSession(NEXT)]));
    }
    // Whoever waits at the login need not log in once more.
    let (asking, effects) = step(logged_out(LoggedOut::InOtherTab), told(session()));
    assert_eq!((asking, effects), (SessionState::Asking(LoggedOut::InOtherTab), vec![Effect::AskSession(NEXT)]));
    let unreachable = || ApiError::Unreachable;
    for unsure in [
        SessionState::OtherUnit(Box::new(in_other_unit())),
        SessionState::Failed(unreachable()),
        SessionState::NotLoggedOut(unreachable()),
    ] {
        let (asking, effects) = step(unsure, told(session()));
        assert_eq!((asking, effects), (SessionState::Asking(LoggedOut::Ended), vec![Effect::AskSession(NEXT)]));
    }
    for busy in [SessionState::LoggingIn(LoggedOut::NotYet), SessionState::CompletingLogin, SessionState::LoggingOut] {
        assert_eq!(step(busy.clone(), told(session())), (busy, vec![]));
    }
}

#[test]
fn s13_a_link_that_looks_like_the_return_from_a_login_logs_nobody_out() {
    let forged = step(SessionState::Unknown, Event::CameBackFromLogin(Callback::Login(login()))).0;
    let answer = answered(Err(refused(ProblemType::LoginUnknown)), WaitingRecord::default());
    let (asking, effects) = step(forged, answer);
    assert_eq!(effects, [Effect::AskSession(NEXT)]);
    assert_eq!(step(asking, session_is(session())), (logged_in(), vec![begins()]));
}
