//! The machine: which table an event belongs to, and whether it is still waited for.

use super::{Effect, Event, Problem, RequestId, SessionState, State};
use crate::contract::Session;

/// All that decides what a tab shows: how far its re-login is, and who is logged in.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Machine {
    /// How far the re-login is.
    pub state: State,
    /// Who is logged in.
    pub session: SessionState,
    /// Whom and which unit this tab showed last. What is typed in it belongs to that person.
    pub shown: Option<Box<Session>>,
    /// Number of the last request or pause of the re-login.
    pub asked: RequestId,
    /// Number of the last request about the session.
    pub asked_session: RequestId,
}

impl Machine {
    /// The machine of a tab in a state, with somebody or nobody logged in.
    #[must_use]
    pub fn new(state: State, session: SessionState) -> Self {
        let shown = match &session {
            SessionState::LoggedIn(session) => Some(session.clone()),
            _ => None,
        };
        Self { state, session, shown, ..Self::default() }
    }

    /// Whether the browser is on its way to a login, for a change or without one.
    #[must_use]
    pub fn is_leaving(&self) -> bool {
        matches!(self.state, State::Leaving(_)) || matches!(self.session, SessionState::LoggingIn(_))
    }

    /// What follows from an event. Every pair has an answer: an event that makes no sense changes nothing.
    ///
    /// ```
    /// use nemkonto::relogin::{Effect, Event, Machine, RequestId};
    ///
    /// let (asking, effects) = Machine::default().step(Event::Opened);
    /// assert_eq!(effects, [Effect::AskSession(RequestId(1))]);
    ///
    /// // Nothing is open that could be confirmed.
    /// let (same, effects) = asking.clone().step(Event::ConfirmPressed);
    /// assert_eq!((same, effects), (asking, vec![]));
    /// ```
    #[must_use]
    pub fn step(mut self, event: Event) -> (Self, Vec<Effect>) {
        let effects = if self.is_late(&event) { Vec::new() } else { self.take(event) };
        (self, effects)
    }

    /// Whether an event answers an earlier question than the last.
    fn is_late(&self, event: &Event) -> bool {
        match event {
            Event::Probed(id, _)
            | Event::PrepareAnswered(id, _)
            | Event::ConfirmAnswered(id, _)
            | Event::ReopenAnswered(id, _) => *id != self.asked,
            Event::SessionAnswered(id, ..) | Event::LoginStarted(id, _) | Event::LogOutAnswered(id, _) => {
                *id != self.asked_session
            }
            Event::PauseOver(id) => *id != self.asked && *id != self.asked_session,
            _ => false,
        }
    }

    fn take(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Opened
            | Event::CameBackFromLogin(_)
            | Event::LogInPressed
            | Event::LogOutPressed
            | Event::AskAgainPressed
            | Event::SessionAnswered(..)
            | Event::LoginStarted(..)
            | Event::LogOutAnswered(..)
            | Event::SessionEnded
            | Event::SessionDiffers
            | Event::HeardFromTab(_)
            | Event::GoOnPressed
            | Event::SessionRenewed(_) => self.take_about_session(event),
            Event::LeftPage => {
                let mut effects = self.take_about_change(Event::LeftPage);
                effects.extend(self.ask_session_if_unknown());
                effects
            }
            Event::PauseOver(id) if id == self.asked_session => self.take_about_session(event),
            Event::PageRestored | Event::NotFollowed if matches!(self.session, SessionState::LoggingIn(_)) => {
                let did_not_leave = (event == Event::NotFollowed).then_some(Problem::DidNotLeave);
                self.give_up_login(did_not_leave)
            }
            event => self.take_about_change(event),
        }
    }

    /// Numbers a request or pause of the re-login.
    pub(super) fn ask(&mut self) -> RequestId {
        self.asked = self.next_id();
        self.asked
    }

    /// Numbers a request or pause of a login or log-out.
    pub(super) fn ask_about_session(&mut self) -> RequestId {
        self.asked_session = self.next_id();
        self.asked_session
    }

    fn next_id(&self) -> RequestId {
        RequestId(self.asked.max(self.asked_session).0 + 1)
    }
}
