//! What can happen, and what it does.

use nemkonto::contract::ProblemType;

use super::{
    Happens, Knows, Relogin, Shows,
    api::{self, Redeeming},
    faults::{self, Fault},
    machine::{Failure, Login, Pending},
    session::Who,
    world::{About, Answer, App, AtProvider, Call, MOST_CHANGES, Outage, Page, Progress, Session, TabId, World},
};

/// Something that happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The first tab's form is gone, and another one is filled in.
    TypesAnother,
    SavePressed(TabId),
    /// The caseworker looks at the accounts again, and finds the form as it was.
    LooksAgain(TabId),
    /// Says why the account is right although its bank knows it by another name.
    AcknowledgePressed(TabId),
    ConfirmPressed(TabId),
    CancelPressed(TabId),
    /// A pause is over.
    PauseEnds(TabId),
    EditPressed(TabId),
    /// "Til forsiden", or another link.
    LeavesPage(TabId),
    /// Logs in as in the morning. A record may be taken up then.
    LogsIn(TabId, Option<Pending>),
    AsksForSessionAgain(TabId),
    /// Approves the login in the `MitID` app.
    Approves(TabId),
    /// Goes back from a login that is over; the page may have been kept by the browser.
    GoesBackFromDeadLogin(TabId, WasKept),
    /// Loads a page again that does not get away.
    ReloadsStalledPage(TabId),
    SessionAnswered(TabId, Option<Pending>),
    /// Another call, or the clock, tells a page that its session has ended.
    LearnsOfEnd(TabId),
    /// A call is refused because its page shows somebody else, or another unit.
    LearnsOfAnother(TabId),
    /// Hears from another tab whose session it is, or that it is over; or does not, where the browser has no such channel.
    Hears(TabId),
    /// Goes on for the unit that is acted for now.
    GoesOn(TabId),
    /// Who is logged in now goes on in a tab of somebody else.
    TakesOver(TabId),
    /// The API works on a call.
    ApiWorks(TabId),
    /// The API redeems the code and carries the change out.
    ApiCommits(TabId),
    /// An answer arrives.
    Answered(TabId),
    /// A call does not get through.
    Unanswered(TabId),
    /// The same for calls whose page is gone.
    ApiWorksLate(Pending),
    ApiCommitsLate(Pending),
    ApiReopensLate(Pending),
    OutageEnds,
    Fault(Fault),
}

/// Whether the browser kept the page that was left.
pub type WasKept = bool;

impl Step {
    /// The tab whose page is left by this step, by way of the browser.
    pub(super) fn leaves_page_of(self) -> Option<TabId> {
        match self {
            Self::LogsIn(tab, _)
            | Self::TakesOver(tab)
            | Self::ReloadsStalledPage(tab)
            | Self::Fault(
                Fault::Reload(tab)
                | Fault::Back(tab, _)
                | Fault::Forward(tab)
                | Fault::TabIsClosed(tab)
                | Fault::ReturnIsOpenedAgain(tab, _),
            ) => Some(tab),
            Self::Fault(Fault::TabIsDuplicated) => Some(1),
            _ => None,
        }
    }
}

/// Everything that can happen now.
pub fn possible(model: &Relogin, world: &World) -> Vec<Step> {
    let mut steps = Vec::new();
    for tab in [0, 1] {
        match &world.tabs[tab].page {
            Page::Nothing => {}
            Page::App(app) => in_app(model, world, tab, app, &mut steps),
            Page::Provider(pending, is_alive) => at_provider(world, tab, *pending, *is_alive, &mut steps),
        }
    }
    for change in &world.changes {
        let pending = change.pending;
        let is_up = world.outage != Outage::Api;
        match change.late_confirm {
            Some(Progress::Sent) if is_up && !api::is_being_confirmed(world, pending) => {
                steps.push(Step::ApiWorksLate(pending));
            }
            Some(Progress::Confirming) if is_up => steps.push(Step::ApiCommitsLate(pending)),
            _ => {}
        }
        if change.late_reopen && is_up {
            steps.push(Step::ApiReopensLate(pending));
        }
    }
    if world.outage != Outage::None {
        steps.push(Step::OutageEnds);
    }
    if world.faults_left > 0 {
        faults::possible(model, world, &mut steps);
    }
    steps
}

fn in_app(model: &Relogin, world: &World, tab: TabId, app: &App, steps: &mut Vec<Step>) {
    let shows = model.machine.shows(app.machine);
    let knows = model.knows(app);
    let is_up = world.outage == Outage::None;
    match shows {
        Shows::Form if !matches!(knows, Knows::In(_)) => {}
        Shows::Form if app.receipt.is_some() => steps.push(Step::LeavesPage(tab)),
        Shows::Form if app.form.is_none() && tab == 0 && !world.has_typed_another && knows != Knows::In(Who::Other) => {
            steps.push(Step::TypesAnother);
        }
        Shows::Form if app.form.is_some() => {
            if room_for_a_change(world) {
                steps.push(Step::SavePressed(tab));
            }
            if app.version != world.version && is_up {
                steps.push(Step::LooksAgain(tab));
            }
        }
        Shows::Acknowledging => {
            steps.push(Step::CancelPressed(tab));
            if room_for_a_change(world) {
                steps.push(Step::AcknowledgePressed(tab));
            }
        }
        Shows::AskingAgain => steps.push(Step::CancelPressed(tab)),
        Shows::Dialog(_) => steps.extend([Step::ConfirmPressed(tab), Step::CancelPressed(tab)]),
        Shows::Leaving(_) => steps.extend([Step::ReloadsStalledPage(tab), Step::PauseEnds(tab)]),
        Shows::Working { is_pausing: true } => steps.push(Step::PauseEnds(tab)),
        Shows::Receipt => steps.push(Step::LeavesPage(tab)),
        Shows::Stopped { asks_for_login: false, has_record, .. } => {
            steps.push(Step::LeavesPage(tab));
            if has_record {
                steps.push(Step::EditPressed(tab));
            }
        }
        _ => {}
    }
    let is_logged_out = matches!(shows, Shows::Form) && matches!(knows, Knows::Out | Knows::MadeWay)
        || matches!(shows, Shows::Stopped { asks_for_login: true, .. });
    if is_logged_out && is_up {
        steps.extend(Relogin::waiting(world, tab).into_iter().map(|record| Step::LogsIn(tab, record)));
    }
    if knows == Knows::Failed && shows == Shows::Form {
        steps.push(Step::AsksForSessionAgain(tab));
    }
    let is_news = match knows {
        Knows::In(page) => world.session.who() != Some(page),
        Knows::Out => world.session.who().is_some(),
        Knows::OtherUnit | Knows::MadeWay | Knows::Failed => true,
        Knows::Unknown | Knows::Asking => false,
    };
    if is_news {
        steps.push(Step::Hears(tab));
    }
    match (world.session.who(), knows) {
        (None, Knows::In(_)) if is_up => steps.push(Step::LearnsOfEnd(tab)),
        (Some(now), Knows::In(page)) if is_up && now != page => steps.push(Step::LearnsOfAnother(tab)),
        (_, Knows::OtherUnit) if shows == Shows::Form => steps.push(Step::GoesOn(tab)),
        (_, Knows::MadeWay) if shows == Shows::Form => steps.push(Step::TakesOver(tab)),
        _ => {}
    }
    if app.asks_session {
        steps.extend(Relogin::waiting(world, tab).into_iter().map(|record| Step::SessionAnswered(tab, record)));
    }
    if let Some(call) = app.call {
        let waits = matches!(call.about, About::Confirm(pending) if api::is_being_confirmed(world, pending));
        match call.progress {
            Progress::Sent if !is_up => steps.push(Step::Unanswered(tab)),
            Progress::Sent if !waits => steps.push(Step::ApiWorks(tab)),
            Progress::Sent => {}
            Progress::Confirming => steps.push(Step::ApiCommits(tab)),
            Progress::Answered(_) => steps.push(Step::Answered(tab)),
        }
    }
}

fn at_provider(world: &World, tab: TabId, pending: Pending, is_alive: bool, steps: &mut Vec<Step>) {
    if is_alive && world.change(pending).login == AtProvider::Open {
        steps.push(Step::Approves(tab));
    } else {
        steps.push(Step::GoesBackFromDeadLogin(tab, false));
        if world.tabs[tab].kept.is_some() {
            steps.push(Step::GoesBackFromDeadLogin(tab, true));
        }
    }
}

fn room_for_a_change(world: &World) -> bool {
    let is_preparing = |tab: &TabId| {
        let call = world.app(*tab).and_then(|app| app.call);
        matches!(call, Some(Call { about: About::Prepare(..), progress: Progress::Sent }))
    };
    world.changes.len() + [0, 1].iter().filter(|tab| is_preparing(tab)).count() < usize::from(MOST_CHANGES)
}

/// Does a step.
pub fn take(model: &Relogin, world: &mut World, step: Step) -> Result<(), String> {
    match step {
        Step::TypesAnother => {
            world.has_typed_another = true;
            let version = world.version;
            let app = world.app_mut(0);
            (app.form, app.version) = (Some(1), version);
        }
        Step::SavePressed(tab) => {
            let typed = world.app(tab).and_then(|app| app.form).expect("a form is open");
            return model.dispatch(world, tab, Happens::SavePressed(typed));
        }
        Step::LooksAgain(tab) => world.app_mut(tab).version = world.version,
        Step::AcknowledgePressed(tab) => return model.dispatch(world, tab, Happens::AcknowledgePressed),
        Step::ConfirmPressed(tab) => return model.dispatch(world, tab, Happens::ConfirmPressed),
        Step::CancelPressed(tab) => return model.dispatch(world, tab, Happens::CancelPressed),
        Step::PauseEnds(tab) => return model.dispatch(world, tab, Happens::PauseOver),
        Step::EditPressed(tab) => return model.dispatch(world, tab, Happens::EditPressed),
        Step::LeavesPage(tab) => return model.show(world, tab),
        Step::LogsIn(tab, record) => {
            world.session = Session::Own;
            return model.log_in(world, tab, record);
        }
        Step::AsksForSessionAgain(tab) => return model.dispatch(world, tab, Happens::AskAgainPressed),
        Step::Approves(tab) => return login_ends(model, world, tab, Login::Good),
        Step::GoesBackFromDeadLogin(tab, true) => return model.restore(world, tab),
        Step::GoesBackFromDeadLogin(tab, false) | Step::ReloadsStalledPage(tab) => return model.load(world, tab),
        Step::SessionAnswered(tab, record) => {
            let failure = if world.outage != Outage::None {
                Failure::Unreachable
            } else if let Some(who) = world.session.who() {
                return model.hear_of_session(world, tab, who, record);
            } else {
                Failure::Refused(ProblemType::NotLoggedIn)
            };
            world.app_mut(tab).asks_session = false;
            return model.dispatch(world, tab, Happens::SessionFailed(failure));
        }
        Step::LearnsOfEnd(tab) => return model.dispatch(world, tab, Happens::SessionEnded),
        Step::LearnsOfAnother(tab) => return model.dispatch(world, tab, Happens::SessionDiffers),
        Step::Hears(tab) => return model.dispatch(world, tab, Happens::Heard(world.session.who())),
        Step::GoesOn(tab) | Step::TakesOver(tab) => return model.dispatch(world, tab, Happens::GoOnPressed),
        Step::ApiWorks(tab) => model.work(world, tab),
        Step::ApiCommits(tab) => commit(model, world, tab, Redeeming::Works),
        Step::Answered(tab) => {
            let call = world.app(tab).and_then(|app| app.call);
            let Some(Call { progress: Progress::Answered(answer), .. }) = call else { unreachable!("no answer") };
            return model.deliver(world, tab, answer);
        }
        Step::Unanswered(tab) => return model.deliver(world, tab, Answer::No(Failure::Unreachable)),
        Step::ApiWorksLate(pending) => {
            let progress = model.begin_to_confirm(world, pending);
            world.change_mut(pending).late_confirm = Some(progress).filter(|it| *it == Progress::Confirming);
        }
        Step::ApiCommitsLate(pending) => {
            world.change_mut(pending).late_confirm = None;
            model.finish_confirming(world, pending, Redeeming::Works);
        }
        Step::ApiReopensLate(pending) => {
            world.change_mut(pending).late_reopen = false;
            model.reopen(world, pending);
        }
        Step::OutageEnds => world.outage = Outage::None,
        Step::Fault(fault) => return faults::suffer(model, world, fault),
    }
    Ok(())
}

pub fn login_ends(model: &Relogin, world: &mut World, tab: TabId, login: Login) -> Result<(), String> {
    let Page::Provider(pending, _) = world.tabs[tab].page else { unreachable!("nobody logs in here") };
    world.change_mut(pending).login = AtProvider::Over(login);
    model.come_back(world, tab, pending, login)
}

pub fn commit(model: &Relogin, world: &mut World, tab: TabId, redeeming: Redeeming) {
    let call = world.app(tab).and_then(|app| app.call).expect("a call was made");
    let About::Confirm(pending) = call.about else { unreachable!("nothing is confirmed") };
    let answer = model.finish_confirming(world, pending, redeeming);
    let answer = if world.outage == Outage::None { answer } else { Answer::No(Failure::Unreachable) };
    world.app_mut(tab).call = Some(Call { progress: Progress::Answered(answer), ..call });
}
