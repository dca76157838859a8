//! What there is besides the machine: two tabs of one browser, the API, the provider, the network.

use nemkonto::contract::ProblemType;

pub use super::session::Session;
use super::{
    machine::{Failure, Login, Pending, Record, StateId},
    session::Who,
};

/// How many changes are prepared at most.
pub const MOST_CHANGES: u8 = 3;

/// Everything at one moment.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct World {
    pub tabs: [Tab; 2],
    /// Changes that the API has prepared, in order.
    pub changes: Vec<Change>,
    /// Version of the account holder's accounts; both tabs work on the same holder.
    pub version: u8,
    pub session: Session,
    pub outage: Outage,
    /// How many misfortunes may still happen.
    pub faults_left: u8,
    /// Whether the first tab has had a second form.
    pub has_typed_another: bool,
    /// Whether the bank knows the accounts by another name.
    pub bank_differs: bool,
    /// What was typed, if its record was taken away: nothing can be promised any more.
    pub robbed: [bool; 2],
}

/// One tab.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Tab {
    pub page: Page,
    /// Session storage, by change.
    pub storage: [Record; MOST_CHANGES as usize],
    /// The page as it was left for the login; the browser may show it again (back/forward cache).
    pub kept: Option<App>,
    /// A login page that "forward" leads to.
    pub ahead: Option<Pending>,
    pub was_closed: bool,
}

/// What a tab shows.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Page {
    /// The tab is not open yet, or not any more.
    Nothing,
    App(App),
    /// The provider's page for a login, or its page that says that this login is over.
    Provider(Pending, IsAlive),
}

/// Whether a page of the provider still leads to a login.
pub type IsAlive = bool;

/// The app in a tab.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct App {
    pub machine: StateId,
    pub call: Option<Call>,
    /// Whether the API is being asked who is logged in.
    pub asks_session: bool,
    /// What stands in the form.
    pub form: Option<u8>,
    /// The receipt at the present address.
    pub receipt: Option<Pending>,
    /// The version of the accounts that the form is about.
    pub version: u8,
}

/// A call of the API that a page waits for.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Call {
    pub about: About,
    pub progress: Progress,
}

/// What a call is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// What was typed, and whether something is said to the bank's answer.
    Prepare(u8, bool),
    Confirm(Pending),
    Reopen(Pending),
}

/// How far a call is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Progress {
    /// On its way to the API.
    Sent,
    /// The API has redeemed the code and is about to carry out the change.
    Confirming,
    /// On its way back.
    Answered(Answer),
}

/// An answer of the API.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    Prepared(Pending),
    PreparedAnother(Pending),
    Differs(u8),
    PreparedAcknowledged(Pending),
    PreparedInSpite(Pending),
    Confirmed(Cookie, Who),
    Withdrawn(Who),
    Committed,
    No(Failure),
}

/// Whether an answer brings the cookie of a session that has just begun.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cookie {
    None,
    New,
}

/// A change at the API, with its login at the provider.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Change {
    pub pending: Pending,
    pub version: u8,
    pub fate: Fate,
    /// What the bank says about the owner of its account, as the API heard it.
    pub owner: Owner,
    /// How often it was carried out.
    pub commits: u8,
    pub has_expired: bool,
    pub code: Code,
    pub begun: Begun,
    /// The login at the provider.
    pub login: AtProvider,
    /// Calls whose page is gone, and that may still be carried out.
    pub late_confirm: Option<Progress>,
    pub late_reopen: bool,
}

/// Whose account it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Owner {
    /// The holder's.
    Holder,
    /// Somebody else's by name, and the caseworker has said nothing to that.
    Other,
    /// The same, and the caseworker has said why it is right.
    Acknowledged,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Fate {
    Open,
    Withdrawn,
    Committed,
}

/// The session that confirming a change began, because there was none of the caseworker's.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Begun {
    None,
    /// Its cookie has not arrived.
    Unheard,
    Heard,
    /// A code that had been answered has begun another one. This must not be.
    Again,
}

/// The code of a change's login, as far as the API has seen it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    Unused,
    /// Being redeemed, or redeemed without coming to an end.
    Taken,
    Refused(ProblemType),
}

/// A login at the provider.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum AtProvider {
    /// Pushed, and not used.
    Pushed,
    /// Somebody has the login page open.
    Open,
    /// The provider has sent the browser back.
    Over(Login),
}

/// What is out of order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Outage {
    None,
    /// No call reaches the API, and no answer comes back.
    Network,
    /// The API has been killed.
    Api,
}

/// One of the two tabs.
pub type TabId = usize;

impl World {
    /// One tab with a form that is filled in; the second tab not open yet.
    pub fn new(machine: StateId, faults: u8) -> Self {
        let tab = |page| Tab {
            page,
            storage: [Record::None; MOST_CHANGES as usize],
            kept: None,
            ahead: None,
            was_closed: false,
        };
        Self {
            tabs: [tab(Page::App(App::with_form(machine, 0, 0))), tab(Page::Nothing)],
            changes: Vec::new(),
            version: 0,
            session: Session::Own,
            outage: Outage::None,
            faults_left: faults,
            has_typed_another: false,
            bank_differs: false,
            robbed: [false; 2],
        }
    }

    pub fn change(&self, pending: Pending) -> &Change {
        &self.changes[usize::from(pending.number)]
    }

    pub fn change_mut(&mut self, pending: Pending) -> &mut Change {
        &mut self.changes[usize::from(pending.number)]
    }

    /// The app in a tab, if that is what the tab shows.
    pub fn app(&self, tab: TabId) -> Option<&App> {
        match &self.tabs[tab].page {
            Page::App(app) => Some(app),
            _ => None,
        }
    }

    pub fn app_mut(&mut self, tab: TabId) -> &mut App {
        match &mut self.tabs[tab].page {
            Page::App(app) => app,
            _ => panic!("the tab does not show the app"),
        }
    }

    /// Whether what was typed is in a form, or can be had back, or has been carried out.
    pub fn keeps(&self, typed: u8) -> bool {
        let is_done = |pending: Pending| pending.typed == typed && self.change(pending).fate == Fate::Committed;
        self.tabs.iter().any(|tab| {
            let in_form = matches!(&tab.page, Page::App(app) if app.form == Some(typed));
            let stored = self.changes.iter().any(|change| {
                change.pending.typed == typed && tab.storage[usize::from(change.pending.number)].is_readable()
            });
            in_form || stored
        }) || self.changes.iter().any(|change| is_done(change.pending))
    }
}

impl Tab {
    pub fn record_mut(&mut self, pending: Pending) -> &mut Record {
        &mut self.storage[usize::from(pending.number)]
    }

    /// Whether nothing has happened in this tab yet.
    pub fn is_new(&self) -> bool {
        matches!(self.page, Page::Nothing) && !self.was_closed
    }

    pub fn record(&self, pending: Pending) -> Record {
        self.storage[usize::from(pending.number)]
    }
}

impl App {
    /// The app with a form that is filled in.
    pub fn with_form(machine: StateId, typed: u8, version: u8) -> Self {
        Self { form: Some(typed), version, ..Self::loaded(machine) }
    }

    /// The app as it is when the page has just been loaded.
    pub fn loaded(machine: StateId) -> Self {
        Self { machine, call: None, asks_session: false, form: None, receipt: None, version: 0 }
    }
}

impl Change {
    pub fn new(pending: Pending, version: u8, owner: Owner) -> Self {
        Self {
            pending,
            version,
            owner,
            fate: Fate::Open,
            commits: 0,
            has_expired: false,
            code: Code::Unused,
            begun: Begun::None,
            login: AtProvider::Pushed,
            late_confirm: None,
            late_reopen: false,
        }
    }
}
