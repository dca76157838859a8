//! A page of the app in one tab: what the browser does at the machine's word. Nothing is decided here.

use super::{
    Flaw, Happens, Knows, Relogin, Shows,
    machine::{Does, Login, Pending, Record},
    session::Who,
    world::{About, Answer, App, AtProvider, Begun, Call, Cookie, Fate, Outage, Page, Progress, Session, TabId, World},
};
use nemkonto::relogin::{Outcome, Storage};

/// How the browser treats a hand-off.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HandOff {
    /// The record is stored and the browser leaves.
    Works,
    /// Session storage is blocked or full.
    StorageRefuses,
    /// The record is stored, but the browser stays where it is: the provider does not answer, or somebody pressed "stop".
    BrowserStays,
    /// The browser says that there is no network, whatever is true.
    SeemsOffline,
}

impl Relogin {
    /// Feeds an event to the machine and does what follows.
    pub(super) fn dispatch(&self, world: &mut World, tab: TabId, happens: Happens) -> Result<(), String> {
        self.dispatch_with(world, tab, happens, HandOff::Works)
    }

    pub(super) fn dispatch_with(
        &self,
        world: &mut World,
        tab: TabId,
        happens: Happens,
        hand_off: HandOff,
    ) -> Result<(), String> {
        let app = world.app_mut(tab);
        let (after, effects) = self.machine.step(app.machine, happens);
        app.machine = after;
        for effect in effects {
            self.run(world, tab, happens, effect, hand_off)?;
        }
        match happens {
            Happens::Confirmed(pending, _) | Happens::Withdrawn(pending, _) | Happens::Committed(pending)
                if world.tabs[tab].record(pending).is_readable() =>
            {
                Err(format!("the outcome of {pending:?} is known, and its record still there"))
            }
            _ => Ok(()),
        }
    }

    /// A page that says "not carried out" must be right.
    fn check_what_is_said(&self, world: &World, tab: TabId, pending: Pending) -> Result<(), String> {
        let is_denied = matches!(self.shows(world, tab), Some(Shows::Stopped { says: Outcome::NotCarriedOut, .. }));
        if is_denied && world.change(pending).fate == Fate::Committed {
            return Err(format!("{pending:?} was carried out, and the page says that it was not"));
        }
        Ok(())
    }

    fn run(
        &self,
        world: &mut World,
        tab: TabId,
        happens: Happens,
        effect: Does,
        hand_off: HandOff,
    ) -> Result<(), String> {
        match effect {
            Does::Prepare(_, true) if happens != Happens::AcknowledgePressed => {
                return Err("something is said to the bank's answer that the caseworker has not said".to_owned());
            }
            Does::Prepare(typed, is_acknowledged) => send(world, tab, About::Prepare(typed, is_acknowledged)),
            Does::Confirm(pending) => send(world, tab, About::Confirm(pending)),
            Does::Reopen(pending) => send(world, tab, About::Reopen(pending)),
            Does::Store(pending) => {
                let outcome = match hand_off {
                    HandOff::StorageRefuses => Storage::Refused,
                    HandOff::SeemsOffline => Storage::KeptButSeemsOffline,
                    _ if world.outage == Outage::Network => Storage::KeptButSeemsOffline,
                    HandOff::Works | HandOff::BrowserStays => Storage::Kept,
                };
                if outcome != Storage::Refused && !self.has(Flaw::StorageLies) {
                    *world.tabs[tab].record_mut(pending) = Record::Whole;
                }
                return self.dispatch_with(world, tab, Happens::Stored(outcome), hand_off);
            }
            Does::Probe => {
                let can_be_reached = world.outage == Outage::None;
                return self.dispatch_with(world, tab, Happens::Probed(can_be_reached), hand_off);
            }
            Does::GoTo(pending) if world.tabs[tab].record(pending) != Record::Whole => {
                return Err(format!("the browser leaves, and the record of {pending:?} cannot be read back"));
            }
            Does::GoTo(pending) => {
                if hand_off != HandOff::BrowserStays {
                    go_to_provider(world, tab, pending);
                }
            }
            Does::Pause => match self.shows(world, tab) {
                // The page may be gone before the pause has begun.
                None | Some(Shows::Working { is_pausing: true } | Shows::Leaving(_)) => {}
                Some(_) => return Err("waits for nothing".to_owned()),
            },
            Does::Forget(pending) => *world.tabs[tab].record_mut(pending) = Record::None,
            Does::OpenForm(typed) => {
                let version = world.version;
                let app = world.app_mut(tab);
                (app.form, app.receipt, app.version) = (Some(typed), None, version);
            }
            Does::ShowReceipt(pending) if world.change(pending).fate != Fate::Committed => {
                return Err(format!("a receipt for {pending:?}, which was not carried out"));
            }
            Does::ShowReceipt(pending) => {
                let app = world.app_mut(tab);
                (app.form, app.receipt) = (None, Some(pending));
            }
            Does::ForgetTyped if self.has(Flaw::FormsAreForAnybody) => {}
            Does::ForgetTyped => world.app_mut(tab).form = None,
            Does::ShowStart => world.app_mut(tab).receipt = None,
            Does::AskSession => world.app_mut(tab).asks_session = !self.has(Flaw::SessionIsNotAskedFor),
            Does::Nothing => {}
        }
        Ok(())
    }

    /// The caseworker goes to another page of the app.
    pub(super) fn show(&self, world: &mut World, tab: TabId) -> Result<(), String> {
        world.app_mut(tab).receipt = None;
        self.dispatch(world, tab, Happens::LeftPage)
    }

    /// The app is loaded, at any address but those to which a provider sends the browser back.
    pub(super) fn load(&self, world: &mut World, tab: TabId) -> Result<(), String> {
        let receipt = world.app(tab).and_then(|app| app.receipt);
        unload(world, tab);
        world.tabs[tab].page = Page::App(App { receipt, ..App::loaded(self.machine.start()) });
        self.dispatch(world, tab, Happens::Opened)
    }

    /// The provider has sent the browser back.
    pub(super) fn come_back(
        &self,
        world: &mut World,
        tab: TabId,
        pending: Pending,
        login: Login,
    ) -> Result<(), String> {
        unload(world, tab);
        world.tabs[tab].page = Page::App(App::loaded(self.machine.start()));
        let record = world.tabs[tab].record(pending);
        if record == Record::Damaged {
            *world.tabs[tab].record_mut(pending) = Record::None;
        }
        self.dispatch(world, tab, Happens::CameBack(pending, login, record))?;
        self.check_what_is_said(world, tab, pending)
    }

    /// The browser shows the page again that was left for the login.
    pub(super) fn restore(&self, world: &mut World, tab: TabId) -> Result<(), String> {
        let left = match world.tabs[tab].page {
            Page::Provider(pending, true) => Some(pending),
            _ => None,
        };
        unload(world, tab);
        let kept = world.tabs[tab].kept.take().expect("a page was kept");
        (world.tabs[tab].page, world.tabs[tab].ahead) = (Page::App(kept), left);
        self.dispatch(world, tab, Happens::PageRestored)
    }

    /// Somebody logs in as in the morning. The app is loaded anew; the page that was left is shown again, unless the machine has another wish.
    pub(super) fn log_in(&self, world: &mut World, tab: TabId, waiting: Option<Pending>) -> Result<(), String> {
        let left = world.app(tab).and_then(|app| app.receipt);
        unload(world, tab);
        world.tabs[tab].page = Page::App(App::loaded(self.machine.start()));
        self.dispatch(world, tab, Happens::CameBackFromLogin)?;
        self.hear_of_session(world, tab, Who::Own, waiting)?;
        if self.shows(world, tab) == Some(Shows::Form) {
            world.app_mut(tab).receipt = left;
        }
        Ok(())
    }

    /// The API says that somebody is logged in. Of the records that wait, the browser finds any.
    pub(super) fn hear_of_session(
        &self,
        world: &mut World,
        tab: TabId,
        who: Who,
        waiting: Option<Pending>,
    ) -> Result<(), String> {
        for record in &mut world.tabs[tab].storage {
            if *record == Record::Damaged {
                *record = Record::None;
            }
        }
        let app = world.app_mut(tab);
        app.asks_session = false;
        let is_in_the_way = app.form.is_some() || app.receipt.is_some();
        let is_in_the_way = is_in_the_way && !self.has(Flaw::RecordsDisplaceTheForm);
        self.dispatch(world, tab, Happens::LoggedIn(who, waiting, is_in_the_way))
    }

    /// The records that wait in a tab; none, if there are none.
    pub(super) fn waiting(world: &World, tab: TabId) -> Vec<Option<Pending>> {
        let whole = |pending: &Pending| world.tabs[tab].record(*pending).is_readable();
        let records: Vec<_> = world.changes.iter().map(|change| change.pending).filter(whole).map(Some).collect();
        if records.is_empty() { vec![None] } else { records }
    }

    /// The answer of a call arrives at the page that waits for it.
    pub(super) fn deliver(&self, world: &mut World, tab: TabId, answer: Answer) -> Result<(), String> {
        let about = world.app_mut(tab).call.take().expect("a call was made").about;
        if let (About::Confirm(pending), Answer::Confirmed(Cookie::New, _)) = (about, answer) {
            (world.session, world.change_mut(pending).begun) = (Session::Own, Begun::Heard);
        }
        let happens = match (about, answer) {
            (About::Prepare(..), Answer::No(failure)) => Happens::PrepareFailed(failure),
            (About::Confirm(_), Answer::No(failure)) => Happens::ConfirmFailed(failure),
            (About::Reopen(_), Answer::No(failure)) => Happens::ReopenFailed(failure),
            (_, Answer::Prepared(pending)) => Happens::Prepared(pending),
            (_, Answer::PreparedAnother(pending)) => Happens::PreparedAnother(pending),
            (_, Answer::PreparedAcknowledged(pending)) => Happens::PreparedAcknowledged(pending),
            (_, Answer::PreparedInSpite(pending)) => Happens::PreparedInSpite(pending),
            (_, Answer::Differs(typed)) => Happens::Differs(typed),
            (About::Confirm(pending), Answer::Confirmed(_, who)) => Happens::Confirmed(pending, who),
            (About::Confirm(_), _) => unreachable!("a confirmation gives nothing back"),
            (About::Reopen(pending), Answer::Committed) => Happens::Committed(pending),
            (About::Reopen(pending), Answer::Withdrawn(who)) => Happens::Withdrawn(pending, who),
            (About::Reopen(_), _) => unreachable!("reopening carries nothing out"),
            (About::Prepare(..), _) => unreachable!("preparing carries nothing out"),
        };
        self.dispatch(world, tab, happens)?;
        match about {
            About::Confirm(pending) | About::Reopen(pending) => self.check_what_is_said(world, tab, pending),
            About::Prepare(..) => Ok(()),
        }
    }

    /// What a page knows of the session.
    pub(super) fn knows(&self, app: &App) -> Knows {
        self.machine.knows(app.machine)
    }
}

/// A page asks the API. Of an earlier question it hears nothing any more.
fn send(world: &mut World, tab: TabId, about: About) {
    if let Some(earlier) = world.app_mut(tab).call.replace(Call { about, progress: Progress::Sent }) {
        abandon(world, earlier);
    }
}

/// The page is gone. What it asked of the API may still be carried out.
pub fn unload(world: &mut World, tab: TabId) {
    let Page::App(app) = std::mem::replace(&mut world.tabs[tab].page, Page::Nothing) else { return };
    if let Some(call) = app.call {
        abandon(world, call);
    }
}

/// Nobody waits for the answer any more.
pub fn abandon(world: &mut World, Call { about, progress }: Call) {
    match (about, progress) {
        (About::Confirm(pending), Progress::Sent | Progress::Confirming) => {
            let late = &mut world.change_mut(pending).late_confirm;
            if *late != Some(Progress::Confirming) {
                *late = Some(progress);
            }
        }
        (About::Reopen(pending), Progress::Sent) => world.change_mut(pending).late_reopen = true,
        _ => {}
    }
}

fn go_to_provider(world: &mut World, tab: TabId, pending: Pending) {
    let change = world.change_mut(pending);
    let is_alive = change.login == AtProvider::Pushed;
    if is_alive {
        change.login = AtProvider::Open;
    }
    let page = std::mem::replace(&mut world.tabs[tab].page, Page::Provider(pending, is_alive));
    let Page::App(app) = page else { unreachable!("the app leaves for the provider") };
    (world.tabs[tab].kept, world.tabs[tab].ahead) = (Some(app), None);
}
