//! Session and ordinary login: the table of their states and events.

use super::{
    Attempt, Callback, Effect, Event, LEAVING_SECONDS, LoggedOut, Machine, Notice, Problem, ProviderError,
    SessionState, State, WaitingRecord,
};
use crate::{
    api_error::ApiError,
    contract::{Caseworker, LoginStarted, ProblemType, Session},
};

impl Machine {
    /// The person at the screen, if somebody is logged in.
    #[must_use]
    pub fn caseworker(&self) -> Option<&Caseworker> {
        match &self.session {
            SessionState::LoggedIn(session) => Some(&session.caseworker),
            _ => None,
        }
    }

    pub(super) fn take_about_session(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Opened | Event::AskAgainPressed => self.ask_session(LoggedOut::NotYet),
            Event::CameBackFromLogin(callback) => self.come_back_from_login(callback),
            Event::SessionAnswered(_, answer, waiting) => self.hear_of_session(answer, waiting),
            Event::SessionRenewed(session) => self.renew_session(session),
            Event::SessionEnded => self.hear_of_end(),
            Event::SessionDiffers => self.hear_of_another_session(),
            Event::HeardFromTab(now) => self.hear_from_tab(now),
            Event::GoOnPressed => self.go_on(),
            Event::LogInPressed => self.start_login(),
            Event::LoginStarted(_, answer) => self.go_to_login(answer),
            Event::PauseOver(_) => self.give_up_login(Some(Problem::DidNotLeave)),
            Event::LogOutPressed => match self.session {
                SessionState::LoggedIn(_) | SessionState::NotLoggedOut(_) => {
                    self.session = SessionState::LoggingOut;
                    vec![Effect::LogOut(self.ask_about_session())]
                }
                _ => vec![],
            },
            Event::LogOutAnswered(_, answer) => self.hear_of_log_out(answer),
            _ => vec![],
        }
    }

    /// Asks who is logged in, if nobody has asked yet: coming back from the login, the app does without.
    pub(super) fn ask_session_if_unknown(&mut self) -> Vec<Effect> {
        if self.session == SessionState::Unknown { self.ask_session(LoggedOut::NotYet) } else { vec![] }
    }

    pub(super) fn ask_session(&mut self, nobody: LoggedOut) -> Vec<Effect> {
        self.session = SessionState::Asking(nobody);
        vec![Effect::AskSession(self.ask_about_session())]
    }

    fn come_back_from_login(&mut self, callback: Callback) -> Vec<Effect> {
        let asks = match callback {
            Callback::Login(callback) => {
                self.session = SessionState::CompletingLogin;
                vec![Effect::CompleteLogin(self.ask_about_session(), callback)]
            }
            // Whoever is still logged in stays so: anyone can make a link that looks like a login that failed.
            Callback::Error { error: ProviderError::Cancelled, .. } => self.ask_session(LoggedOut::Cancelled),
            Callback::Error { error, .. } => self.ask_session(LoggedOut::Refused(Problem::Provider(error))),
            Callback::Foreign => self.ask_session(LoggedOut::NotYet),
        };
        [vec![Effect::ShowStart], asks].concat()
    }

    fn hear_of_session(&mut self, answer: Result<Box<Session>, ApiError>, waiting: WaitingRecord) -> Vec<Effect> {
        let is_nobody = |error: &ApiError| error.problem_type() == Some(ProblemType::NotLoggedIn);
        let is_login = self.session == SessionState::CompletingLogin;
        self.session = match (&self.session, answer) {
            (SessionState::Asking(_) | SessionState::CompletingLogin, Ok(session)) => {
                return self.compare_with_shown(session, is_login, waiting);
            }
            (SessionState::Asking(nobody), Err(error)) if is_nobody(&error) => {
                SessionState::LoggedOut(nobody.clone(), None)
            }
            // Whoever is still logged in stays so: anyone can make a link that looks like the return from a login.
            (SessionState::CompletingLogin, Err(error)) if !error.is_transient() => {
                return self.ask_session(LoggedOut::Refused(Problem::Api(error)));
            }
            (SessionState::Asking(_) | SessionState::CompletingLogin, Err(error)) => SessionState::Failed(error),
            _ => return vec![],
        };
        vec![]
    }

    /// Somebody is logged in. A re-login that never came back is asked about, unless a form or a receipt would have to go for it.
    pub(super) fn take_up(
        &mut self,
        session: Box<Session>,
        has_just_logged_in: bool,
        waiting: WaitingRecord,
    ) -> Vec<Effect> {
        let mut effects = self.begin_session(session);
        match waiting.record.filter(|_| !waiting.is_in_the_way && matches!(self.state, State::Editing(_))) {
            Some(record) => effects.extend(self.reopen(record, Notice::Interrupted, Attempt::default())),
            None if has_just_logged_in => effects.push(Effect::GoBackToPage),
            None => {}
        }
        if has_just_logged_in {
            effects.push(self.tell_other_tabs());
        }
        effects
    }

    /// Notes who is logged in now.
    pub(super) fn begin_session(&mut self, session: Box<Session>) -> Vec<Effect> {
        let before = self.shown.replace(session.clone()).map(|shown| shown.caseworker);
        let is_same = before.as_ref().is_none_or(|before| {
            before.authority == session.caseworker.authority && before.rights == session.caseworker.rights
        });
        self.session = SessionState::LoggedIn(session.clone());
        [Effect::BeginSession(session)].into_iter().chain((!is_same).then_some(Effect::ForgetRecent)).collect()
    }

    /// The session goes on, perhaps for another unit. What was fetched for the unit before is not shown any more.
    fn renew_session(&mut self, session: Box<Session>) -> Vec<Effect> {
        let Some(before) = self.caseworker() else { return vec![] };
        let is_same = *before == session.caseworker;
        let is_told = self.shown.as_ref().is_none_or(|shown| shown.acting_as == session.acting_as);
        if self.shown.as_ref().is_some_and(|shown| !shown.is_of_same_person_as(&session)) {
            return [self.make_way(), self.close_confirmation()].concat();
        }
        let mut effects = if is_same { self.begin_session(session) } else { self.begin_session_in_unit(session) };
        if !is_told {
            effects.push(self.tell_other_tabs());
        }
        effects
    }

    pub(super) fn begin_session_in_unit(&mut self, session: Box<Session>) -> Vec<Effect> {
        let mut effects = self.begin_session(session);
        effects.push(Effect::ForgetFetched);
        effects
    }

    /// Closes the confirmation, and listens to no answer that would open it.
    pub(super) fn close_confirmation(&mut self) -> Vec<Effect> {
        if let State::Preparing(_) = self.state {
            self.state = State::default();
        }
        self.take_about_change(Event::CancelPressed)
    }

    fn hear_of_end(&mut self) -> Vec<Effect> {
        if matches!(self.state, State::Leaving(_)) {
            // The login that begins now needs no session, and starts one.
            return vec![];
        }
        [self.end_session(), self.close_confirmation()].concat()
    }

    /// Nobody is logged in any more. What was typed is kept; a confirmation that is open is closed, and its form is among what is kept.
    pub(super) fn end_session(&mut self) -> Vec<Effect> {
        self.session = SessionState::LoggedOut(LoggedOut::Ended, None);
        vec![Effect::EndSession]
    }

    fn start_login(&mut self) -> Vec<Effect> {
        match std::mem::take(&mut self.session) {
            SessionState::LoggedOut(why, _) => {
                self.session = SessionState::LoggingIn(why);
                vec![Effect::StartLogin(self.ask_about_session())]
            }
            session => {
                self.session = session;
                // Offered where the journey stopped because nobody is logged in; the page that says so leads to the login.
                if let State::Stuck(..) = self.state {
                    self.state = State::default();
                    return self.end_session();
                }
                vec![]
            }
        }
    }

    fn go_to_login(&mut self, answer: Result<LoginStarted, ApiError>) -> Vec<Effect> {
        match answer {
            Ok(LoginStarted { authorization_url }) if matches!(self.session, SessionState::LoggingIn(_)) => {
                vec![Effect::GoToLogin(authorization_url), Effect::Pause(self.ask_about_session(), LEAVING_SECONDS)]
            }
            Ok(_) => vec![],
            Err(error) => self.give_up_login(Some(Problem::Api(error))),
        }
    }

    /// The browser is not on its way to a login any more.
    pub(super) fn give_up_login(&mut self, problem: Option<Problem>) -> Vec<Effect> {
        if let SessionState::LoggingIn(why) = &self.session {
            self.session = SessionState::LoggedOut(why.clone(), problem);
        }
        vec![]
    }

    fn hear_of_log_out(&mut self, answer: Result<(), ApiError>) -> Vec<Effect> {
        if self.session != SessionState::LoggingOut {
            return vec![];
        }
        match answer {
            Ok(()) => {
                self.session = SessionState::LoggedOut(LoggedOut::ByChoice, None);
                self.shown = None;
                vec![
                    Effect::EndSession,
                    Effect::ForgetFetched,
                    Effect::ForgetTyped,
                    Effect::ShowStart,
                    self.tell_other_tabs(),
                ]
            }
            Err(error) if error.problem_type() == Some(ProblemType::NotLoggedIn) => self.end_session(),
            // It is somebody else's session, and goes on.
            Err(error) if error.problem_type() == Some(ProblemType::SessionDiffers) => {
                self.ask_session(LoggedOut::Ended)
            }
            Err(error) => {
                self.session = SessionState::NotLoggedOut(error);
                vec![]
            }
        }
    }
}
