//! Who is logged in, as a table: what a tab makes of logins, log-outs and sessions that end.

use crate::support::{self, entered, session};
use nemkonto::{
    api_error::ApiError,
    contract::{LoginCallback, LoginStarted, ProblemDetails, ProblemType, Session, UnitId},
    relogin::{
        AgreedChange, Attempt, Callback, Effect, Event, LEAVING_SECONDS, LoggedOut, Machine, Notice, Problem,
        ProviderError, RequestId, SessionState, State, StoredRecord, WaitingRecord,
    },
};

pub const ASKED: RequestId = RequestId(7);
pub const ASKED_SESSION: RequestId = RequestId(8);
pub const NEXT: RequestId = RequestId(9);

pub fn record() -> StoredRecord {
    StoredRecord::new(&agreed())
}

pub fn agreed() -> AgreedChange {
    support::agreed()
}

pub fn refused(problem_type: ProblemType) -> ApiError {
    ApiError::Refused(Box::new(ProblemDetails::new(problem_type, "reference")))
}

pub fn logged_in() -> SessionState {
    SessionState::LoggedIn(Box::new(session()))
}

pub fn logged_out(why: LoggedOut) -> SessionState {
    SessionState::LoggedOut(why, None)
}

pub fn machine(session: SessionState) -> Machine {
    Machine { asked: ASKED, asked_session: ASKED_SESSION, ..Machine::new(State::default(), session) }
}

/// What happens to the session while no change is under way.
pub fn step(before: SessionState, event: Event) -> (SessionState, Vec<Effect>) {
    let (machine, effects) = machine(before).step(event);
    (machine.session, effects)
}

pub fn login() -> LoginCallback {
    LoginCallback { code: "code".into(), state: "state".into(), iss: None }
}

pub fn answered(answer: Result<Session, ApiError>, waiting: WaitingRecord) -> Event {
    Event::SessionAnswered(ASKED_SESSION, answer.map(Box::new), waiting)
}

/// The other tabs are told whose session it is.
pub fn tells(now: Option<Session>) -> Effect {
    Effect::TellOtherTabs(now.map(|session| session.acting_as))
}

pub fn begins() -> Effect {
    Effect::BeginSession(Box::new(session()))
}

#[test]
fn an_app_that_opens_asks_who_is_logged_in() {
    let (asking, effects) = step(SessionState::Unknown, Event::Opened);
    assert_eq!((&asking, effects), (&SessionState::Asking(LoggedOut::NotYet), vec![Effect::AskSession(NEXT)]));
    let none = WaitingRecord::default();
    assert_eq!(step(asking.clone(), answered(Ok(session()), none.clone())), (logged_in(), vec![begins()]));
    let nobody = answered(Err(refused(ProblemType::NotLoggedIn)), none.clone());
    assert_eq!(step(asking.clone(), nobody), (logged_out(LoggedOut::NotYet), vec![]));
    let silent = answered(Err(ApiError::Unreachable), none);
    let (failed, effects) = step(asking, silent);
    assert_eq!((&failed, effects), (&SessionState::Failed(ApiError::Unreachable), vec![]));
    assert_eq!(step(failed, Event::AskAgainPressed).1, [Effect::AskSession(NEXT)]);
}

#[test]
fn a_page_that_is_left_asks_once_who_is_logged_in() {
    let (asking, effects) = step(SessionState::Unknown, Event::LeftPage);
    assert_eq!(effects, [Effect::AskSession(NEXT)]);
    assert_eq!(step(asking, Event::LeftPage).1, []);
    assert_eq!(step(logged_in(), Event::LeftPage).1, []);
}

#[test]
fn a_login_begins_a_session_and_leads_back_to_the_page_that_was_left() {
    let (logging_in, effects) = step(SessionState::Unknown, Event::CameBackFromLogin(Callback::Login(login())));
    assert_eq!(effects, [Effect::ShowStart, Effect::CompleteLogin(NEXT, login())]);
    let (session, effects) = step(logging_in, answered(Ok(session()), WaitingRecord::default()));
    assert_eq!((session, effects), (logged_in(), vec![begins(), Effect::GoBackToPage, tells(Some(self::session()))]));
}

#[test]
fn a_login_that_came_to_nothing_says_why() {
    let logging_in = || SessionState::CompletingLogin;
    let none = WaitingRecord::default();
    let private = refused(ProblemType::PrivateIdentity);
    let (asking, effects) = step(logging_in(), answered(Err(private.clone()), none.clone()));
    assert_eq!(effects, [Effect::AskSession(NEXT)], "somebody may be logged in");
    let why = LoggedOut::Refused(Problem::Api(private));
    assert_eq!(asking, SessionState::Asking(why.clone()));
    let nobody = answered(Err(refused(ProblemType::NotLoggedIn)), none.clone());
    assert_eq!(step(asking, nobody).0, logged_out(why));
    let silent = step(logging_in(), answered(Err(ApiError::Unreachable), none));
    assert_eq!(silent, (SessionState::Failed(ApiError::Unreachable), vec![]), "asking again may tell");
}

#[test]
fn a_link_that_looks_like_a_failed_login_logs_nobody_out() {
    for (error, why) in [
        (ProviderError::Cancelled, LoggedOut::Cancelled),
        (ProviderError::Unknown, LoggedOut::Refused(Problem::Provider(ProviderError::Unknown))),
    ] {
        let callback = Callback::Error { state: "state".into(), iss: None, error };
        let (asking, effects) = step(SessionState::Unknown, Event::CameBackFromLogin(callback));
        assert_eq!(asking, SessionState::Asking(why.clone()));
        assert_eq!(effects, [Effect::ShowStart, Effect::AskSession(NEXT)]);
        let nobody = answered(Err(refused(ProblemType::NotLoggedIn)), WaitingRecord::default());
        assert_eq!(step(asking.clone(), nobody).0, logged_out(why));
        assert_eq!(step(asking, answered(Ok(session()), WaitingRecord::default())).0, logged_in());
    }
    let (asking, effects) = step(SessionState::Unknown, Event::CameBackFromLogin(Callback::Foreign));
    assert_eq!(asking, SessionState::Asking(LoggedOut::NotYet));
    assert_eq!(effects, [Effect::ShowStart, Effect::AskSession(NEXT)]);
}

#[test]
fn b05_a_record_that_never_came_back_is_asked_about() {
    for before in [SessionState::Asking(LoggedOut::NotYet), SessionState::CompletingLogin] {
        let waiting = WaitingRecord { record: Some(record()), is_in_the_way: false };
        let (after, effects) = machine(before.clone()).step(answered(Ok(session()), waiting));
        assert_eq!(after.state, State::Reopening(record(), Notice::Interrupted, Attempt::default()));
        let is_login = before == SessionState::CompletingLogin;
        let expected = [Effect::TellOtherTabs(Some(session().acting_as))];
        assert!(matches!(&effects[..2], [Effect::BeginSession(_), Effect::Reopen(NEXT, _)]), "{effects:?}");
        assert_eq!(effects[2..], expected[..usize::from(is_login)]);
    }
}

#[test]
fn a_form_or_receipt_does_not_go_for_an_older_change() {
    let waiting = WaitingRecord { record: Some(record()), is_in_the_way: true };
    let (after, effects) = machine(SessionState::Asking(LoggedOut::NotYet)).step(answered(Ok(session()), waiting));
    assert_eq!((after.state, effects), (State::Editing(None), vec![begins()]));
}

#[test]
fn an_answer_about_the_session_counts_only_while_it_is_asked_for() {
    let late = Event::SessionAnswered(RequestId(2), Ok(Box::new(session())), WaitingRecord::default());
    let asking = machine(SessionState::Asking(LoggedOut::NotYet));
    assert_eq!(asking.clone().step(late), (asking, vec![]));
    for ended in [logged_out(LoggedOut::Ended), logged_in(), SessionState::LoggingOut] {
        let answer = answered(Err(refused(ProblemType::NotLoggedIn)), WaitingRecord::default());
        assert_eq!(step(ended.clone(), answer), (ended, vec![]));
    }
}

#[test]
fn a_session_that_ends_closes_the_confirmation_but_not_a_login_that_begins() {
    let confirming = || State::Confirming(Box::new(agreed()), None);
    let (after, effects) = Machine::new(confirming(), logged_in()).step(Event::SessionEnded);
    assert_eq!((after.state, after.session), (State::Editing(None), logged_out(LoggedOut::Ended)));
    assert_eq!(effects, [Effect::EndSession, Effect::Forget(record())]);

    let leaving = Machine::new(State::Leaving(Box::new(agreed())), logged_in());
    assert_eq!(leaving.clone().step(Event::SessionEnded), (leaving, vec![]));
}

#[test]
fn a_refusal_to_prepare_because_nobody_is_logged_in_ends_the_session_and_keeps_the_form() {
    let refusal = refused(ProblemType::NotLoggedIn);
    let preparing = Machine { asked: ASKED, ..Machine::new(State::Preparing(Box::new(entered())), logged_in()) };
    let (after, effects) = preparing.step(Event::PrepareAnswered(ASKED, Err(refusal.clone())));
    assert_eq!(after.session, logged_out(LoggedOut::Ended));
    assert_eq!((after.state, effects), (State::Editing(None), vec![Effect::EndSession]), "{refusal:?}");
}

#[test]
fn who_stopped_because_nobody_is_logged_in_is_led_to_the_login() {
    let stuck = State::Stuck(Problem::Api(refused(ProblemType::NotLoggedIn)), Some(record()));
    let (after, effects) = Machine::new(stuck, SessionState::Unknown).step(Event::LogInPressed);
    assert_eq!((after.state, after.session), (State::Editing(None), logged_out(LoggedOut::Ended)));
    assert_eq!(effects, [Effect::EndSession], "the record stays, and is asked about after the login");
}

#[test]
fn a_login_leaves_once_the_api_has_said_where_to() {
    let (logging_in, effects) = step(logged_out(LoggedOut::Ended), Event::LogInPressed);
    assert_eq!((&logging_in, effects), (&SessionState::LoggingIn(LoggedOut::Ended), vec![Effect::StartLogin(NEXT)]));
    assert_eq!(step(logging_in.clone(), Event::LogInPressed).1, [], "one press is enough");
    let started = LoginStarted { authorization_url: "https://provider.example/authorize".into() };
    let (still, effects) = step(logging_in, Event::LoginStarted(ASKED_SESSION, Ok(started.clone())));
    assert_eq!(still, SessionState::LoggingIn(LoggedOut::Ended));
    assert_eq!(effects, [Effect::GoToLogin(started.authorization_url.clone()), Effect::Pause(NEXT, LEAVING_SECONDS)]);
    // Meanwhile another tab has told that somebody is logged in.
    assert_eq!(step(logged_in(), Event::LoginStarted(ASKED_SESSION, Ok(started))), (logged_in(), vec![]));
}

#[test]
fn a_browser_is_on_its_way_to_a_login_for_a_change_or_without_one() {
    let is_leaving = |state, session| Machine::new(state, session).is_leaving();
    assert!(is_leaving(State::Leaving(Box::new(agreed())), logged_in()));
    assert!(is_leaving(State::default(), SessionState::LoggingIn(LoggedOut::NotYet)));
    assert!(!is_leaving(State::default(), logged_in()));
    assert!(!is_leaving(State::default(), logged_out(LoggedOut::NotYet)));
}

#[test]
fn b12_a_login_that_does_not_get_away_can_be_tried_again() {
    let logging_in = || SessionState::LoggingIn(LoggedOut::Ended);
    let given_up = |problem| SessionState::LoggedOut(LoggedOut::Ended, problem);
    let unreachable = Event::LoginStarted(ASKED_SESSION, Err(ApiError::Unreachable));
    for (event, problem) in [
        (Event::PauseOver(ASKED_SESSION), Some(Problem::DidNotLeave)),
        (Event::NotFollowed, Some(Problem::DidNotLeave)),
        (unreachable, Some(Problem::Api(ApiError::Unreachable))),
        (Event::PageRestored, None),
    ] {
        let (after, effects) = step(logging_in(), event);
        assert_eq!((&after, effects), (&given_up(problem), vec![]));
        assert_eq!(step(after, Event::LogInPressed).1, [Effect::StartLogin(NEXT)]);
    }
}

#[test]
fn a_log_out_hides_everything_at_once_and_forgets_it_when_the_api_agrees() {
    let (ending, effects) = step(logged_in(), Event::LogOutPressed);
    assert_eq!((&ending, effects), (&SessionState::LoggingOut, vec![Effect::LogOut(NEXT)]));
    let (ended, effects) = step(ending, Event::LogOutAnswered(ASKED_SESSION, Ok(())));
    assert_eq!(ended, logged_out(LoggedOut::ByChoice));
    let forgets = [Effect::EndSession, Effect::ForgetFetched, Effect::ForgetTyped, Effect::ShowStart];
    assert_eq!(effects, [&forgets[..], &[tells(None)]].concat());
}

#[test]
fn a_log_out_that_failed_is_no_log_out() {
    let unavailable = refused(ProblemType::Internal);
    let answer = Event::LogOutAnswered(ASKED_SESSION, Err(unavailable.clone()));
    let (after, effects) = step(SessionState::LoggingOut, answer);
    assert_eq!((&after, effects), (&SessionState::NotLoggedOut(unavailable), vec![]), "nothing is forgotten");
    assert_eq!(step(after.clone(), Event::LogOutPressed).1, [Effect::LogOut(NEXT)]);
    assert_eq!(step(after, Event::AskAgainPressed).1, [Effect::AskSession(NEXT)]);
    let over = Event::LogOutAnswered(ASKED_SESSION, Err(refused(ProblemType::NotLoggedIn)));
    assert_eq!(step(SessionState::LoggingOut, over), (logged_out(LoggedOut::Ended), vec![Effect::EndSession]));
}

#[test]
fn another_unit_is_shown_nothing_that_was_fetched_for_the_one_before() {
    let same = Event::SessionRenewed(Box::new(session()));
    assert_eq!(step(logged_in(), same), (logged_in(), vec![begins()]));

    let mut other_unit = session();
    other_unit.caseworker.unit.id = UnitId("another".into());
    let (after, effects) = step(logged_in(), Event::SessionRenewed(Box::new(other_unit.clone())));
    assert_eq!(after, SessionState::LoggedIn(Box::new(other_unit.clone())));
    assert_eq!(effects, [Effect::BeginSession(Box::new(other_unit)), Effect::ForgetFetched]);

    let mut other_rights = session();
    other_rights.caseworker.rights.clear();
    let effects = step(logged_in(), Event::SessionRenewed(Box::new(other_rights.clone()))).1;
    assert_eq!(effects, [Effect::BeginSession(Box::new(other_rights)), Effect::ForgetRecent, Effect::ForgetFetched]);
    let ended = logged_out(LoggedOut::Ended);
    assert_eq!(step(ended.clone(), Event::SessionRenewed(Box::new(session()))), (ended, vec![]));
}
