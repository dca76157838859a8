//! Another session than the page shows: somebody else has logged in, or another unit was chosen, in another tab.

use super::{Effect, LoggedOut, Machine, SessionState, State, WaitingRecord};
use crate::contract::{ActingAs, Session};

impl Machine {
    /// Whom the page shows, which every request says that it makes. Nobody, where the app asks who it is or begins a login.
    #[must_use]
    pub fn acting_as(&self) -> Option<&ActingAs> {
        match &self.session {
            SessionState::LoggedIn(session) => Some(&session.acting_as),
            SessionState::LoggingOut => self.shown.as_ref().map(|shown| &shown.acting_as),
            _ => None,
        }
    }

    /// Somebody is logged in: if it is not who was at this tab, or another unit is acted for, the caseworker has to agree first.
    pub(super) fn compare_with_shown(
        &mut self,
        now: Box<Session>,
        is_login: bool,
        waiting: WaitingRecord,
    ) -> Vec<Effect> {
        match &self.shown {
            Some(shown) if !shown.is_of_same_person_as(&now) => self.make_way(),
            Some(shown) if shown.acting_as != now.acting_as => {
                self.session = SessionState::OtherUnit(now);
                vec![]
            }
            _ => self.take_up(now, is_login, waiting),
        }
    }

    /// The session of the caseworker whose form is given back.
    pub(super) fn hear_whose_form(&mut self, session: Box<Session>) -> Vec<Effect> {
        match &self.shown {
            Some(shown) if !shown.is_of_same_person_as(&session) => {
                [vec![Effect::ForgetTyped, Effect::ForgetRecent], self.begin_session(session)].concat()
            }
            Some(shown) if shown.acting_as != session.acting_as => {
                self.session = SessionState::OtherUnit(session);
                vec![]
            }
            _ => self.begin_session(session),
        }
    }

    /// Somebody else is logged in. Nothing of that person is shown, and what was typed here is kept for whom it belongs to.
    pub(super) fn make_way(&mut self) -> Vec<Effect> {
        self.session = SessionState::LoggedOut(LoggedOut::SomebodyElse, None);
        vec![Effect::EndSession]
    }

    /// What another tab tells is asked for, so that an old word does no harm. Only a log-out is believed at once.
    pub(super) fn hear_from_tab(&mut self, now: Option<ActingAs>) -> Vec<Effect> {
        let is_about_this_tab = self.acting_as() == now.as_ref();
        match (&self.session, now) {
            (SessionState::LoggedIn(_), Some(_)) if is_about_this_tab => vec![],
            (SessionState::LoggedIn(_), Some(_)) => self.hear_of_another_session(),
            (SessionState::LoggedIn(_), None) if matches!(self.state, State::Leaving(_)) => vec![],
            (
                SessionState::LoggedIn(_)
                | SessionState::OtherUnit(_)
                | SessionState::LoggedOut(LoggedOut::SomebodyElse, _),
                None,
            ) => {
                self.session = SessionState::LoggedOut(LoggedOut::InOtherTab, None);
                [vec![Effect::EndSession], self.close_confirmation()].concat()
            }
            (SessionState::LoggedOut(why, _) | SessionState::Asking(why), Some(_)) => {
                let why = why.clone();
                self.ask_session(why)
            }
            (SessionState::OtherUnit(_) | SessionState::Failed(_) | SessionState::NotLoggedOut(_), Some(_)) => {
                self.ask_session(LoggedOut::Ended)
            }
            _ => vec![],
        }
    }

    pub(super) fn tell_other_tabs(&self) -> Effect {
        Effect::TellOtherTabs(self.acting_as().cloned())
    }

    pub(super) fn hear_of_another_session(&mut self) -> Vec<Effect> {
        if self.caseworker().is_none() || matches!(self.state, State::Leaving(_)) {
            return vec![];
        }
        [self.close_confirmation(), self.ask_session(LoggedOut::Ended)].concat()
    }

    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        match std::mem::take(&mut self.session) {
            SessionState::OtherUnit(session) => self.begin_session_in_unit(session),
            SessionState::LoggedOut(LoggedOut::SomebodyElse, _) => {
                self.shown = None;
                let forgets = vec![Effect::ForgetFetched, Effect::ForgetTyped, Effect::ShowStart];
                [forgets, self.ask_session(LoggedOut::Ended)].concat()
            }
            session => {
                self.session = session;
                vec![]
            }
        }
    }
}
