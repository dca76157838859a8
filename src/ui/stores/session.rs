//! Who is logged in.

use leptos::prelude::*;

use crate::{
    contract::{Caseworker, Session},
    domain::right::Right,
    relogin::SessionState,
    ui::lasting::Lasting,
};

/// Who is logged in, as the machine has decided.
#[derive(Clone, Copy)]
pub struct CurrentSession(Lasting<SessionState>);

impl CurrentSession {
    /// As the machine begins.
    #[must_use]
    pub fn new(state: SessionState) -> Self {
        Self(Lasting::new(state))
    }

    /// The machine has decided.
    pub fn change_to(self, state: &SessionState) {
        self.0.change_to(state);
    }

    /// The handle, inside a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// All that is known.
    #[must_use]
    pub fn state(self) -> SessionState {
        self.0.get()
    }

    /// The session, if somebody is logged in.
    #[must_use]
    pub fn session(self) -> Option<Session> {
        match self.state() {
            SessionState::LoggedIn(session) => Some(*session),
            _ => None,
        }
    }

    /// The person at the screen, if somebody is logged in.
    #[must_use]
    pub fn caseworker(self) -> Option<Caseworker> {
        self.session().map(|session| session.caseworker)
    }

    /// Whether the person at the screen may do something.
    #[must_use]
    pub fn may(self, right: Right) -> bool {
        self.caseworker().is_some_and(|caseworker| caseworker.may(right))
    }
}
