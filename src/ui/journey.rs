//! What a caseworker does with the app as a whole: the machine that decides about session and re-login, and everything that concerns
//! more than one store.

mod runner;
mod session_clock;

use leptos::prelude::*;

use super::{
    lasting::Lasting,
    reaction::react,
    route::{FormRoute, Route},
    stores::{CurrentSession, Expiry, Fetched, Forms, ReadHistory, View},
    task::TaskScope,
};
use crate::{
    api,
    api_error::ApiError,
    browser::{location, page_state::PageState, report, storage},
    contract::{LookupRequest, ProblemType, Report, ReportKind},
    relogin::{Callback, Compared, Event, Machine, Problem, RecordError, State, StoredRecord},
};

/// Gestures go in, and what follows from them is done.
#[derive(Clone, Copy)]
pub struct Journey {
    /// Only [`Journey::dispatch`] sets it.
    machine: StoredValue<Machine>,
    /// The part of it that is drawn.
    state: Lasting<State>,
    stores: StoredValue<Stores>,
    /// Of the app: it ends with the page in the browser.
    tasks: TaskScope,
}

#[derive(Clone, Copy)]
struct Stores {
    view: View,
    session: CurrentSession,
    expiry: Expiry,
    fetched: Fetched,
    history: ReadHistory,
    forms: Forms,
}

impl Journey {
    /// Makes all that the app knows and puts it into the context, for a tab in which something may be under way already.
    #[must_use]
    pub fn provide(machine: Machine) -> Self {
        api::act_as(machine.acting_as());
        let stores = Stores {
            view: View::at_the_present_address(),
            session: CurrentSession::new(machine.session.clone()),
            expiry: Expiry::unknown(),
            fetched: Fetched::nothing(),
            history: ReadHistory::nothing(),
            forms: Forms::empty(),
        };
        let journey = Self {
            state: Lasting::new(machine.state.clone()),
            machine: StoredValue::new(machine),
            stores: StoredValue::new(stores),
            tasks: TaskScope::here(),
        };
        let Stores { view, session, expiry, fetched, history, forms } = stores;
        provide_context(view);
        provide_context(session);
        provide_context(expiry);
        provide_context(fetched);
        provide_context(history);
        provide_context(forms);
        provide_context(journey);
        journey
    }

    /// The handle, inside a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// The machine as it is now.
    #[must_use]
    pub fn machine(self) -> Machine {
        self.machine.get_value()
    }

    /// How far the re-login is.
    #[must_use]
    pub fn state(self) -> State {
        self.state.get()
    }

    /// What the confirmation shows, if it is open.
    #[must_use]
    pub fn confirmation(self) -> Option<Compared> {
        self.state.with(State::confirmation)
    }

    /// Why the confirmation is still open, after something that should have led on.
    #[must_use]
    pub fn stopped_by(self) -> Option<Problem> {
        self.state.with(|state| state.stopped_by().cloned())
    }

    /// Whether the API is being asked about a change whose confirmation stays open meanwhile.
    #[must_use]
    pub fn is_asking_again(self) -> bool {
        self.state.with(|state| matches!(state, State::AskingAgain(..)))
    }

    /// Whether the confirmation is open, so that nothing else can be reached.
    #[must_use]
    pub fn is_confirming(self) -> bool {
        self.state.with(State::is_confirming)
    }

    /// Whether the API is being asked what it makes of a form.
    #[must_use]
    pub fn is_preparing(self) -> bool {
        self.state.with(|state| matches!(state, State::Preparing(_)))
    }

    /// Feeds an event to the machine and does what follows.
    pub fn dispatch(self, event: Event) {
        let before = self.machine();
        let shown = before.acting_as().cloned();
        let (machine, effects) = before.step(event);
        // Only where it changes: an event that comes late must not take it back.
        if machine.acting_as() != shown.as_ref() {
            api::act_as(machine.acting_as());
        }
        self.state.change_to(&machine.state);
        self.stores().session.change_to(&machine.session);
        self.machine.set_value(machine);
        for effect in effects {
            self.run(effect);
        }
    }

    /// The provider sent the browser back. Called before anything is drawn or awaited.
    pub fn came_back(self, callback: Callback) {
        self.stores().fetched.load_configuration();
        let record = callback.state().ok_or(RecordError::Missing).and_then(|state| {
            let key = StoredRecord::key_for(state);
            let text = storage::read(&key).ok_or(RecordError::Missing)?;
            StoredRecord::from_text(&key, &text).inspect_err(|_| storage::remove(&key))
        });
        if matches!(&record, Ok(record) if record.is_of_unknown_version()) || record == Err(RecordError::Unreadable) {
            report::send(&Report::new(ReportKind::RecordUnreadable));
        }
        self.dispatch(Event::CameBack(callback, record));
    }

    /// Shows a page of the app. A history is read from its beginning then.
    pub fn go(self, route: &Route) {
        location::push(&route.path());
        if route.is_history() {
            self.stores().history.forget();
        }
        self.arrive(route.clone());
    }

    /// Shows a page whose address is already in the address bar. A history that was read before is as it was left.
    pub fn arrive(self, route: Route) {
        let Stores { view, history, .. } = self.stores();
        if untrack(|| view.route()).is_history() {
            history.leave(PageState::now());
        }
        self.dispatch(Event::LeftPage);
        view.show(route);
    }

    /// Notes that a call was refused because the session has ended, or is another one than the page shows. Says whether it was.
    pub fn note_failure(self, failure: &ApiError) -> bool {
        match failure.problem_type() {
            Some(ProblemType::NotLoggedIn) => self.dispatch(Event::SessionEnded),
            Some(ProblemType::SessionDiffers) => self.dispatch(Event::SessionDiffers),
            _ => return false,
        }
        true
    }

    /// Looks a holder up and shows the accounts, unless the page that asks is left meanwhile.
    pub fn open_accounts(self, request: LookupRequest, page: TaskScope, on_failure: impl FnOnce(ApiError) + 'static) {
        page.spawn(async move { api::look_up(&request).await }, move |answer| match answer {
            Ok(overview) => {
                let route = Route::Overview(overview.handle.clone());
                self.stores().fetched.set_overview(Some(overview));
                self.go(&route);
            }
            Err(failure) => {
                self.note_failure(&failure);
                on_failure(failure);
            }
        });
    }

    /// Keeps what is typed from now on, as long as the app lives. A change that is being confirmed is in its own record meanwhile.
    pub fn keep_what_is_typed(self) {
        let Stores { view, forms, .. } = self.stores();
        react(move || {
            let _ = forms.has_drafts();
            let page = view.route();
            let is_in_a_record = self.state.with(State::is_in_a_record);
            if forms.is_keeping() && !is_in_a_record {
                self.tasks.spawn(async move { forms.keep(&page, None, false).await }, |()| ());
            }
        });
    }

    fn stores(self) -> Stores {
        self.stores.get_value()
    }

    fn form_shown(self) -> Option<FormRoute> {
        match untrack(|| self.stores().view.route()) {
            Route::Form(form) => Some(form),
            _ => None,
        }
    }
}

/// The record of a re-login that never came back, if there is one. One that cannot be read is removed.
#[must_use]
pub fn stored_record() -> Option<StoredRecord> {
    storage::keys(StoredRecord::KEY_PREFIX).into_iter().find_map(|key| {
        let record = StoredRecord::from_text(&key, &storage::read(&key)?);
        if record.is_err() {
            storage::remove(&key);
        }
        record.ok()
    })
}
