//! The real machine of [`nemkonto::relogin`] in a small world: two tabs of one browser with their session storage, the API with
//! its database, the provider, the network, the clock. Every order of events is visited, with every pair of misfortunes.
//!
//! The machine is the one that runs in the browser, and decides all that is decided there. What is written down once more is what the
//! browser does at its word (`page`), and what the sandbox's `confirm` and `reopen` do (`api`), each as short as the promises allow.

mod api;
mod faults;
mod machine;
mod page;
mod session;
mod steps;
#[path = "../../support/mod.rs"]
mod support;
mod world;

use crate::explore::Model;
pub use faults::Fault;
use machine::{Happens, Knows, Machine, Shows};
use session::Who;
pub use steps::Step;
use world::{Begun, Fate, Owner, Page, TabId, World};

/// The world in which the machine is tried.
pub struct Relogin {
    machine: Machine,
    faults: u8,
    flaw: Option<Flaw>,
}

/// A mistake that somebody might make around the machine. The search has to find each of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
    /// The API does not look again whether a change was withdrawn while its login was being checked.
    CommitsTheWithdrawn,
    /// The API carries a change out again when it is asked again.
    CommitsAgain,
    /// The API gives a change back for editing that was carried out.
    ReopensTheCommitted,
    /// The API answers "another person" to somebody else who asks about a change that was carried out.
    SaysAnotherPerson,
    /// The API begins a session for whoever has a code that confirmed a change, answered before or not.
    AnswersUsedCodes,
    /// Session storage says that it stored the record, and did not.
    StorageLies,
    /// A record is taken up whenever the session becomes known, whatever is on the screen.
    RecordsDisplaceTheForm,
    /// What was typed stays in a tab in which somebody else goes on.
    FormsAreForAnybody,
    /// The API answers whoever is logged in, whatever the page shows.
    AnswersAnybody,
    /// The API starts a login without a word, though the bank knows the account by another name.
    HidesTheOwner,
    /// Nobody asks who is logged in, though the machine wants to know.
    SessionIsNotAskedFor,
}

impl Relogin {
    /// A world in which so many misfortunes may happen.
    #[must_use]
    pub fn with_faults(faults: u8) -> Self {
        Self { machine: Machine::default(), faults, flaw: None }
    }

    /// The same with a mistake in it.
    #[must_use]
    pub fn flawed(faults: u8, flaw: Flaw) -> Self {
        Self { flaw: Some(flaw), ..Self::with_faults(faults) }
    }

    /// How many states of the machine have been seen.
    #[must_use]
    pub fn machine_states(&self) -> usize {
        self.machine.len()
    }

    fn has(&self, flaw: Flaw) -> bool {
        self.flaw == Some(flaw)
    }

    fn shows(&self, world: &World, tab: TabId) -> Option<Shows> {
        world.app(tab).map(|app| self.machine.shows(app.machine))
    }
}

impl Model for Relogin {
    type State = World;
    type Step = Step;

    fn start(&self) -> World {
        World::new(self.machine.logged_in(), self.faults)
    }

    fn steps(&self, world: &World) -> Vec<Step> {
        steps::possible(self, world)
    }

    fn take(&self, before: &World, step: Step) -> Result<World, String> {
        let mut after = before.clone();
        if matches!(step, Step::Fault(_)) {
            after.faults_left -= 1;
        }
        steps::take(self, &mut after, step)?;
        self.check(before, step, &after)?;
        Ok(after)
    }

    fn is_fault(&self, step: Step) -> bool {
        matches!(step, Step::Fault(_))
    }

    /// Every tab shows a form or a receipt to somebody who is logged in.
    fn is_good_end(&self, world: &World) -> bool {
        world.tabs.iter().all(|tab| match &tab.page {
            Page::Nothing => true,
            Page::App(app) => {
                matches!(self.knows(app), Knows::In(_))
                    && matches!(self.machine.shows(app.machine), Shows::Form | Shows::Receipt)
            }
            Page::Provider(..) => false,
        })
    }
}

impl Relogin {
    /// The promises that hold from each moment to the next. The others are checked where the machine's effects are carried out.
    fn check(&self, before: &World, step: Step, after: &World) -> Result<(), String> {
        for change in &after.changes {
            if change.commits > 1 {
                return Err(format!("{:?} was carried out twice", change.pending));
            }
            if change.commits > 0 && change.owner == Owner::Other {
                return Err(format!("{:?} was carried out, and nobody said why its account is right", change.pending));
            }
            if change.begun == Begun::Again {
                return Err(format!("the used code of {:?} begins a session", change.pending));
            }
        }
        if let Step::ApiWorks(tab) = step
            && after.changes.len() > before.changes.len()
            && before.app(tab).map(|app| self.knows(app)) != before.session.who().map(Knows::In)
        {
            return Err("a change is prepared for somebody whom the page does not show".to_owned());
        }
        for tab in [0, 1] {
            if let Some(app) = after.app(tab)
                && self.knows(app) == Knows::In(Who::Other)
                && app.form.is_some()
            {
                return Err("somebody else finds what was typed".to_owned());
            }
        }
        for (was, is) in before.changes.iter().zip(&after.changes) {
            if was.fate != Fate::Open && was.fate != is.fate {
                return Err(format!("{:?} was {:?}, then {:?}", is.pending, was.fate, is.fate));
            }
        }
        for typed in [0, 1] {
            let is_lost = before.keeps(typed) && !after.keeps(typed);
            if is_lost && !after.robbed[usize::from(typed)] && !self.may_lose(before, step) {
                return Err(format!("what was typed as {typed} is lost"));
            }
        }
        Ok(())
    }

    /// Leaving a form that was not confirmed yet loses what was typed, and so does closing a tab.
    fn may_lose(&self, before: &World, step: Step) -> bool {
        if let Step::Fault(Fault::TabIsClosed(_)) = step {
            return true;
        }
        let Some(tab) = step.leaves_page_of() else { return false };
        match self.shows(before, tab) {
            Some(Shows::Form | Shows::Preparing | Shows::Acknowledging | Shows::AskingAgain) => true,
            Some(Shows::Dialog(pending)) => {
                let change = before.change(pending);
                change.login == world::AtProvider::Pushed || change.fate != Fate::Open
            }
            _ => false,
        }
    }
}
