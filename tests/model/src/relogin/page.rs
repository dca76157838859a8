//! What `ui` does around the machine, in one tab: carries out effects, loads pages, asks who is logged in.

use super::{
    Flaw, Happens, Relogin, Shows,
    machine::{Does, Failure, Login, Pending, Record},
    world::{About, Answer, App, AtProvider, Call, Fate, Known, Outage, Page, Progress, TabId, World},
};
use nemkonto::{contract::ProblemType, relogin::Outcome};

/// How the browser treats a hand-off.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HandOff {
    /// The record is stored and the browser leaves.
    Works,
    /// Session storage is blocked or full.
    StorageRefuses,
    /// The record is stored, but the browser stays where it is: the provider does not answer, or somebody pressed "stop".
    BrowserStays,
}

impl Relogin {
    /// Feeds an event to the machine and does what follows (`ui::runner`).
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
        if self.machine.shows(after) == Shows::Receipt {
            app.session = Known::In;
        }
        for effect in effects {
            self.run(world, tab, effect, hand_off)?;
        }
        match happens {
            Happens::Confirmed(pending) | Happens::Withdrawn(pending) | Happens::Committed(pending)
                if world.tabs[tab].record(pending) == Record::Whole =>
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

    fn run(&self, world: &mut World, tab: TabId, effect: Does, hand_off: HandOff) -> Result<(), String> {
        let send = |world: &mut World, about| {
            world.app_mut(tab).call = Some(Call { about, progress: Progress::Sent });
            Ok(())
        };
        match effect {
            Does::Prepare(typed) => send(world, About::Prepare(typed)),
            Does::Confirm(pending) => send(world, About::Confirm(pending)),
            Does::Reopen(pending) => send(world, About::Reopen(pending)),
            Does::Store(pending) => {
                let is_stored = hand_off != HandOff::StorageRefuses;
                if is_stored && !self.has(Flaw::StorageLies) {
                    *world.tabs[tab].record_mut(pending) = Record::Whole;
                }
                self.dispatch_with(world, tab, Happens::Stored(is_stored), hand_off)
            }
            Does::GoTo(pending) if world.tabs[tab].record(pending) != Record::Whole => {
                Err(format!("the browser leaves, and the record of {pending:?} cannot be read back"))
            }
            // A browser that does not know that there is no network tries to leave, and stays (`HandOff::BrowserStays`).
            Does::GoTo(_) if world.outage == Outage::Network => self.dispatch(world, tab, Happens::WentOffline),
            Does::GoTo(pending) => {
                if hand_off == HandOff::Works {
                    go_to_provider(world, tab, pending);
                }
                Ok(())
            }
            Does::Wait => match self.shows(world, tab) {
                Some(Shows::Working { is_pausing: true }) => Ok(()),
                _ => Err("waits for nothing".to_owned()),
            },
            Does::Forget(pending) => {
                *world.tabs[tab].record_mut(pending) = Record::None;
                Ok(())
            }
            Does::OpenForm(typed) => {
                let version = world.version;
                let app = world.app_mut(tab);
                (app.form, app.version) = (Some(typed), version);
                self.show(world, tab, None)
            }
            Does::ShowReceipt(pending) if world.change(pending).fate != Fate::Committed => {
                Err(format!("a receipt for {pending:?}, which was not carried out"))
            }
            Does::ShowReceipt(pending) => {
                let app = world.app_mut(tab);
                (app.form, app.receipt) = (None, Some(pending));
                if !self.has(Flaw::ReceiptWithoutSession) {
                    ask_who_is_logged_in(world, tab);
                }
                Ok(())
            }
        }
    }

    /// Shows another page of the app (`App::show`).
    pub(super) fn show(&self, world: &mut World, tab: TabId, receipt: Option<Pending>) -> Result<(), String> {
        world.app_mut(tab).receipt = receipt;
        self.dispatch(world, tab, Happens::LeftPage)?;
        ask_who_is_logged_in(world, tab);
        Ok(())
    }

    /// The app is loaded, at any address but the return.
    pub(super) fn load(&self, world: &mut World, tab: TabId) {
        let receipt = world.app(tab).and_then(|app| app.receipt);
        unload(world, tab);
        world.tabs[tab].page = Page::App(App { receipt, ..App::loaded(self.machine.start()) });
    }

    /// The provider has sent the browser back (`App::came_back`).
    pub(super) fn come_back(
        &self,
        world: &mut World,
        tab: TabId,
        pending: Pending,
        login: Login,
    ) -> Result<(), String> {
        unload(world, tab);
        let app = App { session: Known::Unknown, ..App::loaded(self.machine.start()) };
        world.tabs[tab].page = Page::App(app);
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

    /// The records that the app may take up once it knows who is logged in: any of them, or none (`App::logged_in`).
    pub(super) fn records_to_take_up(&self, world: &World, tab: TabId, is_new_page: bool) -> Vec<Option<Pending>> {
        let displaces = world.app(tab).is_some_and(|app| app.form.is_some() || app.receipt.is_some());
        if displaces && !is_new_page && !self.has(Flaw::RecordsDisplaceTheForm) {
            return vec![None];
        }
        let whole = |pending: &Pending| world.tabs[tab].record(*pending) == Record::Whole;
        let records: Vec<_> = world.changes.iter().map(|change| change.pending).filter(whole).map(Some).collect();
        if records.is_empty() { vec![None] } else { records }
    }

    /// The app knows who is logged in.
    pub(super) fn logged_in(&self, world: &mut World, tab: TabId, record: Option<Pending>) -> Result<(), String> {
        world.app_mut(tab).session = Known::In;
        for record in &mut world.tabs[tab].storage {
            if *record == Record::Damaged {
                *record = Record::None;
            }
        }
        record.map_or(Ok(()), |pending| self.dispatch(world, tab, Happens::FoundRecord(pending)))
    }

    /// The answer of a call arrives at the page that waits for it.
    pub(super) fn deliver(&self, world: &mut World, tab: TabId, answer: Answer) -> Result<(), String> {
        let app = world.app_mut(tab);
        let about = app.call.take().expect("a call was made").about;
        let happens = match (about, answer) {
            (About::Prepare(_), Answer::No(failure)) => {
                if failure == Failure::Refused(ProblemType::NotLoggedIn) {
                    app.session = Known::Out;
                }
                Happens::PrepareFailed(failure)
            }
            (About::Confirm(_), Answer::No(failure)) => Happens::ConfirmFailed(failure),
            (About::Reopen(_), Answer::No(failure)) => Happens::ReopenFailed(failure),
            (_, Answer::Prepared(pending)) => Happens::Prepared(pending),
            (_, Answer::PreparedAnother(pending)) => Happens::PreparedAnother(pending),
            (About::Confirm(pending), _) => Happens::Confirmed(pending),
            (About::Reopen(pending), Answer::Committed) => Happens::Committed(pending),
            (About::Reopen(pending), _) => Happens::Withdrawn(pending),
            (About::Prepare(_), _) => unreachable!("preparing carries nothing out"),
        };
        self.dispatch(world, tab, happens)?;
        match about {
            About::Confirm(pending) | About::Reopen(pending) => self.check_what_is_said(world, tab, pending),
            About::Prepare(_) => Ok(()),
        }
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

fn ask_who_is_logged_in(world: &mut World, tab: TabId) {
    let app = world.app_mut(tab);
    if app.session == Known::Unknown {
        app.session = Known::Asking;
    }
}
