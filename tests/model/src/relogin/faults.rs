//! The misfortunes: when each of them can strike, and what it does.

use super::{
    Happens, Relogin, Shows,
    api::{self, Redeeming},
    machine::{Failure, Login, Pending, Record},
    page::{self, HandOff},
    steps::{Step, WasKept, commit, login_ends},
    world::{
        About, Answer, App, AtProvider, Call, MOST_CHANGES, Outage, Owner, Page, Progress, Session, Tab, TabId, World,
    },
};
use nemkonto::contract::ProblemType;

/// A misfortune.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    Outage(Outage),
    /// A second tab is opened, with a form of its own.
    SecondTabOpens,
    /// A call takes too long, wherever it is.
    TimesOut(TabId),
    Reload(TabId),
    Back(TabId, WasKept),
    Forward(TabId),
    TabIsClosed(TabId),
    /// The browser opens a copy of a tab, with its session storage.
    TabIsDuplicated,
    StorageIsCleared(TabId),
    RecordIsDamaged(TabId, Pending),
    AppIsOtherVersion(TabId, Pending),
    HandOff(TabId, HandOff),
    SessionEnds,
    ChangesExpire,
    /// A long break: the session ends and the changes expire.
    HourPasses,
    SomebodyElseLogsIn(Session),
    /// The caseworker chooses another unit, in another tab.
    UnitIsChosen,
    /// The login ends in another way than it should.
    LoginEnds(TabId, Login),
    /// The return address is opened again, in any tab.
    ReturnIsOpenedAgain(TabId, Pending),
    PreparesAnother(TabId),
    /// The bank knows the accounts by another name.
    BankDiffers,
    /// The API starts a login, and says that nobody has said anything to the bank's answer.
    PreparesInSpite(TabId),
    RefusesToPrepare(TabId),
    Redeeming(TabId, Redeeming),
}

/// Everything that can go wrong now.
pub fn possible(model: &Relogin, world: &World, steps: &mut Vec<Step>) {
    let mut add = |fault| steps.push(Step::Fault(fault));
    if world.outage == Outage::None {
        add(Fault::Outage(Outage::Network));
        add(Fault::Outage(Outage::Api));
    }
    match world.session {
        Session::Nobody => {}
        Session::Own => {
            add(Fault::SessionEnds);
            add(Fault::UnitIsChosen);
            add(Fault::SomebodyElseLogsIn(Session::OtherPerson));
            add(Fault::SomebodyElseLogsIn(Session::OtherCompany));
        }
        Session::OwnInOtherUnit => add(Fault::SomebodyElseLogsIn(Session::OtherPerson)),
        Session::OtherPerson | Session::OtherCompany => add(Fault::SessionEnds),
    }
    if !world.bank_differs {
        add(Fault::BankDiffers);
    }
    if world.changes.iter().any(|change| !change.has_expired) {
        add(Fault::ChangesExpire);
        add(Fault::HourPasses);
    }
    if world.tabs[1].is_new() {
        add(Fault::SecondTabOpens);
        if !matches!(world.tabs[0].page, Page::Nothing) {
            add(Fault::TabIsDuplicated);
        }
    }
    for tab in [0, 1] {
        let Tab { page, storage, kept, ahead, .. } = &world.tabs[tab];
        if matches!(page, Page::Nothing) {
            continue;
        }
        add(Fault::TabIsClosed(tab));
        if storage.iter().any(|record| record.is_readable()) {
            add(Fault::StorageIsCleared(tab));
        }
        for change in &world.changes {
            let pending = change.pending;
            if world.tabs[tab].record(pending) == Record::Whole {
                add(Fault::RecordIsDamaged(tab, pending));
                add(Fault::AppIsOtherVersion(tab, pending));
            }
            if let AtProvider::Over(_) = change.login {
                add(Fault::ReturnIsOpenedAgain(tab, pending));
            }
        }
        if kept.is_some() {
            add(Fault::Back(tab, true));
        }
        match page {
            Page::Provider(pending, is_alive) => {
                add(Fault::Back(tab, false));
                if *is_alive && world.change(*pending).login == AtProvider::Open {
                    for login in [Login::ByAnother, Login::Old, Login::Cancelled, Login::Failed] {
                        add(Fault::LoginEnds(tab, login));
                    }
                }
            }
            Page::App(app) => {
                add(Fault::Reload(tab));
                if ahead.is_some_and(|pending| world.change(pending).login == AtProvider::Open) {
                    add(Fault::Forward(tab));
                }
                if let Shows::Dialog(_) = model.machine.shows(app.machine) {
                    add(Fault::HandOff(tab, HandOff::StorageRefuses));
                    add(Fault::HandOff(tab, HandOff::BrowserStays));
                    add(Fault::HandOff(tab, HandOff::SeemsOffline));
                }
                faults_of_call(tab, app.call, &mut add);
            }
            Page::Nothing => {}
        }
    }
}

fn faults_of_call(tab: TabId, call: Option<Call>, add: &mut impl FnMut(Fault)) {
    let Some(Call { about, progress }) = call else { return };
    if !matches!(progress, Progress::Answered(Answer::No(Failure::Unreachable))) {
        add(Fault::TimesOut(tab));
    }
    match (about, progress) {
        (About::Prepare(..), Progress::Answered(Answer::Prepared(_))) => {
            add(Fault::PreparesAnother(tab));
            add(Fault::PreparesInSpite(tab));
            add(Fault::RefusesToPrepare(tab));
        }
        (_, Progress::Confirming) => {
            add(Fault::Redeeming(tab, Redeeming::ProviderFails));
            add(Fault::Redeeming(tab, Redeeming::ApiFails));
        }
        _ => {}
    }
}

/// Lets it go wrong.
pub fn suffer(model: &Relogin, world: &mut World, fault: Fault) -> Result<(), String> {
    match fault {
        Fault::Outage(outage) => {
            world.outage = outage;
            if outage == Outage::Api { api::kill(world) } else { api::lose_answers(world) }
        }
        Fault::SecondTabOpens => {
            let version = world.version;
            world.tabs[1].page = Page::App(App::with_form(model.machine.logged_in(), 1, version));
        }
        Fault::TimesOut(tab) => {
            let call = world.app(tab).and_then(|app| app.call).expect("a call was made");
            page::abandon(world, call);
            return model.deliver(world, tab, Answer::No(Failure::Unreachable));
        }
        Fault::Reload(tab) => return model.load(world, tab),
        Fault::Back(tab, true) => return model.restore(world, tab),
        Fault::Back(tab, false) => {
            let Page::Provider(pending, is_alive) = world.tabs[tab].page else { unreachable!("nothing to go back to") };
            model.load(world, tab)?;
            world.tabs[tab].ahead = Some(pending).filter(|_| is_alive);
        }
        Fault::Forward(tab) => {
            let pending = world.tabs[tab].ahead.take().expect("a login page is ahead");
            page::unload(world, tab);
            world.tabs[tab].page = Page::Provider(pending, true);
        }
        Fault::TabIsClosed(tab) => {
            rob(world, tab, |_| true);
            page::unload(world, tab);
            let tab = &mut world.tabs[tab];
            let storage = [Record::None; MOST_CHANGES as usize];
            *tab = Tab { page: Page::Nothing, storage, kept: None, ahead: None, was_closed: true };
        }
        Fault::TabIsDuplicated => {
            world.tabs[1] = Tab { kept: None, ahead: None, ..world.tabs[0].clone() };
            if let Page::App(_) = world.tabs[1].page {
                world.app_mut(1).call = None;
                model.load(world, 1)?;
            }
        }
        Fault::StorageIsCleared(tab) => {
            rob(world, tab, |_| true);
            world.tabs[tab].storage = [Record::None; MOST_CHANGES as usize];
        }
        Fault::RecordIsDamaged(tab, pending) => {
            rob(world, tab, |robbed| robbed == pending);
            *world.tabs[tab].record_mut(pending) = Record::Damaged;
        }
        Fault::AppIsOtherVersion(tab, pending) => *world.tabs[tab].record_mut(pending) = Record::OfOtherVersion,
        Fault::HandOff(tab, hand_off) => return model.dispatch_with(world, tab, Happens::ConfirmPressed, hand_off),
        Fault::SessionEnds => world.session = Session::Nobody,
        Fault::ChangesExpire => expire(world),
        Fault::HourPasses => {
            world.session = Session::Nobody;
            expire(world);
        }
        Fault::SomebodyElseLogsIn(session) => world.session = session,
        Fault::UnitIsChosen => world.session = Session::OwnInOtherUnit,
        Fault::LoginEnds(tab, login) => return login_ends(model, world, tab, login),
        Fault::ReturnIsOpenedAgain(tab, pending) => {
            let AtProvider::Over(login) = world.change(pending).login else { unreachable!("nobody came back") };
            return model.come_back(world, tab, pending, login);
        }
        Fault::PreparesAnother(tab) => answer_instead(world, tab, |answer| match answer {
            Answer::Prepared(pending) => Answer::PreparedAnother(pending),
            other => other,
        }),
        Fault::BankDiffers => world.bank_differs = true,
        Fault::PreparesInSpite(tab) => {
            let call = world.app(tab).and_then(|app| app.call);
            if let Some(Call { progress: Progress::Answered(Answer::Prepared(pending)), .. }) = call {
                world.change_mut(pending).owner = Owner::Other;
                answer_instead(world, tab, |_| Answer::PreparedInSpite(pending));
            }
        }
        Fault::RefusesToPrepare(tab) => {
            answer_instead(world, tab, |_| Answer::No(Failure::Refused(ProblemType::ProviderUnavailable)));
        }
        Fault::Redeeming(tab, redeeming) => commit(model, world, tab, redeeming),
    }
    Ok(())
}

/// Notes which records are being taken away.
fn rob(world: &mut World, tab: TabId, is_robbed: impl Fn(Pending) -> bool) {
    for change in &world.changes {
        let pending = change.pending;
        if world.tabs[tab].record(pending).is_readable() && is_robbed(pending) {
            world.robbed[usize::from(pending.typed)] = true;
        }
    }
}

fn expire(world: &mut World) {
    for change in &mut world.changes {
        change.has_expired = true;
    }
}

fn answer_instead(world: &mut World, tab: TabId, instead: impl Fn(Answer) -> Answer) {
    if let Some(Call { progress: Progress::Answered(answer), .. }) = &mut world.app_mut(tab).call {
        *answer = instead(*answer);
    }
}
