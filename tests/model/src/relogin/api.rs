//! What the API does, as the sandbox's `prepare`, `confirm`, `reopen` and `session` do it.

use nemkonto::contract::ProblemType;

use super::{
    Flaw, Knows, Relogin,
    machine::{Failure, Login, Pending},
    session::Who,
    world::{About, Answer, AtProvider, Begun, Change, Code, Cookie, Fate, Owner, Progress, Session, TabId, World},
};

/// How the last part of a confirmation goes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Redeeming {
    Works,
    /// The provider does not answer; the code is used up.
    ProviderFails,
    /// The API fails, and nothing is carried out.
    ApiFails,
}

impl Relogin {
    /// A call of a page is worked on. A confirmation may then still have to be carried out.
    pub(super) fn work(&self, world: &mut World, tab: TabId) {
        let app = world.app(tab).expect("a page called");
        let call = app.call.expect("a call was made");
        let version = app.version;
        let progress = match call.about {
            About::Prepare(typed, is_acknowledged) => {
                let owner = match (world.bank_differs, is_acknowledged) {
                    (_, true) => Owner::Acknowledged,
                    (true, false) => Owner::Other,
                    (false, false) => Owner::Holder,
                };
                Progress::Answered(self.prepare(world, self.knows(app), typed, version, owner))
            }
            About::Confirm(pending) => self.begin_to_confirm(world, pending),
            About::Reopen(pending) => Progress::Answered(self.reopen(world, pending)),
        };
        world.app_mut(tab).call = Some(super::world::Call { progress, ..call });
    }

    /// The first part of `confirm`: what has become of the change, and whether its code is new.
    pub(super) fn begin_to_confirm(&self, world: &mut World, pending: Pending) -> Progress {
        let session = world.session;
        let change = world.change_mut(pending);
        let refused = |kind| Progress::Answered(Answer::No(Failure::Refused(kind)));
        let is_unheard = change.begun == Begun::Unheard || self.has(Flaw::AnswersUsedCodes);
        match change.fate {
            Fate::Committed if self.has(Flaw::CommitsAgain) => return Progress::Confirming,
            Fate::Committed if session.is_own() => {
                return Progress::Answered(Answer::Confirmed(Cookie::None, session.who().unwrap_or(Who::Own)));
            }
            Fate::Committed if !change.has_expired && is_unheard => {
                change.begun = if change.begun == Begun::Unheard { Begun::Unheard } else { Begun::Again };
                return Progress::Answered(Answer::Confirmed(Cookie::New, Who::Own));
            }
            Fate::Committed if self.has(Flaw::SaysAnotherPerson) && session != Session::Nobody => {
                return refused(ProblemType::OtherPerson);
            }
            Fate::Committed => return refused(ProblemType::NotLoggedIn),
            Fate::Withdrawn => return refused(ProblemType::ChangeWithdrawn),
            Fate::Open if change.has_expired => return refused(ProblemType::ChangeExpired),
            Fate::Open => {}
        }
        match change.code {
            Code::Unused => {
                change.code = Code::Taken;
                Progress::Confirming
            }
            Code::Taken => refused(ProblemType::LoginNotProven),
            Code::Refused(kind) => refused(kind),
        }
    }

    /// The second part: the code is redeemed, and the change carried out in one transaction.
    pub(super) fn finish_confirming(&self, world: &mut World, pending: Pending, redeeming: Redeeming) -> Answer {
        let (version, session) = (world.version, world.session);
        let change = world.change_mut(pending);
        let refusal = match (redeeming, change.login) {
            (Redeeming::ApiFails, _) => return Answer::No(Failure::Refused(ProblemType::Internal)),
            (Redeeming::ProviderFails, _) => Some(ProblemType::ProviderUnavailable),
            (_, AtProvider::Over(Login::ByAnother)) => Some(ProblemType::OtherPerson),
            (_, AtProvider::Over(Login::Old)) => Some(ProblemType::LoginNotFresh),
            _ if change.fate == Fate::Withdrawn && !self.has(Flaw::CommitsTheWithdrawn) => {
                Some(ProblemType::ChangeWithdrawn)
            }
            _ if change.version != version && !self.has(Flaw::CommitsAgain) => Some(ProblemType::AccountsChanged),
            _ => None,
        };
        if let Some(kind) = refusal {
            change.code = Code::Refused(kind);
            return Answer::No(Failure::Refused(kind));
        }
        change.fate = Fate::Committed;
        change.commits += 1;
        world.version += 1;
        if session.is_own() {
            return Answer::Confirmed(Cookie::None, session.who().unwrap_or(Who::Own));
        }
        world.change_mut(pending).begun = Begun::Unheard;
        Answer::Confirmed(Cookie::New, Who::Own)
    }

    /// `reopen`: the receipt, or the form and no commit ever after.
    pub(super) fn reopen(&self, world: &mut World, pending: Pending) -> Answer {
        let refused = |kind| Answer::No(Failure::Refused(kind));
        let who = match world.session {
            Session::Own => Who::Own,
            Session::OwnInOtherUnit => Who::InOtherUnit,
            Session::Nobody => return refused(ProblemType::NotLoggedIn),
            Session::OtherPerson => return refused(ProblemType::OtherPerson),
            Session::OtherCompany => return refused(ProblemType::OtherCompany),
        };
        let change = world.change_mut(pending);
        if change.fate == Fate::Committed && !self.has(Flaw::ReopensTheCommitted) {
            return Answer::Committed;
        }
        change.fate = Fate::Withdrawn;
        Answer::Withdrawn(who)
    }

    /// `prepare`, for the page of the caseworker who is logged in, and no other.
    fn prepare(&self, world: &mut World, page: Knows, typed: u8, version: u8, owner: Owner) -> Answer {
        let refused = |kind| Answer::No(Failure::Refused(kind));
        let Some(who) = world.session.who() else { return refused(ProblemType::NotLoggedIn) };
        if page != Knows::In(who) && !self.has(Flaw::AnswersAnybody) {
            return refused(ProblemType::SessionDiffers);
        }
        if version != world.version {
            return refused(ProblemType::AccountsChanged);
        }
        if owner == Owner::Other && !self.has(Flaw::HidesTheOwner) {
            return Answer::Differs(typed);
        }
        let number = u8::try_from(world.changes.len()).expect("few changes are prepared");
        let pending = Pending { number, typed };
        world.changes.push(Change::new(pending, version, owner));
        if owner == Owner::Acknowledged { Answer::PreparedAcknowledged(pending) } else { Answer::Prepared(pending) }
    }
}

/// Whether somebody is confirming this change; whoever comes next waits (`turns`).
pub fn is_being_confirmed(world: &World, pending: Pending) -> bool {
    let is_confirming = |tab: TabId| {
        let call = world.app(tab).and_then(|app| app.call);
        call.is_some_and(|call| call.about == About::Confirm(pending) && call.progress == Progress::Confirming)
    };
    is_confirming(0) || is_confirming(1) || world.change(pending).late_confirm == Some(Progress::Confirming)
}

/// The API is killed: whatever it was doing has not happened.
pub fn kill(world: &mut World) {
    for tab in [0, 1] {
        let Some(call) = world.app(tab).and_then(|app| app.call) else { continue };
        if call.progress == Progress::Confirming {
            let progress = Progress::Answered(Answer::No(Failure::Unreachable));
            world.app_mut(tab).call = Some(super::world::Call { progress, ..call });
        }
    }
    for change in &mut world.changes {
        if change.late_confirm == Some(Progress::Confirming) {
            change.late_confirm = None;
        }
    }
}

/// The network is gone: answers on their way are lost.
pub fn lose_answers(world: &mut World) {
    for tab in [0, 1] {
        let Some(call) = world.app(tab).and_then(|app| app.call) else { continue };
        if let Progress::Answered(_) = call.progress {
            let progress = Progress::Answered(Answer::No(Failure::Unreachable));
            world.app_mut(tab).call = Some(super::world::Call { progress, ..call });
        }
    }
}
